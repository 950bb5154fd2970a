import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { signedHeaders } from "./signature";

/** Our signatures, checked by the standard's own library, which shares no code with them. */

const secretOf = (bytes: Uint8Array) => `whsec_${Buffer.from(bytes).toString("base64")}`;
const SECRET = secretOf(randomBytes(32));
const OTHER = secretOf(randomBytes(32));
const BODY = JSON.stringify({ type: "webhook.test", data: { note: "Ünïcödé, عربي, 😀" } });
const NOW = new Date("2026-11-29T08:00:00.000Z");
// The library holds a message against the clock.
beforeAll(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());
const message = (change: object = {}) => ({ id: "msg_1", sentAt: NOW, body: BODY, ...change });

/** What the standard's library says of it. */
const isTaken = (secret: string, body: string, headers: Record<string, string>): boolean => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
};

describe("a signed message", () => {
  test("is taken by whoever has the secret, and by nobody else", () => {
    const headers = signedHeaders(message(), [SECRET]);
    expect(isTaken(SECRET, BODY, headers)).toBe(true);
    expect(isTaken(OTHER, BODY, headers)).toBe(false);
  });

  test("is taken with any body and any secret", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.uint8Array({ minLength: 24, maxLength: 64 }),
        (text, bytes) => {
          const body = JSON.stringify({ text });
          return isTaken(secretOf(bytes), body, signedHeaders(message({ body }), [secretOf(bytes)]));
        },
      ),
    );
  });

  test.each([
    ["another body", (given: Record<string, string>) => ({ ...given }), BODY.replace("test", "tesT")],
    ["another id", (given: Record<string, string>) => ({ ...given, "webhook-id": "msg_2" }), BODY],
    [
      "another moment",
      (given: Record<string, string>) => ({
        ...given,
        "webhook-timestamp": String(Number(given["webhook-timestamp"]) + 1),
      }),
      BODY,
    ],
    ["no signature", (given: Record<string, string>) => ({ ...given, "webhook-signature": "" }), BODY],
  ])("isn't taken with %s", (_, change, body) => {
    expect(isTaken(SECRET, body, change(signedHeaders(message(), [SECRET])))).toBe(false);
  });

  test("isn't taken ten minutes later", () => {
    const sentAt = new Date(NOW.getTime() - 600_000);
    expect(isTaken(SECRET, BODY, signedHeaders(message({ sentAt }), [SECRET]))).toBe(false);
  });

  test("of two secrets is taken by whoever has either", () => {
    const headers = signedHeaders(message(), [SECRET, OTHER]);
    expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    expect([SECRET, OTHER].map((secret) => isTaken(secret, BODY, headers))).toEqual([true, true]);
  });

  test("is signed as the standard's library signs it", () => {
    expect(signedHeaders(message(), [SECRET])["webhook-signature"]).toBe(
      new Webhook(SECRET).sign("msg_1", NOW, BODY),
    );
  });
});
