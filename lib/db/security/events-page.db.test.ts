import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { SecurityAsked, type SecurityKind } from "#lib/domain/security";
import { noteSecurity } from "./events";
import { securityPage } from "./events-page";

const NOW = new Date("2026-11-23T09:00:00Z");
const asked = (given: Record<string, unknown> = {}) => SecurityAsked.parse(given);

let close: () => Promise<void>;
let people: { id: string; name: string }[];
beforeAll(async () => {
  ({ close } = await freshDatabase());
  vi.spyOn(console, "error").mockImplementation(() => {});
  people = [];
  for (const name of ["Ada", "Ben"]) {
    const data = {
      name,
      email: `${name.toLowerCase()}@example.org`,
      role: "EDITOR",
      passwordHash: "-",
    } as const;
    const { id } = await database().user.create({ data });
    people.push({ id, name });
  }
});
afterAll(async () => {
  await disconnect();
  await close();
});

async function note(kind: SecurityKind, actor: string | null, person: string | null = null) {
  const idOf = (name: string | null) => people.find((one) => one.name === name)?.id ?? null;
  await noteSecurity({ kind, actorId: idOf(actor), personId: idOf(person) }, NOW);
}

test("an empty log is an empty page, and who could be asked for", async () => {
  expect(await securityPage(asked())).toEqual({ events: [], people, before: null });
});

test("pages follow each other without a gap or a double, the latest first; filters hold on each", async () => {
  for (let n = 0; n < 60; n += 1) {
    await note("signIn", "Ada");
    await note("signInFailed", null, "Ada");
    await note("signIn", "Ben", "Ben");
  }
  const walk = async (given: Record<string, unknown>) => {
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await securityPage(asked({ ...given, before }));
      expect(page.events.length).toBeLessThanOrEqual(50);
      seen.push(...page.events.map(({ id }) => id));
      before = page.before;
    } while (before !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
    return seen.length;
  };
  const [ada, ben] = people;
  expect(await walk({})).toBe(180);
  expect(await walk({ kind: "signIn" })).toBe(120);
  expect(await walk({ personId: ada?.id })).toBe(120);
  expect(await walk({ personId: ben?.id })).toBe(60);
  expect(await walk({ kind: "signInFailed", personId: ada?.id })).toBe(60);
  expect(await walk({ kind: "signInFailed", personId: ben?.id })).toBe(0);
  const [first] = (await securityPage(asked({ kind: "signInFailed" }))).events;
  expect(first).toMatchObject({ kind: "signInFailed", actor: null, person: "Ada" });
});

test.each([
  { kind: "nothing", personId: "x", before: "'; DROP TABLE" },
  { kind: ["signIn", "export"], personId: ["a"], before: ["b"] },
  { kind: "", personId: "", before: "" },
  {},
])("%j asks for the first page of all", async (given) => {
  expect(asked(given)).toEqual({ kind: null, personId: null, before: null });
});

test("every page is found by a key, however long the log is", async () => {
  for (const where of [{}, { kind: "signIn" }, { actorId: people[0]?.id ?? "" }]) {
    const [plan] = await database().$queryRawUnsafe<{ "QUERY PLAN": unknown }[]>(
      `EXPLAIN (FORMAT JSON) SELECT * FROM "SecurityEvent"
       WHERE ${[
         ...Object.entries(where).map(([column, value]) => `"${column}" = '${value}'`),
         `id < '${"f".repeat(8)}-0000-7000-8000-000000000000'`,
       ].join(" AND ")}
       ORDER BY id DESC LIMIT 51`,
    );
    const told = JSON.stringify(plan?.["QUERY PLAN"]);
    expect(told).toContain("Index");
    expect(told).not.toContain("Sort");
  }
});
