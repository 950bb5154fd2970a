import Link from "next/link";
import type { HistoryLine } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";

const w = words.record.history;

export interface Mark {
  readonly sequence: number;
  readonly hash: string;
}

/** Newest first. Each line shows the first digits of its event's hash; the whole ones stand in a list of their own. */
export function History(props: { lines: readonly HistoryLine[]; marks: readonly Mark[] }) {
  return (
    <>
      <ol className="history" aria-label={w.heading}>
        {props.lines.map((line) => (
          <li key={line.hash}>
            <time dateTime={line.day}>{shortDay(line.day)}</time>
            <span>
              {line.words} <span className="muted">{line.who}</span>
            </span>
            <span className="hash">{line.mark}</span>
          </li>
        ))}
      </ol>
      <details className="no-print">
        <summary>{w.marks}</summary>
        <ol className="marks" aria-label={w.marks}>
          {props.marks.map(({ sequence, hash }) => (
            <li key={hash}>
              <span className="num">{sequence}</span> <span className="hash">{hash}</span>
            </li>
          ))}
        </ol>
      </details>
      <p className="mt-2 small no-print">
        <Link href="/method#history">{w.how}</Link>
      </p>
    </>
  );
}
