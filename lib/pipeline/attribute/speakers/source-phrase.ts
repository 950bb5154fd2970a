import { CUE_CLASSES } from "#lib/english/cue-verbs";
import { DOCUMENT } from "#lib/english/nouns";
import { lemmaOf } from "#lib/english/treebank/lemma";
import { RELATIONS } from "#lib/english/treebank/parser";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";
import { wordsOf } from "#lib/english/word-class";

/** The words that name who speaks: a noun phrase without what is told of them behind it. */
export interface SourcePhrase {
  /** Its tokens, ascending and without a gap. */
  readonly tokens: readonly number[];
  /** The noun that the others hang on. */
  readonly head: number;
  /** The tree has it for the cue's own subject. */
  readonly isSubject: boolean;
}

const relation = (name: (typeof RELATIONS)[number]): number => RELATIONS.indexOf(name);
const SUBJECTS = new Set([relation("nsubj"), relation("nsubjpass"), relation("csubj")]);
const PASSIVE = relation("nsubjpass");
const RELATIVE = relation("acl:relcl");
const CASE = relation("case");
const PARTICIPLE = relation("acl");
const CONJUNCT = relation("conj");
/** What tells of a noun, and is no part of its name. */
const TOLD_OF = new Set(
  [RELATIVE, PARTICIPLE].concat(
    (["appos", "nmod:tmod", "advmod", "advcl", "parataxis", "dep"] as const).map(relation),
  ),
);
/** A verb that has no subject of its own has that of the verb which it hangs on. */
const SHARES_SUBJECT = new Set((["advcl", "xcomp", "conj"] as const).map(relation));
/** Base forms of verbs that say something. Whoever does something else is nobody's source: "he *appears* to be ill". */
const TELLS = new Set(
  CUE_CLASSES.filter(
    ({ type, needs }) => type === "ASSERTION" && (needs === "ALWAYS" || needs === "CLAUSE"),
  ).flatMap((one) =>
    [...wordsOf(one)].flatMap((form) =>
      ["VBZ", "VBD"].map((tag) =>
        lemmaOf(
          form,
          TAGS.findIndex((each) => each === tag),
        ),
      ),
    ),
  ),
);
const MOST_STEPS = 6;

const tagOf = (page: ParsedPage, i: number): string => TAGS[page.tags[i] ?? 0] ?? "";
const isVerb = (page: ParsedPage, i: number): boolean => tagOf(page, i).startsWith("VB");
const isNoun = (page: ParsedPage, i: number): boolean => /^(?:NN|PRP$|DT$|CD$|JJ)/.test(tagOf(page, i));
const wordAt = (page: ParsedPage, i: number): string => page.lexemes[i]?.text ?? "";

/** The subject of the verb at `verb`; -1 where it has none of its own. */
function subjectOf(page: ParsedPage, verb: number): number {
  const [from, to] = sentenceAround(page, verb);
  let found = -1;
  for (let i = from; i < to; i += 1)
    if (page.heads[i] === verb && SUBJECTS.has(page.relations[i] ?? 0) && (found < 0 || i < verb)) found = i;
  return found;
}

/** "was described *by witnesses*", "were told *in a letter*": who does what a passive verb says, or the paper that does; null without one. */
function agentOf(page: ParsedPage, verb: number): SourcePhrase | null {
  if (tagOf(page, verb) !== "VBN") return null;
  const [, to] = sentenceAround(page, verb);
  for (let i = verb + 1; i + 1 < Math.min(to, verb + FARTHEST_AGENT); i += 1) {
    const noun = page.heads[i] ?? -1;
    if (noun <= i || page.relations[i] !== CASE || !isNoun(page, noun)) continue;
    const isAgent = wordAt(page, i) === "by" && page.heads[noun] === verb;
    const isPaper = /^(?:in|through|via)$/.test(wordAt(page, i)) && DOCUMENT.has(wordAt(page, noun));
    // "told by letter": a single thing without an article is a means.
    const isMeans = noun === i + 1 && tagOf(page, noun) === "NN";
    if ((isAgent || (isPaper && HEARS.test(wordAt(page, verb)))) && !isMeans)
      return { ...nounPhrase(page, noun, null, i + 1), isSubject: true };
  }
  return null;
}
const FARTHEST_AGENT = 12;

/** "Ruiz was *told* …": the subject of these in the passive hears it and doesn't say it. */
const HEARS = /^(?:told|warned|informed|advised|assured|reminded|notified|asked|urged)$/;
const NOBODY: SourcePhrase = { tokens: [], head: -1, isSubject: true };

