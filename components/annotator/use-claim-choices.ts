"use client";

import { useEffect, useState } from "react";
import { z } from "zod";
import type { ClaimChoice } from "#lib/domain/claim-desk";

const Choices = z.array(z.object({ id: z.string(), wording: z.string() }));
const PAUSE = 200;

/** Claims whose wording holds the words of `search`; null until the first answer. An answer to older words is dropped. */
export function useClaimChoices(search: string): readonly ClaimChoice[] | null {
  const [choices, setChoices] = useState<readonly ClaimChoice[] | null>(null);
  useEffect(() => {
    const wanted = search.trim();
    if (wanted === "") {
      setChoices(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/desk/claims/choices?search=${encodeURIComponent(wanted)}`, {
          signal: stop.signal,
        });
        if (answer.ok) setChoices(Choices.parse(await answer.json()));
      } catch {
        // Stopped by a newer search, or no connection: what was found last stays on screen.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [search]);
  return choices;
}
