import type { DiffPiece } from "#lib/domain/version-diff";
import type { FateView, ShownPiece, VersionLink } from "#lib/domain/version-views";
import type { FateSince } from "./timeline";

interface Texts {
  readonly older: string;
  readonly newer: string;
}

/** A fate with the words that it is about, as screens show it. */
export function fateView(
  { fate, since, isAtLeast }: FateSince & { readonly isAtLeast: boolean },
  version: VersionLink,
  texts: Texts,
): FateView {
  const perhaps = fate.kind === "UNCLEAR" && fate.newer !== null ? fate.newer : null;
  return {
    kind: fate.kind,
    version,
    isAtLeast,
    since: since?.toISOString() ?? null,
    isMoved: fate.kind === "STANDS" && fate.isMoved,
    ownWordsStand: fate.kind === "REWORDED" && fate.ownWordsStand,
    doubt: fate.kind === "UNCLEAR" ? fate.doubt : null,
    pieces: fate.kind === "REWORDED" ? shownPieces(fate.pieces, texts) : [],
    perhaps: perhaps && texts.newer.slice(perhaps.start, perhaps.end),
  };
}

/** What stands now, with what was removed where it stood. */
export function shownPieces(pieces: readonly DiffPiece[], { older, newer }: Texts): ShownPiece[] {
  return pieces.map(({ kind, older: a, newer: b }) => ({
    kind,
    text: kind === "REMOVED" ? older.slice(a.start, a.end) : newer.slice(b.start, b.end),
  }));
}
