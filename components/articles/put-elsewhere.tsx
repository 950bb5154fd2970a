import type { ReactNode } from "react";
import * as words from "#lib/words";

const w = words.embeds.put;

interface Props {
  /** What is put elsewhere: a sentence. */
  readonly which: string;
  /** The path of the card. */
  readonly path: string;
  /** HTML to copy. */
  readonly frame: string;
  readonly text: string;
  readonly isOpen: boolean;
  /** How something else of the page is chosen. */
  readonly children?: ReactNode;
}

/** What other sites copy into their own pages. Works without a script: the text of a field is marked and copied. */
export function PutElsewhere({ which, path, frame, text, isOpen, children }: Props) {
  return (
    <details className="mt-6 measure no-print" id="put" open={isOpen}>
      <summary>{w.summary}</summary>
      <p className="mt-3">
        {which} {w.lede}
      </p>
      {children}
      <Copied id="put-card" label={w.card} value={frame} />
      <p className="small">
        <a href={path}>{w.look}</a>
      </p>
      <Copied id="put-text" label={w.text} value={text} hint={w.textHint} />
    </details>
  );
}

function Copied(props: { id: string; label: string; value: string; hint?: string }) {
  const { id, label, value, hint } = props;
  return (
    <div className="field mt-4">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        readOnly
        rows={4}
        defaultValue={value}
        dir="ltr"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

/** Chooses one statement of a page by its number. The answer is the page again, with this part open. */
export function ChooseStatement({
  slug,
  last,
  chosen,
}: {
  slug: string;
  last: number;
  chosen: number | null;
}) {
  return (
    <form className="form mt-3" action={`/articles/${slug}#put`}>
      <div className="field">
        <label htmlFor="put-number">{w.number(last)}</label>
        <input
          id="put-number"
          className="input"
          type="number"
          name="put"
          min={1}
          max={last}
          required
          defaultValue={chosen ?? undefined}
        />
      </div>
      <p>
        <button className="btn" type="submit">
          {w.choose}
        </button>{" "}
        {chosen === null ? null : <a href={`/articles/${slug}?put=page#put`}>{w.whole}</a>}
      </p>
    </form>
  );
}
