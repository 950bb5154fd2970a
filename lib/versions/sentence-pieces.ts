import type { ShownPiece } from "#lib/domain/version-views";
import { align } from "./align";
import { shownPieces } from "./fate-view";
import { piecesOf } from "./pieces";
import { prepareText } from "./prepared-text";

/** Two sentences word by word: what stands in the older one, with what isn't in the newer one marked, and the other way round. */
export function sentencePieces(
  older: string,
  newer: string,
): { readonly older: readonly ShownPiece[]; readonly newer: readonly ShownPiece[] } {
  const [a, b] = [prepareText({ text: older, segments: [] }), prepareText({ text: newer, segments: [] })];
  const pieces = shownPieces(piecesOf(a, b, align(a, b)), { older, newer });
  return {
    older: pieces.filter(({ kind }) => kind !== "ADDED"),
    newer: pieces.filter(({ kind }) => kind !== "REMOVED"),
  };
}
