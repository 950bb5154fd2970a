import { CUE_CLASSES, DOCUMENT_CUES } from "#lib/english/cue-verbs";
import type { Token } from "#lib/english/tokens";
import { wordsOf } from "#lib/english/word-class";
import type { Sentence } from "#lib/pipeline/attribute/sentence";

/** What a form does as a cue; the classes tell more (`lib/english/cue-verbs.ts`). */
export type Cue = Pick<(typeof CUE_CLASSES)[number], "type" | "needs">;

const CUES = new Map(CUE_CLASSES.flatMap((one) => [...wordsOf(one)].map((form) => [form, one] as const)));

export function cueAt(token: Token | undefined): Cue | null {
  return token?.kind === "WORD" ? (CUES.get(token.lower) ?? null) : null;
}

/** So many words of a quotation at least make something said, and no title. */
const LEAST_SAID = 3;

/**
 * "“It is over,” *deadpanned* the minister": behind a quotation whose comma leaves the sentence open, a verb in the past tense before
 * its subject tells, whichever verb it is (quotative inversion: Huddleston and Pullum 2002, 11.9). Who the subject is, the caller asks.
 */
export function isQuotative({ tokens, quoted }: Sentence, at: number): boolean {
  const verb = tokens[at];
  if (verb === undefined || quoted[at] === true || quoted[at - 1] !== true) return false;
  if (!/^\p{Ll}{3,}ed$/u.test(verb.text)) return false;
  const closing = quoted.lastIndexOf(false, at - 1) + 1;
  const said = tokens.slice(closing, at);
  const mark = said.findLast(({ text }) => !/^["“”'’]$/.test(text));
  return /^[,!?]$/.test(mark?.text ?? "") && said.filter(({ kind }) => kind === "WORD").length >= LEAST_SAID;
}

export function isDocumentCue(token: Token): boolean {
  return DOCUMENT_CUES.has(token.lower);
}

/** "He has said nothing", "It goes without saying": words after or before a cue that leave nothing quoted. */
const NOTHING = new Set([
  "nothing",
  "goodbye",
  "hello",
  "yes",
  "no",
  "so",
  "little",
  "farewell",
  "grace",
  "mass",
]);
const EMPTY = new Set(["about", "of", "to", "at", "when", "on", "more", "else", "in"]);
const NOT_A_CUE_AFTER = new Set([
  "to",
  "without",
  "not",
  "never",
  "who",
  "which",
  "whom",
  "don't",
  "didn't",
  "that",
  "being",
  "be",
]);
const DETERMINER = new Set(
  "the a an this these those such his her its their our my your no any some many of other recent latest".split(
    " ",
  ),
);

/** Does a verb form at `at` act as a cue at all: not an infinitive, not in a relative clause, not a noun ("the claims")? */
export function isLiveCue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[at + 1]?.lower ?? "";
  if (NOT_A_CUE_AFTER.has(before) || /n['’]t$/.test(before) || DETERMINER.has(before) || /'s?$/.test(before))
    return false;
  const then = tokens[at + 2];
  if (NOTHING.has(after) && (then === undefined || then.kind === "MARK" || EMPTY.has(then.lower)))
    return false;
  // "The film tells the story of a keeper"
  if (
    /^(?:tells?|told)$/.test(tokens[at]?.lower ?? "") &&
    /^(?:the|a)$/.test(after) &&
    /^(?:story|stories|tale|tales)$/.test(tokens[at + 2]?.lower ?? "")
  )
    return false;
  // "investors weighed reports that": behind a verb it is what that verb is about.
  if (
    /^(?:reports|claims|estimates|fears|hopes)$/.test(tokens[at]?.lower ?? "") &&
    /^\p{Ll}{2,}ed$/u.test(tokens[at - 1]?.text ?? "")
  )
    return false;
  if (/^cautione?[ds]?$/.test(tokens[at]?.lower ?? "") && after === "against") return false;
  if (tokens[at]?.lower === "reported" && /^(?:for|to)$/.test(after)) return false;
  const isPassive = /^(?:is|are|was|were|been)$/.test(before);
  const isParticiple = isPassive || /^(?:by|as)$/.test(after);
  return !isParticiple;
}
