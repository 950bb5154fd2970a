import { LABEL, MEDIA_NAME_WORD } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import type { Speaker } from "./noun-phrase";
import { isPersonWord } from "./person-names";

/**
 * Who stands behind words before a colon that say what follows, not who says it ("Market Intel:", "Coach Update:"): somebody whom nobody
 * could find. Null for other words: "Joseph Story:" is a person, and "Harbour Post:" an outlet.
 */
export function behindTextLabel(words: readonly Token[]): Speaker | null {
  const last = words.at(-1)?.lower ?? "";
  if (words.length < 2 || !LABEL.has(last) || !words.every(isCapitalised)) return null;
  if (MEDIA_NAME_WORD.has(last) || (last === "story" && words.slice(0, -1).every(isPersonWord))) return null;
  const name = words.map(({ text }) => text).join(" ");
  const [isParty, isPlural] = [false, false];
  return { name, kind: "UNNAMED", sourcing: "UNNAMED_BARE", because: "NOBODY", isParty, isPlural };
}
