import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { endLostPartReadings } from "#lib/db/articles/part-readings";
import { startDueRefetches } from "#lib/db/articles/refetches";
import { SYSTEM } from "#lib/db/audit/audit";
import { endLostCopies } from "#lib/db/claims/evidence-copies";
import { startDueLooks } from "#lib/db/claims/evidence-watch";
import { untilThereIsRoom } from "#lib/db/core/room";
import { forgetSendings } from "#lib/db/core/sendings";
import { endLostLooks } from "#lib/db/fact-checks/looks";
import { isUnderWay, refuseImport, refuseLost } from "#lib/db/imports/ends";
import { startImport } from "#lib/db/imports/imports";
import { DigestJob } from "#lib/db/mail/digests";
import { MailJob } from "#lib/db/mail/outbox";
import { waitingArticles } from "#lib/db/provenance/samples";
import { keepLeftOver } from "#lib/db/queue/keep";
import { forgetReports } from "#lib/db/reports/error-reports";
import { forgetSecurity } from "#lib/db/security/events";
import { forgetDeliveries, wakeWebhooks } from "#lib/db/webhooks/deliveries";
import { tellFallenDue } from "#lib/db/webhooks/tell";
import type { Engine } from "#lib/domain/analysis";
import { AppError, type AppErrorCode } from "#lib/errors";
import { type FetchSettings, ingest } from "#lib/ingest";
import { lookForDoubts } from "#lib/ingest/doubts";
import type { LookInPdf } from "#lib/ingest/evidence";
import { relateWaiting } from "#lib/ingest/provenance";
import { compareSaid, isAnySaidWaiting } from "#lib/ingest/said-before";
import * as words from "#lib/words";
import { runCheck } from "./check-record";
import { runFetch } from "./fetch-import";
import { runCopy } from "./keep-copy";
import { runLook } from "./look-at-evidence";
import { runFactChecks } from "./look-at-fact-checks";
import { sendDigest } from "./mail/send-digest";
import { sendLink } from "./mail/send-mail";
import type { MailSettings } from "./mail/transport";
import { POLL_TRIES, runPoll } from "./poll-feed";
import { runPartReading } from "./read-parts";
import type { ReadingPool } from "./reading/reading-pool";
import { runWebhook, WebhookJob } from "./webhooks/send-webhook";

const ImportJob = z.object({ importId: z.uuid() });
const FetchJob = z.object({
  importId: z.uuid(),
  turns: z.array(z.tuple([z.string(), z.coerce.date()])).transform((pairs) => new Map(pairs)),
});
const PollJob = z.object({
  feedId: z.uuid(),
  at: z.coerce.date(),
  turns: FetchJob.shape.turns,
});
const PartsJob = z.object({ versionId: z.uuid() });
const CopyJob = z.object({ evidenceId: z.uuid(), turns: FetchJob.shape.turns });
const LookJob = CopyJob.extend({ until: z.coerce.date() });
const FactChecksJob = z.object({ lookId: z.uuid(), turns: FetchJob.shape.turns });
const Format = z.enum(["text", "html"]).nullable();

/** What is wrong with the page itself. Trying again would say the same; anything else (a lost connection) is tried again. */
const FAULTS_OF_THE_PAGE: readonly AppErrorCode[] = ["invalid_input", "not_text", "too_large"];

/**
 * Take one page through the line. Safe to run again: a page that is stored already is found, and a finished import is left
 * as it is. So a worker that dies in the middle loses nothing: the queue gives the job to the next one. A page whose import was
 * cancelled meanwhile is not stored, and what went wrong with it is nobody's trouble.
 *
 * `isLastAttempt` gives up with a sentence where the fault is ours, instead of leaving it running for ever.
 */
export async function runImport(
  importId: string,
  isLastAttempt: boolean,
  now: Date,
  engine: Engine = "MODELS",
  pool: ReadingPool | null = null,
): Promise<void> {
  const page = await startImport(importId);
  if (page === null) return;
  const { bytes, format, mediaType, url, publisher, isSample, requestedById } = page;
  try {
    await ingest(
      {
        bytes,
        mediaType,
        url,
        publisher,
        isSample,
        importId,
        fetchedAt: page.fetchedAt ?? page.requestedAt,
        isFetched: page.fetchedAt !== null,
        ...(page.articleId === null ? {} : { articleId: page.articleId }),
        format: Format.parse(format),
        requestedBy: requestedById ?? SYSTEM,
      },
      { now, engine, ...(pool === null ? {} : { read: pool.read }) },
    );
  } catch (error) {
    if (!(await isUnderWay(importId))) return;
    if (error instanceof AppError && FAULTS_OF_THE_PAGE.includes(error.code)) {
      await refuseImport(importId, { message: error.message }, now);
      return;
    }
    if (isLastAttempt) await refuseImport(importId, { message: words.imports.gaveUp, fault: "OURS" }, now);
    throw error;
  }
}

/** Reads pages, and text that was put right, with this engine, in the pool's processes where there is one. */
export const readingTasks = (engine: Engine, pool: ReadingPool | null = null): TaskList => ({
  import: async (payload: unknown, { job, abortSignal, addJob }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const { importId } = ImportJob.parse(payload);
    await runImport(importId, job.attempts >= job.max_attempts, new Date(), engine, pool);
    await askToRelate(addJob);
    await askToCompare(addJob);
  },
  relate: async (_: unknown, { abortSignal, addJob }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const related = await relateWaiting(MOST_RELATED, () => new Date());
    if (related === MOST_RELATED) await askToRelate(addJob);
  },
  compare: async (_: unknown, { abortSignal, addJob }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const compared = await compareSaid(MOST_COMPARED, abortSignal);
    if (compared === MOST_COMPARED) await askToCompare(addJob);
  },
  parts: async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const { versionId } = PartsJob.parse(payload);
    const isLastAttempt = job.attempts >= job.max_attempts;
    await runPartReading(versionId, { engine, pool, isLastAttempt, now: () => new Date() });
  },
});

