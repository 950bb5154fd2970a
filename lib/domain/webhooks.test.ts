import { describe, expect, test } from "vitest";
import {
  AddWebhook,
  afterTry,
  NO_MORE_TRIES,
  payloadOf,
  type WebhookAnswer,
  WebhookPayload,
} from "./webhooks";

const NOW = new Date("2026-11-29T08:00:00.000Z");
const SECOND = 1000;
const HOUR = 3_600_000;
const WELL = { failures: 0, failingSince: null };
const failed: WebhookAnswer = { status: 500, ms: 3, said: null, trouble: "It broke.", waitMs: null };
const taken: WebhookAnswer = { status: 204, ms: 3, said: null, trouble: null, waitMs: null };
const at = { now: NOW, chance: 0 };
const seconds = (moment: Date | null) =>
  moment === null ? null : (moment.getTime() - NOW.getTime()) / SECOND;

describe("what is asked of a new webhook", () => {
  const given = { address: "https://gazette.example/hook#top", PUBLISHED: "yes" };
  test("an address without its fragment, and what it is told of", () => {
    expect(AddWebhook.parse(given)).toMatchObject({
      address: "https://gazette.example/hook",
      note: null,
      PUBLISHED: true,
      FELL_DUE: false,
    });
  });
  test.each([
    ["nothing to tell", { address: given.address }],
    ["an answer that is no tick", { ...given, PUBLISHED: "on" }],
    ["a script", { ...given, address: "javascript:alert(1)" }],
    ["a name and a password", { ...given, address: "https://me:secret@gazette.example/" }],
    ["a long address", { ...given, address: `https://gazette.example/${"ä".repeat(1900)}` }],
    ["a long note", { ...given, note: "x".repeat(201) }],
  ])("not %s", (_, input) => expect(AddWebhook.safeParse(input).success).toBe(false));
});

describe("what follows from a try", () => {
  test("what was taken is over, and the webhook is well", () => {
    const sick = { failures: 4, failingSince: new Date(0) };
    expect(afterTry({ event: "PUBLISHED", step: 3 }, sick, taken, at)).toMatchObject({
      state: "DELIVERED",
      nextTryAt: null,
      health: { failures: 0, failingSince: null, restUntil: null },
      stop: null,
    });
  });

  test("what failed waits as the standard says, and fails for good after the tenth try", () => {
    const waits: (number | null)[] = [];
    for (let step = 0; step <= 9; step += 1) {
      waits.push(seconds(afterTry({ event: "PUBLISHED", step }, WELL, failed, at).nextTryAt));
    }
    const hours = [2, 5, 10, 14, 20, 24].map((n) => n * 3600);
    expect(waits).toEqual([5, 300, 1800, ...hours, null]);
    expect(afterTry({ event: "PUBLISHED", step: 9 }, WELL, failed, at).state).toBe("FAILED");
  });

  test("tries of many that failed together are kept apart, and never come early", () => {
    const next = afterTry({ event: "PUBLISHED", step: 1 }, WELL, failed, {
      now: NOW,
      chance: 0.99,
    }).nextTryAt;
    expect(seconds(next)).toBeGreaterThan(300);
    expect(seconds(next)).toBeLessThan(331);
  });

  test("the whole webhook rests after a failure, longer each time, five minutes at most", () => {
    const rests = [0, 1, 5, 6, 400].map((failures) =>
      seconds(
        afterTry({ event: "PUBLISHED", step: 0 }, { failures, failingSince: NOW }, failed, at).health
          .restUntil,
      ),
    );
    expect(rests).toEqual([5, 10, 160, 300, 300]);
  });

  test("an address that asks for more time gets it, a day at most", () => {
    const asks = (waitMs: number) =>
      seconds(
        afterTry({ event: "PUBLISHED", step: 0 }, WELL, { ...failed, status: 429, waitMs }, at).nextTryAt,
      );
    expect([asks(60 * SECOND), asks(900 * HOUR)]).toEqual([60, 86_400]);
  });

  test("410 switches it off at once; any other failure after five days without one that was taken", () => {
    const gone = afterTry({ event: "PUBLISHED", step: 0 }, WELL, { ...failed, status: 410 }, at);
    expect(gone).toMatchObject({ state: "FAILED", nextTryAt: null, stop: "GONE" });
    const since = (hours: number) => ({ failures: 3, failingSince: new Date(NOW.getTime() - hours * HOUR) });
    expect(afterTry({ event: "PUBLISHED", step: 0 }, since(119), failed, at).stop).toBeNull();
    expect(afterTry({ event: "PUBLISHED", step: 0 }, since(120), failed, at).stop).toBe("FAILING");
  });

  test("a test is tried once, and a failed one doesn't count", () => {
    const since = { failures: 3, failingSince: new Date(NOW.getTime() - 500 * HOUR) };
    expect(afterTry({ event: "TEST", step: NO_MORE_TRIES }, since, failed, at)).toMatchObject({
      state: "FAILED",
      health: since,
      stop: null,
    });
  });

  test("an answer that came and leads on, or broke off, wasn't taken", () => {
    for (const answer of [
      { ...failed, status: 302 },
      { ...failed, status: 200 },
      { ...failed, status: null },
    ])
      expect(afterTry({ event: "PUBLISHED", step: 0 }, WELL, answer, at).state).toBe("WAITING");
  });
});

test("a message is ids and addresses, as its schema says", () => {
  const publication = "019ad000-0000-7000-8000-000000000001";
  const page = { kind: "ARTICLE", publication, sha256: "a".repeat(64), slug: "the-quay" } as const;
  const promise = { publication, slug: "the-quay", number: 3, dueFrom: "2026-11-01", dueTo: "2026-11-28" };
  const origin = "https://onrecord.example";
  const told = [
    payloadOf({ event: "PUBLISHED", at: NOW, data: page }, origin),
    payloadOf({ event: "WITHDRAWN", at: NOW, data: { ...page, kind: "CLAIM" } }, origin),
    payloadOf({ event: "FELL_DUE", at: NOW, data: promise }, origin),
    payloadOf({ event: "TEST", at: NOW, data: {} }, origin),
  ];
  expect(told.map((one) => WebhookPayload.parse(one))).toEqual(told);
  expect(told).toEqual([
    {
      type: "publication.published",
      timestamp: "2026-11-29T08:00:00.000Z",
      data: {
        ...page,
        href: "https://onrecord.example/api/v1/articles/the-quay",
        page: "https://onrecord.example/articles/the-quay",
      },
    },
    expect.objectContaining({
      type: "publication.withdrawn",
      data: expect.objectContaining({ page: "https://onrecord.example/claims/the-quay" }),
    }),
    expect.objectContaining({
      type: "promise.fell_due",
      data: {
        ...promise,
        href: "https://onrecord.example/api/v1/articles/the-quay/statements/3",
        page: "https://onrecord.example/articles/the-quay#s3",
      },
    }),
    {
      type: "webhook.test",
      timestamp: "2026-11-29T08:00:00.000Z",
      data: { page: "https://onrecord.example/" },
    },
  ]);
});
