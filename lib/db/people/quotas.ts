import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database, lockNames, type Tx } from "#lib/db/core/client";
import { QuotaSetting, type Quotas, type Share } from "#lib/domain/quotas";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** What each person and each token has asked for, counted. */

/** A person, or a program with a token of theirs. */
export interface Asker {
  readonly personId: string;
  readonly tokenId: string | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** As the newsroom set them. */
export function quotas(): Quotas {
  return QuotaSetting.parse(process.env.ONRECORD_QUOTAS);
}

/** What this asker has given. Until the transaction ends nobody else counts for them, so that pages given at one moment all count. */
export async function shareOf(tx: Tx, { personId, tokenId }: Asker, now: Date): Promise<Share> {
  await lockNames(tx, [`share:${tokenId ?? personId}`]);
  const since = new Date(now.getTime() - DAY);
  const [share] = await tx.$queryRaw<Share[]>`
    SELECT
      (SELECT count(*)::int FROM "Import" WHERE "requestedById" = ${personId}::uuid
         AND "apiTokenId" IS NOT DISTINCT FROM ${tokenId}::uuid AND "state" IN ('QUEUED', 'RUNNING')
         AND "shareBytes" IS NOT NULL) AS waiting,
      count(*)::int AS pages, coalesce(sum("shareBytes"), 0)::float8 AS bytes
    FROM "Import" WHERE "requestedById" = ${personId}::uuid
      AND "apiTokenId" IS NOT DISTINCT FROM ${tokenId}::uuid AND "requestedAt" > ${since}::timestamptz
      AND "shareBytes" IS NOT NULL`;
  return share ?? { waiting: 0, pages: 0, bytes: 0 };
}

/** Whether this would be one draft too many. One that is there may always be written on. */
export async function isDraftTooMany(tx: Tx, userId: string, subject: string): Promise<boolean> {
  await lockNames(tx, [`drafts:${userId}`]);
  const others = await tx.draft.count({ where: { userId, subject: { not: subject } } });
  return others >= quotas().drafts;
}

/** Whether this person wrote as many comments within an hour as they may. Until the transaction ends nobody else counts for them. */
export async function isCommentTooMany(tx: Tx, authorId: string, now: Date): Promise<boolean> {
  await lockNames(tx, [`comments:${authorId}`]);
  const since = new Date(now.getTime() - HOUR);
  const written = await tx.deskComment.count({ where: { authorId, at: { gt: since } } });
  return written >= quotas().comments;
}

/**
 * Count a form that this person posts.
 *
 * Throws   AppError `rate_limited`, whose sentence says when to go on.
 */
export async function countForm(personId: string): Promise<void> {
  const { forms } = quotas();
  const limiter = new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: "forms",
    clearExpiredByTimeout: false,
    points: forms,
    duration: 60,
  });
  try {
    await limiter.consume(personId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError("rate_limited", words.quotas.forms(forms, seconds));
  }
}