function sentenceAround({ sentenceOf, tokens }: ParsedPage, at: number): [number, number] {
  let [from, to] = [at, at + 1];
  while (from > 0 && sentenceOf[from - 1] === sentenceOf[at]) from -= 1;
  while (to < tokens.count && sentenceOf[to] === sentenceOf[at]) to += 1;
  return [from, to];
}

/**
 * Who speaks with a cue of which no source was found: its subject, else that of the verb it hangs on ("Ruiz left, *saying* …"), or
 * the noun that its clause tells of ("a letter *saying* …", "Ruiz, who *said* …"). Null where the tree has none.
 */
export function impliedPhrase(page: ParsedPage, cue: number): SourcePhrase | null {
  const agent = agentOf(page, cue);
  if (agent !== null) return agent;
  let at = cue;
  if (
    (/^VB[NB]?$/.test(tagOf(page, cue)) && !isPastConjunct(page, cue)) ||
    !TELLS.has(lemmaOf(wordAt(page, cue), page.tags[cue] ?? 0))
  )
    return null;
  for (let step = 0; step < MOST_STEPS && at >= 0 && isVerb(page, at); step += 1) {
    const own = subjectOf(page, at);
    if (own >= 0 && page.relations[own] !== relation("nsubj")) return null; // of a passive, it is told and doesn't tell
    if (own >= 0) return isRelative(page, own) ? relativePhrase(page, at) : nounPhrase(page, own);
    const how = page.relations[at] ?? 0;
    const above = page.heads[at] ?? -1;
    if (above < 0) return null;
    if ((how === PARTICIPLE || how === RELATIVE) && isNoun(page, above) && tagOf(page, at) !== "VBN") {
      const told = nounPhrase(page, above);
      const addresser = addresserOf(page, told, at);
      return addresser < 0 ? told : nounPhrase(page, addresser);
    }
    if (!SHARES_SUBJECT.has(how)) return null;
    at = above;
  }
  return null;
}

/** "would not say which, but *noted* that": joined to a verb that is no participle, neither is this one, whatever the tagger takes it for. */
function isPastConjunct(page: ParsedPage, cue: number): boolean {
  const above = page.heads[cue] ?? -1;
  const isJoined = above >= 0 && page.relations[cue] === CONJUNCT && tagOf(page, cue) === "VBN";
  return isJoined && isVerb(page, above) && !/^VB[NG]$/.test(tagOf(page, above));
}

/** "a plumber who *said*": what the relative clause of a verb tells of. */
function relativePhrase(page: ParsedPage, verb: number): SourcePhrase | null {
  let at = verb;
  for (let step = 0; step < MOST_STEPS && at >= 0; step += 1) {
    const above = page.heads[at] ?? -1;
    if (page.relations[at] === RELATIVE) return above < 0 ? null : nounPhrase(page, above);
    at = above;
  }
  return null;
}

/** "Who" and not "WHO"; a thing ("which") is told of, and seldom tells. */
function isRelative({ text, tokens }: ParsedPage, at: number): boolean {
  return /^[Ww]ho$/.test(text.slice(tokens.start[at] ?? 0, tokens.end[at] ?? 0));
}

/** "a plumber, *who* …": the noun right before, where the tree doesn't lead to it; a pronoun that opens a question has none. */
function phraseBefore(page: ParsedPage, pronoun: number): SourcePhrase | null {
  const noun = wordAt(page, pronoun - 1) === "," ? pronoun - 2 : pronoun - 1;
  const isNear = noun >= 0 && page.sentenceOf[noun] === page.sentenceOf[pronoun];
  return isNear && tagOf(page, noun).startsWith("NN") ? nounPhrase(page, noun) : null;
}

/**
 * The noun phrase in a source (ascending tokens) that names who speaks with the cue at `cue`: of several pieces the one that is
 * the cue's subject, or else stands nearest to it. Null where the source holds no noun.
 */
