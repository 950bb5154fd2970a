import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { duringVisit } from "#lib/db/core/visit";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { forgetSecurity, noteSecurity } from "./events";

const ACTOR = "00000000-0000-4000-8000-000000000001";
const DAY = 86_400_000;
const NOW = new Date();
const visit = { requestId: "r-1", address: "203.0.113.7", isThisMachine: false, agent: null };

let db: Awaited<ReturnType<typeof freshDatabase>>;
let lines: string[] = [];
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await disconnect();
  await db.close();
});
beforeEach(() => {
  lines = [];
  vi.spyOn(console, "error").mockImplementation((line) => lines.push(String(line)));
});

const note = { kind: "refused", actorId: ACTOR, detail: "person.setRole" } as const;
const rows = () => database().securityEvent.findMany({ orderBy: { id: "asc" } });

test("an event is a row and a line of JSON with time, request, actor and kind", async () => {
  await duringVisit(visit, () => noteSecurity(note, NOW));
  const [row] = await rows();
  expect(row).toMatchObject({ ...note, at: NOW, requestId: "r-1", personId: null });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: "info",
      event: "security",
      at: NOW.toISOString(),
      requestId: "r-1",
      actorId: ACTOR,
      kind: "refused",
    }),
  ]);
});

test("a client is a mark that is always the same, and says nothing of the address", async () => {
  await duringVisit(visit, () => noteSecurity(note, NOW));
  await duringVisit(visit, () => noteSecurity(note, NOW));
  await duringVisit({ ...visit, address: "203.0.113.8" }, () => noteSecurity(note, NOW));
  await noteSecurity(note, NOW);
  const [first, second, other, none] = (await rows()).slice(-4).map(({ client }) => client);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(none).toBeNull();
  expect(`${lines}${JSON.stringify(await rows())}`).not.toContain("203.0.113");
});

test("what a transaction didn't keep is told neither in the table nor in the log", async () => {
  const before = (await rows()).length;
  await expect(
    transaction(async (tx) => {
      await noteSecurity(note, NOW, tx);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect([(await rows()).length, lines.length]).toEqual([before, 0]);
  await transaction((tx) => noteSecurity(note, NOW, tx));
  expect([(await rows()).length, lines.length]).toEqual([before + 1, 1]);
});

test("events are never changed; young ones are never deleted, old ones by their age alone", async () => {
  await noteSecurity(note, new Date(NOW.getTime() - 200 * DAY));
  await noteSecurity(note, new Date(NOW.getTime() - 40 * DAY));
  const sql = new Client({ connectionString: db.url });
  await sql.connect();
  await expect(sql.query(`UPDATE "SecurityEvent" SET kind = 'x'`)).rejects.toThrow("never changed");
  await expect(sql.query(`TRUNCATE "SecurityEvent"`)).rejects.toThrow("never changed");
  await expect(sql.query(`DELETE FROM "SecurityEvent"`)).rejects.toThrow("kept for thirty days");
  await sql.end();
  expect(await forgetSecurity(100, NOW)).toBe(1);
  expect(await forgetSecurity(1, NOW)).toBe(1);
  expect(await forgetSecurity(1, NOW)).toBe(0);
});
