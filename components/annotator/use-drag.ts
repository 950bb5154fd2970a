import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import * as words from "#lib/words";
import { say } from "./acts";
import { type EdgePlace, offsetAt, scrollAt } from "./caret";
import { type Dragged, dragOf, type Marked, spanOf, withSpan } from "./ends";
import { drop, type Held, heldOf, pageOf } from "./moving";
import type { Annotator } from "./use-annotator";
import type { Edge, Unit } from "./word-spans";

/** What is being dragged: one end, and what the pointer asks for as it goes along. */
interface Drag {
  readonly edge: Edge;
  readonly pointer: number;
  readonly held: Held;
  readonly ask: (at: number, unit: Unit) => Dragged;
  /** From the pointer to the line of the words, where it took the handle. */
  readonly dx: number;
  readonly dy: number;
  now: Dragged;
  /** Where the pointer is; null until it moves. */
  at: { readonly x: number; readonly y: number; readonly isFine: boolean } | null;
}

/** Whose ends have handles, as they stand while one of them is dragged. */
export interface Handled extends Held {
  readonly shown: Marked;
  /** Null while nothing is dragged. */
  readonly dragged: Dragged | null;
}

/**
 * Dragging an end: what it asks for is shown as the pointer goes, and kept once, where it is let go of. Near an edge of the pane it scrolls. Escape and a pointer that the browser
 * takes away give it up; so does a change by somebody else.
 */
export function useDrag(annotator: Annotator, pane: RefObject<HTMLElement | null>) {
  const drag = useRef<Drag | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const latest = useRef(annotator);
  useEffect(() => {
    latest.current = annotator;
  });
  const held = heldOf(annotator);
  const isOver = useRef((tell: string | null) => {
    drag.current = null;
    setDragged(null);
    if (tell !== null) say(latest.current, tell);
  }).current;
  useEscape(dragged !== null, () => isOver(words.desk.said.dragLeft));

  const take = (event: PointerEvent<HTMLElement>, edge: Edge, place: EdgePlace | null) => {
    if (event.button !== 0 || !held || !place) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const ask = dragOf(pageOf(annotator), held.marked, held.chosen, edge);
    const now = { span: spanOf(held.marked, held.chosen), isHeld: false };
    const to = { dx: place.x - event.clientX, dy: place.top + place.height / 2 - event.clientY };
    const taken: Drag = { edge, pointer: event.pointerId, held, ask, now, at: null, ...to };
    drag.current = taken;
    setDragged(now);
    const scrolled = () => {
      if (drag.current !== taken || !pane.current) return;
      if (taken.at && scrollBy(pane.current, taken.at.y)) follow();
      requestAnimationFrame(scrolled);
    };
    requestAnimationFrame(scrolled);
  };
  const follow = () => {
    const { current } = drag;
    if (!current?.at || !pane.current) return;
    const { top, bottom } = pane.current.getBoundingClientRect();
    const { x, y, isFine } = current.at;
    // A pointer beyond an edge asks for what stands at it.
    const at = offsetAt(
      pane.current,
      x + current.dx,
      Math.min(Math.max(y + current.dy, top + 1), bottom - 1),
    );
    if (at === null) return;
    current.now = current.ask(at, isFine ? "character" : latest.current.state.unit);
    setDragged(current.now);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (!current || event.pointerId !== current.pointer) return;
    current.at = { x: event.clientX, y: event.clientY, isFine: event.shiftKey };
    follow();
  };
  const letGo = () => {
    const { current } = drag;
    if (!current) return;
    const { span, isHeld } = current.now;
    const was = spanOf(current.held.marked, current.held.chosen);
    const isStale = held?.key !== current.held.key || isOthers(annotator, held, current.held);
    isOver(isStale ? words.deskErrors.stale : isHeld ? words.desk.said.heldBack : null);
    if (isStale || (span.start === was.start && span.end === was.end)) return;
    drop(annotator, held, withSpan(held.marked, held.chosen, span), isHeld);
  };
  const handled = held && { ...held, dragged, shown: shownOf(held, dragged) };
  return { handled, take, move, letGo, giveUp: () => drag.current && isOver(words.desk.said.dragLeft) };
}

/** Scroll a pane whose edge the pointer is near; false where it isn't, or nothing more is there. */
function scrollBy(pane: HTMLElement, y: number): boolean {
  const by = scrollAt(y, pane.getBoundingClientRect());
  const before = pane.scrollTop;
  if (by !== 0) pane.scrollTop += by;
  return pane.scrollTop !== before;
}

/** Did somebody else change it since? One’s own change, drawn only now, is none of those. */
function isOthers({ row, myName }: Annotator, now: Held, then: Held): boolean {
  return now.revision !== then.revision && row?.statement?.changedByName !== myName;
}

function shownOf({ marked, chosen }: Held, dragged: Dragged | null): Marked {
  return dragged === null ? marked : withSpan(marked, chosen, dragged.span);
}

/** While something is dragged Escape is the drag’s alone: the form that stands open stays. */
function useEscape(isDragging: boolean, giveUp: () => void): void {
  const latest = useRef(giveUp);
  useEffect(() => {
    latest.current = giveUp;
  });
  useEffect(() => {
    if (!isDragging) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [isDragging]);
}
