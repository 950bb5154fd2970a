import { randomBytes } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import type { ErrorReport } from "#lib/db/generated/client";
import { clientMark } from "#lib/db/security/events";
import type { ListPlace } from "#lib/domain/cursors";
import { timeCursor } from "#lib/domain/cursors";
import {
  REPORT_KEPT_DAYS,
  type ReportKind,
  type ReportReceipt,
  type ReportRow,
  type ReportsPage,
} from "#lib/domain/error-reports";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** What readers told the newsroom. */

const REPORTS_ON_A_PAGE = 20;
/** Reports that wait are counted so far, and no further. */
export const MOST_COUNTED = 500;
const DAY = 86_400_000;

/** How often one client may write to the newsroom, and how often everybody together; in so many seconds. */
export const REPORTS = {
  client: { points: 5, duration: 60 * 60 },
  everybody: { points: 500, duration: 24 * 60 * 60 },
} as const;

/**
 * Count a report, before it is kept. Of a client only a mark is kept, while it counts: a keyed hash of its address, so that nobody guesses it back.
 *
 * Throws   AppError `rate_limited`, whose sentence says when to go on.
 */
export async function countReport(client: string): Promise<void> {
  await consume("client", clientMark(client));
  await consume("everybody", "all");
}

async function consume(kind: keyof typeof REPORTS, key: string): Promise<void> {
  const limiter = new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: `report:${kind}`,
    clearExpiredByTimeout: false,
    ...REPORTS[kind],
  });
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError("rate_limited", words.reports.tooMany(Math.ceil(refused.msBeforeNext / 60_000)));
  }
}

/** Returns the token with which its sender sees what became of it; the database keeps its hash alone. */
export async function keepReport(
  tx: Tx,
  report: {
    readonly kind: ReportKind;
    readonly path: string | null;
    readonly words: string;
    readonly source: string | null;
  },
  now: Date,
): Promise<string> {
  const token = randomBytes(16).toString("hex");
  await tx.errorReport.create({ data: { ...report, tokenHash: sha256(token), sentAt: now } });
  return token;
}

/** Null where no report has this token, or it isn't kept any more. */
export async function receiptOf(token: string): Promise<ReportReceipt | null> {
  const row = await database().errorReport.findUnique({ where: { tokenHash: sha256(token) } });
  return row && receipt(row);
}

const receipt = (row: ErrorReport): ReportReceipt => ({
  kind: row.kind,
  path: row.path,
  words: row.words,
  source: row.source,
  sentAt: row.sentAt.toISOString(),
  answer: row.answer,
  answerPath: row.answerPath,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  erasedAt: row.erasedAt?.toISOString() ?? null,
});

/** Which reports: those that wait for an answer, or those that have one; of one kind, or of both where it is null. */
export interface WhichReports {
  readonly state: "open" | "answered";
  readonly kind: ReportKind | null;
}

/** Reports that weren't erased, the latest first. `open` counts those of the kind that wait for an answer, up to `MOST_COUNTED`. */
export async function reportsPage(
  { state, kind }: WhichReports,
  place: ListPlace | null,
): Promise<ReportsPage> {
  const isBack = place?.way === "before";
  const order = isBack ? "asc" : "desc";
  const beyond = isBack ? "gt" : "lt";
  const key = place?.cursor;
  const ofKind = { erasedAt: null, ...(kind && { kind }) };
  const where = { ...ofKind, answeredAt: state === "open" ? null : { not: null } };
  const [found, open] = await Promise.all([
    database().errorReport.findMany({
      where: {
        ...where,
        ...(key && {
          OR: [{ sentAt: { [beyond]: key.at } }, { sentAt: key.at, id: { [beyond]: key.id } }],
        }),
      },
      include: { answeredBy: { select: { name: true } } },
      orderBy: [{ sentAt: order }, { id: order }],
      take: REPORTS_ON_A_PAGE + 1,
    }),
    database().errorReport.count({ where: { ...ofKind, answeredAt: null }, take: MOST_COUNTED }),
  ]);
  const goesOn = found.length > REPORTS_ON_A_PAGE;
  const rows = found.slice(0, REPORTS_ON_A_PAGE);
  if (isBack) rows.reverse();
  const cursor = (row: ErrorReport | undefined) => (row ? timeCursor({ at: row.sentAt, id: row.id }) : null);
  return {
    reports: rows.map(
      ({ answeredBy, ...row }): ReportRow => ({
        ...receipt(row),
        id: row.id,
        words: row.words ?? "",
        answeredBy: answeredBy?.name ?? null,
        revision: row.revision,
      }),
    ),
    older: isBack || goesOn ? cursor(rows.at(-1)) : null,
    newer: isBack ? (goesOn ? cursor(rows[0]) : null) : place === null ? null : cursor(rows[0]),
    open,
  };
}

/** False where somebody was first, or it was erased. */
export async function answerReport(
  tx: Tx,
  answered: {
    readonly id: string;
    readonly revision: number;
    readonly answer: string;
    readonly answerPath: string | null;
    readonly byId: string;
  },
  now: Date,
): Promise<boolean> {
  const { id, revision, answer, answerPath, byId } = answered;
  const { count } = await tx.errorReport.updateMany({
    where: { id, revision, erasedAt: null },
    data: { answer, answerPath, answeredAt: now, answeredById: byId, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Can readers open this page or claim of ours? `path` is `/articles/SLUG` or `/claims/SLUG`. */
export async function isPublishedAt(tx: Tx, path: string): Promise<boolean> {
  const [, list, slug = ""] = path.split("/");
  if (list === "articles") {
    const article = await tx.article.findUnique({ where: { slug }, select: { id: true } });
    return article !== null && (await tx.standing.count({ where: { subjectId: article.id } })) > 0;
  }
  const claim = await tx.claim.findUnique({ where: { slug }, select: { id: true } });
  return claim !== null && (await tx.standingClaim.count({ where: { claimId: claim.id } })) > 0;
}

/** What was written and what was answered is gone; that there was something stays until it is tidied away. False where there was nothing. */
export async function eraseReport(
  tx: Tx,
  which: { readonly id: string } | { readonly tokenHash: string },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.errorReport.updateMany({
    where: { ...which, erasedAt: null },
    data: {
      words: null,
      source: null,
      answer: null,
      answerPath: null,
      erasedAt: now,
      revision: { increment: 1 },
    },
  });
  return count === 1;
}

/** Reports that were answered or erased long ago. */
export async function forgetReports(now: Date): Promise<void> {
  const before = new Date(now.getTime() - REPORT_KEPT_DAYS * DAY);
  await database().errorReport.deleteMany({
    where: { OR: [{ answeredAt: { lt: before } }, { erasedAt: { lt: before } }] },
  });
}
