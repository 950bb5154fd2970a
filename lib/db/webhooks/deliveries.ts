import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import { database, type Tx, transaction } from "#lib/db/core/client";
import type { Webhook, WebhookDelivery } from "#lib/db/generated/client";
import { tell } from "#lib/db/notices/notices";
import { DELIVERIES_KEPT, DELIVERY_DAYS } from "#lib/domain/bounds";
import {
  afterTry,
  DELIVERIES_ON_A_PAGE,
  type DeliveryView,
  NO_MORE_TRIES,
  type WebhookAnswer,
  WebhookData,
  type WebhookEvent,
  type WebhookPage,
  type WebhookStop,
} from "#lib/domain/webhooks";
import { AppError } from "#lib/errors";
import { wakeAt } from "./queue";
import { secretsAt } from "./secrets";
import { lockWebhook, stopWaiting, stopWebhook, webhookView } from "./webhooks";

/** Messages on their way to webhooks, and what became of them. */

export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly address: string;
  readonly event: WebhookEvent;
  readonly at: Date;
  readonly data: WebhookData;
  /** It is signed with each of them; null where they can't be opened. */
  readonly secrets: readonly string[] | null;
}

/**
 * What this webhook has to send now; null where there is nothing: it is gone, it sends nothing, or its next moment is later, for which it is woken.
 */
export async function dueDelivery(webhookId: string, now: Date): Promise<DueDelivery | null> {
  const hook = await database().webhook.findUnique({ where: { id: webhookId } });
  if (hook === null) return null;
  if (hook.stop !== null) {
    await transaction((tx) => stopWaiting(tx, webhookId));
    return null;
  }
  const next = await nextOf(database(), webhookId);
  if (next === null) return null;
  const from = momentOf(next, hook.restUntil);
  if (from > now) {
    await wakeAt(database(), webhookId, from, { isOwn: true });
    return null;
  }
  const { id, event, at, data } = next;
  return {
    id,
    webhookId,
    address: hook.address,
    event,
    at,
    data: WebhookData.parse(data),
    secrets: secretsOf(hook, now),
  };
}

