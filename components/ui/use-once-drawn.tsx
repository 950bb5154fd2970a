"use client";

import { useEffect, useState } from "react";

interface Held {
  readonly text: string;
  readonly before: readonly unknown[];
}

/**
 * What is said of an act that changes what the page allows: an answer comes before the page that it leads to, and whoever goes on by the keyboard as
 * soon as they hear it would be told that they may not yet. So it is said once one of `drawn` is another than when the act was asked for.
 */
export function useOnceDrawn(
  drawn: readonly unknown[],
  tell: (text: string) => void,
): (text: string) => void {
  const [held, hold] = useState<Held | null>(null);
  useEffect(() => {
    if (held === null || isSame(held.before, drawn)) return;
    hold(null);
    tell(held.text);
  });
  return (text) => hold({ text, before: drawn });
}

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((thing, i) => Object.is(thing, others[i]));
