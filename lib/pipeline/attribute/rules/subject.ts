import { monthOf, weekdayNamed } from "#lib/english/month-names";
import { isPersonNoun } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import type { Sentence } from "#lib/pipeline/attribute/sentence";

/** Token indexes of a noun phrase, both inclusive. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const REACH = 32;
const set = (words: string) => new Set(words.split(" "));
const SKIPPED = set(
  "also later then again repeatedly previously recently earlier now still just even has have had would could further reportedly " +
    "all both once himself herself itself themselves will 've who",
);
const CLAUSE = set(
  "that because when while whether if although though whereas but since unless until what how why where as than which",
);
const FINITE = set(
  "is are was were has have had will would can could did does do may might isn't wasn't aren't weren't",
);
const PREPOSITION = set(
  "in on at by for from to of with after before during under over into about against through via per despite",
);
const OPENER = set(
  "and but or so yet meanwhile however still then also instead moreover nevertheless nonetheless yes well ironically",
);
const DETERMINER = set("the a an his her its their our my this these those he she they we i it both");
const STOP = set(', ; : ( ) [ ] / " “ ” ! ? — – - -- | ►');
const AFTER_INVERTED = set(
  "on in at during after before as when while to via from and but adding who with by about because under over that",
);

/**
 * The noun phrase that stands before a cue verb: back to a mark, a quotation or a conjunction, over an apposition between
 * two commas ("Salam Darwish, the adviser, said"). Null where no such phrase stands there.
 */
export function subjectBefore(sentence: Sentence, cue: number): Phrase | null {
  const list = sentence.tokens;
  let last = cue - 1;
  while (last >= 0 && isSkipped(list[last])) last -= 1;
  let end = last;
  if (list[last]?.text === "," || list[last]?.text === ")" || isDash(list[last])) {
    const opening = openingOf(sentence, last);
    if (opening === null) return null;
    end = opening - 1;
    last = list[last]?.text === "," || isDash(list[last]) ? last - 1 : last;
  }
  if (end < 0 || sentence.quoted[end] === true) return null;
  let first = end;
  while (first >= 0 && cue - first <= REACH && !isBoundary(sentence, first)) first -= 1;
  first += 1;
  if (first > end || cue - first > REACH) return null;
  const start = withoutOpener(list, first, end);
  return start === null || start > end || endsOpen(list[end]) ? null : { first: start, last };
}

/** The phrase after an inverted cue: `…,” said Philip Luther, Research Director`. Null where none stands there. */
export function subjectAfter(sentence: Sentence, cue: number): Phrase | null {
  const list = sentence.tokens;
  const first = cue + 1;
  let last = cue;
  while (last + 1 < list.length && last - cue < 16) {
    const next = list[last + 1];
    if (next === undefined || STOP.has(next.text) || sentence.quoted[last + 1] === true) break;
    if (next.text === "." && (list[last + 2] === undefined || isEllipsis(list, last + 1))) break;
    if (AFTER_INVERTED.has(next.lower) || isDay(next)) break;
    last += 1;
  }
  if (last < first) return null;
  const head = list[first];
  const isPhrase =
    head !== undefined &&
    (isCapitalised(head) ||
      DETERMINER.has(head.lower) ||
      // "…, says curator Hal Wren": a false title has no article (Quirk and others 1985, 17.66).
      (isPersonNoun(head.lower) && endsInName(list[last])) ||
      /s$/.test(list[last]?.lower ?? "") ||
      head.lower === "one");
  return isPhrase ? { first, last } : null;
}

const endsInName = (token: Token | undefined) => token !== undefined && isCapitalised(token);

function isSkipped(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== "WORD") return false;
  return SKIPPED.has(token.lower) || (token.lower.endsWith("ly") && !isCapitalised(token));
}

/** "the 48-page report": a dash without spaces joins two words. */
export function isHyphen(list: readonly Token[], at: number): boolean {
  const [before, token, after] = [list[at - 1], list[at], list[at + 1]];
  return token?.text === "-" && before?.end === token.start && after?.start === token.end;
}

const isDash = (token: Token | undefined) => token !== undefined && /^[—–-]$/.test(token.text);

