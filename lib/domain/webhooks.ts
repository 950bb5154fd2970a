import { z } from "zod";
import { CalendarDate } from "./analysis";
import { Complaint, optionalText } from "./complaints";
import { written } from "./feeds";
import { Id } from "./reviews";
import { WebAddress } from "./web-addresses-shapes";
import { CHOSEN_EVENTS } from "./webhook-events";

/**
 * Webhooks: addresses that are told what happens to what is published, by the standard of https://www.standardwebhooks.com. What they are told is thin:
 * ids and addresses, and no word of any page, so that a message that comes late tells nothing that was withdrawn meanwhile.
 */

export const WebhookEvent = z.enum(["PUBLISHED", "CORRECTED", "WITHDRAWN", "FELL_DUE", "TEST"]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** As receivers read them. */
export const EVENT_TYPES = {
  PUBLISHED: "publication.published",
  CORRECTED: "publication.corrected",
  WITHDRAWN: "publication.withdrawn",
  FELL_DUE: "promise.fell_due",
  TEST: "webhook.test",
} as const satisfies Record<WebhookEvent, string>;

/** Why a webhook sends nothing: somebody paused it, its address answered 410, or it failed for days. */
export const WebhookStop = z.enum(["PAUSED", "GONE", "FAILING"]);
export type WebhookStop = z.infer<typeof WebhookStop>;

/** STOPPED was not sent: its webhook was paused or switched off first. */
export const DeliveryState = z.enum(["WAITING", "DELIVERED", "FAILED", "STOPPED"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const MOST_WEBHOOKS = 20;
export const DELIVERIES_ON_A_PAGE = 50;
/** Of what an address answered, in UTF-16 units. */
export const SAID_KEPT = 500;
/** So long the secret from before a new one signs too, in milliseconds. */
export const OLD_SECRET_WORKS = 24 * 60 * 60_000;

const Ticked = z
  .literal("yes")
  .optional()
  .transform((ticked) => ticked === "yes");

export const AddWebhook = z
  .object({
    address: WebAddress.transform(written).refine(
      (address) => address.length <= 2000,
      Complaint.enum.longWebhookAddress,
    ),
    note: optionalText(200),
    PUBLISHED: Ticked,
    CORRECTED: Ticked,
    WITHDRAWN: Ticked,
    FELL_DUE: Ticked,
  })
  .refine((given) => CHOSEN_EVENTS.some((event) => given[event]), {
    message: Complaint.enum.noWebhookEvent,
    path: ["PUBLISHED"],
  });
export const OneWebhook = z.object({ webhookId: Id });
export const OneDelivery = z.object({ deliveryId: Id });

/** What a message is about, as it is kept. */
export const PublicationData = z.object({
  kind: z.enum(["ARTICLE", "CLAIM"]),
  publication: z.uuid(),
  sha256: z.string().length(64),
  slug: z.string().max(200),
});
export const PromiseData = z.object({
  publication: z.uuid(),
  slug: z.string().max(200),
  number: z.int().positive(),
  dueFrom: CalendarDate,
  dueTo: CalendarDate,
});
export const WebhookData = z.union([PublicationData, PromiseData, z.strictObject({})]);
export type WebhookData = z.infer<typeof WebhookData>;

/** The part of every address of the public API. */
const API = "/api/v1";
const Address = z.url();

/** What receivers read. */
export const WebhookPayload = z
  .object({
    type: z.enum(EVENT_TYPES),
    timestamp: z.iso.datetime().describe("When it happened; a message that is sent again says the same."),
    data: z.union([
      PublicationData.extend({
        href: Address.describe("Its address in this API; 410 once it is withdrawn."),
        page: Address.describe("Its page for readers."),
      }),
      PromiseData.extend({ href: Address, page: Address }),
      z.object({ page: Address }),
    ]),
  })
  .meta({
    id: "WebhookPayload",
    description: "What a webhook is told: ids and addresses, and no word of any page.",
  });
export type WebhookPayload = z.infer<typeof WebhookPayload>;

/** One message as it is sent. `origin` is ours. */
export function payloadOf(
  { event, at, data }: { readonly event: WebhookEvent; readonly at: Date; readonly data: WebhookData },
  origin: string,
): WebhookPayload {
  const told = { type: EVENT_TYPES[event], timestamp: at.toISOString() };
  if (!("publication" in data)) return { ...told, data: { page: `${origin}/` } };
  if ("kind" in data) {
    const path = `/${data.kind === "ARTICLE" ? "articles" : "claims"}/${data.slug}`;
    return { ...told, data: { ...data, href: `${origin}${API}${path}`, page: `${origin}${path}` } };
  }
  const path = `/articles/${data.slug}`;
  const href = `${origin}${API}${path}/statements/${data.number}`;
  return { ...told, data: { ...data, href, page: `${origin}${path}#s${data.number}` } };
}

/** What came back. Each is null where there is none; `waitMs` is how long the address asks to be left alone. */
export interface WebhookAnswer {
  readonly status: number | null;
  readonly ms: number;
  readonly said: string | null;
  /** What was in the way, in a sentence. */
  readonly trouble: string | null;
  readonly waitMs: number | null;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** How long each next try waits after the one before, in milliseconds. The first comes at once. Source: the standard's own schedule. */
const PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** A step at which no try follows: tests, and what somebody sends again. Such a message doesn't wait for a webhook's rest. */
export const NO_MORE_TRIES = 99;
/** A webhook that failed for so long is switched off, in milliseconds. */
const GIVEN_UP_AFTER = 5 * 24 * HOUR;
/** After a failure the whole webhook rests, so that one that hangs holds nobody up: longer each time, in milliseconds. */
const LONGEST_REST = 5 * MINUTE;
/** An address that asks for longer is asked again after this, in milliseconds. */
const LONGEST_WAIT = 24 * HOUR;

interface Sent {
  readonly event: WebhookEvent;
  readonly step: number;
}
interface Health {
  readonly failures: number;
  readonly failingSince: Date | null;
}
export interface AfterTry {
  readonly state: Exclude<DeliveryState, "STOPPED">;
  readonly step: number;
  readonly nextTryAt: Date | null;
  readonly health: Health & { readonly restUntil: Date | null };
  /** Why the webhook sends nothing from now on; null where it goes on. */
  readonly stop: WebhookStop | null;
}

export const isTaken = ({ status, trouble }: Pick<WebhookAnswer, "status" | "trouble">): boolean =>
  trouble === null && status !== null && status >= 200 && status < 300;

/** What follows from a try. `chance` in [0, 1) keeps apart what failed together. */
export function afterTry(
  { event, step }: Sent,
  health: Health,
  answer: WebhookAnswer,
  { now, chance }: { readonly now: Date; readonly chance: number },
): AfterTry {
  const later = (ms: number) => new Date(now.getTime() + ms);
  if (isTaken(answer)) {
    const well = { failures: 0, failingSince: null, restUntil: null };
    return { state: "DELIVERED", step, nextTryAt: null, health: well, stop: null };
  }
  const isTest = event === "TEST";
  const failures = isTest ? health.failures : health.failures + 1;
  const failingSince = isTest ? health.failingSince : (health.failingSince ?? now);
  const asked = Math.min(answer.waitMs ?? 0, LONGEST_WAIT);
  const rest = Math.max(Math.min(5 * SECOND * 2 ** Math.min(failures - 1, 10), LONGEST_REST), asked);
  const isGone = answer.status === 410;
  const pause = isGone ? undefined : PAUSES[step];
  const wait = pause === undefined ? null : Math.round(Math.max(pause, asked) * (1 + chance / 10));
  const isGivenUp =
    failingSince !== null && !isTest && now.getTime() - failingSince.getTime() >= GIVEN_UP_AFTER;
  return {
    state: wait === null ? "FAILED" : "WAITING",
    step: wait === null ? step : step + 1,
    nextTryAt: wait === null ? null : later(wait),
    health: { failures, failingSince, restUntil: failures === 0 ? null : later(rest) },
    stop: isGone ? "GONE" : isGivenUp ? "FAILING" : null,
  };
}

/** A webhook as admins see it. Instants are ISO strings. */
export interface WebhookView {
  readonly id: string;
  readonly address: string;
  readonly note: string | null;
  readonly events: readonly WebhookEvent[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly stop: WebhookStop | null;
  readonly stoppedAt: string | null;
  readonly failingSince: string | null;
  /** Until when the secret from before signs too; null where there is none. */
  readonly oldSecretUntil: string | null;
  /** How many messages wait for their next try. */
  readonly waiting: number;
  readonly missed: number;
}

export interface DeliveryView {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly at: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly nextTryAt: string | null;
  readonly triedAt: string | null;
  readonly status: number | null;
  readonly ms: number | null;
  readonly said: string | null;
  readonly trouble: string | null;
  /** The readers’ page that it is about; null for a test. */
  readonly path: string | null;
}

export interface WebhookPage {
  readonly webhook: WebhookView;
  /** The latest first. */
  readonly deliveries: readonly DeliveryView[];
  /** The last one shown, where there are older ones. */
  readonly before: string | null;
}