function secretsOf(hook: Webhook, now: Date): string[] | null {
  try {
    return secretsAt(hook, now);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** What somebody asked for now comes first, then what is due first. */
async function nextOf(tx: Pick<Tx, "webhookDelivery">, webhookId: string): Promise<WebhookDelivery | null> {
  const first = (where: object) =>
    tx.webhookDelivery.findFirst({
      where: { webhookId, state: "WAITING", ...where },
      orderBy: [{ nextTryAt: "asc" }, { id: "asc" }],
    });
  return (await first({ step: NO_MORE_TRIES })) ?? (await first({}));
}

function momentOf({ step, nextTryAt, at }: WebhookDelivery, restUntil: Date | null): Date {
  const own = nextTryAt ?? at;
  return step === NO_MORE_TRIES || restUntil === null || restUntil < own ? own : restUntil;
}

/** Keep what came of a try, wake the webhook for its next message, and switch it off where that follows. Of a webhook that was deleted meanwhile nothing is kept. */
export async function keepTry(
  { id, webhookId }: Pick<DueDelivery, "id" | "webhookId">,
  answer: WebhookAnswer,
  moment: { readonly now: Date; readonly chance: number },
): Promise<void> {
  await transaction(async (tx) => {
    const hook = await lockWebhook(tx, webhookId);
    const delivery = await tx.webhookDelivery.findUnique({ where: { id } });
    if (hook === null || delivery === null) return;
    const { now } = moment;
    const { state, step, nextTryAt, health, stop } = afterTry(delivery, hook, answer, moment);
    const { status, ms, said, trouble } = answer;
    const isOver = hook.stop !== null && state === "WAITING";
    await tx.webhookDelivery.update({
      where: { id },
      data: {
        ...(isOver ? { state: "STOPPED", nextTryAt: null } : { state, step, nextTryAt }),
        tries: { increment: 1 },
        triedAt: now,
        status,
        ms,
        said,
        trouble,
      },
    });
    if (hook.stop !== null) return;
    await tx.webhook.update({ where: { id: webhookId }, data: health });
    if (stop !== null) return switchOff(tx, webhookId, stop, now);
    const next = await nextOf(tx, webhookId);
    if (next !== null) await wakeAt(tx, webhookId, momentOf(next, health.restUntil), { isOwn: true });
  });
}

/** Nobody did it: the history says so, and every admin is told. */
async function switchOff(tx: Tx, id: string, stop: WebhookStop, now: Date): Promise<void> {
  await stopWebhook(tx, id, stop, now);
  const admins = await tx.user.findMany({ where: { role: "ADMIN", disabledAt: null }, select: { id: true } });
  const to = admins.map((admin) => admin.id);
  await tell(tx, to, { kind: "WEBHOOK_OFF", webhookId: id }, { byId: null, at: now });
  const event = { at: now, actorId: SYSTEM, action: "webhook.switchOff", subjectId: `webhook:${id}` };
  await appendAudit(tx, { ...event, payload: { stop } });
}

/** A test is sent at once, and once. */
export async function keepTest(tx: Tx, webhookId: string, now: Date): Promise<string> {
  const { id } = await tx.webhookDelivery.create({
    data: { webhookId, event: "TEST", at: now, data: {}, step: NO_MORE_TRIES, nextTryAt: now },
  });
  await wakeAt(tx, webhookId, now);
  return id;
}

/** The message and its webhook, both held; null where there is no such message. */
export async function lockDelivery(tx: Tx, id: string) {
  const found = await tx.webhookDelivery.findUnique({ where: { id }, select: { webhookId: true } });
  const webhook = found && (await lockWebhook(tx, found.webhookId));
  const delivery = webhook && (await tx.webhookDelivery.findUnique({ where: { id } }));
  return delivery && { webhook, delivery };
}

/** Send it again now, under its own id. What still has tries of its own keeps them; anything else is sent once. */
export async function sendAgain(tx: Tx, { id, webhookId, state }: WebhookDelivery, now: Date): Promise<void> {
  const waits = { state: "WAITING" as const, nextTryAt: now };
  const data = state === "WAITING" ? waits : { ...waits, step: NO_MORE_TRIES };
  await tx.webhookDelivery.update({ where: { id }, data });
  await tx.webhook.update({ where: { id: webhookId }, data: { restUntil: null } });
  await wakeAt(tx, webhookId, now);
}

/** Wake every webhook that has something to send: its job may have been lost. */
export async function wakeWebhooks(now: Date): Promise<void> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT w."id"::text FROM "Webhook" w
    WHERE (w."restUntil" IS NULL OR w."restUntil" <= ${now}::timestamptz) AND EXISTS (
      SELECT 1 FROM "WebhookDelivery" d
      WHERE d."webhookId" = w."id" AND d."state" = 'WAITING' AND d."nextTryAt" <= ${now}::timestamptz)`;
  for (const { id } of rows) await wakeAt(database(), id, now);
}

const DAY = 86_400_000;

/** Forget messages that came to an end and are old, or behind so many later ones; and secrets that don't sign any more. */
export async function forgetDeliveries(now: Date): Promise<void> {
  const old = new Date(now.getTime() - DELIVERY_DAYS * DAY);
  const ended = { state: { not: "WAITING" as const } };
  await database().webhookDelivery.deleteMany({ where: { ...ended, at: { lt: old } } });
  for (const { id: webhookId } of await database().webhook.findMany({ select: { id: true } })) {
    const [last] = await database().webhookDelivery.findMany({
      where: { webhookId },
      orderBy: { id: "desc" },
      skip: DELIVERIES_KEPT - 1,
      take: 1,
      select: { id: true },
    });
    if (last === undefined) continue;
    await database().webhookDelivery.deleteMany({ where: { ...ended, webhookId, id: { lt: last.id } } });
  }
  const none = { oldSecret: null, oldSecretUntil: null };
  await database().webhook.updateMany({ where: { oldSecretUntil: { lte: now } }, data: none });
}

/** A webhook with a part of its log, from before `before` on; null where there is no such webhook. */
export async function webhookPage(webhookId: string, before: string | null): Promise<WebhookPage | null> {
  const webhook = await webhookView(webhookId);
  if (webhook === null) return null;
  const rows = await database().webhookDelivery.findMany({
    where: { webhookId, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: DELIVERIES_ON_A_PAGE + 1,
  });
  const shown = rows.slice(0, DELIVERIES_ON_A_PAGE);
  return {
    webhook,
    deliveries: shown.map(viewOf),
    before: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

function viewOf({
  data,
  at,
  nextTryAt,
  triedAt,
  step: _,
  webhookId: __,
  ...row
}: WebhookDelivery): DeliveryView {
  return {
    ...row,
    at: at.toISOString(),
    nextTryAt: nextTryAt?.toISOString() ?? null,
    triedAt: triedAt?.toISOString() ?? null,
    path: pathOf(WebhookData.parse(data)),
  };
}

function pathOf(data: WebhookData): string | null {
  if (!("publication" in data)) return null;
  if ("number" in data) return `/articles/${data.slug}#s${data.number}`;
  return `/${data.kind === "ARTICLE" ? "articles" : "claims"}/${data.slug}`;
}
