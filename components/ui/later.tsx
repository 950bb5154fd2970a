import { type ComponentType, useEffect, useState } from "react";
import * as words from "#lib/words";

/** From so long on somebody is told that it is on its way. In milliseconds. */
const SLOW = 1000;

interface Props<Given> {
  /** Fetches it. It must stay the same from one drawing to the next. */
  readonly load: () => Promise<ComponentType<Given>>;
  readonly given: Given;
}

/**
 * A part of the screen that is seldom opened, and fetched when it is. Until it is there the focus stays where it was, so that a dialog gives it
 * back there; whoever waits is told so, and told where it doesn’t come.
 */
export function Later<Given extends { readonly onClose: () => void }>({ load, given }: Props<Given>) {
  const [Part, setPart] = useState<ComponentType<Given> | null>(null);
  const [state, setState] = useState<"quick" | "slow" | "lost">("quick");
  useEffect(() => {
    const timer = setTimeout(() => setState("slow"), SLOW);
    load()
      .then((part) => setPart(() => part))
      .catch(() => setState("lost"))
      .finally(() => clearTimeout(timer));
    return () => clearTimeout(timer);
  }, [load]);
  if (Part !== null) return <Part {...given} />;
  if (state === "quick") return null;
  if (state === "slow") {
    return (
      <p className="note later" role="status">
        {words.signedIn.working}
      </p>
    );
  }
  return (
    <div className="note later" role="alert">
      <p>{words.signedIn.notFetched}</p>
      <button type="button" className="btn btn--s" onClick={given.onClose}>
        {words.desk.actions.close}
      </button>
    </div>
  );
}