/** Where the apposition that ends at `close` opens: the comma, bracket or dash before it. */
function openingOf(sentence: Sentence, close: number): number | null {
  const mark = sentence.tokens[close]?.text ?? "";
  const opening = mark === ")" ? "(" : mark;
  for (let i = close - 1; i >= 0 && close - i <= 25; i -= 1) {
    if (sentence.quoted[i] === true) return null;
    if (sentence.tokens[i]?.text === opening)
      return i === 0 ? null : opening === "-" ? i - dashes(sentence, i) : i;
  }
  return null;
}

/** "The woman -- Claire -- said": a double dash is two tokens. */
function dashes(sentence: Sentence, at: number): number {
  return isDash(sentence.tokens[at - 1]) ? 1 : 0;
}

function isBoundary(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || sentence.quoted[at] === true) return true;
  if (token.text === ".") return isEllipsis(sentence.tokens, at);
  if (token.kind === "MARK") return STOP.has(token.text) && !isHyphen(sentence.tokens, at);
  // "a post shared more than 4,000 times"
  if (token.lower === "than" && sentence.tokens[at + 1]?.kind === "NUMBER") return false;
  return CLAUSE.has(token.lower) || /^(?:after|before)$/.test(token.lower);
}

const SUBORDINATE = set(
  "after before when because while if although though since unless until where whether",
);

/** Does the phrase stand in a clause that hangs on another? What is said there doesn't vouch for the sentence. */
export function isSubordinate(sentence: Sentence, phrase: Phrase): boolean {
  return SUBORDINATE.has(sentence.tokens[phrase.first - 1]?.lower ?? "");
}

/** Inside a sentence a single full stop belongs to an abbreviation ("Maj. Gen. Pat Ryder"). */
function isEllipsis(list: readonly Token[], at: number): boolean {
  return list[at - 1]?.text === "." || list[at + 1]?.text === ".";
}

/** "of", "the", "and": a phrase that ends so has lost its noun, and the verb form after it is a noun or a participle. */
function endsOpen(token: Token | undefined): boolean {
  return (
    token === undefined ||
    PREPOSITION.has(token.lower) ||
    /^(?:the|a|an|and|or|be|been|being|not)$/.test(token.lower)
  );
}

/** Drops "And", "On Tuesday" and "In their joint statement" before the subject; null where a finite verb makes it a clause. */
function withoutOpener(list: readonly Token[], from: number, end: number): number | null {
  let first = from;
  while (
    first <= end &&
    (OPENER.has(list[first]?.lower ?? "") || (list[first]?.lower.endsWith("ly") && first < end))
  )
    first += 1;
  const clause = lastFinite(list, first, end);
  if (clause !== null) {
    const and = lastIndexWhere(
      list,
      clause + 1,
      end,
      (token) => token.lower === "and" || token.lower === "or",
    );
    if (and === null) return null;
    first = and + 1;
  }
  if (!PREPOSITION.has(list[first]?.lower ?? "")) return first;
  const subject = lastIndexWhere(
    list,
    first + 2,
    end,
    (token, i) =>
      DETERMINER.has(token.lower) &&
      !PREPOSITION.has(list[i - 1]?.lower ?? "") &&
      list[i - 1]?.lower !== "and",
  );
  if (subject !== null) return subject;
  const day = lastIndexWhere(list, first + 1, end, (token) => isDay(token) || token.kind === "NUMBER");
  return day === null || day === end ? null : day + 1;
}

function lastFinite(list: readonly Token[], from: number, to: number): number | null {
  return lastIndexWhere(list, from, to, (token, i) => {
    if (!FINITE.has(token.lower)) return false;
    return !list.slice(from, i).some((before) => before.lower === "who");
  });
}

function lastIndexWhere(
  list: readonly Token[],
  from: number,
  to: number,
  holds: (token: Token, index: number) => boolean,
): number | null {
  for (let i = to; i >= from; i -= 1) {
    const token = list[i];
    if (token !== undefined && holds(token, i)) return i;
  }
  return null;
}

function isDay(token: Token): boolean {
  return isCapitalised(token) && (weekdayNamed(token.lower) !== null || monthOf(token.lower) !== null);
}
