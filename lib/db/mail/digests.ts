import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { NOTICE_KINDS, type NoticeKind, type NoticeMail } from "#lib/domain/notices";
import * as words from "#lib/words";
import { isMailOn } from "./outbox";

/** Mails that tell people what came into their inbox: what comes in a few minutes goes in one. */

const TRIES = 12;
/** In seconds: so long the first notice waits for others. */
const GATHERED = 300;
/** As many as one mail tells of. */
const MOST = 200;

export const DigestJob = z.object({ personId: z.uuid() });
export type DigestJob = z.infer<typeof DigestJob>;

/** Have these people told by mail, once this transaction is kept. A mail that waits for them already takes it in. */
export async function mailDigest(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (!isMailOn()) return;
  for (const personId of personIds) {
    const payload: DigestJob = { personId };
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('digest', ${JSON.stringify(payload)}::json, job_key := ${`digest:${personId}`},
        run_at := now() + make_interval(secs => ${GATHERED}::int), max_attempts := ${TRIES}::int, job_key_mode := 'preserve_run_at')`;
  }
}

/** What is to be told: what is unread and wasn't told. Null for nothing, for whoever wants no mail, and for a closed account. */
export async function noticeMail({ personId }: DigestJob): Promise<NoticeMail | null> {
  const person = await database().user.findFirst({
    where: { id: personId, disabledAt: null, noticeSetting: { byMail: true } },
    select: { email: true },
  });
  if (person === null) return null;
  const rows = await database().notice.findMany({
    where: {
      personId,
      readAt: null,
      mailedAt: null,
      OR: [{ commentId: null }, { comment: { takenBackAt: null } }],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, kind: true, by: { select: { name: true } } },
  });
  if (rows.length === 0) return null;
  const told = NOTICE_KINDS.flatMap((kind) => {
    const of = rows.filter((row) => row.kind === kind);
    return of.length === 0
      ? []
      : [{ kind, count: of.length, by: [...new Set(of.flatMap(({ by }) => by?.name ?? nobodyOf(kind)))] }];
  });
  return { to: person.email, noticeIds: rows.map(({ id }) => id), told };
}

/** Work that no person gave is a rule's. What it is called may tell of a page, so the mail doesn't say it. */
const nobodyOf = (kind: NoticeKind): readonly string[] =>
  kind === "ASSIGNED" ? [words.assigning.aRule] : [];

export async function noteMailed(noticeIds: readonly string[], mailedAt: Date): Promise<void> {
  await database().notice.updateMany({ where: { id: { in: [...noticeIds] } }, data: { mailedAt } });
}
