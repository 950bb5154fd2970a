import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { queueOfItems } from "#lib/db/testing/queue-rows";
import { disconnect } from "./client";
import { grantPrivileges } from "./privileges";
import { isRareAmong, reckonedFor, shareBetween, sharesIn } from "./shares";

const ITEMS = 2_000;

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await queueOfItems(db.url, { items: ITEMS, seed: 7 });
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

test("what many rows have is known, nearly; what few have isn't", async () => {
  const { rows, of } = await sharesIn("QueueItem", "facets");
  expect(rows).toBe(ITEMS);
  expect(of.get("unsure:yes")).toBeCloseTo(1 / 4, 1);
  expect(of.get("language:en")).toBeCloseTo(1 / 3, 1);
  expect(of.get("label:NEVER")).toBeUndefined();
  const words = await sharesIn("QueueItem", "words");
  expect(words.of.get("gazett")).toBe(1);
});

test("the role that the program asks as is told it", async () => {
  const role = "onrecord_shares_role";
  await grantPrivileges(db.url, role);
  const sql = new Client({ connectionString: db.url });
  await sql.connect();
  await sql.query(`SET SESSION AUTHORIZATION ${role}`);
  const { rows } = await sql.query(
    `SELECT attname FROM pg_stats WHERE tablename = 'QueueItem' AND attname IN ('day', 'facets', 'words') ORDER BY 1`,
  );
  await sql.end();
  expect(rows.map(({ attname }) => attname)).toEqual(["day", "facets", "words"]);
});

test("of a column that nobody looked at, or that isn't there, nothing is common", async () => {
  const { of } = await sharesIn("Webhook", "url");
  expect(of.size).toBe(0);
  expect(await sharesIn("QueueItem", "nothing")).toEqual({ rows: ITEMS, of: new Map(), bounds: [] });
  expect(await sharesIn("Nothing", "facets")).toEqual({ rows: 0, of: new Map(), bounds: [] });
});

test("how many lie between two days is known, nearly", async () => {
  const days = await sharesIn("QueueItem", "day");
  const [first = "", last = ""] = [[...days.of.keys(), ...days.bounds].sort()].flatMap((all) => [
    all[0],
    all.at(-1),
  ]);
  expect(first).toMatch(/^2025-01-0/);
  expect(shareBetween(days, first, last)).toBeCloseTo(1, 1);
  expect(shareBetween(days, "0", "9")).toBeCloseTo(1, 1);
  expect(shareBetween(days, "2025-01-03", "2025-01-03")).toBeCloseTo(288 / ITEMS, 1);
  expect(shareBetween(days, "2024-01-01", "2024-12-01")).toBeLessThan(0.05);
});

test.each([
  [
    "a value that is common by itself, where all are",
    new Map([
      ["b", 0.5],
      ["x", 0.5],
    ]),
    [],
    0.5,
  ],
  ["as many parts as bounds", new Map(), ["a", "b", "d", "e", "f"], 0.25],
  ["half a part where no bound is", new Map(), ["a", "d", "e", "f", "g"], 0.125],
  ["both, each of its own part", new Map([["b", 0.5]]), ["a", "b", "d", "e", "f"], 0.625],
  ["nothing that is known", new Map(), [], 1],
] as const)("between b and c lies %s", (_, of, bounds, share) => {
  expect(shareBetween({ rows: 100, of: new Map<string, number>(of), bounds }, "b", "c")).toBe(share);
});

test("what has several things has them as if none depended on another", () => {
  expect(reckonedFor([0.5, 0.25], 800, 50)).toEqual({ rows: 100, way: 400 });
  expect(reckonedFor([], 800, 50)).toEqual({ rows: 800, way: 50 });
});

describe("the rarest of what is asked for says whether an index finds it sooner", () => {
  test.each([
    ["one in four hundred", [1 / 400], 100_000, true],
    ["one in three", [1 / 3], 100_000, false],
    ["one in three of those that one in four hundred has", [1 / 3, 1 / 400], 100_000, true],
    ["one in fifty of a hundred thousand", [1 / 50], 100_000, true],
    ["one in fifty of a million", [1 / 50], 1_000_000, false],
    ["what isn't known", [0, 1 / 3], 100_000, true],
    ["nothing that is known to be rare", [], 100_000, false],
    ["anything of a short list", [1], 40, true],
  ])("%s", (_, shares, rows, isRare) => expect(isRareAmong(shares, rows, 51)).toBe(isRare));
});
