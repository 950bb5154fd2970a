"use client";

import { startTransition, useCallback, useEffect, useOptimistic, useRef, useState } from "react";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Outcome } from "#lib/domain/form-state";
import { type AnnotatorActions, perform } from "./annotator-actions";
import { type Answer, type Command, foreseen, foreseenId, inverseOf } from "./commands";

export type RunResult = { readonly outcome: Outcome; readonly inverse: Command | null };

export interface RecordOfDesk {
  /** The desk with what was asked for already in it. */
  readonly desk: ArticleDesk;
  readonly run: (command: Command) => Promise<RunResult>;
  /** The record's own id of a statement that is shown before the record has answered; null where it refused. */
  readonly identify: (statementId: string) => Promise<string | null>;
  /** The revision that the record named last in answer to a command on this statement; 0 where there was none. */
  readonly answered: (statementId: string) => number;
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
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  useEffect(() => {
    if (underWay === 0) return;
    // A page that is left before the server answered may take what was asked for with it: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [underWay]);

  const accepted = useRef(new Map<string, Promise<RunResult>>());
  const revisions = useRef(new Map<string, number>());
  const answered = useCallback((statementId: string) => revisions.current.get(statementId) ?? 0, []);

  const identify = useCallback(async (statementId: string) => {
    const accepting = accepted.current.get(statementId);
    if (!accepting) return statementId;
    const { outcome } = await accepting;
    return outcome.ok ? (outcome.data?.statementId ?? null) : null;
  }, []);

  const run = useCallback(
    (command: Command) => {
      const running = new Promise<RunResult>((resolve) => {
        setUnderWay((n) => n + 1);
        // As it is shown: what was answered a moment ago is in it, and may not be in the record's own desk yet.
        const before = latest.current;
        startTransition(async () => {
          foresee(command);
          const known = await withRealId(command, identify);
          const reviewId = before.review?.id ?? "";
          const outcome = await perform(actions, reviewId, known);
          const answer: Answer = outcome.ok ? (outcome.data ?? {}) : {};
          if ("statementId" in known && answer.revision)
            revisions.current.set(known.statementId, Number(answer.revision));
          resolve({ outcome, inverse: outcome.ok ? inverseOf(command, before, answer, known) : null });
          // Whoever waits for the answer hears it first, in a task of its own.
          setTimeout(() => setUnderWay((n) => n - 1));
        });
      });
      if (command.kind === "accept") accepted.current.set(foreseenId(command.suggestionId), running);
      return running;
    },
    [actions, foresee, identify],
  );
  return { desk: shown, run, identify, answered, underWay };
}

/** A command on a statement that is only foreseen waits for the statement. Where that was refused, so is the command. */
async function withRealId(command: Command, identify: RecordOfDesk["identify"]): Promise<Command> {
  if (!("statementId" in command)) return command;
  return { ...command, statementId: (await identify(command.statementId)) ?? command.statementId };
}
