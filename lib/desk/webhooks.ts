import type { Tx } from "#lib/db/core/client";
import { keepTest, lockDelivery, sendAgain } from "#lib/db/webhooks/deliveries";
import {
  countWebhooks,
  deleteWebhook as deleteRow,
  keepWebhook,
  lockWebhook,
  resumeWebhook as resumeRow,
  rotateSecret,
  stopWebhook,
} from "#lib/db/webhooks/webhooks";
import { CHOSEN_EVENTS } from "#lib/domain/webhook-events";
import { AddWebhook, MOST_WEBHOOKS, OneDelivery, OneWebhook } from "#lib/domain/webhooks";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

const say = words.webhooks.errors;

/** What admins do about the addresses that are told what happens to what is published. */

/** The secret is in the answer and nowhere else. */
export const addWebhook = verb("webhook.add", {
  input: AddWebhook,
  run: async ({ tx, actor, input, now }) => {
    if ((await countWebhooks(tx)) >= MOST_WEBHOOKS) throw new AppError("conflict", say.tooMany);
    const { address, note } = input;
    const events = CHOSEN_EVENTS.filter((event) => input[event]);
    const made = await keepWebhook(tx, { address, note, events, createdById: actor.id }, now);
    const payload = { host: new URL(address).host, events };
    return { result: made, subject: `webhook:${made.webhookId}`, payload };
  },
});

/** A new secret. The one before signs too for a day. */
export const rotateWebhook = verb("webhook.rotate", {
  input: OneWebhook,
  run: async ({ tx, input: { webhookId }, now }) => {
    const hook = await found(tx, webhookId);
    const secret = await rotateSecret(tx, hook, now);
    return { result: { webhookId, secret }, subject: `webhook:${webhookId}`, payload: {} };
  },
});

export const pauseWebhook = verb("webhook.pause", {
  input: OneWebhook,
  run: async ({ tx, input: { webhookId }, now }) => {
    const hook = await found(tx, webhookId);
    if (hook.stop !== null) throw new AppError("conflict", say.stopped);
    await stopWebhook(tx, webhookId, "PAUSED", now);
    return { result: { webhookId }, subject: `webhook:${webhookId}`, payload: {} };
  },
});

export const resumeWebhook = verb("webhook.resume", {
  input: OneWebhook,
  run: async ({ tx, input: { webhookId } }) => {
    const hook = await found(tx, webhookId);
    if (hook.stop === null) throw new AppError("conflict", say.notStopped);
    await resumeRow(tx, webhookId);
    return { result: { webhookId }, subject: `webhook:${webhookId}`, payload: { from: hook.stop } };
  },
});

/** With its secrets and its log. What is being sent in this moment is. */
export const deleteWebhook = verb("webhook.delete", {
  input: OneWebhook,
  run: async ({ tx, input: { webhookId } }) => {
    const { address } = await found(tx, webhookId);
    await deleteRow(tx, webhookId);
    return {
      result: { webhookId },
      subject: `webhook:${webhookId}`,
      payload: { host: new URL(address).host },
    };
  },
});

/** Send a test now. */
export const testWebhook = verb("webhook.test", {
  input: OneWebhook,
  run: async ({ tx, input: { webhookId }, now }) => {
    const hook = await found(tx, webhookId);
    if (hook.stop !== null) throw new AppError("conflict", say.stopped);
    const deliveryId = await keepTest(tx, webhookId, now);
    return { result: { deliveryId }, subject: `webhook:${webhookId}`, payload: { deliveryId } };
  },
});

/** Send one message again now, under its own id. */
export const resendDelivery = verb("webhook.resend", {
  input: OneDelivery,
  run: async ({ tx, input: { deliveryId }, now }) => {
    const asked = await lockDelivery(tx, deliveryId);
    if (asked === null) throw new AppError("not_found", say.notHere);
    const { webhook, delivery } = asked;
    if (webhook.stop !== null) throw new AppError("conflict", say.stopped);
    await sendAgain(tx, delivery, now);
    return { result: { deliveryId }, subject: `webhook:${webhook.id}`, payload: { deliveryId } };
  },
});

async function found(tx: Tx, webhookId: string) {
  const hook = await lockWebhook(tx, webhookId);
  if (hook === null) throw new AppError("not_found", say.notHere);
  return hook;
}
