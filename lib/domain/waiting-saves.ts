/** Saves that wait in a browser where the server didn't answer, or where its session ended. */

/** What may wait: acts by which words that somebody typed are kept. Each is one verb, and asks the version that it was typed on. */
export const WAITING_ACTS = [
  "statement.add",
  "statement.edit",
  "annotation.write",
  "claim.edit",
  "verdict.write",
  "evidence.add",
  "search.add",
  "outcome.record",
  "report.answer",
] as const;
export type WaitingAct = (typeof WAITING_ACTS)[number];

/** So many wait in one browser for one person; one more is refused. */
export const MOST_WAITING_SAVES = 50;

/** What one save may take in a browser, in UTF-16 units of its JSON. */
export const LONGEST_WAITING_SAVE = 200_000;

/**
 * For how long it is sent by itself, in milliseconds: shorter than the server remembers what was sent (`lib/db/core/sendings.ts`), so that one whose answer was lost
 * is never done a second time.
 */
export const SENT_BY_ITSELF = 20 * 3_600_000;
