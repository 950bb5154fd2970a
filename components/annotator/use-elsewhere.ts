import { useEffect, useState } from "react";
import type { Elsewhere } from "#lib/domain/elsewhere";
import type { ElsewhereLine, ElsewhereSection } from "./elsewhere-section";

/** Whoever goes down a list of statements rests on few of them. In milliseconds. */
const REST = 250;
/** What came in a moment ago is compared within seconds: it is asked for again so often, after so many milliseconds each time. */
const MOST_ASKED = 8;
const AGAIN = 3000;

/** An answer, and what draws it. */
interface Found {
  readonly elsewhere: Elsewhere;
  readonly Line: typeof ElsewhereLine;
  readonly Section: typeof ElsewhereSection;
}

/** Null until the answer is there, "failed" where none could be had. */
type FoundElsewhere = Found | "failed" | null;

export const isHere = (found: FoundElsewhere): found is Found => found !== null && found !== "failed";

/** What other pages say like this suggestion; null asks for nothing. */
export function useElsewhere(suggestionId: string | null): FoundElsewhere {
  const [found, setFound] = useState<FoundElsewhere>(null);
  useEffect(() => {
    setFound(null);
    if (suggestionId === null) return;
    const stop = new AbortController();
    let asked = 0;
    const ask = async () => {
      const answer = await elsewhereAt(`/desk/suggestions/${suggestionId}/elsewhere`, stop.signal);
      if (stop.signal.aborted) return;
      setFound(answer);
      asked += 1;
      if (answer !== "failed" && answer.elsewhere.isWaiting && asked < MOST_ASKED)
        timer = setTimeout(() => void ask(), AGAIN);
    };
    let timer = setTimeout(() => void ask(), REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [suggestionId]);
  return found;
}

async function elsewhereAt(address: string, signal: AbortSignal): Promise<Found | "failed"> {
  try {
    // What reads and draws an answer comes with the first one, not with the page.
    const [{ isElsewhere, ElsewhereLine, ElsewhereSection }, answer] = await Promise.all([
      import("./elsewhere-parts"),
      fetch(address, { signal }),
    ]);
    const elsewhere: unknown = await answer.json();
    if (!answer.ok || !isElsewhere(elsewhere)) return "failed";
    return { elsewhere, Line: ElsewhereLine, Section: ElsewhereSection };
  } catch {
    // Left for another statement, or no connection.
    return "failed";
  }
}
