import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { lastUndoable } from "#lib/db/queue/acts";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { undoQueueAct } from "./queue";
import { openReview } from "./reviews";
import { acceptSureOfItems } from "./sure-of-items";
import { at, NOW, person, storedPage, submittedReview } from "./testing/newsroom";
import { readingOf } from "./testing/readings";

/** All that the machine is sure of, on many pages of the queue: in one act, with one undo. */

const later = { now: new Date(NOW.getTime() + 60_000) };
let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
});
beforeEach(async () => {
  [mara, avan] = [await person("Mara"), await person("Avan")];
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

/** The machine is as sure of all that it suggested on this page; of its first suggestion it isn't. */
async function sureOf(versionId: string, confidence = 0.9): Promise<string> {
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(
    `UPDATE "Suggestion" SET "engineName" = 'onrecord-models', "engineVersion" = '2.0.0',
       "confidence" = CASE WHEN "index" = (SELECT min("index") FROM "Suggestion" WHERE "versionId" = $1) THEN 0.5 ELSE $2::float8 END
     WHERE "versionId" = $1`,
    [versionId, confidence],
  );
  await owner.query(`SET session_replication_role = DEFAULT`);
  return versionId;
}
const page = async (confidence?: number) => sureOf(await storedPage(), confidence);
const ask = async (...versions: readonly string[]) => {
  const rows = await database().queueItem.findMany({ where: { versionId: { in: [...versions] } } });
  return { items: rows.map(({ id }) => `${id}_0`) };
};
const standing = (versionId: string) => database().statement.count({ where: { versionId, removedAt: null } });
const waiting = async (versionId: string) =>
  (await database().queueItem.findFirstOrThrow({ where: { versionId } })).waiting;
const events = () => database().auditEvent.count();

test("on pages that nobody reviews and on one's own, in one event; one undo gives all of it back", async () => {
  const [free, own] = [await page(), await page()];
  await openReview(mara, { versionId: own }, at);
  const [all, before] = [await waiting(free), await events()];
  const { actId, done } = await acceptSureOfItems(mara, await ask(free, own), at);
  expect(done).toBe(2);
  for (const versionId of [free, own]) {
    expect(await standing(versionId)).toBe(all - 1);
    expect(await waiting(versionId)).toBe(1);
  }
  expect(await events()).toBe(before + 1);
  expect(await database().review.findFirstOrThrow({ where: { versionId: free } })).toMatchObject({
    authorId: mara.id,
    state: "DRAFT",
  });
  expect(await lastUndoable(mara.id, NOW)).toMatchObject({ actId, action: "queue.acceptSure", items: 2 });

  await undoQueueAct(mara, { actId }, later);
  for (const versionId of [free, own]) {
    expect(await standing(versionId)).toBe(0);
    expect(await waiting(versionId)).toBe(all);
  }
  expect(await events()).toBe(before + 2);
  await expect(undoQueueAct(mara, { actId }, later)).rejects.toMatchObject({ code: "conflict" });
  expect(await lastUndoable(mara.id, NOW)).toBeNull();
  expect((await verifyRecord()).faults).toEqual([]);
});

test("what isn't one's to accept on is left out and named", async () => {
  const [free, others, blind, unsure] = [
    await page(),
    await page(),
    await readingOf(avan, "BARE"),
    await page(0.1),
  ];
  await sureOf(blind.versionId);
  await openReview(avan, { versionId: others }, at);
  const { versionId: submitted } = await submittedReview(avan);
  const all = [free, others, blind.versionId, unsure, submitted];
  const { done, told } = await acceptSureOfItems(mara, await ask(...all), at);
  expect(done).toBe(1);
  expect(told).toContain("somebody else reviews it, or two people read it blind");
  expect(told).toContain("nothing waits on it that the machine is sure of");
  expect(told).toContain("nobody has to work on it any more");
  expect(await standing(others)).toBe(0);
  expect(await database().review.count({ where: { versionId: { in: [blind.versionId, unsure] } } })).toBe(0);
  await expect(acceptSureOfItems(mara, await ask(unsure), at)).rejects.toMatchObject({ code: "conflict" });
});

test("what somebody changed since stays, and nothing of others is undone", async () => {
  const [one, two] = [await page(), await page()];
  const { actId } = await acceptSureOfItems(mara, await ask(one, two), at);
  await expect(undoQueueAct(avan, { actId }, later)).rejects.toMatchObject({
    message: words.queueActs.undoneAlready,
  });
  const kept = await standing(one);
  await database().statement.updateMany({ where: { versionId: one }, data: { revision: 2 } });
  const { told } = await undoQueueAct(mara, { actId }, later);
  expect(told).toContain("somebody changed it meanwhile");
  expect([await standing(one), await standing(two)]).toEqual([kept, 0]);
});
