import { database, type Tx, transaction } from "#lib/db/core/client";
import { type FactCheckLook, FoundFactChecks } from "#lib/domain/fact-checks";
import * as words from "#lib/words";

/** Looks at what other fact-checkers say of a claim: one of each person and claim, and the next one takes its place. */

/** How often a look that failed through our own fault is tried, before it is given up with a sentence. */
const LOOK_ATTEMPTS = 3;
/** Somebody sits before the screen and waits. */
const PRIORITY = -1;
/** What one look at the queue ends at most; the rest waits for the next. */
const MOST_LOST = 1000;

const jobKey = (lookId: string) => `fact-checks:${lookId}`;

/** `turns` are hosts, and the moments at which they are ours. */
export interface LookJob {
  readonly lookId: string;
  readonly turns: ReadonlyMap<string, Date>;
}

async function addJob(tx: Tx, { lookId, turns }: LookJob, runAt: Date | null): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'factChecks', ${JSON.stringify({ lookId, turns: [...turns] })}::json, max_attempts := ${LOOK_ATTEMPTS}::int,
      run_at := ${runAt}::timestamptz, job_key := ${jobKey(lookId)}, priority := ${PRIORITY}::int)`;
}

/** What is looked at: an address, or what somebody gave. */
type Asked =
  | { readonly url: string; readonly given: null; readonly name: null }
  | { readonly url: null; readonly given: string; readonly name: string | null };

/** A look that waits, with its job, in the place of the last one of this person and claim. */
export async function requestLook(
  tx: Tx,
  { claimId, by, ...asked }: Asked & { readonly claimId: string; readonly by: string },
  now: Date,
): Promise<string> {
  const [before] = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "FactCheckLook" WHERE "claimId" = ${claimId}::uuid AND "askedById" = ${by}::uuid RETURNING "id"::text AS "id"`;
  if (before !== undefined) await tx.$executeRaw`SELECT graphile_worker.remove_job(${jobKey(before.id)})`;
  const { id } = await tx.factCheckLook.create({
    data: { claimId, askedById: by, askedAt: now, ...asked },
  });
  await addJob(tx, { lookId: id, turns: new Map() }, null);
  return id;
}

export interface LookToRun {
  readonly id: string;
  readonly url: string | null;
  readonly given: string | null;
  /** Of the claim, as it is now. */
  readonly wording: string;
}

/** The look that waits; null where it doesn't (any more). */
export async function lookToRun(id: string): Promise<LookToRun | null> {
  const look = await database().factCheckLook.findFirst({
    where: { id, endedAt: null },
    select: { id: true, url: true, given: true, claim: { select: { wording: true } } },
  });
  return look && { id: look.id, url: look.url, given: look.given, wording: look.claim.wording };
}

/** It ends with what was found, or with why nothing was; unless it ended meanwhile, or another look took its place. */
export async function endLook(
  id: string,
  end: { readonly found: FoundFactChecks } | { readonly message: string },
  now: Date,
): Promise<void> {
  await database().factCheckLook.updateMany({
    where: { id, endedAt: null },
    data: { ...end, given: null, endedAt: now },
  });
}

/** It waits until its turn at a host. */
export async function lookAgain(job: LookJob, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const isWaiting = (await tx.factCheckLook.count({ where: { id: job.lookId, endedAt: null } })) > 0;
    if (isWaiting) await addJob(tx, job, at);
  });
}

/** Looks whose job is gone or has no try left: they end with a sentence. */
export async function endLostLooks(now: Date): Promise<number> {
  return database().$executeRaw`
    UPDATE "FactCheckLook" SET "message" = ${words.factChecks.gaveUp}, "given" = NULL, "endedAt" = ${now}
    WHERE "id" IN (
      SELECT l."id" FROM "FactCheckLook" l
      LEFT JOIN graphile_worker.jobs j ON j.key = 'fact-checks:' || l."id"::text
      WHERE l."endedAt" IS NULL AND (j.id IS NULL OR (j.locked_at IS NULL AND j.attempts >= j.max_attempts))
      LIMIT ${MOST_LOST}) AND "endedAt" IS NULL`;
}

/** A claim, and the last look of this person at what others say of it; null where there is no such claim. */
export async function factChecksOf(
  claimId: string,
  personId: string,
): Promise<{ readonly wording: string; readonly look: FactCheckLook | null } | null> {
  const claim = await database().claim.findUnique({
    where: { id: claimId },
    select: {
      wording: true,
      factCheckLooks: { where: { askedById: personId }, omit: { given: true }, take: 1 },
    },
  });
  if (claim === null) return null;
  const [row] = claim.factCheckLooks;
  if (row === undefined) return { wording: claim.wording, look: null };
  const { id, url, name, message, endedAt } = row;
  const found = row.found === null ? null : FoundFactChecks.parse(row.found);
  return { wording: claim.wording, look: { id, url, name, message, isWaiting: endedAt === null, found } };
}

/** A look of this person's that ended with something found, and its claim; null where there is none. */
export async function foundByLook(
  id: string,
  askedById: string,
): Promise<{ readonly claimId: string; readonly found: FoundFactChecks } | null> {
  const row = await database().factCheckLook.findFirst({
    where: { id, askedById },
    select: { claimId: true, found: true },
  });
  return row?.found == null ? null : { claimId: row.claimId, found: FoundFactChecks.parse(row.found) };
}
