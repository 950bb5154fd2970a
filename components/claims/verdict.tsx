import { WithdrawnReason } from "#components/articles/withdrawn";
import type { ClaimPublication } from "#lib/domain/publications";
import type { WithdrawnItem } from "#lib/domain/published";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";
import { verdictMeaning, verdictName } from "#lib/words/verdicts";

const w = words.record.verdict;

interface Props {
  readonly heading: string;
  readonly verdict: ClaimPublication["verdict"];
  /** Who wrote and who published it; null for an earlier verdict. */
  readonly by: string | null;
}

/** A verdict: its word, its day, what it rests on, and what the word means. "No evidence found" never goes without that. */
export function Verdict({ heading, verdict, by }: Props) {
  const { explanation } = verdict;
  return (
    <div className="verdict">
      <p>{heading}</p>
      <p>
        <strong>{verdictName(verdict)}</strong>
      </p>
      <p>
        <span dir="auto" lang={langOf(explanation)}>
          {explanation}
        </span>{" "}
        {verdictMeaning(verdict)}
      </p>
      {by === null ? null : <p className="xs muted">{by}</p>}
    </div>
  );
}

/** A verdict that was taken back, where the claim itself still stands on a page. */
export function WithdrawnVerdict({ item, day }: { item: WithdrawnItem; day: string }) {
  const said = words.reader.withdrawn;
  return (
    <div className="verdict">
      <p>{said.heading.CLAIM(day)}</p>
      <p>
        <strong>{said.noVerdict}</strong>
      </p>
      <WithdrawnReason item={item} />
    </div>
  );
}

export function NoVerdict() {
  return (
    <div className="verdict">
      <p>{w.none}</p>
      <p>
        <strong>{words.common.noVerdict}</strong>
      </p>
      <p>{w.noneYet}</p>
    </div>
  );
}
