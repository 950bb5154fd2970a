import type { ChangeLine } from "#lib/domain/review-views";
import * as words from "#lib/words";

const w = words.desk.preview;

/** What differs, one thing after the other: its words, and for each fact what it was and what it is. */
export function ChangeList({ changes }: { changes: readonly ChangeLine[] }) {
  return (
    <ol className="stack-4 measure">
      {changes.map(({ key, title, about, lines }) => (
        <li key={key}>
          <p>
            <b>{title}</b>
          </p>
          {about !== null && (
            <blockquote className="quote-s" dir="auto">
              {about}
            </blockquote>
          )}
          {lines.length > 0 && (
            <dl className="facts facts--stack">
              {lines.map(({ name, from, to }) => (
                <div key={name + from + to}>
                  <dt>{name}</dt>
                  <dd>
                    <span className="muted">{w.was}</span> <del dir="auto">{from}</del>{" "}
                    <span className="muted">{w.becomes}</span> <ins dir="auto">{to}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
