import type { HistoryView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { Section } from "./section";

interface Props {
  readonly id: string;
  readonly history: readonly HistoryView[];
  /** What stands there where nothing happened yet. */
  readonly empty?: string;
  readonly timeZone: string;
}

/** Who did what to a thing of the desk, and when; each with the beginning of its mark in the chain. */
export function DeskHistory({ id, history, empty, timeZone }: Props) {
  return (
    <Section id={id} title={words.claimEditor.history}>
      {history.length === 0 && empty !== undefined ? (
        <p className="muted">{empty}</p>
      ) : (
        <ol className="history">
          {history.map((entry) => (
            <li key={entry.sequence}>
              <time dateTime={entry.at}>{momentWords(entry.at, timeZone)}</time>
              <span className="wrap-anywhere" dir="auto">
                {entry.actorName} {entry.words}
              </span>
              <span className="hash">{entry.hash.slice(0, 8)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
