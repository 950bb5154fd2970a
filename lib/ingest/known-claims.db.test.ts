import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { planOf, questionsOf, readBy } from "#lib/db/testing/plans";
import { claimWordings } from "#lib/db/wordings/claim-wordings";
import { factsOf } from "#lib/pipeline/match/facts";
import { indexKeysOf } from "#lib/pipeline/match/index-keys";
import { nearWordings, OF_A_PAGE, THOROUGH } from "./known-claims";
import { keyWordings } from "./near-wordings";

/** What the index of wordings is asked, by the plans of PostgreSQL: nothing walks what is known, and little of it is read. */

const WORDINGS = 20_000;
/** Rows of a plan's nodes together; what a statement may read is bounded by `probesFor`, and the last steps read it again. */
const MOST_ROWS = 12_000;
const DAY = "2024-07-25";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
const keysOf = (text: string) => indexKeysOf(factsOf({ text, postedAt: DAY }));
const said = (n: number) =>
  `Minister Velk${n % 997} Orvan${n % 1009} said the dinar rate of ${n} will rise in Karrada${n % 7}.`;

beforeAll(async () => {
  db = await freshDatabase();
  sql = new Client({ connectionString: db.url });
  await sql.connect();
  const rows = Array.from({ length: WORDINGS }, (_, n) => ({
    text: said(n),
    keys: keysOf(said(n)).map(({ key }) => key),
  }));
  await sql.query("SET session_replication_role = replica");
  await sql.query(
    `INSERT INTO "Claim" ("id", "slug", "wording", "unknowns", "rootId")
     SELECT id, n::text, text, '{}', id
     FROM (SELECT gen_random_uuid() AS id, * FROM unnest($1::text[]) WITH ORDINALITY AS given(text, n)) one`,
    [rows.map(({ text }) => text)],
  );
  await sql.query(
    `INSERT INTO "ClaimWording" ("claimId", "text", "day", "isOwn", "words", "keys", "isKeyed")
     SELECT c."id", c."wording", '${DAY}', true, c."slug", one.keys::int[], true
     FROM unnest($1::text[]) WITH ORDINALITY AS one(keys, n) JOIN "Claim" c ON c."slug" = one.n::text`,
    [rows.map(({ keys }) => `{${keys.join()}}`)],
  );
  await sql.query(
    `INSERT INTO "WordingKey" SELECT key, count(*) FROM "ClaimWording", unnest("keys") AS key GROUP BY key
     UNION ALL VALUES (0, ${WORDINGS})`,
  );
  await sql.query("ANALYZE");
}, 120_000);
afterAll(async () => {
  await sql.end();
  await disconnect();
  await db.close();
});

describe.each([
  ["what one wording says", said(4321)],
  ["what is new", "Somebody in Karrada3 asked whether the dinar rate will rise for Velk17."],
  // No key of it is rare: it is looked for by three keys at once.
  ["what many say", "The minister said the dinar rate will rise."],
  ["what nobody says", "Zebras graze quietly beneath acacias."],
])("%s", (_, text) => {
  test("no question walks a table, and few rows are read", async () => {
    const { questions } = await questionsOf(async () => {
      await keyWordings(claimWordings);
      await nearWordings([keysOf(text)], 10, THOROUGH);
    });
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) {
      const nodes = await planOf(sql, question);
      expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
      const read = nodes
        .filter((node) => node["Relation Name"] !== undefined)
        .reduce((sum, node) => sum + readBy(node), 0);
      expect(read).toBeLessThan(MOST_ROWS);
    }
  });
});

test("the nearest come first, and no more than are asked for", async () => {
  const [near = [], none = []] = await nearWordings(
    [keysOf(said(77)), keysOf("Zebras graze quietly.")],
    10,
    THOROUGH,
  );
  expect(near[0]).toMatchObject({ text: said(77), day: DAY, isOwn: true });
  expect(near[0]?.share).toBeGreaterThan(0.9);
  expect(near).toHaveLength(10);
  expect(near.map(({ share }) => share)).toEqual(near.map(({ share }) => share).sort((a, b) => b - a));
  expect(none).toEqual([]);
});

test("a page gets what the judge may look at, and no more of it than its statements may cost", async () => {
  const [near = []] = await nearWordings([keysOf(said(77))], 10, OF_A_PAGE);
  expect(near[0]).toMatchObject({ text: said(77) });
  for (const { share } of near) expect(share).toBeGreaterThanOrEqual(OF_A_PAGE.least);
});

test("what shares most is found though every key of it is common", async () => {
  // Each name stands in twenty wordings and the number's in one: without them nothing but common keys is left.
  const near = async (text: string) => (await nearWordings([keysOf(text)], 10, THOROUGH))[0] ?? [];
  const common = await near("The minister said the dinar rate will rise in Karrada3.");
  expect(common).toHaveLength(10);
  for (const { text } of common) expect(text).toContain("Karrada3");
});

test("a statement is answered alike, alone and among many others", async () => {
  const statements = Array.from({ length: 120 }, (_, n) => keysOf(said(n * 131)));
  const together = await nearWordings(statements, 3, OF_A_PAGE);
  for (const at of [0, 60, 119]) {
    const [alone] = await nearWordings(statements.slice(at, at + 1), 3, OF_A_PAGE);
    expect(together[at]).toEqual(alone);
  }
});
