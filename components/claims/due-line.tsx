import Link from "next/link";
import type { DueView } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { DueBar } from "./due";
import { OutcomeRecord } from "./outcome";

/** A promise in one line beside its statement. What its words mean, and what the outcome rests on, can be opened. */
export function DueLine({ view, number }: { view: DueView; number: number }) {
  return (
    <details
      className="due-line"
      id={`due${number}`}
      dir={words.direction}
      lang={words.language}
      suppressHydrationWarning
    >
      <summary>{view.line}</summary>
      {view.outcome === null ? null : <OutcomeRecord view={view.outcome} />}
      <p>{view.explanation}</p>
      <DueBar bar={view.bar} />
      <p>
        <Link href="/promises">{words.promiseLedger.all}</Link>
      </p>
    </details>
  );
}
