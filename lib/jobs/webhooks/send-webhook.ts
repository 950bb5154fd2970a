import { z } from "zod";
import { type DueDelivery, dueDelivery, keepTry } from "#lib/db/webhooks/deliveries";
import { payloadOf, type WebhookAnswer } from "#lib/domain/webhooks";
import type { FetchSettings } from "#lib/ingest";
import { sendMessage } from "#lib/ingest/webhook";
import * as words from "#lib/words";
import { signedHeaders } from "./signature";

export const WebhookJob = z.object({ webhookId: z.uuid() });
export type WebhookJob = z.infer<typeof WebhookJob>;

interface Running {
  readonly settings: FetchSettings;
  now(): Date;
  /** How long one message may take, in milliseconds; ten seconds where left out. */
  readonly totalMs?: number;
}

/**
 * Send the next message of one webhook. What the address does ends in the message's row, with the moment of its next try; what is thrown is our fault, and
 * the queue's to try again. A worker that dies between sending and noting it sends it twice: the receiver knows it by its id.
 */
export async function runWebhook({ webhookId }: WebhookJob, running: Running): Promise<void> {
  const { now } = running;
  const delivery = await dueDelivery(webhookId, now());
  if (delivery === null) return;
  const answer = await send(delivery, running);
  await keepTry(delivery, answer, { now: now(), chance: Math.random() });
}

async function send(delivery: DueDelivery, { settings, now, totalMs }: Running): Promise<WebhookAnswer> {
  const { id, address, secrets } = delivery;
  if (secrets === null) {
    return { status: null, ms: 0, said: null, trouble: words.webhooks.errors.otherKey, waitMs: null };
  }
  const body = JSON.stringify(payloadOf(delivery, new URL(settings.origin).origin));
  const headers = signedHeaders({ id: `msg_${id}`, sentAt: now(), body }, secrets);
  return sendMessage(address, { headers, body }, settings, totalMs);
}
