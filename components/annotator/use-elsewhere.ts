import { useEffect, useState } from "react";
import { type Elsewhere, isElsewhere } from "#lib/domain/elsewhere";

/** Whoever goes down a list of statements rests on few of them. In milliseconds. */
const REST = 250;
/** What came in a moment ago is compared within seconds: it is asked for again so often, after so many milliseconds each time. */
const MOST_ASKED = 8;
const AGAIN = 3000;

/** Null until the answer is there, "failed" where none could be had. */
export type FoundElsewhere = Elsewhere | "failed" | null;

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
      if (answer !== "failed" && answer.isWaiting && asked < MOST_ASKED)
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

async function elsewhereAt(address: string, signal: AbortSignal): Promise<Elsewhere | "failed"> {
  try {
    const answer = await fetch(address, { signal });
    const found: unknown = await answer.json();
    return answer.ok && isElsewhere(found) ? found : "failed";
  } catch {
    // Left for another statement, or no connection.
    return "failed";
  }
}