/** So many articles are compared with others in one go. */
const MOST_RELATED = 50;

/** One job for all that wait, after the pages that are being read, and never two of them at a time. */
async function askToRelate(addJob: JobHelpers["addJob"]): Promise<void> {
  await addJob("relate", {}, { jobKey: "relate", queueName: "relate", maxAttempts: 6, priority: 10 });
}

/** So many wordings are compared with what other pages say in one go. */
const MOST_COMPARED = 500;

/** As with where texts are from: one job for all that wait, after the pages that are being read. */
async function askToCompare(addJob: JobHelpers["addJob"]): Promise<void> {
  await addJob("compare", {}, { jobKey: "compare", queueName: "compare", maxAttempts: 6, priority: 10 });
}

interface FetchingMeans {
  readonly dataFolder?: string | null;
  readonly pool?: ReadingPool | null;
  readonly lookInPdf?: LookInPdf | null;
}

/** Fetches pages, feeds and what evidence quotes, and checks the record. Apart from reading, so that slow sites keep no page from being read. */
export const fetchingTasks = (
  settings: FetchSettings,
  { dataFolder = null, pool = null, lookInPdf = null }: FetchingMeans = {},
): TaskList => ({
  fetch: async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const isLastAttempt = job.attempts >= job.max_attempts;
    await runFetch(FetchJob.parse(payload), { settings, isLastAttempt, now: () => new Date() });
  },
  poll: async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const isGivenUp = job.attempts >= POLL_TRIES;
    await runPoll(PollJob.parse(payload), { settings, isGivenUp, now: () => new Date() });
  },
  copy: async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const isLastAttempt = job.attempts >= job.max_attempts;
    const running = { settings, pool, lookInPdf, isLastAttempt, now: () => new Date() };
    await runCopy(CopyJob.parse(payload), running);
  },
  evidence: async (payload: unknown, { abortSignal }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    await runLook(LookJob.parse(payload), { settings, pool, lookInPdf, now: () => new Date() });
  },
  factChecks: async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    await untilThereIsRoom(abortSignal);
    const isLastAttempt = job.attempts >= job.max_attempts;
    const running = { settings, pool, isLastAttempt, now: () => new Date() };
    await runFactChecks(FactChecksJob.parse(payload), running);
  },
  look: async (_: unknown, { addJob }: JobHelpers) => {
    const now = new Date();
    await refuseLost(now);
    await endLostCopies(now);
    await endLostLooks(now);
    await endLostPartReadings(now);
    await startDueRefetches(now);
    await startDueLooks(now);
    await catchUpQueue(now);
    await tellFallenDue(now);
    await wakeWebhooks(now);
    if ((await waitingArticles(null, 1)).length > 0) await askToRelate(addJob);
    if (await isAnySaidWaiting()) await askToCompare(addJob);
  },
  check: async () => {
    await runCheck(dataFolder, () => new Date());
  },
});

/** So many parts in one go; what is left then waits a minute. */
const MOST_PARTS = 500;

async function catchUpQueue(now: Date): Promise<void> {
  for (let part = 0; part < MOST_PARTS; part += 1) if ((await keepLeftOver(now)) === 0) return;
}

/** Sends links to people, and what came into their inbox, where mail is set up. */
export const mailingTasks = (settings: MailSettings): TaskList => ({
  mail: async (payload: unknown) => {
    await sendLink(MailJob.parse(payload), settings, new Date());
  },
  digest: async (payload: unknown) => {
    await sendDigest(DigestJob.parse(payload), settings, new Date());
  },
});

/** Sends what webhooks are told. Apart from fetching, so that an address that hangs holds up other messages at most. */
export const webhookTasks = (settings: FetchSettings): TaskList => ({
  webhook: async (payload: unknown) => {
    await runWebhook(WebhookJob.parse(payload), { settings, now: () => new Date() });
  },
});

/** Deletes what is kept for a time only. */
export const tidyingTasks = (securityDays: number): TaskList => ({
  tidy: async () => {
    const now = new Date();
    await forgetSecurity(securityDays, now);
    await forgetSendings(now);
    await forgetReports(now);
    await forgetDeliveries(now);
  },
});

/** Looks over what claims are known by, for an editor to decide on. */
export const comparingTasks = (): TaskList => ({
  doubts: async (_payload: unknown, { abortSignal }: JobHelpers) => {
    await lookForDoubts({ now: () => new Date(), signal: abortSignal });
  },
});

/**
 * Every minute pages that are watched and due are looked for, those behind evidence too, what was lost with its worker is ended, webhooks are told what fell due, and the record is checked; where workers were stopped, the next minute
 * finds them. Every hour what is kept for a time only is tidied away. Every night claims are looked over; where nobody was at work then, once somebody is.
 */
export const CLOCK = [
  "* * * * * look ?jobKey=look&max=1",
  "* * * * * check ?jobKey=check&max=1",
  "7 * * * * tidy ?jobKey=tidy&max=1",
  "23 2 * * * doubts ?fill=1d&jobKey=doubts&max=1",
].join("\n");
