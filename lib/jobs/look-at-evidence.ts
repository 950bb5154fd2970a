import { endLook } from "#lib/db/claims/evidence-looks";
import { type LookJob, pageToLookAt, postponeLook } from "#lib/db/claims/evidence-watch";
import { resultWithoutPage } from "#lib/domain/evidence-watch";
import type { FetchSettings } from "#lib/ingest";
import { type LookInPdf, lookForQuote, retrieveEvidence } from "#lib/ingest/evidence";
import type { ReadingPool } from "./reading/reading-pool";

interface Running {
  readonly settings: FetchSettings;
  /** Where the page is read; in this process where it is null. */
  readonly pool: ReadingPool | null;
  /** How PDFs are looked through; in this process where it is null. */
  readonly lookInPdf: LookInPdf | null;
  now(): Date;
}

/**
 * Look again at the page behind a piece of evidence. Safe to run again: a look is counted once.
 *
 * What the site does is what the look came to, also where it may pass: the next look is another day's. What is thrown is our fault, and the queue's to try
 * again; where its tries are used up, the day after begins anew.
 */
export async function runLook(job: LookJob, { settings, pool, lookInPdf, now }: Running): Promise<void> {
  const page = await pageToLookAt(job);
  if (page === null) return;
  const got = await retrieveEvidence(page.url, settings, job.turns);
  const moment = () => ({ now: now(), chance: Math.random() });
  switch (got.kind) {
    case "page": {
      const readers = { read: pool?.read, lookInPdf: lookInPdf ?? undefined };
      const look = await lookForQuote(got, page.quote, readers);
      return endLook(job, { page: got, look }, moment());
    }
    case "unchanged":
      throw new Error("a page that was asked for whole is not sent as unchanged");
    case "turn":
      return postponeLook({ ...job, turns: new Map([...job.turns, [got.host, got.at]]) }, got.at);
    default:
      return endLook(job, { page: null, result: resultWithoutPage(got) }, moment());
  }
}
