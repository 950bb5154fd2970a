import { useEffect, useRef, useState } from "react";
import type { Is } from "#lib/text/plain-data";
import * as words from "#lib/words";

const say = words.proposals;

/** Where the language model is asked, what for, and what an answer looks like. */
interface Question<View> {
  readonly address: string;
  readonly body: object;
  readonly isView: Is<View>;
}

export interface Asking<View> {
  /** The last answer; null before the first. */
  readonly view: View | null;
  /** Why none came, in words; null where nothing went wrong. */
  readonly trouble: string | null;
  /** For how many seconds it is asked already; null while it isn't. */
  readonly seconds: number | null;
  readonly ask: () => void;
  readonly cancel: () => void;
}

/** Asks the language model for proposals, once at a time; whoever leaves the page calls it off. What came before stays until the next answer. */
export function useAsked<View>(question: Question<View>, onAnswer?: (view: View) => void): Asking<View> {
  const [answer, setAnswer] = useState<Pick<Asking<View>, "view" | "trouble">>({ view: null, trouble: null });
  const [seconds, setSeconds] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  const isAsking = seconds !== null;
  useEffect(() => {
    if (!isAsking) return;
    const clock = setInterval(() => setSeconds((now) => (now === null ? null : now + 1)), 1000);
    return () => clearInterval(clock);
  }, [isAsking]);
  useEffect(() => () => stop.current?.abort(), []);

  const ask = async () => {
    if (stop.current !== null) return;
    const own = new AbortController();
    stop.current = own;
    setSeconds(0);
    setAnswer((before) => ({ ...before, trouble: null }));
    const came = await answerOf(question, own.signal);
    stop.current = null;
    setSeconds(null);
    setAnswer((before) => ({ view: before.view, trouble: null, ...came }));
    if (came.view) onAnswer?.(came.view);
  };
  return { ...answer, seconds, ask: () => void ask(), cancel: () => stop.current?.abort() };
}

async function answerOf<View>(
  { address, body: asked, isView }: Question<View>,
  signal: AbortSignal,
): Promise<Partial<Pick<Asking<View>, "view" | "trouble">>> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
      signal,
    });
    const body: unknown = await answer.json();
    if (!answer.ok) return { trouble: messageIn(body) };
    return isView(body) ? { view: body } : { trouble: words.desk.said.offline };
  } catch {
    return { trouble: signal.aborted ? say.cancelled : words.desk.said.offline };
  }
}

function messageIn(body: unknown): string {
  const isSaid = typeof body === "object" && body !== null && "message" in body;
  return isSaid && typeof body.message === "string" ? body.message : say.faults.SERVER_BROKEN;
}
