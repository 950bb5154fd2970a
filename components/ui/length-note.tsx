"use client";

import { useEffect, useRef, useState } from "react";
import * as words from "#lib/words";
import { leftToTell } from "./length";

/** So long after the last key it is said aloud, once and not with every key. In milliseconds. */
const PAUSE = 1_000;

/**
 * How much more a field takes, in words, as soon as little is left, and how much too long it is. It cuts nothing: what is pasted stays whole, so that a person
 * chooses what to leave out. `of` is the id of the control, which stands beside it; `id` is its own, by which the control is described.
 */
export function LengthNote({
  id,
  of,
  most,
}: {
  readonly id: string;
  readonly of: string;
  readonly most: number;
}) {
  const left = useLeft(of, most);
  const text = left === null ? "" : words.typing[left < 0 ? "tooLong" : "left"](Math.abs(left));
  const spoken = useAfterPause(text);
  return (
    <>
      <small
        id={id}
        className={left !== null && left < 0 ? "error" : "muted"}
        aria-hidden
        hidden={text === ""}
      >
        {text}
      </small>
      {/* No status: what a page says of what was done has that role to itself. */}
      <span className="sr" aria-live="polite" aria-atomic>
        {spoken}
      </span>
    </>
  );
}

function useLeft(of: string, most: number): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const measured = useRef(() => {});
  // After every drawing too: what stands in a field may come from elsewhere than its keys.
  useEffect(() => {
    measured.current = () => {
      const control = document.getElementById(of);
      if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)
        setLeft(leftToTell(control.value.length, most));
    };
    measured.current();
  });
  useEffect(() => {
    const field = document.getElementById(of)?.parentElement;
    const onInput = () => measured.current();
    field?.addEventListener("input", onInput);
    return () => field?.removeEventListener("input", onInput);
  }, [of]);
  return left;
}

function useAfterPause(text: string): string {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
}