export function phraseIn(page: ParsedPage, source: readonly number[], cue: number): SourcePhrase | null {
  const inside = new Set(source);
  const [only] = source;
  if (only !== undefined && source.length === 1 && isRelative(page, only)) {
    const verb = page.heads[only] ?? -1;
    return (verb < 0 ? null : relativePhrase(page, verb)) ?? phraseBefore(page, only);
  }
  const roots = source.filter((i) => !inside.has(page.heads[i] ?? -1));
  const nouns = roots.flatMap((i) => {
    if (!isVerb(page, i)) return isNoun(page, i) ? [i] : [];
    const subject = subjectOf(page, i);
    return inside.has(subject) ? [subject] : [];
  });
  const isAddressed = (i: number) => cue > i && followsTo(page, nounPhrase(page, i, inside));
  const heads = nouns.every(isAddressed) ? nouns : nouns.filter((i) => !isAddressed(i));
  const subject = heads.find((i) => page.heads[i] === cue && SUBJECTS.has(page.relations[i] ?? 0));
  if (subject !== undefined && page.relations[subject] === PASSIVE && HEARS.test(wordAt(page, cue)))
    return agentOf(page, cue) ?? NOBODY;
  const head = subject ?? nearest(heads, cue);
  if (head === undefined) return null;
  const phrase = nounPhrase(page, head, inside);
  const addresser = addresserOf(page, phrase, cue);
  if (addresser >= 0) return { ...nounPhrase(page, addresser), isSubject: true };
  const isBare = phrase.tokens.every((i) => /^(?:DT|IN|CC|RB)/.test(tagOf(page, i)));
  return isBare ? null : { ...phrase, isSubject: subject !== undefined };
}

/** "The union wrote to Ruiz, *asking* why": who writes to somebody asks, and not who is written to; -1 in other places. */
function addresserOf(page: ParsedPage, phrase: SourcePhrase, cue: number): number {
  if (cue < phrase.head || tagOf(page, cue) !== "VBG" || !followsTo(page, phrase)) return -1;
  let at = phrase.head;
  for (let step = 0; step < MOST_STEPS && at >= 0; step += 1) {
    if (isVerb(page, at) && at !== cue) return subjectOf(page, at);
    at = page.heads[at] ?? -1;
  }
  return -1;
}

const followsTo = (page: ParsedPage, { tokens }: SourcePhrase): boolean =>
  wordAt(page, (tokens[0] ?? 0) - 1) === "to";

function nearest(heads: readonly number[], cue: number): number | undefined {
  return heads.toSorted((a, b) => Math.abs(a - cue) - Math.abs(b - cue))[0];
}

/** A noun with what stands before it, and with what follows up to where something is told of it. */
function nounPhrase(
  page: ParsedPage,
  head: number,
  inside: ReadonlySet<number> | null = null,
  from = 0,
): SourcePhrase {
  const isIn = (i: number) =>
    i >= from && page.sentenceOf[i] === page.sentenceOf[head] && (inside?.has(i) ?? hangsOn(page, i, head));
  let first = head;
  while (isIn(first - 1) && isBefore(page, first - 1, inside !== null)) first -= 1;
  let last = head;
  while (isIn(last + 1) && !isBreak(page, last + 1) && !beginsAside(page, last + 1, first, last)) last += 1;
  const tokens: number[] = [];
  for (let i = first; i <= last; i += 1) tokens.push(i);
  return { tokens, head, isSubject: false };
}

/** Whether a token before a noun is part of its phrase. `isMarked`: the models took it for a source's, so that no verb stands there. */
function isBefore(page: ParsedPage, at: number, isMarked: boolean): boolean {
  if (isBreak(page, at) || page.relations[at] === CASE) return false;
  return isMarked || !/^(?:VB[DPZ]?|MD|EX|PRP|IN|W)/.test(tagOf(page, at));
}

/** Whether the tree leads from a token to `head`. */
function hangsOn(page: ParsedPage, token: number, head: number): boolean {
  let at = token;
  for (let step = 0; step < MOST_STEPS * 2 && at >= 0; step += 1) {
    if (at === head) return true;
    at = page.heads[at] ?? -1;
  }
  return false;
}

/** A mark that no name goes over; a comma between two adjectives is none. */
function isBreak(page: ParsedPage, at: number): boolean {
  const word = wordAt(page, at);
  if (word === ",") return !(tagOf(page, at - 1).startsWith("JJ") && tagOf(page, at + 1).startsWith("JJ"));
  return /^(?:[–—:;()[\]|/]|-{1,3}|--|-lrb-|-rrb-)$/.test(word);
}

/** Whether something is told here of a noun of the phrase: a clause, a participle, an apposition, a time. */
function beginsAside(page: ParsedPage, at: number, first: number, last: number): boolean {
  if ((page.names[at] ?? 0) > 0 && (page.names[at] ?? 0) % 2 === 0) return false; // further on in a name
  for (let i = at, step = 0; step < MOST_STEPS && i > last; step += 1) {
    const above = page.heads[i] ?? -1;
    const how = page.relations[i] ?? 0;
    if (above >= first && above <= last) return TOLD_OF.has(how) || (how === CONJUNCT && isVerb(page, i));
    i = above;
  }
  return isVerb(page, at);
}
