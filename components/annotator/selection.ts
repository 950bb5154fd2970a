import type { Span } from "#lib/text/span";

/**
 * What is selected in the text pane, as a span of the version's text; null where nothing is. Every piece of text on screen
 * carries the offset of its first unit in `data-at` and holds one text node, so white space that the browser folds away is
 * still counted.
 */
export function selectedSpan(root: HTMLElement | null): Span | null {
  const selection = document.getSelection();
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

/** Where a range's end lies in a piece; null where it lies outside the piece's own text. */
function offsetIn(piece: HTMLElement, node: Node, offset: number): number | null {
  return node === piece.firstChild && node.nodeType === Node.TEXT_NODE ? startOf(piece) + offset : null;
}

function startOf(piece: HTMLElement): number {
  return Number(piece.dataset.at);
}

function lengthOf(piece: HTMLElement): number {
  return piece.firstChild?.textContent?.length ?? 0;
}
