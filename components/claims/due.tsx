import type { DueView } from "#lib/domain/reader-view";

/** A promise against the calendar. The bar counts days and says so in words; what happened is only ever said by a person. */
export function Due({ view, id }: { view: DueView; id?: string }) {
  return (
    <div className={view.isOpen ? "due due--open" : "due"} id={id} dir="ltr">
      <p>{view.sentence}</p>
      <p>{view.explanation}</p>
      {view.bar === null ? null : (
        <div className="due-bar" role="img" aria-label={view.bar.words}>
          <span>
            {view.bar.from.day}
            <small>{view.bar.from.word}</small>
          </span>
          <i />
          <span>
            {view.bar.to.day}
            <small>{view.bar.to.word}</small>
          </span>
        </div>
      )}
    </div>
  );
}
