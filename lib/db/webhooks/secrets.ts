import { randomBytes } from "node:crypto";
import { seal, unseal } from "#lib/db/core/sealed";
import type { Webhook } from "#lib/db/generated/client";

/** Secrets that messages are signed with, as the standard writes them: `whsec_` and 256 random bits in base64. */

const MARK = "whsec_";

export function newSecret(): string {
  return MARK + randomBytes(32).toString("base64");
}

export const sealSecret = (secret: string, webhookId: string): string => seal(secret, `webhook:${webhookId}`);

/**
 * What messages of this webhook are signed with now, the new secret first.
 *
 * Throws   AppError `unavailable` where they can't be opened: the sealing key is missing, or another one.
 */
export function secretsAt(
  { id, secret, oldSecret, oldSecretUntil }: Pick<Webhook, "id" | "secret" | "oldSecret" | "oldSecretUntil">,
  now: Date,
): string[] {
  const old = oldSecret !== null && oldSecretUntil !== null && oldSecretUntil > now ? [oldSecret] : [];
  return [secret, ...old].map((sealed) => unseal(sealed, `webhook:${id}`));
}
