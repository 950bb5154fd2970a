import { isInsideGrapheme } from "#lib/text/graphemes";
import type { Span } from "#lib/text/span";

/**
 * What was said may stand in pieces: “We will,” the minister said, “pay on Sunday.” A statement reaches from the start of its first piece to
 * the end of its last one; what lies between two pieces is not said in it. Offsets are UTF-16 units of the version's text.
 */

/** In more pieces than this no statement stands. */
export const MOST_PIECES = 8;

/** A statement's ends, and its pieces where it has several. Left out or empty: it is one piece. */
export interface InPieces extends Span {
  readonly content?: readonly Span[] | undefined;
}

/** The pieces in the order of the text; at least one. */
export function piecesOf({ start, end, content }: InPieces): readonly Span[] {
  return content === undefined || content.length === 0 ? [{ start, end }] : content;
}

/** What lies between its pieces: one fewer than there are. */
export function gapsOf(said: InPieces): Span[] {
  const pieces = piecesOf(said);
  return pieces
    .slice(1)
    .map((piece, index) => ({ start: pieces[index]?.end ?? piece.start, end: piece.start }));
}

/** Are these the pieces of one and the same content? */
export function samePieces(a: InPieces, b: InPieces): boolean {
  const spelt = (said: InPieces) =>
    piecesOf(said)
      .map(({ start, end }) => `${start}-${end}`)
      .join();
  return spelt(a) === spelt(b);
}

/**
 * May a statement stand in these pieces? They reach from its start to its end, in order; none is empty or white space alone, between two of
 * them stands more than white space, and there are no more than `MOST_PIECES`.
 */
export function mayStand(text: string, said: InPieces): boolean {
  const pieces = piecesOf(said);
  const isWords = ({ start, end }: Span) => start < end && text.slice(start, end).trim() !== "";
  return (
    pieces.length <= MOST_PIECES &&
    pieces[0]?.start === said.start &&
    pieces.at(-1)?.end === said.end &&
    pieces.every(isWords) &&
    gapsOf(said).every(isWords)
  );
}

/**
 * A statement of all these words, in whatever order they are given: those that touch, overlap or have white space alone between them are one piece.
 *
 * Null where no statement can stand in them: there are none or too many, or an end would stand inside of what readers see as one character.
 */
export function fromPieces(text: string, spans: readonly Span[]): InPieces | null {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = pieces.at(-1);
    if (last && text.slice(last.end, Math.max(start, last.end)).trim() === "")
      last.end = Math.max(last.end, end);
    else pieces.push({ start, end });
  }
  const isCut = pieces.some(({ start, end }) => [start, end].some((at) => isInsideGrapheme(text, at)));
  const said = inPieces(pieces);
  return said === null || isCut || !mayStand(text, said) ? null : said;
}

/**
 * The same without the words under `gap`. White space beside them goes with them. Words at an end of it move that end.
 *
 * Null where nothing would be left, where `gap` holds none of its words, where an end of it would stand inside of what readers see as one
 * character, and where there would be more pieces than may be.
 */
export function leaveOut(text: string, said: InPieces, gap: Span): InPieces | null {
  if ([gap.start, gap.end].some((at) => isInsideGrapheme(text, at))) return null;
  const pieces = piecesOf(said).flatMap((piece) => {
    if (gap.end <= piece.start || gap.start >= piece.end) return [piece];
    const before = trimmed(text, { start: piece.start, end: Math.min(gap.start, piece.end) }, "end");
    const after = trimmed(text, { start: Math.max(gap.end, piece.start), end: piece.end }, "start");
    return [before, after].filter((one) => one !== null);
  });
  const after = inPieces(pieces);
  return after === null || pieces.length > MOST_PIECES || samePieces(after, said) || !mayStand(text, after)
    ? null
    : after;
}

/** Without white space at one of its ends; null where nothing else is in it. */
function trimmed(text: string, { start, end }: Span, edge: "start" | "end"): Span | null {
  if (end <= start) return null;
  const words = text.slice(start, end);
  if (words.trim() === "") return null;
  return edge === "end"
    ? { start, end: start + words.trimEnd().length }
    : { start: end - words.trimStart().length, end };
}

/** Null for none at all. */
function inPieces(pieces: readonly Span[]): (Span & { readonly content: readonly Span[] }) | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end, content: pieces.length === 1 ? [] : pieces };
}

/** The same with what lies between two of its pieces: gap `index` is said as well. As it is where there is no such gap. */
export function takeIn(said: InPieces, index: number): InPieces {
  const pieces = piecesOf(said);
  const [before, after] = [pieces[index], pieces[index + 1]];
  if (before === undefined || after === undefined) return said;
  const joined = { start: before.start, end: after.end };
  return inPieces([...pieces.slice(0, index), joined, ...pieces.slice(index + 2)]) ?? said;
}

/** What stands between a clause and what credits it. */
const SEPARATOR = /^[\s,;:،؛–—-]$/u;

/** A span with the separators on both sides of it, as far as `bounds` reach. */
export function withSeparators(
  text: string,
  { start, end }: Span,
  bounds: Span,
): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from > bounds.start && SEPARATOR.test(text.charAt(from - 1))) from -= 1;
  while (to < bounds.end && SEPARATOR.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

/** Between two pieces, where their words stand alone. */
export const APART = " … ";

/** What was said, where it stands alone: the words of its pieces. `exact` are the words from its start to its end. */
export function saidWords({ exact, ...said }: InPieces & { readonly exact: string }): string {
  return piecesOf(said)
    .map(({ start, end }) => exact.slice(start - said.start, end - said.start))
    .join(APART);
}

/** All its words from its start to its end, cut at the ends of its pieces: what is said and what lies between. */
export function cutWords({
  exact,
  ...said
}: InPieces & { readonly exact: string }): { readonly text: string; readonly isSaid: boolean }[] {
  const gaps = gapsOf(said);
  const wordsOf = ({ start, end }: Span) => exact.slice(start - said.start, end - said.start);
  return piecesOf(said).flatMap((piece, index) => {
    const gap = gaps[index];
    const words = { text: wordsOf(piece), isSaid: true };
    return gap === undefined ? [words] : [words, { text: wordsOf(gap), isSaid: false }];
  });
}
