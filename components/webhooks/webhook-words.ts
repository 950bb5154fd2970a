import type { WebhookView } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const say = words.webhooks;

export const hostOf = ({ address }: Pick<WebhookView, "address">): string => new URL(address).host;

/** How a webhook stands, in a sentence. */
export function standing(
  { stop, stoppedAt, failingSince }: Pick<WebhookView, "stop" | "stoppedAt" | "failingSince">,
  timeZone: string,
): string {
  if (stop !== null) return say.stops[stop](momentWords(stoppedAt ?? "", timeZone));
  return failingSince === null ? say.works : say.failing(momentWords(failingSince, timeZone));
}

export const isWell = ({ stop, failingSince }: Pick<WebhookView, "stop" | "failingSince">): boolean =>
  stop === null && failingSince === null;
