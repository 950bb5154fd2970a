import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import * as words from "#lib/words";
import { say } from "./acts";
import { type EdgePlace, offsetAt } from "./caret";
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
}

/** Whose ends have handles, as they stand while one of them is dragged. */
export interface Handled extends Held {
  readonly shown: Marked;
  /** Null while nothing is dragged. */
  readonly dragged: Dragged | null;
}

/**
 * Dragging an end: what it asks for is shown as the pointer goes, and kept once, where it is let go of. Escape and a pointer that the browser
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
    drag.current = { edge, pointer: event.pointerId, held, ask, now, ...to };
    setDragged(now);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (!current || !pane.current || event.pointerId !== current.pointer) return;
    const at = offsetAt(pane.current, event.clientX + current.dx, event.clientY + current.dy);
    if (at === null) return;
    current.now = current.ask(at, event.shiftKey ? "character" : annotator.state.unit);
    setDragged(current.now);
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
