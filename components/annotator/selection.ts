import type { Span } from "#lib/text/span";
import { snapToWords } from "./word-spans";

/**
 * What is selected in the text pane, as a span of the version's text; null where nothing is. Every piece of text on screen
 * carries the offset of its first unit in `data-at` and holds one text node, so white space that the browser folds away is
 * still counted.
 */
export function selectedSpan(root: HTMLElement | null, selection = document.getSelection()): Span | null {
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const pieces = [...root.querySelectorAll<HTMLElement>("[data-at]")].filter((piece) =>
    range.intersectsNode(piece),
  );
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset) ?? startOf(first);
  const end = offsetIn(last, range.endContainer, range.endOffset) ?? startOf(last) + lengthOf(last);
  return end > start ? { start, end } : null;
}

/** Where a range's end lies in a piece; null where it lies outside of it. */
function offsetIn(piece: HTMLElement, node: Node, offset: number): number | null {
  if (node === piece.firstChild) return startOf(piece) + offset;
  // Three clicks select up to the beginning of what follows.
  return node === piece ? startOf(piece) + (offset === 0 ? 0 : lengthOf(piece)) : null;
}

function startOf(piece: HTMLElement): number {
  return Number(piece.dataset.at);
}

function lengthOf(piece: HTMLElement): number {
  return piece.firstChild?.textContent?.length ?? 0;
}

/** What a statement can be made of. A statement stays in one part of the page: `isCut` where the selection went on into another. */
export type Selected =
  | { readonly kind: "words"; readonly span: Span; readonly isCut: boolean }
  /** White space alone, or what stands between two parts. */
  | { readonly kind: "blank" }
  /** All words of a page that has several parts: nobody means them as one statement. */
  | { readonly kind: "page" };

/** The whole words that were selected, of the first part of the page that has any of them. */
export function wordsSelected(
  page: { readonly text: string; readonly language: string | null; readonly segments: readonly Span[] },
  selected: Span,
): Selected {
  const { text, language, segments } = page;
  const worded = segments.filter((part) => text.slice(part.start, part.end).trim() !== "");
  const touched = worded.flatMap((part) => snapToWords(text, selected, part, language) ?? []);
  const [span] = touched;
  if (span === undefined) return { kind: "blank" };
  const isCut = touched.length > 1;
  const isWhole = selected.start <= firstWord(text, worded) && selected.end >= lastWord(text, worded);
  return isCut && isWhole ? { kind: "page" } : { kind: "words", span, isCut };
}

function firstWord(text: string, [first]: readonly Span[]): number {
  return first === undefined ? 0 : first.end - text.slice(first.start, first.end).trimStart().length;
}

function lastWord(text: string, parts: readonly Span[]): number {
  const last = parts.at(-1);
  return last === undefined ? 0 : last.start + text.slice(last.start, last.end).trimEnd().length;
}
