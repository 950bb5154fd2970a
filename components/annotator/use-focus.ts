import { useEffect, useRef } from "react";
import { focusOn } from "#components/ui/use-kept-focus";
import { rowId } from "./annotator-state";
import type { Row } from "./rows";

/** Where the keyboard is on the desk, so that it is always somewhere. */

const FALLBACK = "inspector-title";

interface Asked {
  readonly id: string;
  readonly turn: number;
}

/** The row that one is at, by its id, and the row that stands for it now: the same, or that of the same words where it went. */
interface Standing {
  readonly id: string;
  readonly by: string;
}

/**
 * Put the focus where the last act asked, or on the row that stands for it where it went. A row in a pane that is not shown gives it to the inspector's heading; a row that the
 * record has yet to name gets it from there once it is drawn, unless somebody went elsewhere meanwhile.
 */
export function useFocus(asked: Asked | null, rows: readonly Row[], standing: Standing | null): void {
  const waiting = useRef<string | null>(null);
  const latest = useRef(standing);
  useEffect(() => {
    latest.current = standing;
  });
  useEffect(() => {
    if (!asked) return;
    const id = asked.id === latest.current?.id ? latest.current.by : asked.id;
    const isThere = isShown(document.getElementById(id));
    waiting.current = isThere ? null : id;
    put(isThere ? id : FALLBACK);
  }, [asked]);
  useEffect(() => {
    const id = waiting.current;
    if (id === null || !rows.some(({ key }) => rowId(key) === id) || !isShown(document.getElementById(id)))
      return;
    waiting.current = null;
    if (document.activeElement?.id === FALLBACK) put(id);
  }, [rows]);
}

/** Where what had the focus went away: the row that one is at, or the inspector's heading where that row isn't shown. */
export function placeOf(current: string | null): HTMLElement | null {
  const row = current === null ? null : document.getElementById(rowId(current));
  return isShown(row) ? row : document.getElementById(FALLBACK);
}

function put(id: string): void {
  const target = document.getElementById(id);
  if (target) focusOn(target);
}

const isShown = (element: HTMLElement | null): boolean =>
  element !== null && element.getClientRects().length > 0;
