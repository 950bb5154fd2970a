import { type Dispatch, useEffect, useRef } from "react";
import { isListOf, isRecordOf, isText } from "#lib/text/plain-data";
import type { AnnotatorEvent } from "./annotator-state";
import type { Command } from "./commands";

/** What can be taken back outlives a reload of the window, and ends with the window. */

const MOST = 100;

export interface Memory {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const isRemembered = isListOf(isRecordOf<{ readonly kind: string }>({ kind: isText }), MOST);

/** What was kept under a key; nothing where that can't be read. Each command is read again by its verb. */
export function recall(memory: Memory, key: string): readonly Command[] {
  try {
    const found: unknown = JSON.parse(memory.getItem(key) ?? "[]");
    // Written below from commands alone; the verbs refuse whatever is none.
    return isRemembered(found) ? (found as unknown as readonly Command[]) : [];
  } catch {
    return [];
  }
}

/** Keep the latest of them. A window that keeps nothing (its storage is full or switched off) can still undo until it is reloaded. */
export function remember(memory: Memory, key: string, undo: readonly Command[]): void {
  try {
    memory.setItem(key, JSON.stringify(undo.slice(-MOST)));
  } catch {
    return;
  }
}

export function useUndoMemory(
  key: string,
  undo: readonly Command[],
  dispatch: Dispatch<AnnotatorEvent>,
): void {
  const isRead = useRef(false);
  useEffect(() => {
    if (!isRead.current) {
      isRead.current = true;
      dispatch({ type: "remembered", undo: recall(window.sessionStorage, key) });
      return;
    }
    remember(window.sessionStorage, key, undo);
  }, [key, undo, dispatch]);
}
