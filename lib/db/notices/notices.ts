import { database, type Tx } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { mailDigest } from "#lib/db/mail/digests";
import { MOST_UNREAD } from "#lib/domain/notices";

/** What people are told of. */

export type NoticeOf =
  | { readonly kind: "MENTION" | "ANSWER"; readonly commentId: string }
  | { readonly kind: "ASSIGNED"; readonly actId: string }
  | { readonly kind: "RETURNED"; readonly reviewId: string }
  | { readonly kind: "WEBHOOK_OFF"; readonly webhookId: string }
  | { readonly kind: "EVIDENCE_LOST"; readonly evidenceId: string }
  | { readonly kind: "DISAGREEMENT"; readonly readingId: string }
  | { readonly kind: "FELL_DUE"; readonly statementId: string };

/** Tell these people, as far as their accounts are open; never whoever did it (`byId`, null where nobody did). With this transaction, by mail too where they want that. */
export async function tell(
  tx: Tx,
  personIds: readonly string[],
  what: NoticeOf,
  { byId, at }: { readonly byId: string | null; readonly at: Date },
): Promise<void> {
  const others = [...new Set(personIds)].filter((id) => id !== byId);
  if (others.length === 0) return;
  const open = await tx.user.findMany({
    where: { id: { in: others }, disabledAt: null },
    select: { id: true, noticeSetting: { select: { byMail: true } } },
  });
  await tx.notice.createMany({ data: open.map(({ id }) => ({ personId: id, byId, at, ...what })) });
  const mailed = open.filter(({ noticeSetting }) => noticeSetting?.byMail === true);
  await mailDigest(
    tx,
    mailed.map(({ id }) => id),
  );
}

/** What was to be done about these is done, by whoever did it: nobody has to be told any more. */
export async function endNotices(
  tx: Tx,
  what: Extract<NoticeOf, { readonly kind: "DISAGREEMENT" }>,
  readAt: Date,
): Promise<void> {
  await tx.notice.updateMany({ where: { ...what, readAt: null }, data: { readAt } });
}

/** How many of somebody's notices are unread; one more than `MOST_UNREAD` where there are more. Reads no more than it counts. */
export async function countUnread(personId: string): Promise<number> {
  const [row] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM "Notice" WHERE "personId" = ${personId}::uuid AND "readAt" IS NULL LIMIT ${MOST_UNREAD + 1}) part`;
  return row?.n ?? 0;
}

type Which = { readonly noticeId: string } | { readonly upTo: Date } | { readonly readAt: Date };

const whereOf = (which: Which): Prisma.NoticeWhereInput => {
  if ("noticeId" in which) return { id: which.noticeId };
  return "upTo" in which ? { at: { lte: which.upTo } } : { readAt: which.readAt };
};

/** How many of this person's notices are read now that weren't before. */
export async function markRead(tx: Tx, personId: string, which: Which, readAt: Date): Promise<number> {
  const where = { personId, readAt: null, AND: whereOf(which) };
  return (await tx.notice.updateMany({ where, data: { readAt } })).count;
}

/** How many of this person's notices are unread again. */
export async function markUnread(tx: Tx, personId: string, which: Which): Promise<number> {
  const where = { personId, readAt: { not: null }, AND: whereOf(which) };
  return (await tx.notice.updateMany({ where, data: { readAt: null } })).count;
}

export async function wantsMail(personId: string): Promise<boolean> {
  return (await database().noticeSetting.findUnique({ where: { personId } }))?.byMail ?? false;
}

export async function keepMailSetting(tx: Tx, personId: string, byMail: boolean): Promise<void> {
  await tx.noticeSetting.upsert({
    where: { personId },
    create: { personId, byMail },
    update: { byMail },
  });
}
