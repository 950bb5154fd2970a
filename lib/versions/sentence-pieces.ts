import { diffWordsWithSpace } from "diff";
import type { ShownPiece } from "#lib/domain/version-views";

/** Two sentences word by word: what stands in the older one, with what isn't in the newer one marked, and the other way round. */
export function sentencePieces(
  older: string,
  newer: string,
): { readonly older: readonly ShownPiece[]; readonly newer: readonly ShownPiece[] } {
  const pieces = diffWordsWithSpace(older, newer).map(
    ({ added, removed, value }): ShownPiece => ({
      kind: added ? "ADDED" : removed ? "REMOVED" : "SAME",
      text: value,
    }),
  );
  return {
    older: pieces.filter(({ kind }) => kind !== "ADDED"),
    newer: pieces.filter(({ kind }) => kind !== "REMOVED"),
  };
}
