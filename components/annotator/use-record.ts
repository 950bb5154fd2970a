"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Outcome } from "#lib/domain/form-state";
import { type AnnotatorActions, perform } from "./annotator-actions";
import { type Command, foreseenId, inverseOf } from "./commands";
import { keep, ownActs, shownDesk } from "./kept-commands";

export type RunResult = { readonly outcome: Outcome; readonly inverse: Command | null };

export interface RecordOfDesk {
  /** The desk with what was asked for already in it. */
  readonly desk: ArticleDesk;
  readonly run: (command: Command) => Promise<RunResult>;
  /** The record's own id of a statement that is shown before the record has answered; null where it refused. */
  readonly identify: (statementId: string) => Promise<string | null>;
  /** Commands that the server has not answered yet, or whose answers nobody has heard. */
  readonly underWay: number;
  /** The acts that this screen did itself and shows already, by their numbers. */
  readonly acts: ReadonlySet<number>;
}

/** A page as it was drawn: all acts until `since` are in it. */
interface Drawn {
  readonly desk: ArticleDesk;
  readonly since: number;
}

/**
 * The record behind the screen. A command shows at once, and stays until a page is drawn that has it (see `kept-commands.ts`); where the record refused, everything
 * is as before.
 */
export function useRecord({ desk, since }: Drawn, actions: AnnotatorActions, myName: string): RecordOfDesk {
  const [kept, tell] = useReducer(keep, []);
  useEffect(() => tell({ type: "drawn", since }), [since]);
  const shown = useMemo(() => shownDesk(desk, since, kept, myName), [desk, since, kept, myName]);
  const acts = useMemo(() => ownActs(kept), [kept]);
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
  const turns = useRef(0);

  const identify = useCallback(async (statementId: string) => {
    const accepting = accepted.current.get(statementId);
    if (!accepting) return statementId;
    const { outcome } = await accepting;
    return outcome.ok ? (outcome.data?.statementId ?? null) : null;
  }, []);

  const run = useCallback(
    (command: Command) => {
      turns.current += 1;
      const turn = turns.current;
      // As it is shown: what was answered a moment ago is in it, and may not be on the page yet.
      const before = latest.current;
      setUnderWay((n) => n + 1);
      tell({ type: "asked", turn, command });
      const ask = async (): Promise<RunResult> => {
        const known = await withRealId(command, identify);
        const outcome = await perform(actions, before.review?.id ?? "", known);
        // Whoever waits for the answer hears it first, in a task of its own.
        setTimeout(() => setUnderWay((n) => n - 1));
        if (!outcome.ok) {
          tell({ type: "refused", turn });
          return { outcome, inverse: null };
        }
        const answer = outcome.data ?? {};
        tell({ type: "answered", turn, answer });
        return { outcome, inverse: inverseOf(command, before, answer, known) };
      };
      const running = ask();
      if (command.kind === "accept") accepted.current.set(foreseenId(command.suggestionId), running);
      return running;
    },
    [actions, identify],
  );
  return { desk: shown, run, identify, underWay, acts };
}

/** A command on a statement that is only foreseen waits for the statement. Where that was refused, so is the command. */
async function withRealId(command: Command, identify: RecordOfDesk["identify"]): Promise<Command> {
  if (!("statementId" in command)) return command;
  return { ...command, statementId: (await identify(command.statementId)) ?? command.statementId };
}
