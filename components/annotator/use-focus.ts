import { type RefObject, useEffect, useRef } from "react";
import { rowId } from "./annotator-state";
import type { Row } from "./rows";

/** Where the keyboard is on the desk, so that it is always somewhere. */

const FALLBACK = "inspector-title";

interface Asked {
  readonly id: string;
  readonly turn: number;
}

/**
 * Put the focus where the last act asked. A row in a pane that is not shown gives it to the inspector's heading; a row that the
 * record has yet to name gets it from there once it is drawn, unless somebody went elsewhere meanwhile.
 */
export function useFocus(asked: Asked | null, rows: readonly Row[]): void {
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    if (!asked) return;
    const isThere = isShown(document.getElementById(asked.id));
    waiting.current = isThere ? null : asked.id;
    put(isThere ? asked.id : FALLBACK);
  }, [asked]);
  useEffect(() => {
    const id = waiting.current;
    if (id === null || !rows.some(({ key }) => rowId(key) === id) || !isShown(document.getElementById(id)))
      return;
    waiting.current = null;
    if (document.activeElement?.id === FALLBACK) put(id);
  }, [rows]);
}

/**
 * Where what had the focus goes away (the button that started a review, a dialog whose button went with it), the focus goes to the
 * row that one is at, never back to the top of the document.
 */
export function useKeptFocus(desk: RefObject<HTMLElement | null>, current: string | null): void {
  const row = useRef(current);
  useEffect(() => {
    row.current = current;
  });
  useEffect(() => {
    const within = desk.current;
    if (!within) return;
    let last: Element | null = null;
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
    };
    const watcher = new MutationObserver(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost || last === null || last.isConnected) return;
      last = null;
      const id = row.current === null ? FALLBACK : rowId(row.current);
      put(isShown(document.getElementById(id)) ? id : FALLBACK);
    });
    within.addEventListener("focusin", remember);
    watcher.observe(within, { childList: true, subtree: true });
    return () => {
      within.removeEventListener("focusin", remember);
      watcher.disconnect();
    };
  }, [desk]);
}

function put(id: string): void {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  // A field comes into view with its name above it and what is wrong with it below.
  (target?.closest(".field") ?? target)?.scrollIntoView({ block: "nearest" });
}

const isShown = (element: HTMLElement | null): boolean =>
  element !== null && element.getClientRects().length > 0;
