import type { Fate } from "#lib/domain/version-diff";

/** One state of a page, and from when on it was seen. */
export interface Sighting {
  readonly versionId: string;
  readonly at: Date;
}

/** What became of a statement, and since when that is known; null where it always was so. */
export interface FateSince {
  readonly fate: Fate;
  readonly since: Date | null;
}

/**
 * The fate in the last state, dated by the first of the unbroken row of states in which it was the same. `later` are the
 * states after the statement's own, oldest first; `fateIn` tells its fate in one of them. Null without a later state.
 */
export function fateSince(
  later: readonly Sighting[],
  fateIn: (versionId: string) => Fate,
  wordsAt: (versionId: string, fate: Fate) => string,
): FateSince | null {
  const last = later.at(-1);
  if (last === undefined) return null;
  const fate = fateIn(last.versionId);
  const isSame = ({ versionId }: Sighting) => {
    const other = fateIn(versionId);
    return other.kind === fate.kind && wordsAt(versionId, other) === wordsAt(last.versionId, fate);
  };
  let first = later.length - 1;
  for (let i = first - 1; i >= 0; i -= 1) {
    const sighting = later[i];
    if (sighting === undefined || !isSame(sighting)) break;
    first = i;
  }
  const isAlways = fate.kind === "STANDS" && first === 0;
  return { fate, since: isAlways ? null : (later[first]?.at ?? null) };
}
