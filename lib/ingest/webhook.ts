import { SAID_KEPT, type WebhookAnswer } from "#lib/domain/webhooks";
import type { FetchSettings } from "#lib/ingest";
import { POST_LIMITS, post } from "#lib/pipeline/fetch/post";
import { ROBOT } from "#lib/pipeline/fetch/robots";

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

/** Send a message to an address that asked for it. `totalMs` is how long it may take; ten seconds, but for tests. */
export function sendMessage(
  address: string,
  { headers, body }: Message,
  { origin, allowHosts }: FetchSettings,
  totalMs = POST_LIMITS.total,
): Promise<WebhookAnswer> {
  const own = { "content-type": "application/json", accept: "*/*", "user-agent": `${ROBOT} (+${origin})` };
  return post(
    address,
    { headers: { ...headers, ...own }, body },
    { allowHosts, keep: SAID_KEPT, now: () => new Date(), limits: { ...POST_LIMITS, total: totalMs } },
  );
}
