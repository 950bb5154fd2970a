"use client";

import { startTransition, useCallback, useEffect, useOptimistic, useRef, useState } from "react";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Outcome } from "#lib/domain/form-state";
import { type AnnotatorActions, perform } from "./annotator-actions";
import { type Answer, type Command, foreseen, inverseOf } from "./commands";

export type RunResult = { readonly outcome: Outcome; readonly inverse: Command | null };

export interface RecordOfDesk {
  /** The desk with what was asked for already in it. */
  readonly desk: ArticleDesk;
  readonly run: (command: Command) => Promise<RunResult>;
  /** Commands that the server has not answered yet, or whose answers nobody has heard. */
  readonly underWay: number;
}

/**
 * The record behind the screen. A command shows at once; when the server has answered, its own desk replaces what was
 * foreseen, and where it refused, everything is as before.
 */
export function useRecord(desk: ArticleDesk, actions: AnnotatorActions, myName: string): RecordOfDesk {
  const [shown, foresee] = useOptimistic(desk, (before: ArticleDesk, command: Command) =>
    foreseen(before, command, myName),
  );
  const [underWay, setUnderWay] = useState(0);
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  }, [desk]);
  useEffect(() => {
    if (underWay === 0) return;
    // A page that is left before the server answered may take what was asked for with it: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [underWay]);

  const run = useCallback(
    (command: Command) =>
      new Promise<RunResult>((resolve) => {
        setUnderWay((n) => n + 1);
        startTransition(async () => {
          foresee(command);
          const before = latest.current;
          const reviewId = before.review?.id ?? "";
          const outcome = await perform(actions, reviewId, command);
          const answer: Answer = outcome.ok ? (outcome.data ?? {}) : {};
          resolve({ outcome, inverse: outcome.ok ? inverseOf(command, before, answer) : null });
          // Whoever waits for the answer hears it first, in a task of its own.
          setTimeout(() => setUnderWay((n) => n - 1));
        });
      }),
    [actions, foresee],
  );
  return { desk: shown, run, underWay };
}
