import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { appendAudit, erasePayload, eventHash, GENESIS, payloadHash, SYSTEM } from "./audit";
import { verifyRecord } from "./verify";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await disconnect();
  await db.close();
});
beforeEach(() => pastTheGuards(`TRUNCATE "AuditEvent" CASCADE`));

/** Somebody with the keys of the server can switch the guards off. The chain still tells. */
async function pastTheGuards(sql: string): Promise<void> {
  await database().$transaction([
    database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    database().$executeRawUnsafe(sql),
  ]);
}

const at = new Date("2024-09-18T06:00:00.123Z");

function append(n: number): Promise<number> {
  return transaction((tx) =>
    appendAudit(tx, {
      at,
      actorId: SYSTEM,
      action: "claim.edit",
      subjectId: `claim:${n}`,
      payload: { n, wording: "ė 😀" },
    }),
  );
}

test("an empty chain is whole", async () => {
  expect(await verifyRecord()).toMatchObject({ faults: [], head: { sequence: 0, hash: GENESIS } });
});

test("every event hashes the one before it, and its payload with a salt", async () => {
  await append(1);
  await append(2);
  const [first, second] = await database().auditEvent.findMany({
    orderBy: { sequence: "asc" },
    include: { payload: true },
  });
  if (!first || !second?.payload) throw new Error("two events were appended");
  expect(first.previous).toBe(GENESIS);
  expect(second.previous).toBe(first.hash);
  expect(second.hash).toBe(eventHash(first.hash, second));
  expect(second.payloadHash).toBe(payloadHash(second.payload.salt, { wording: "ė 😀", n: 2 }));
  expect(await verifyRecord()).toMatchObject({ faults: [], head: { sequence: 2, hash: second.hash } });
});

/** How many events each of the writers has: `npm run attack` asks for more. */
const EACH = process.env.ONRECORD_ATTACK === "all" ? 40 : 2;

test("40 writers at once make one chain, without a fork", async () => {
  const write = async (writer: number) => {
    for (let n = 0; n < EACH; n += 1) await append(writer * EACH + n);
  };
  await Promise.all(Array.from({ length: 40 }, (_, writer) => write(writer)));
  expect(await verifyRecord()).toMatchObject({ faults: [], events: 40 * EACH });
  const links = await database().auditEvent.groupBy({ by: ["previous"] });
  expect(links).toHaveLength(40 * EACH);
}, 240_000);

test("a transaction that fails leaves no event", async () => {
  const failing = transaction(async (tx) => {
    await appendAudit(tx, { at, actorId: SYSTEM, action: "x", subjectId: "claim:1", payload: {} });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await append(1);
  expect(await verifyRecord()).toMatchObject({ faults: [], events: 1 });
});

test("a payload that is erased by law breaks nothing, and says that it was; one that is gone without a word does", async () => {
  await append(1);
  await append(2);
  expect(await transaction((tx) => erasePayload(tx, 1, "A court asked for it.", at))).toBe(true);
  expect(await transaction((tx) => erasePayload(tx, 1, "Again.", at))).toBe(false);
  expect(await verifyRecord()).toMatchObject({ faults: [], events: 3 });
  await database().auditPayload.delete({ where: { sequence: 2n } });
  expect((await verifyRecord()).faults).toEqual([{ kind: "PAYLOAD_GONE", sequence: 2 }]);
});

test.each([
  ["who did it", `UPDATE "AuditEvent" SET "actorId" = 'somebody else' WHERE sequence = 2`, 2],
  ["when", `UPDATE "AuditEvent" SET "at" = "at" + interval '1 millisecond' WHERE sequence = 1`, 1],
  ["what", `UPDATE "AuditPayload" SET payload = '{"n": 3}' WHERE sequence = 3`, 3],
  ["that it happened", `DELETE FROM "AuditEvent" WHERE sequence = 2`, 3],
  ["that the first happened", `DELETE FROM "AuditEvent" WHERE sequence = 1`, 2],
])("a chain where somebody changed %s is found broken", async (_, sql, brokenAt) => {
  for (const n of [1, 2, 3]) await append(n);
  await pastTheGuards(sql);
  expect((await verifyRecord()).faults[0]).toMatchObject({ sequence: brokenAt });
});
