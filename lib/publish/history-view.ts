import type { HistoryEntry } from "#lib/domain/publications";
import type { HistoryLine } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";

/**
 * A public history as lines, newest first: the same act by the same person several times in a row on one day is one line that
 * counts them and shows the last one's mark. Acts that readers are not told about are left out.
 */
export function historyLines(entries: readonly HistoryEntry[], timeZone: string): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let run: HistoryEntry[] = [];
  for (const entry of entries) {
    if (run[0] !== undefined && !isSameAct(run[0], entry, timeZone)) {
      lines.push(...lineOf(run, timeZone));
      run = [];
    }
    run.push(entry);
  }
  lines.push(...lineOf(run, timeZone));
  return lines.reverse();
}

/** The first eight digits of a hash, in two groups: enough to compare by eye. */
export function markOf(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}

function isSameAct(a: HistoryEntry, b: HistoryEntry, timeZone: string): boolean {
  return (
    a.action === b.action && a.actorName === b.actorName && dayOf(a.at, timeZone) === dayOf(b.at, timeZone)
  );
}

function lineOf(run: readonly HistoryEntry[], timeZone: string): HistoryLine[] {
  const last = run.at(-1);
  if (last === undefined) return [];
  const done = words.record.history.done(last.action, run.length);
  if (done === null) return [];
  return [
    {
      day: dayOf(last.at, timeZone),
      words: done,
      who: last.actorName,
      mark: markOf(last.hash),
      hash: last.hash,
      sequence: last.sequence,
    },
  ];
}
