import { endPartReading, keepFound, partsToRead } from "#lib/db/articles/part-readings";
import { untilStored } from "#lib/db/storing/store";
import type { Engine } from "#lib/domain/analysis";
import { RefusedError } from "#lib/domain/refusals";
import { AppError, type AppErrorCode } from "#lib/errors";
import { readCut, readFresh } from "#lib/ingest/part-reading";
import * as words from "#lib/words";
import { refusalWords } from "#lib/words/refusal-words";
import type { ReadingPool } from "./reading/reading-pool";

interface Running {
  readonly engine: Engine;
  /** Where the page is read; in this process where it is null. */
  readonly pool: ReadingPool | null;
  /** The queue's last, after which it asks no more. */
  readonly isLastAttempt: boolean;
  now(): Date;
}

/** What is wrong with the page itself: trying again would say the same. */
const FAULTS_OF_THE_PAGE: readonly AppErrorCode[] = ["invalid_input", "too_large"];

/**
 * Look for statements in text of a version that was put right. Safe to run again: what was looked through is looked through once, and a look that
 * ended or was called off is left as it is.
 *
 * What is wrong with the page ends the look with a sentence; what is thrown is our fault, and the queue's to try again.
 */
export async function runPartReading(
  versionId: string,
  { engine, pool, isLastAttempt, now }: Running,
): Promise<void> {
  const asked = await partsToRead(versionId);
  if (asked === null) return;
  const { id, cut, fresh } = asked;
  try {
    if (pool === null) await untilStored();
    const read = await readFresh(cut, fresh, async (page) =>
      pool === null ? readCut(page, engine) : pool.readCut(page, engine),
    );
    await keepFound({ versionId, id }, read, now());
  } catch (error) {
    const why = whyNotRead(error);
    if (why !== null) return endPartReading(id, why, now());
    if (isLastAttempt) await endPartReading(id, words.partReadingEnds.gaveUp, now());
    throw error;
  }
}

function whyNotRead(error: unknown): string | null {
  if (error instanceof RefusedError) return refusalWords(error);
  return error instanceof AppError && FAULTS_OF_THE_PAGE.includes(error.code) ? error.message : null;
}
