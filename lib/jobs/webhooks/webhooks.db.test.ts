import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, transaction } from "#lib/db/core/client";
import { inboxOf } from "#lib/db/notices/inbox";
import { forgetDeliveries, wakeWebhooks, webhookPage } from "#lib/db/webhooks/deliveries";
import { tellFallenDue, tellPublication } from "#lib/db/webhooks/tell";
import { openReview, publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { at, NOW, person, publishedReview, submittedReview } from "#lib/desk/testing/newsroom";
import {
  addWebhook,
  deleteWebhook,
  pauseWebhook,
  resendDelivery,
  resumeWebhook,
  rotateWebhook,
  testWebhook,
} from "#lib/desk/webhooks";
import type { Actor } from "#lib/domain/actor";
import { DELIVERIES_KEPT, MOST_WAITING } from "#lib/domain/bounds";
import { MOST_WEBHOOKS, WebhookPayload } from "#lib/domain/webhooks";
import { webhookTasks } from "#lib/jobs/tasks";
import { workshop } from "#lib/jobs/testing/workshop";
import { runWebhook } from "./send-webhook";
import { type Receiver, startReceiver, verified } from "./testing/receiver";

/** Webhooks from the act that is told to the receiver that checks the signature with the standard's own library. */

const { work } = workshop();
const ORIGIN = "https://onrecord.example";
const DAY = 86_400_000;
let writer: Actor;
let editor: Actor;
let admin: Actor;
let receiver: Receiver;

beforeAll(async () => {
  writer = await person("Wanda Writer");
  editor = await person("Edgar Editor");
  admin = await person("Ada Admin", "ADMIN");
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(() => vi.stubEnv("ONRECORD_SEALING_KEY", "a key for tests alone, which is long enough"));
afterEach(async () => {
  vi.unstubAllEnvs();
  receiver.received.length = 0;
  receiver.replies.clear();
  await database().webhook.deleteMany();
});

const ALL = { PUBLISHED: "yes", CORRECTED: "yes", WITHDRAWN: "yes", FELL_DUE: "yes" };
/** A webhook of a path of its own. */
async function hook(events: object = ALL, address?: string) {
  const path = `/${randomUUID()}`;
  const made = await addWebhook(admin, { address: address ?? receiver.addressOf(path), ...events }, at);
  return { ...made, path };
}
const settings = () => ({ origin: ORIGIN, allowHosts: [receiver.host] });
/** Until nothing is due: a worker that is asked once may come a moment before the next job of a queue is free, where one that goes on asks again. */
async function deliver(): Promise<void> {
  for (let turn = 0; turn < 9; turn += 1) {
    await work(webhookTasks(settings()));
    const due = await database().$queryRaw<unknown[]>`
      SELECT FROM graphile_worker.jobs WHERE task_identifier = 'webhook' AND run_at <= now() AND attempts < max_attempts`;
    if (due.length === 0) return;
  }
}
/** The next message of a webhook, at a moment of our choosing. */
const sendAt = (webhookId: string, now: Date, totalMs = 10_000) =>
  runWebhook({ webhookId }, { settings: settings(), now: () => now, totalMs });
const log = async (webhookId: string) => (await webhookPage(webhookId, null))?.deliveries ?? [];
const row = (webhookId: string) => database().webhook.findUniqueOrThrow({ where: { id: webhookId } });
const later = (ms: number) => new Date(NOW.getTime() + ms);

/** Something published that a webhook waits to be told of; how many messages. */
async function happen(count = 1): Promise<void> {
  for (let i = 0; i < count; i += 1) await publishedReview(writer, editor);
}

describe("what happens to what is published", () => {
  test("is told, signed, with ids and addresses and no word of the page", async () => {
    const { webhookId, secret, path } = await hook();
    const { versionId, reviewId, href } = await publishedReview(writer, editor);
    const opened = await openReview(writer, { versionId }, at);
    const corrected = await submitReview(
      writer,
      { ...opened, correction: "The first one names nobody." },
      at,
    );
    const handedIn = { reviewId: opened.reviewId, revision: corrected.revision };
    const again = await publishReview(editor, handedIn, { now: later(1000) });
    const withdrawal = { reviewId: opened.reviewId, revision: again.revision, reason: "It was a mistake." };
    await withdrawReview(editor, withdrawal, { now: later(2000) });
    await deliver();
    const got = receiver.at(path);
    const told = got.map((one) => WebhookPayload.parse(verified(one, secret)));
    expect(told.map(({ type }) => type)).toEqual([
      "publication.published",
      "publication.corrected",
      "publication.withdrawn",
    ]);
    const [first, second] = await database().publication.findMany({
      where: { reviewId: { in: [reviewId, opened.reviewId] } },
      orderBy: { publishedAt: "asc" },
    });
    const slug = href.replace("/articles/", "");
    expect(told.map(({ data }) => data)).toEqual(
      [first, second, second].map((publication) => ({
        kind: "ARTICLE",
        publication: publication?.id,
        sha256: publication?.sha256,
        slug,
        href: `${ORIGIN}/api/v1${href}`,
        page: `${ORIGIN}${href}`,
      })),
    );
    expect(told.map(({ timestamp }) => timestamp)).toEqual(
      [NOW, later(1000), later(2000)].map((t) => t.toISOString()),
    );
    expect(got.map(({ body }) => body).join()).not.toMatch(/mistake|names nobody|Wanda|mayor/);
    expect(got[0]?.headers).toMatchObject({ "content-type": "application/json" });
    const ids = (await log(webhookId)).map(({ id }) => `msg_${id}`).reverse();
    expect(got.map(({ headers }) => headers["webhook-id"])).toEqual(ids);
    expect(await log(webhookId)).toMatchObject([
      {
        event: "WITHDRAWN",
        state: "DELIVERED",
        tries: 1,
        status: 204,
        said: null,
        trouble: null,
        path: href,
      },
      { event: "CORRECTED", state: "DELIVERED" },
      { event: "PUBLISHED", state: "DELIVERED" },
    ]);
  });

  test("is told to those that listen, and nothing before it is published", async () => {
    const withdrawn = await hook({ WITHDRAWN: "yes" });
    const all = await hook();
    const { reviewId, revision } = await submittedReview(writer);
    expect(await log(all.webhookId)).toEqual([]);
    await publishReview(editor, { reviewId, revision }, at);
    await deliver();
    expect([receiver.at(withdrawn.path), receiver.at(all.path)].map(({ length }) => length)).toEqual([0, 1]);
  });

  test("is told in its own transaction, or not at all", async () => {
    const { webhookId } = await hook();
    const { reviewId, revision } = await submittedReview(writer);
    await expect(publishReview(writer, { reviewId, revision }, at)).rejects.toThrow();
    await expect(publishReview(editor, { reviewId, revision: revision - 1 }, at)).rejects.toThrow();
    expect(await log(webhookId)).toEqual([]);
    const published = await publishedReview(writer, editor);
    const publication = await database().publication.findFirstOrThrow({
      where: { reviewId: published.reviewId },
    });
    const before = await log(webhookId);
    await expect(
      transaction(async (tx) => {
        // What is stored is what the schema of publications took.
        await tellPublication(tx, "WITHDRAWN", publication as never, NOW);
        throw new Error("the act fails after it");
      }),
    ).rejects.toThrow("fails after");
    expect(await log(webhookId)).toEqual(before);
  });
});

describe("a promise that fell due", () => {
  test("is told once, the day after its last day, unless something is recorded", async () => {
    const { webhookId } = await hook({ FELL_DUE: "yes" });
    const dayAfter = new Date("2024-09-19T05:00:00.000Z");
    await tellFallenDue(new Date("2024-09-18T23:00:00.000Z"));
    expect(await log(webhookId)).toEqual([]);
    await publishedReview(writer, editor);
    const standing = await database().standingStatement.count({
      where: { dueTo: new Date("2024-09-18T00:00:00.000Z"), outcome: null },
    });
    expect(standing).toBeGreaterThan(0);
    await tellFallenDue(dayAfter);
    await tellFallenDue(dayAfter);
    await tellFallenDue(new Date("2024-09-25T05:00:00.000Z"));
    const told = await log(webhookId);
    expect(told).toHaveLength(standing);
    expect(told[0]).toMatchObject({
      event: "FELL_DUE",
      path: expect.stringMatching(/^\/articles\/.+#s\d+$/),
    });
  });
});

describe("an endpoint", () => {
  test("that fails is asked again with the same message, under the same id, signed anew", async () => {
    const { webhookId, secret, path } = await hook();
    receiver.replies.set(path, (response) =>
      response.writeHead(503, { "retry-after": "40" }).end("<b>Later</b>\0"),
    );
    await happen();
    await sendAt(webhookId, NOW);
    const [waits] = await log(webhookId);
    expect(waits).toMatchObject({ state: "WAITING", tries: 1, status: 503, said: "<b>Later</b>\uFFFD" });
    expect(Date.parse(waits?.nextTryAt ?? "") - NOW.getTime()).toBeGreaterThanOrEqual(40_000);
    await sendAt(webhookId, later(30_000));
    expect(receiver.at(path)).toHaveLength(1);
    receiver.replies.clear();
    await sendAt(webhookId, later(60_000));
    const [first, second] = receiver.at(path);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["webhook-timestamp"]).not.toBe(first?.headers["webhook-timestamp"]);
    expect(await log(webhookId)).toMatchObject([{ state: "DELIVERED", tries: 2, trouble: null }]);
    expect(await row(webhookId)).toMatchObject({ failures: 0, failingSince: null, restUntil: null });
    // Sent by a clock of 2024: the library refuses it as old, whatever is signed.
    expect(() => second && verified(second, secret)).toThrow("timestamp");
  });

  test("that hangs is left after its time, and rests: what else waits for it isn't tried meanwhile", async () => {
    const { webhookId, path } = await hook();
    receiver.replies.set(path, () => {});
    await happen(3);
    await sendAt(webhookId, NOW, 200);
    await sendAt(webhookId, later(1000), 200);
    expect(receiver.at(path)).toHaveLength(1);
    const tried = (await log(webhookId)).filter(({ tries }) => tries > 0);
    expect(tried).toMatchObject([
      { state: "WAITING", status: null, trouble: expect.stringMatching(/didn’t answer/) },
    ]);
  });

  test("that answers in drops without an end is left, too", async () => {
    const { webhookId, path } = await hook();
    receiver.replies.set(path, (response) => void response.writeHead(200).write("x"));
    await happen();
    await sendAt(webhookId, NOW, 200);
    expect(await log(webhookId)).toMatchObject([{ state: "WAITING", status: 200, said: null }]);
  });

  test("that leads inside isn't followed", async () => {
    const { webhookId, path } = await hook();
    const inside = receiver.addressOf("/inside");
    for (const location of [
      inside,
      "http://169.254.169.254/latest/meta-data/",
      "//[::1]/",
      "x".repeat(5000),
    ]) {
      receiver.replies.set(path, (response) => response.writeHead(307, { location }).end());
      await testWebhook(admin, { webhookId }, at);
      await deliver();
      expect((await log(webhookId))[0]).toMatchObject({
        state: "FAILED",
        status: 307,
        trouble: expect.any(String),
      });
    }
    expect(receiver.at(path)).toHaveLength(4);
    expect(receiver.at("/inside")).toEqual([]);
  });

  test("that answers 10 MB is read as far as 64 kB, and 500 characters are kept", async () => {
    const { webhookId, path } = await hook();
    let sent = 0;
    receiver.replies.set(path, (response) => {
      response.writeHead(200);
      const piece = "😀".repeat(4096);
      const more = () => {
        while (sent < 10_000_000 && !response.destroyed) {
          sent += Buffer.byteLength(piece);
          if (!response.write(piece)) return void response.once("drain", more);
        }
        response.end();
      };
      more();
    });
    await happen();
    await deliver();
    const [one] = await log(webhookId);
    expect(one).toMatchObject({ state: "DELIVERED", status: 200, said: "😀".repeat(250) });
    expect(sent).toBeLessThan(10_000_000);
  });

  test("that closes the connection, or speaks no HTTP, is tried again", async () => {
    const { webhookId, path } = await hook();
    receiver.replies.set(path, (response) => response.socket?.destroy());
    await happen();
    await sendAt(webhookId, NOW);
    receiver.replies.set(path, (response) => response.socket?.end("220 mail.example ESMTP\r\n"));
    await sendAt(webhookId, later(10_000));
    expect(await log(webhookId)).toMatchObject([
      { state: "WAITING", tries: 2, status: null, trouble: expect.any(String) },
    ]);
  });

  test.each([
    ["http://gazette.example/hook", "without protection"],
    ["https://127.0.0.1/hook", "private networks"],
    ["https://10.0.0.7/hook", "private networks"],
    ["https://[::ffff:169.254.169.254]/hook", "private networks"],
    ["https://2130706433/hook", "private networks"],
    ["https://gazette.example:8443/hook", "port 443 only"],
  ])("at %s isn't asked", async (address, why) => {
    const { webhookId } = await hook(ALL, address);
    await testWebhook(admin, { webhookId }, at);
    await deliver();
    const trouble = expect.stringContaining(why);
    expect(await log(webhookId)).toMatchObject([{ state: "FAILED", status: null, trouble }]);
    expect(receiver.received).toEqual([]);
  });

  test("that is gone is switched off; admins are told, and the history says that nobody did it", async () => {
    const { webhookId, path } = await hook();
    receiver.replies.set(path, (response) => response.writeHead(410).end());
    await happen(2);
    await deliver();
    expect(receiver.at(path)).toHaveLength(1);
    expect(await row(webhookId)).toMatchObject({ stop: "GONE" });
    expect((await log(webhookId)).map(({ state }) => state).sort()).toEqual(["FAILED", "STOPPED"]);
    const { notices } = await inboxOf(admin, null);
    expect(notices[0]).toMatchObject({
      kind: "WEBHOOK_OFF",
      by: null,
      title: receiver.host,
      href: `/admin/webhooks/${webhookId}`,
    });
    const { notices: others } = await inboxOf(editor, null);
    expect(others.filter(({ kind }) => kind === "WEBHOOK_OFF")).toEqual([]);
    const event = await database().auditEvent.findFirst({ where: { action: "webhook.switchOff" } });
    expect(event).toMatchObject({ actorId: SYSTEM, subjectId: `webhook:${webhookId}` });
    await deleteWebhook(admin, { webhookId }, at);
    expect((await inboxOf(admin, null)).notices[0]).toMatchObject({ title: null, href: "/admin/webhooks" });
    expect((await verifyRecord()).faults).toEqual([]);
  });

  test("that fails for five days is switched off", async () => {
    const { webhookId, path } = await hook();
    receiver.replies.set(path, (response) => response.writeHead(500).end());
    await happen(2);
    await sendAt(webhookId, NOW);
    await sendAt(webhookId, later(5 * DAY - 1000));
    expect((await row(webhookId)).stop).toBeNull();
    await sendAt(webhookId, later(5 * DAY + 600_000));
    expect((await row(webhookId)).stop).toBe("FAILING");
    expect((await inboxOf(admin, null)).notices[0]).toMatchObject({ kind: "WEBHOOK_OFF" });
  });
});

describe("a webhook's secret", () => {
  test("is sealed where it is kept, and nothing is sent where it can't be opened", async () => {
    const { webhookId, secret } = await hook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await row(webhookId))).not.toContain(secret.slice(6));
    const events = await database().auditPayload.findMany();
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain(secret.slice(6));
    await happen();
    vi.stubEnv("ONRECORD_SEALING_KEY", "another key, which is long enough as well");
    await sendAt(webhookId, NOW);
    expect(await log(webhookId)).toMatchObject([
      { state: "WAITING", trouble: expect.stringContaining("SEALING_KEY") },
    ]);
    expect(receiver.received).toEqual([]);
  });

  test("is followed by another, and both sign for a day", async () => {
    const { webhookId, secret: old, path } = await hook();
    const rotated = { now: new Date() };
    const proved = { ...admin, provedAt: rotated.now };
    const { secret } = await rotateWebhook(proved, { webhookId }, rotated);
    await happen();
    await deliver();
    const [both] = receiver.at(path);
    if (both === undefined) throw new Error("nothing came");
    expect([verified(both, old), verified(both, secret)]).toHaveLength(2);
    await forgetDeliveries(rotated.now);
    expect((await row(webhookId)).oldSecret).not.toBeNull();
    await database().webhook.update({ where: { id: webhookId }, data: { oldSecretUntil: rotated.now } });
    await testWebhook(admin, { webhookId }, at);
    await deliver();
    const last = receiver.at(path).at(-1);
    if (last === undefined) throw new Error("nothing came");
    expect(verified(last, secret)).toMatchObject({ type: "webhook.test" });
    expect(() => verified(last, old)).toThrow();
    await forgetDeliveries(new Date(rotated.now.getTime() + 1));
    expect((await row(webhookId)).oldSecret).toBeNull();
  });
});

describe("what admins do", () => {
  test("a paused webhook sends nothing, and is told of what happens once it goes on", async () => {
    const { webhookId, path } = await hook();
    await happen();
    await pauseWebhook(admin, { webhookId }, at);
    await happen();
    await deliver();
    await wakeWebhooks(new Date());
    await deliver();
    expect(receiver.at(path)).toEqual([]);
    expect(await log(webhookId)).toMatchObject([{ state: "STOPPED", nextTryAt: null }]);
    await expect(testWebhook(admin, { webhookId }, at)).rejects.toThrow("paused or switched off");
    const [stopped] = await log(webhookId);
    await expect(resendDelivery(admin, { deliveryId: stopped?.id }, at)).rejects.toThrow(
      "paused or switched off",
    );
    await resumeWebhook(admin, { webhookId }, at);
    await happen();
    await resendDelivery(admin, { deliveryId: stopped?.id }, at);
    await deliver();
    expect(receiver.at(path)).toHaveLength(2);
    await expect(resumeWebhook(admin, { webhookId }, at)).rejects.toThrow("isn’t paused");
  });

  test("a message that was being written as the webhook was paused isn't sent", async () => {
    const { webhookId, path } = await hook();
    await pauseWebhook(admin, { webhookId }, at);
    await database().webhookDelivery.create({
      data: { webhookId, event: "PUBLISHED", at: NOW, data: {}, nextTryAt: NOW },
    });
    await sendAt(webhookId, NOW);
    expect(await log(webhookId)).toMatchObject([{ state: "STOPPED" }]);
    expect(receiver.at(path)).toEqual([]);
  });

  test("a deleted webhook sends nothing, and leaves nothing", async () => {
    const { webhookId, path } = await hook();
    await happen();
    await deleteWebhook(admin, { webhookId }, at);
    await deliver();
    expect(receiver.at(path)).toEqual([]);
    expect(await database().webhookDelivery.count({ where: { webhookId } })).toBe(0);
    await expect(deleteWebhook(admin, { webhookId }, at)).rejects.toThrow("isn’t here");
  });

  test("a test goes at once, before what waits, and doesn't switch a failing webhook off", async () => {
    const { webhookId, secret, path } = await hook();
    receiver.replies.set(path, (response) => response.writeHead(500).end("No."));
    await happen();
    await sendAt(webhookId, NOW);
    await testWebhook(admin, { webhookId }, at);
    await deliver();
    const last = receiver.at(path).at(-1);
    expect(last && verified(last, secret)).toMatchObject({
      type: "webhook.test",
      data: { page: `${ORIGIN}/` },
    });
    expect(await log(webhookId)).toMatchObject([
      { event: "TEST", state: "FAILED", tries: 1, status: 500, said: "No." },
      { event: "PUBLISHED", state: "WAITING" },
    ]);
    expect((await row(webhookId)).failures).toBe(1);
  });

  test("what was delivered is sent again under its own id, once", async () => {
    const { webhookId, path } = await hook();
    await happen();
    await deliver();
    const [one] = await log(webhookId);
    receiver.replies.set(path, (response) => response.writeHead(500).end());
    await resendDelivery(admin, { deliveryId: one?.id }, at);
    await deliver();
    expect(new Set(receiver.at(path).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(receiver.at(path)).toHaveLength(2);
    expect(await log(webhookId)).toMatchObject([{ state: "FAILED", tries: 2 }]);
  });

  test("there are at most twenty", async () => {
    for (let i = 0; i < MOST_WEBHOOKS; i += 1) await hook();
    await expect(hook()).rejects.toThrow("20 webhooks");
  });
});

describe("what is kept", () => {
  const fill = (webhookId: string, count: number, state: "WAITING" | "DELIVERED", moment: Date) =>
    database().$executeRaw`
      INSERT INTO "WebhookDelivery" ("id", "webhookId", "event", "at", "data", "state", "nextTryAt")
      SELECT gen_random_uuid(), ${webhookId}::uuid, 'PUBLISHED', ${moment}::timestamptz, '{}', ${state}::"DeliveryState",
        CASE WHEN ${state} = 'WAITING' THEN ${moment}::timestamptz END FROM generate_series(1, ${count}::int)`;

  test("no more waits than may wait, and what is over is counted", async () => {
    const { webhookId } = await hook();
    await fill(webhookId, MOST_WAITING - 1, "WAITING", NOW);
    await happen(3);
    expect(await row(webhookId)).toMatchObject({ missed: 2 });
    expect((await webhookPage(webhookId, null))?.webhook).toMatchObject({ waiting: MOST_WAITING, missed: 2 });
  });

  test("the log forgets what is old and what is behind the last ones, and nothing that waits", async () => {
    const { webhookId } = await hook();
    await fill(webhookId, 20, "DELIVERED", later(-31 * DAY));
    await fill(webhookId, 5, "WAITING", later(-31 * DAY));
    await forgetDeliveries(NOW);
    expect(await database().webhookDelivery.count({ where: { webhookId } })).toBe(5);
    await fill(webhookId, DELIVERIES_KEPT + 50, "DELIVERED", NOW);
    await forgetDeliveries(NOW);
    const left = await database().webhookDelivery.groupBy({
      by: ["state"],
      where: { webhookId },
      _count: true,
    });
    const counts = Object.fromEntries(left.map(({ state, _count }) => [state, _count]));
    expect(counts.WAITING).toBe(5);
    expect(counts.DELIVERED).toBeGreaterThanOrEqual(DELIVERIES_KEPT - 5);
    expect(counts.DELIVERED).toBeLessThanOrEqual(DELIVERIES_KEPT);
  });

  test("a webhook whose job was lost is woken", async () => {
    const { path } = await hook();
    await happen();
    await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await deliver();
    expect(receiver.at(path)).toEqual([]);
    await wakeWebhooks(new Date());
    await deliver();
    expect(receiver.at(path)).toHaveLength(1);
  });
});
