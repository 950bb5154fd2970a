import { weekdayNamed } from "#lib/english/month-names";
import { isPersonNoun } from "#lib/english/nouns";
import type { Token } from "#lib/english/tokens";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { indexAt, type Sentence } from "#lib/pipeline/attribute/sentence";
import { cueAt, isQuotative } from "./cue-verbs";

/** The clause of who tells, as token indexes: both ends are inclusive. */
interface TellingClause {
  readonly first: number;
  readonly cue: number;
  readonly last: number;
}

/** What is told stands before the clause, in so many tokens at least. */
const LEAST_TOLD = 5;
/** When, where and to whom it was told takes no more tokens than these. */
const MOST_BEHIND = 8;

const OPENS_BELOW = new Set(
  "when after before while as if because since until though although during asked told in on at by for with from under despite".split(
    " ",
  ),
);
const WHEN_OR_WHERE = new Set(
  "on in at during to late early last this next yesterday today earlier later recently afterwards before after via through reporters journalists".split(
    " ",
  ),
);
const SAYS = /^(?:said|says|wrote|writes|added|adds)$/;
const HEARS = /^(?:told|tells)$/;
const OPENERS = /^(?:but|and|so|yet|however|meanwhile|still|,)$/;

/**
 * Whether the form of a sentence says that somebody who can be found tells all of it, so that no weighing of words is needed:
 *
 * - a comment clause behind it or in it: "…, the mayor said on Monday.", "…,” said Ruiz.", "…, the report says, …", "…, as the Harbour Mail
 *   notes, …";
 * - a comment clause that opens it: "As the Harbour Mail reported, …";
 * - "Mayor Ruiz said that …" from its first word on, by somebody with a name: a group that warns of something may be any.
 *
 * Comment clauses and reporting clauses are those of English grammars: they belong to the sentence as a whole, whatever it says.
 */
export function isPlainlyTold(sentence: Sentence, credit: MainCredit): boolean {
  if (credit.kind === null || credit.sourcing === "UNNAMED_BARE" || credit.scope !== "SENTENCE") return false;
  const clause = clauseOf(sentence, credit);
  if (clause === null || (credit.kind === "DOCUMENT" && !isKnown(credit))) return false;
  if (isWithAs(sentence, clause) || isBehind(sentence, clause) || isWithin(sentence, clause)) return true;
  const isNamed = credit.kind === "PERSON" || credit.kind === "ORGANIZATION";
  return credit.kind !== "UNNAMED" && isBefore(sentence, clause, isNamed);
}

/**
 * "A viral post claims that …": nobody stands behind a paper because a sentence says that it tells. One with a name, or that was told of
 * before, can be asked for.
 */
const isKnown = ({ speaker }: MainCredit): boolean => /\p{Lu}|^(?:the|this|that) /u.test(speaker ?? "");

function clauseOf(
  sentence: Sentence,
  { source, cue }: Pick<MainCredit, "source" | "cue">,
): TellingClause | null {
  const [from, to, verb] = [source[0], source.at(-1), cue[0]];
  if (from === undefined || to === undefined || verb === undefined) return null;
  const isHere = [from, to, verb].every(({ start, end }) => start >= sentence.start && end <= sentence.end);
  if (!isHere) return null;
  const list = sentence.tokens;
  const at = indexAt(list, verb.start);
  const isTelling =
    cueAt(list[at])?.type === "ASSERTION" ||
    FORECASTS.test(list[at]?.lower ?? "") ||
    isQuotative(sentence, at);
  if (!isTelling || sentence.quoted[at] === true) return null;
  const opening = indexAt(list, from.start);
  // A comma may belong to the source's apposition: "the mayor, Lina Aziz,".
  const first = Math.min(at, list[opening]?.text === "," ? opening + 1 : opening);
  return { first, cue: at, last: Math.max(at, indexAt(list, to.end - 1)) };
}

/** "…, the board forecast on Monday": what is foretold is told. */
const FORECASTS = /^(?:forecast|forecasts|estimates|estimated)$/;

/** "As the Harbour Mail reported, …" and "…, as the Harbour Mail notes, …" or "… notes." */
function isWithAs({ tokens: list, quoted }: Sentence, { first, last }: TellingClause): boolean {
  if (list[first - 1]?.lower !== "as" || quoted[first - 1] === true) return false;
  const before = list[first - 2];
  return (before === undefined || before.kind === "MARK") && isClosed(list, last, before !== undefined);
}

/** Nothing but a time or a place stands between the clause and its comma, or its sentence's end where that may close it. */
function isClosed(list: readonly Token[], last: number, atEnd: boolean): boolean {
  const rest = list.slice(last + 1, last + 2 + MOST_BEHIND);
  const mark = rest.findIndex(({ kind }) => kind === "MARK");
  const behind = mark < 0 ? rest : rest.slice(0, mark);
  if (behind.length > 0 && !isWhenOrWhere(behind[0])) return false;
  if (mark >= 0 && rest[mark]?.text === ",") return true;
  return atEnd && last + 1 + behind.length >= list.length - 1;
}

