import type { VerdictCode } from "#lib/domain/claims";
import { words } from "#lib/words";

const w = words.reader.record.verdict;

interface Props {
  readonly heading: string;
  readonly code: VerdictCode;
  readonly explanation: string;
  /** Who wrote and who published it; null for an earlier verdict. */
  readonly by: string | null;
}

/** A verdict: its word, its day, what it rests on, and what the word means. "No evidence found" never goes without that. */
export function Verdict({ heading, code, explanation, by }: Props) {
  return (
    <div className="verdict">
      <p>{heading}</p>
      <p>
        <strong>{words.verdicts[code]}</strong>
      </p>
      <p>
        <span dir="auto">{explanation}</span> {w.meaning[code]}
      </p>
      {by === null ? null : <p className="xs muted">{by}</p>}
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
