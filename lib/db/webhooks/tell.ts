import { calendarDay, dateColumn } from "#lib/db/core/calendar";
import { lockNames, type Tx, transaction } from "#lib/db/core/client";
import { tellOfDue } from "#lib/db/notices/fallen-due";
import { MOST_WAITING } from "#lib/domain/bounds";
import type { PublicationContent } from "#lib/domain/publications";
import type { ChosenEvent } from "#lib/domain/webhook-events";
import type { WebhookData } from "#lib/domain/webhooks";
import { wakeAt } from "./queue";

/** What webhooks are told is written down where it happens, in the same transaction: it happened and is told, or neither. */

interface Told {
  readonly id: string;
  readonly sha256: string;
  readonly content: PublicationContent;
}

/** Tell whoever wants to know of something published, corrected or withdrawn. */
export async function tellPublication(
  tx: Tx,
  event: Exclude<ChosenEvent, "FELL_DUE">,
  { id, sha256, content }: Told,
  now: Date,
): Promise<void> {
  const slug = content.kind === "ARTICLE" ? content.article.slug : content.claim.slug;
  await tell(tx, event, [{ kind: content.kind, publication: id, sha256, slug }], now);
}

/**
 * Write down a message for each webhook that listens. What is over `MOST_WAITING` isn't kept for it, and counted. Their rows are held, so that none is
 * deleted meanwhile.
 */
async function tell(tx: Tx, event: ChosenEvent, told: readonly WebhookData[], now: Date): Promise<void> {
  const hooks = await tx.$queryRaw<{ id: string; waiting: number }[]>`
    SELECT w."id"::text, (SELECT count(*)::int FROM (
      SELECT 1 FROM "WebhookDelivery" d WHERE d."webhookId" = w."id" AND d."state" = 'WAITING' LIMIT ${MOST_WAITING}) part) AS waiting
    FROM "Webhook" w WHERE w."stop" IS NULL AND ${event}::"WebhookEvent" = ANY (w."events") ORDER BY w."id" FOR KEY SHARE OF w`;
  for (const { id, waiting } of hooks) {
    const kept = told.slice(0, MOST_WAITING - waiting);
    const rows = kept.map((data) => ({ webhookId: id, event, at: now, data, nextTryAt: now }));
    await tx.webhookDelivery.createMany({ data: rows });
    const missed = told.length - kept.length;
    if (missed > 0) await tx.webhook.update({ where: { id }, data: { missed: { increment: missed } } });
    if (kept.length > 0) await wakeAt(tx, id, now);
  }
}

/** So many promises in one transaction, and so many of those in one go; what is left then waits a minute. */
const AT_ONCE = 200;
const MOST_PARTS = 25;
/** Behind every publication of a day. */
const END_OF_DAY = { publicationId: "ffffffff-ffff-ffff-ffff-ffffffffffff", number: 2_147_483_647 };
const DAY = 86_400_000;

/**
 * Tell webhooks, and whoever has to do with the page, of promises whose last day is over, of which nothing is recorded: each once, in the order of their days. What is published after its promise fell
 * due isn't told again; nor is anything that fell due before anybody asked for the first time.
 */
export async function tellFallenDue(now: Date): Promise<void> {
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if ((await transaction((tx) => tellSomeDue(tx, now))) < AT_ONCE) return;
  }
}

interface Due {
  readonly publicationId: string;
  readonly number: number;
  readonly slug: string;
  readonly statementId: string;
  readonly dueFrom: Date | null;
  readonly dueTo: Date;
}

/** How many promises it looked at: fewer than `AT_ONCE` where none is left. */
async function tellSomeDue(tx: Tx, now: Date): Promise<number> {
  await lockNames(tx, ["webhook-due"]);
  const yesterday = dateColumn(calendarDay(new Date(now.getTime() - DAY))) ?? now;
  const mark = await tx.webhookDueMark.findUnique({ where: { id: 1 } });
  if (mark === null) {
    await tx.webhookDueMark.create({ data: { day: yesterday, ...END_OF_DAY } });
    return 0;
  }
  if (mark.day >= yesterday && mark.publicationId === END_OF_DAY.publicationId) return 0;
  const due = await tx.$queryRaw<Due[]>`
    SELECT s."publicationId"::text, s.number, s."dueFrom", s."dueTo", p.content -> 'article' ->> 'slug' AS slug,
      (SELECT t ->> 'id' FROM jsonb_array_elements(p.content -> 'statements') t WHERE (t ->> 'number')::int = s.number) AS "statementId"
    FROM "StandingStatement" s JOIN "Publication" p ON p.id = s."publicationId"
    WHERE s.outcome IS NULL AND s."dueTo" IS NOT NULL AND s."dueTo" <= ${yesterday}::date
      AND (s."dueTo", s."publicationId", s.number) > (${mark.day}::date, ${mark.publicationId}::uuid, ${mark.number}::int)
    ORDER BY s."dueTo", s."publicationId", s.number LIMIT ${AT_ONCE}`;
  const told = due.map(({ publicationId: publication, number, slug, dueFrom, dueTo }) => {
    return { publication, slug, number, dueFrom: calendarDay(dueFrom ?? dueTo), dueTo: calendarDay(dueTo) };
  });
  await tell(tx, "FELL_DUE", told, now);
  await tellOfDue(tx, due, now);
  const last = due.at(-1);
  const { publicationId, number, dueTo } =
    last === undefined || due.length < AT_ONCE ? { ...END_OF_DAY, dueTo: yesterday } : last;
  await tx.webhookDueMark.update({ where: { id: 1 }, data: { day: dueTo, publicationId, number } });
  return due.length;
}
