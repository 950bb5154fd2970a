import type { Fate, Stretch } from "#lib/domain/version-diff";
import { foldedWords } from "#lib/text/folded-words";

/** One state of a page, and from when on it was seen. */
export interface Sighting {
  readonly versionId: string;
  readonly at: Date;
}

/** What became of a statement, and since when that is known; `since` null where it has stood all along. */
export interface FateSince {
  readonly fate: Fate;
  readonly since: Date | null;
  /** Index of the state with which it began. */
  readonly first: number;
}

/**
 * The fate in the last state, dated by the first of the unbroken row of states in which it was the same: a statement that was
 * reworded twice is reworded since the second time, and one that came back stands again since then.
 *
 * Shapes   `later` are the states after the statement's own, oldest first, one at least; `fateIn` tells its fate in one of
 *          them, `wordsOf` the words under a stretch of its text.
 * Throws   RangeError without a later state.
 */
export function fateSince(
  later: readonly Sighting[],
  fateIn: (versionId: string) => Fate,
  wordsOf: (versionId: string, stretch: Stretch) => string,
): FateSince {
  const last = later.at(-1);
  if (last === undefined) throw new RangeError("there is no later state of the page");
  const fate = fateIn(last.versionId);
  const wording = wordingOf(last.versionId, fate, wordsOf);
  let first = later.length - 1;
  while (first > 0) {
    const { versionId } = later[first - 1] ?? last;
    const before = fateIn(versionId);
    if (before.kind !== fate.kind || wordingOf(versionId, before, wordsOf) !== wording) break;
    first -= 1;
  }
  const hasStood = fate.kind === "STANDS" && first === 0;
  return { fate, since: hasStood ? null : (later[first]?.at ?? null), first };
}

/** What tells one rewording from another: its words, folded. */
function wordingOf(
  versionId: string,
  fate: Fate,
  wordsOf: (versionId: string, stretch: Stretch) => string,
): string {
  if (fate.kind !== "REWORDED") return "";
  return foldedWords(wordsOf(versionId, fate.newer))
    .map(({ key }) => key)
    .join(" ");
}
