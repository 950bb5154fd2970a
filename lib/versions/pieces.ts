import type { DiffPiece, Stretch } from "#lib/domain/version-diff";
import type { Run } from "./align";
import type { PreparedText } from "./prepared-text";

/** Words `[from, to)` of both texts. */
interface Window {
  readonly older: readonly [from: number, to: number];
  readonly newer: readonly [from: number, to: number];
}

/**
 * Runs as pieces of both texts: white space goes with the word before it, so the pieces cover both texts from end to end.
 * With a window, those of its words alone, without the space at its ends; runs that cross its edge are cut.
 */
export function piecesOf(
  older: PreparedText,
  newer: PreparedText,
  runs: readonly Run[],
  window?: Window,
): DiffPiece[] {
  const at = { older: placesOf(older, window?.older), newer: placesOf(newer, window?.newer) };
  const within = window ?? { older: [0, older.words.length], newer: [0, newer.words.length] };
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece["kind"], olderStretch: Stretch, newerStretch: Stretch) => {
    if (olderStretch.end > olderStretch.start || newerStretch.end > newerStretch.start) {
      pieces.push({ kind, older: olderStretch, newer: newerStretch });
    }
  };
  if (window === undefined && (older.words.length === 0 || newer.words.length === 0)) {
    // A text without a word is in no run.
    const end = older.text.length;
    add("REMOVED", { start: 0, end }, { start: 0, end: 0 });
    add("ADDED", { start: end, end }, { start: 0, end: newer.text.length });
    return pieces;
  }
  for (const run of runs) {
    const cut = cutTo(run, within);
    if (cut === null) continue;
    const a = at.older(cut.older);
    const b = at.newer(cut.newer);
    if (cut.kind === "SAME") add("SAME", a, b);
    else {
      add("REMOVED", a, { start: b.start, end: b.start });
      add("ADDED", { start: a.end, end: a.end }, b);
    }
  }
  return pieces;
}

/** From words to units of the text. The first word takes what stands before it, the last what stands after it. */
function placesOf({ text, words }: PreparedText, window?: readonly [number, number]) {
  const [first, last] = window ?? [0, words.length];
  const begin = window === undefined ? 0 : (words[first]?.start ?? text.length);
  const end = window === undefined ? text.length : (words[last - 1]?.end ?? begin);
  const place = (index: number) =>
    index <= first ? begin : index >= last ? end : (words[index]?.start ?? end);
  return ([from, to]: readonly [number, number]): Stretch =>
    // An empty run before the first word is at the beginning, also where it is the last one too.
    ({ start: place(from), end: from === to ? place(from) : place(to) });
}

function cutTo(run: Run, window: Window): Run | null {
  const [a, b] = [clamp(run.older, window.older), clamp(run.newer, window.newer)];
  if (run.kind === "CHANGED") return b[0] === b[1] && a[0] === a[1] ? null : { ...run, older: a, newer: b };
  // A run of the same words is cut on both sides alike.
  const shift = run.newer[0] - run.older[0];
  const from = Math.max(a[0], b[0] - shift);
  const to = Math.min(a[1], b[1] - shift);
  return to <= from ? null : { ...run, older: [from, to], newer: [from + shift, to + shift] };
}

function clamp([from, to]: readonly [number, number], [first, last]: readonly [number, number]) {
  const start = Math.min(Math.max(from, first), last);
  return [start, Math.max(start, Math.min(to, last))] as const;
}
