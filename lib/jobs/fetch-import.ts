import { isUnderWay, refuseImport } from "#lib/db/imports/ends";
import { fetchAgain, finishGone, keepFetched, startFetch } from "#lib/db/imports/imports";
import { type FetchSettings, retrieve } from "#lib/ingest";
import * as words from "#lib/words";

const MINUTE = 60_000;
/** How long each next try waits, in milliseconds; after the last of them a trouble that may pass is final. */
const PAUSES: readonly number[] = [10_000, MINUTE, 5 * MINUTE, 15 * MINUTE];
/** A site that asks for longer is left to whoever gave the address, in milliseconds. */
const LONGEST_WAIT = 60 * MINUTE;

interface Fetch {
  readonly importId: string;
  /** Hosts, and the moments at which they are ours. */
  readonly turns: ReadonlyMap<string, Date>;
}

interface Running {
  readonly settings: FetchSettings;
  /** The queue's last, after which it asks no more. */
  readonly isLastAttempt: boolean;
  now(): Date;
}

/**
 * Fetch the page of one import. Safe to run again: what was fetched is kept once, with the job that reads it.
 *
 * What the site does ends in the import (a page, a refusal with its sentence, or a later try of our own choosing); what is
 * thrown is our fault, and the queue's to try again. Nothing is kept of a fetch that was cancelled meanwhile.
 */
export async function runFetch({ importId, turns }: Fetch, running: Running): Promise<void> {
  const { settings, isLastAttempt, now } = running;
  const given = await startFetch(importId);
  if (given === null) return;
  try {
    const got = await retrieve(given.url, settings, turns);
    switch (got.kind) {
      case "page":
      case "unchanged":
        await keepFetched(importId, got, now());
        return;
      case "refused":
        if (got.isGone) await finishGone(importId, got.sentence, now());
        else await refuseImport(importId, { message: got.sentence }, now());
        return;
      case "turn":
        await fetchAgain({ importId, turns: new Map([...turns, [got.host, got.at]]) }, got.at, null);
        return;
      case "later": {
        const wait = pauseAfter(given.attempts, got.waitMs, Math.random());
        const message = got.sentence;
        if (wait === null) await refuseImport(importId, { message, fault: "SITE" }, now());
        else {
          const at = new Date(now().getTime() + wait);
          await fetchAgain({ importId }, at, { message, attempts: given.attempts + 1 });
        }
      }
    }
  } catch (error) {
    if (!(await isUnderWay(importId))) return;
    if (isLastAttempt) await refuseImport(importId, { message: words.imports.gaveUp, fault: "OURS" }, now());
    throw error;
  }
}

/**
 * How long to wait after this many failed tries before the one that failed now is made good, in milliseconds: longer each
 * time, never shorter than the site asks, and a little apart from others that failed with it (`chance` in [0, 1)). Null where
 * it isn't worth it.
 */
export function pauseAfter(failed: number, asked: number | null, chance: number): number | null {
  const pause = PAUSES[failed];
  if (pause === undefined || (asked ?? 0) > LONGEST_WAIT) return null;
  return Math.round(Math.max(pause, asked ?? 0) * (1 + chance / 5));
}
