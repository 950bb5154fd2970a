import type { OutcomeView } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";
import { webAddress } from "./evidence";

/** What a recorded outcome rests on. An editor's note stands apart, under their name. */
export function OutcomeRecord({ view }: { view: OutcomeView }) {
  const { quote, source, note, kept, recorded } = view;
  const href = webAddress(view.href);
  return (
    <div className="outcome">
      {quote === null ? null : (
        <blockquote className="quote-s" dir="auto" lang={langOf(quote)}>
          {quote}
        </blockquote>
      )}
      {source === null && href === null ? null : (
        <p>
          <span dir="auto">{source}</span>{" "}
          {href === null ? null : (
            <a href={href} rel="noreferrer noopener nofollow ugc">
              {words.promises.page}
            </a>
          )}
        </p>
      )}
      {kept === null ? null : <p>{kept}</p>}
      {note === null ? null : (
        <p className="outcome-note" dir="auto">
          <b>{note.by}</b> <bdi lang={langOf(note.text)}>{note.text}</bdi>
        </p>
      )}
      <p>{recorded}</p>
    </div>
  );
}
