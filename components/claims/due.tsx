import Link from "next/link";
import type { DueView } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { OutcomeRecord } from "./outcome";

/** A promise against the calendar, at length. The bar counts days and says so in words; what happened is only ever said by a person. */
export function Due({ view, id }: { view: DueView; id?: string }) {
  return (
    <div
      className={view.isOpen ? "due due--open" : "due"}
      id={id}
      dir={words.direction}
      lang={words.language}
    >
      <p>{view.sentence}</p>
      <p>{view.explanation}</p>
      {view.outcome === null ? null : <OutcomeRecord view={view.outcome} />}
      <DueBar bar={view.bar} />
      <p>
        <Link href="/promises">{words.promiseLedger.all}</Link>
      </p>
    </div>
  );
}

export function DueBar({ bar }: Pick<DueView, "bar">) {
  return bar === null ? null : (
    <div className="due-bar" role="img" aria-label={bar.words}>
      <span>
        {bar.from.day}
        <small>{bar.from.word}</small>
      </span>
      <i />
      <span>
        {bar.to.day}
        <small>{bar.to.word}</small>
      </span>
    </div>
  );
}
