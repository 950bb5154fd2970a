import {
  type CopiedDocument,
  type CopyJob,
  copyToFetch,
  endCopy,
  keepCopy,
  tryCopyAgain,
} from "#lib/db/claims/evidence-copies";
import type { FetchSettings } from "#lib/ingest";
import { type LookInPdf, lookForQuote, retrieveEvidence } from "#lib/ingest/evidence";
import * as words from "#lib/words";
import { pauseAfter } from "./fetch-import";
import type { ReadingPool } from "./reading/reading-pool";

interface Running {
  readonly settings: FetchSettings;
  /** Where the page is read; in this process where it is null. */
  readonly pool: ReadingPool | null;
  /** How PDFs are looked through; in this process where it is null. */
  readonly lookInPdf: LookInPdf | null;
  /** The queue's last, after which it asks no more. */
  readonly isLastAttempt: boolean;
  now(): Date;
}

/**
 * Keep a copy of the page behind a piece of evidence, or look through the file that stands behind it. Safe to run again: a copy is kept once, and one that ended, or whose evidence was removed,
 * is left as it is.
 *
 * What the site does ends in the copy, or in a later try of our own choosing; what is thrown is our fault, and the queue's to try again.
 */
export async function runCopy(
  job: CopyJob,
  { settings, pool, lookInPdf, isLastAttempt, now }: Running,
): Promise<void> {
  const copy = await copyToFetch(job.evidenceId);
  if (copy === null) return;
  const keep = async (document: CopiedDocument) => {
    const at = now();
    const readers = { read: pool?.read, lookInPdf: lookInPdf ?? undefined };
    await keepCopy(copy.id, document, await lookForQuote(document, copy.quote, readers), at);
  };
  try {
    const { source } = copy;
    if (source.kind === "file") return await keep({ ...source, finalUrl: null, status: null });
    const got = await retrieveEvidence(source.url, settings, job.turns);
    switch (got.kind) {
      case "page":
        return await keep(got);
      case "unchanged":
        throw new Error("a page that was asked for whole is not sent as unchanged");
      case "refused":
        await endCopy(copy.id, got.sentence, now());
        return;
      case "turn":
        await tryCopyAgain(
          copy.id,
          { ...job, turns: new Map([...job.turns, [got.host, got.at]]) },
          got.at,
          null,
        );
        return;
      case "later": {
        const wait = pauseAfter(copy.attempts, got.waitMs, Math.random());
        if (wait === null) await endCopy(copy.id, got.sentence, now());
        else {
          const trouble = { message: got.sentence, attempts: copy.attempts + 1 };
          const again = { evidenceId: job.evidenceId, turns: new Map() };
          await tryCopyAgain(copy.id, again, new Date(now().getTime() + wait), trouble);
        }
      }
    }
  } catch (error) {
    if (isLastAttempt) await endCopy(copy.id, words.evidenceSnapshots.gaveUp, now());
    throw error;
  }
}
