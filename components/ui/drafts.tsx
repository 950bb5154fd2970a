"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Act } from "#lib/domain/form-state";
import { words } from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";

export type DraftState =
  | { readonly kind: "none" | "saving" | "failed" }
  | { readonly kind: "saved"; readonly at: string };

export type DraftBody = Readonly<Record<string, string>>;

export interface Drafts {
  readonly state: DraftState;
  /** Save what stands in a form, a moment after the last key. */
  readonly keep: (subject: string, body: DraftBody) => void;
  /** The form was saved or given up. */
  readonly forget: (subject: string) => void;
}

const PAUSE = 500;

/**
 * Drafts of several forms, saved as they are typed. "Saved" is only said once the record has answered. What still waits is
 * sent at once when the page is hidden, and again with the next key where sending failed.
 */
export function useDrafts(save: Act): Drafts {
  const [state, setState] = useState<DraftState>({ kind: "none" });
  const waiting = useRef(new Map<string, DraftBody>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const send = useCallback(async () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    const batch = [...waiting.current];
    waiting.current.clear();
    for (const [subject, body] of batch) {
      const outcome = await waitForOutcome(save({ subject, body }));
      if (!outcome.ok && !waiting.current.has(subject)) waiting.current.set(subject, body);
      setState(outcome.ok ? { kind: "saved", at: timeOfDay(new Date()) } : { kind: "failed" });
    }
  }, [save]);

  const keep = useCallback(
    (subject: string, body: DraftBody) => {
      waiting.current.set(subject, body);
      setState({ kind: "saving" });
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(send, PAUSE);
    },
    [send],
  );

  const forget = useCallback(
    (subject: string) => {
      waiting.current.delete(subject);
      setState({ kind: "none" });
      void waitForOutcome(save({ subject, body: null }));
    },
    [save],
  );

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === "hidden" && waiting.current.size > 0) void send();
    };
    document.addEventListener("visibilitychange", onHidden);
    return () => document.removeEventListener("visibilitychange", onHidden);
  }, [send]);

  return { state, keep, forget };
}

function timeOfDay(at: Date): string {
  return at.toLocaleTimeString(words.dates.locale, { hour: "2-digit", minute: "2-digit" });
}

/** "Draft saved 08:31". Said to screen readers politely, and only when it changes. */
export function DraftMark({ state }: { state: DraftState }) {
  const text = {
    none: "",
    saving: words.desk.drafts.saving,
    failed: words.desk.drafts.failed,
    saved: state.kind === "saved" ? words.desk.drafts.saved(state.at) : "",
  }[state.kind];
  return (
    <span role="status">
      {text !== "" && (
        <span className={state.kind === "failed" ? "state state--wait" : "state muted"}>{text}</span>
      )}
    </span>
  );
}
