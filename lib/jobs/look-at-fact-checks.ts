import { endLook, type LookJob, type LookToRun, lookAgain, lookToRun } from "#lib/db/fact-checks/looks";
import { AppError } from "#lib/errors";
import type { FetchSettings } from "#lib/ingest";
import { contentOf, type GivenFactChecks, readFactChecks, retrieveFactChecks } from "#lib/ingest/fact-checks";
import * as words from "#lib/words";
import type { ReadingPool } from "./reading/reading-pool";

interface Running {
  readonly settings: FetchSettings;
  /** Where what came is read; in this process where it is null. */
  readonly pool: ReadingPool | null;
  /** The queue's last, after which it asks no more. */
  readonly isLastAttempt: boolean;
  now(): Date;
}

/**
 * Look at what other fact-checkers say of a claim. Safe to run again. Somebody waits for it: what may pass is said, and isn't tried again by itself, but for the
 * turn at a host, which is waited for. What is thrown is our fault, and the queue's to try again.
 */
export async function runFactChecks(job: LookJob, running: Running): Promise<void> {
  const look = await lookToRun(job.lookId);
  if (look === null) return;
  const { now } = running;
  try {
    const got = await askedFor(look, job, running);
    if ("turn" in got) return await lookAgain(got.turn, got.at);
    if ("message" in got) return await endLook(look.id, got, now());
    const given = { ...got, wording: look.wording };
    await endLook(look.id, { found: await read(given, running.pool) }, now());
  } catch (error) {
    if (error instanceof AppError) return await endLook(look.id, { message: error.message }, now());
    if (running.isLastAttempt) await endLook(look.id, { message: words.factChecks.gaveUp }, now());
    throw error;
  }
}

const read = async (given: GivenFactChecks, pool: ReadingPool | null) =>
  pool === null ? readFactChecks(given) : pool.readFactChecks(given);

type Got =
  | { readonly content: string; readonly url: string | null }
  | { readonly message: string }
  | { readonly turn: LookJob; readonly at: Date };

async function askedFor({ url, given }: LookToRun, job: LookJob, { settings }: Running): Promise<Got> {
  if (url === null) return { content: given ?? "", url: null };
  const got = await retrieveFactChecks(url, settings, job.turns);
  switch (got.kind) {
    case "page":
      return {
        content: contentOf(got),
        url: got.finalUrl,
      };
    case "turn":
      return { turn: { ...job, turns: new Map([...job.turns, [got.host, got.at]]) }, at: got.at };
    case "unchanged":
      throw new Error("a page that was asked for whole is not sent as unchanged");
    default:
      return { message: got.sentence };
  }
}
