"use client";

import { useEffect, useState } from "react";
import { type Is, isListOf } from "#lib/text/plain-data";

/** How long somebody pauses before what they typed is looked up. In milliseconds. */
const PAUSE = 200;
/** More than this of a text isn't a name that could be found, and no address holds it. In UTF-16 units. */
const MOST_SEARCHED = 200;

/**
 * What is found under the words of `search` at `address`, which answers with JSON; null until the first answer, and for no words. An answer to
 * older words is dropped. `isChoice` must stay the same from one drawing to the next.
 */
export function useChoices<Choice>(
  address: string,
  search: string,
  isChoice: Is<Choice>,
): readonly Choice[] | null {
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  useEffect(() => {
    const wanted = search
      .slice(0, 2 * MOST_SEARCHED)
      .trim()
      .slice(0, MOST_SEARCHED);
    if (wanted === "") {
      setChoices(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`${address}?search=${encodeURIComponent(wanted)}`, {
          signal: stop.signal,
        });
        const found: unknown = await answer.json();
        if (answer.ok && isListOf(isChoice)(found)) setChoices(found);
      } catch {
        // Stopped by a newer search, or no connection: what was found last stays on screen.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, search, isChoice]);
  return choices;
}
