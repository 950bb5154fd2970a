import { CUE_CLASSES, DOCUMENT_CUES } from "#lib/english/cue-verbs";
import type { Token } from "#lib/english/tokens";
import { wordsOf } from "#lib/english/word-class";

/** What a form does as a cue; the classes tell more (`lib/english/cue-verbs.ts`). */
export type Cue = Pick<(typeof CUE_CLASSES)[number], "type" | "needs">;

const CUES = new Map(CUE_CLASSES.flatMap((one) => [...wordsOf(one)].map((form) => [form, one] as const)));

export function cueAt(token: Token | undefined): Cue | null {
  return token?.kind === "WORD" ? (CUES.get(token.lower) ?? null) : null;
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
  if (NOT_A_CUE_AFTER.has(before) || DETERMINER.has(before) || /'s?$/.test(before)) return false;
  const then = tokens[at + 2];
  if (NOTHING.has(after) && (then === undefined || then.kind === "MARK" || EMPTY.has(then.lower)))
    return false;
  if (tokens[at]?.lower === "reported" && /^(?:for|to)$/.test(after)) return false;
  const isPassive = /^(?:is|are|was|were|been)$/.test(before);
  const isParticiple = isPassive || /^(?:by|as)$/.test(after);
  return !isParticiple;
}
