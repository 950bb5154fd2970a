import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { rowId } from "./annotator-state";
import { type EdgePlace, edgePlace } from "./caret";
import { spanOf } from "./ends";
import type { useDrag } from "./use-drag";
import type { Edge } from "./word-spans";

const EDGES = ["start", "end"] as const satisfies readonly Edge[];

/**
 * Two handles at the ends of what was chosen, for the pointer alone: keys and buttons do the same, and tell it. They lie over the text and not in
 * it, so that they change no line of it, part no letters that are joined, and stay the same while the words under them change.
 */
export function Handles({
  drag,
  pane,
}: {
  drag: ReturnType<typeof useDrag>;
  pane: RefObject<HTMLElement | null>;
}) {
  const { handled } = drag;
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const places = useRef<Record<Edge, EdgePlace | null>>({ start: null, end: null });
  const put = () => {
    for (const edge of EDGES) {
      const handle = (edge === "start" ? start : end).current;
      if (!pane.current || !handle || !handled) continue;
      const span = spanOf(handled.shown, handled.chosen);
      const place = edgePlace(pane.current, rowId(handled.key), span, edge);
      places.current[edge] = place;
      putAt(pane.current, handle, place);
    }
  };
  const latest = useRef(put);
  useLayoutEffect(() => {
    latest.current = put;
    put();
  });
  useEffect(() => {
    const watched = pane.current;
    if (!watched) return;
    const again = () => latest.current();
    const sizes = new ResizeObserver(again);
    for (const part of [watched, ...watched.children]) sizes.observe(part);
    document.fonts.addEventListener("loadingdone", again);
    return () => {
      sizes.disconnect();
      document.fonts.removeEventListener("loadingdone", again);
    };
  }, [pane]);
  if (!handled) return null;
  return EDGES.map((edge) => (
    <div
      key={edge}
      ref={edge === "start" ? start : end}
      className="handle"
      aria-hidden="true"
      data-edge={edge}
      data-dragged={handled.dragged ? "" : undefined}
      onPointerDown={(event) => drag.take(event, edge, places.current[edge])}
      onPointerMove={drag.move}
      onPointerUp={drag.letGo}
      onPointerCancel={drag.giveUp}
    />
  ));
}

/** A handle reaches out to where the words aren’t, and not beyond the pane. It is hidden where the end isn’t drawn. */
function putAt(pane: HTMLElement, handle: HTMLElement, place: EdgePlace | null): void {
  handle.hidden = place === null;
  if (place === null) return;
  const box = pane.getBoundingClientRect();
  const width = handle.offsetWidth;
  const x = place.x - box.left - pane.clientLeft + pane.scrollLeft;
  const outside = place.side === "left" ? x - width : x;
  const left = Math.min(Math.max(outside, 0), pane.clientWidth - width);
  handle.dataset.side = left === outside ? place.side : "within";
  handle.style.setProperty("left", `${left}px`);
  handle.style.setProperty("top", `${place.top - box.top - pane.clientTop + pane.scrollTop}px`);
  handle.style.setProperty("--line", `${place.height}px`);
  handle.style.setProperty("--at", `${x - left}px`);
}
