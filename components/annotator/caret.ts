import type { Span } from "#lib/text/span";
import type { Edge } from "./word-spans";

/** Where the text of a version stands on the screen, and what stands at a point of it. Offsets are UTF-16 units of the version's text. */

/** Where an edge stands: a vertical stroke, in pixels of the window. `side` is where the words aren't. */
export interface EdgePlace {
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly side: "left" | "right";
}

/** Letters that run from right to left. Digits and signs run as what is around them does. */
const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Where one edge of a span stands: beside its first or its last character, on the side to which that one runs. Null where it isn't drawn.
 * `rowId` names the row that is asked first: the same words may stand in several, where statements overlap.
 */
export function edgePlace(pane: HTMLElement, rowId: string, span: Span, edge: Edge): EdgePlace | null {
  const at = edge === "start" ? span.start : span.end - 1;
  const node = textAt(document.getElementById(rowId), at) ?? textAt(pane, at);
  if (!node) return null;
  const from = at - startOf(node.piece);
  const range = document.createRange();
  range.setStart(node.text, from);
  range.setEnd(node.text, from + 1);
  const rects = [...range.getClientRects()].filter(({ height }) => height > 0);
  const rect = edge === "start" ? rects[0] : rects.at(-1);
  if (!rect) return null;
  const side =
    runsFromRight(node.text.data.charAt(from), node.piece) === (edge === "start") ? "right" : "left";
  return { x: side === "left" ? rect.left : rect.right, top: rect.top, height: rect.height, side };
}

function runsFromRight(character: string, piece: HTMLElement): boolean {
  if (FROM_RIGHT.test(character)) return true;
  return !/\p{L}/u.test(character) && getComputedStyle(piece).direction === "rtl";
}

function textAt(root: HTMLElement | null, at: number): { piece: HTMLElement; text: Text } | null {
  for (const piece of root?.querySelectorAll<HTMLElement>("[data-at]") ?? []) {
    const text = piece.firstChild;
    const start = startOf(piece);
    if (text instanceof Text && start <= at && at < start + text.length) return { piece, text };
  }
  return null;
}

const startOf = (piece: HTMLElement): number => Number(piece.dataset.at);

/** Firefox names it one way, older Safari the other. */
interface CaretDocument {
  readonly caretPositionFromPoint?: (
    x: number,
    y: number,
  ) => { readonly offsetNode: Node; readonly offset: number } | null;
  readonly caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

/** The offset in the text at a point of the window, from the row that lies there; null where none does. Beside its words it is the nearest of them. */
export function offsetAt(pane: HTMLElement, x: number, y: number): number | null {
  const { left, right } = pane.getBoundingClientRect();
  const across = document.elementsFromPoint((left + right) / 2, y);
  const words = across.map((one) => one.closest(".row")?.querySelector(".x")).find((one) => one != null);
  if (!words || !pane.contains(words)) return null;
  const box = words.getBoundingClientRect();
  const inside = Math.min(Math.max(x, box.left + 1), box.right - 1);
  const found = caretAt(inside, y);
  const piece = found && pieceOf(found.node);
  if (!piece) return null;
  const length = piece.firstChild?.textContent?.length ?? 0;
  return startOf(piece) + (found.node === piece.firstChild ? found.offset : length);
}

/** So near an edge of its pane what is dragged scrolls it; so far a frame at most. In pixels. */
const NEAR = 48;
const FASTEST = 14;

/** How far a pane is scrolled in a frame while a pointer is at this height: downwards where it is more than 0. `box` is what is seen of it. */
export function scrollAt(
  y: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  const [above, below] = [top + NEAR - y, y - (bottom - NEAR)];
  const depth = Math.min(Math.max(above, below, 0), NEAR);
  return Math.round((FASTEST * depth) / NEAR) * (above > below ? -1 : 1);
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  const asked: CaretDocument = document;
  const position = asked.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = asked.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function pieceOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-at]") ?? null;
}
