import { createHmac } from "node:crypto";

const MARK = "whsec_";

interface Message {
  readonly id: string;
  /** Of this try, not of what happened. */
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * The headers by which a receiver knows that a message is ours, that nothing of it was changed and that it isn't an old one.
 *
 * `secrets` are as the standard writes them (`whsec_` and base64); each of them signs.
 * Source   https://www.standardwebhooks.com: HMAC-SHA256 over `id.timestamp.body`, in base64, behind `v1,`; several with spaces between.
 */
export function signedHeaders(
  { id, sentAt, body }: Message,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(MARK.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