/** "…, the mayor said on Monday." and "…,” said Ruiz": behind all that is told. */
function isBehind({ tokens: list, quoted }: Sentence, { first, cue, last }: TellingClause): boolean {
  const isQuote = quoted[first - 1] === true || quoted[first - 2] === true;
  // "…, alleged pirate Dorn": before a name, most cues are its adjective, and some its noun ("claims manager Dorn").
  if (first === cue && !isQuote && !isVerbAlone(list[cue]?.lower ?? "")) return false;
  if (first < LEAST_TOLD || !(isQuote || list[first - 1]?.text === ",")) return false;
  if (!isQuote && OPENS_BELOW.has(list[0]?.lower ?? "") && !hasComma(list, first - 1)) return false;
  if (isToldOfSource(list, last)) return true;
  const behind = list.slice(last + 1).filter(({ kind }) => kind !== "MARK");
  if (behind.length > MOST_BEHIND) return false;
  return behind.length === 0 || HEARS.test(list[cue]?.lower ?? "") || isWhenOrWhere(behind[0]);
}

const isVerbAlone = (form: string): boolean => SAYS.test(form) || PRESENT.test(form);
/** Forms that are no participle and no noun. */
const PRESENT =
  /^(?:explains|recalls|insists|argues|warns|admits|concedes|predicts|acknowledges|confirms|reveals|observes|believes)$/;

/** "…, explains Iolo Pryce, *who keeps eighty hives*.", "…, said Dario Vance, *52*.": nothing stands behind but what is told of whoever tells. */
function isToldOfSource(list: readonly Token[], last: number): boolean {
  const [comma, next, after] = [list[last + 1], list[last + 2], list[last + 3]];
  if (comma?.text !== "," || next === undefined) return false;
  if (/^(?:who|whose)$/.test(next.lower)) return true;
  return /^\d{1,2}$/.test(next.text) && (after === undefined || after.kind === "MARK");
}

/** "At its core, the report says, …", "The plan, says curator Hal Wren, was …": between two commas, with what is told on both sides. */
function isWithin({ tokens: list, quoted }: Sentence, { first, cue, last }: TellingClause): boolean {
  if (quoted[first] === true || first < LEAST_BEFORE) return false;
  const form = list[cue]?.lower ?? "";
  const isWhole = first === cue || last === cue;
  if (!isWhole || list[first - 1]?.text !== ",") return false;
  if (SAYS.test(form)) return list[last + 1]?.text === ",";
  const hearer = list.slice(last + 1, last + 2 + MOST_HEARERS).findIndex(({ kind }) => kind === "MARK");
  return HEARS.test(form) && last === cue && hearer > 0 && list[last + 1 + hearer]?.text === ",";
}
/** Tokens of whoever hears it: "the mayor told *reporters*". */
const MOST_HEARERS = 4;
/** "The dam, the mayor said, will stand": something of what is told stands before the clause. */
const LEAST_BEFORE = 3;

const hasComma = (list: readonly Token[], end: number): boolean =>
  list.slice(0, end).some(({ text }) => text === ",");

const isWhenOrWhere = (token: Token | undefined): boolean =>
  token !== undefined && (WHEN_OR_WHERE.has(token.lower) || weekdayNamed(token.lower) !== null);

/** "The mayor said that …", from the first word on; behind a person by name "that" may be left out: "Ana Ruiz, the mayor, said it is open". */
function isBefore(
  { tokens: list }: Sentence,
  { first, cue, last }: TellingClause,
  isNamed: boolean,
): boolean {
  const opens = list.slice(0, first).every(({ lower }) => OPENERS.test(lower));
  if (opens && last === cue && isAccusing(list, cue)) return true;
  // "Campaigners warn that …": the capital is the sentence's.
  if (first === cue - 1 && isPersonNoun(list[first]?.lower ?? "")) return false;
  const next = list[cue + 1];
  const isClause = isNamed && SAID.test(list[cue]?.lower ?? "") && opensTold(next);
  return opens && last === cue && (next?.lower === "that" || isClause);
}
const SAID = /^(?:said|says)$/;

/** "accused *the landlord of turning* off the boilers": of what somebody is accused stands behind whom. */
function isAccusing(list: readonly Token[], cue: number): boolean {
  if (!/^accuse[ds]$/.test(list[cue]?.lower ?? "")) return false;
  const of = list.findIndex(({ lower }, i) => i > cue + 1 && i <= cue + MOST_ACCUSED && lower === "of");
  return of > 0 && /ing$/.test(list[of + 1]?.lower ?? "");
}
/** Tokens up to "of". */
const MOST_ACCUSED = 8;

/** Behind "said" these begin when, where, to whom or how it was said, or are all that was. */
const NO_CLAUSE = new Set(
  "to of in at on so no yes nothing little goodbye farewell hello during after before when while as with by from for about and or but later earlier".split(
    " ",
  ),
);

const opensTold = (next: Token | undefined): boolean =>
  next?.kind === "NUMBER" || (next?.kind === "WORD" && !NO_CLAUSE.has(next.lower));
