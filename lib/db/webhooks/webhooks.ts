import { v7 as newId } from "uuid";
import { database, type Tx } from "#lib/db/core/client";
import type { Webhook } from "#lib/db/generated/client";
import type { ChosenEvent } from "#lib/domain/webhook-events";
import { OLD_SECRET_WORKS, type WebhookStop, type WebhookView } from "#lib/domain/webhooks";
import { newSecret, sealSecret } from "./secrets";

/** The webhooks there are. */

/** Any fixed number will do that nothing else takes. */
const COUNT_LOCK = 72_707_374;

/** How many there are. Whoever adds one waits for whoever is adding one. */
export async function countWebhooks(tx: Tx): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${COUNT_LOCK})`;
  return tx.webhook.count();
}

interface NewWebhook {
  readonly address: string;
  readonly note: string | null;
  readonly events: readonly ChosenEvent[];
  readonly createdById: string;
}

/** The secret is returned here and never again; the database keeps it sealed. */
export async function keepWebhook(
  tx: Tx,
  { events, ...given }: NewWebhook,
  now: Date,
): Promise<{ readonly webhookId: string; readonly secret: string }> {
  const [id, secret] = [newId(), newSecret()];
  await tx.webhook.create({
    data: { ...given, id, events: [...events], secret: sealSecret(secret, id), createdAt: now },
  });
  return { webhookId: id, secret };
}

/** The row, locked until the transaction ends; null where there is none. */
export async function lockWebhook(tx: Tx, id: string): Promise<Webhook | null> {
  await tx.$executeRaw`SELECT 1 FROM "Webhook" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.webhook.findUnique({ where: { id } });
}

/** A new secret. The one before signs too for a day, so that receivers have the time to change over. */
export async function rotateSecret(tx: Tx, { id, secret: old }: Webhook, now: Date): Promise<string> {
  const secret = newSecret();
  await tx.webhook.update({
    where: { id },
    data: {
      secret: sealSecret(secret, id),
      oldSecret: old,
      oldSecretUntil: new Date(now.getTime() + OLD_SECRET_WORKS),
    },
  });
  return secret;
}

/** From here on it sends nothing, and what waits isn't sent. */
export async function stopWebhook(tx: Tx, id: string, stop: WebhookStop, now: Date): Promise<void> {
  await tx.webhook.update({ where: { id }, data: { stop, stoppedAt: now } });
  await stopWaiting(tx, id);
}

export async function stopWaiting(tx: Tx, webhookId: string): Promise<void> {
  const where = { webhookId, state: "WAITING" as const };
  await tx.webhookDelivery.updateMany({ where, data: { state: "STOPPED", nextTryAt: null } });
}

/** It is told again of what happens from now on. */
export async function resumeWebhook(tx: Tx, id: string): Promise<void> {
  const well = { failures: 0, failingSince: null, restUntil: null };
  await tx.webhook.update({ where: { id }, data: { stop: null, stoppedAt: null, missed: 0, ...well } });
}

/** With all that it was told. */
export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.webhook.delete({ where: { id } });
}

const SHOWN = { createdBy: { select: { name: true } } } as const;

/** All webhooks, the latest first. */
export async function webhooks(): Promise<WebhookView[]> {
  const rows = await database().webhook.findMany({ include: SHOWN, orderBy: { id: "desc" } });
  return Promise.all(rows.map(viewOf));
}

export async function webhookView(id: string): Promise<WebhookView | null> {
  const row = await database().webhook.findUnique({ where: { id }, include: SHOWN });
  return row === null ? null : viewOf(row);
}

/** The hosts of those of these webhooks that are there. */
export async function webhookHosts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database().webhook.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, address: true },
  });
  return new Map(rows.map(({ id, address }) => [id, new URL(address).host]));
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

async function viewOf(
  row: Webhook & { readonly createdBy: { readonly name: string } },
): Promise<WebhookView> {
  const where = { webhookId: row.id, state: "WAITING" as const };
  return {
    id: row.id,
    address: row.address,
    note: row.note,
    events: row.events,
    createdBy: row.createdBy.name,
    createdAt: row.createdAt.toISOString(),
    stop: row.stop,
    stoppedAt: iso(row.stoppedAt),
    failingSince: iso(row.failingSince),
    oldSecretUntil: iso(row.oldSecretUntil),
    waiting: await database().webhookDelivery.count({ where }),
    missed: row.missed,
  };
}
