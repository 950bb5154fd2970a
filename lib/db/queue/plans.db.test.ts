import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { type PlanNode, planOf, questionsOf, readBy } from "#lib/db/testing/plans";
import { queueOfItems } from "#lib/db/testing/queue-rows";
import type { Actor } from "#lib/domain/actor";
import {
  QueueCursor,
  type QueueFilters,
  QueueName,
  type QueueQuery,
  QueueSort,
} from "#lib/domain/queue-query";
import { plainQueue } from "#lib/domain/queue-search";
import { lastUndoable } from "./acts";
import { queueAround, queueOf, queuePane } from "./list";

/** What the queue asks of the database, by the plans of PostgreSQL: no list walks the table, and none reads rows in numbers that its length sets. */

const ITEMS = 20_000;
/** A part of a list is fifty and one, a count a hundred; where one item in four is in a view, an order of all may be read past the others. */
const MOST_ROWS = 700;
/** So far a narrowed list is walked before the indexes are asked. */
const MOST_WALKED = 1_000;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
let mara: Actor;
let made: Awaited<ReturnType<typeof queueOfItems>>;
beforeAll(async () => {
  db = await freshDatabase();
  made = await queueOfItems(db.url, { items: ITEMS, seed: 7 });
  mara = { id: made.people[0] ?? "", name: "Person 1", role: "EDITOR" };
  sql = new Client({ connectionString: db.url });
  await sql.connect();
  // What is asked is whether an index serves the question: of a few thousand rows the planner may rather walk them.
  await sql.query("SET enable_seqscan = off");
}, 120_000);
afterAll(async () => {
  await sql.end();
  await disconnect();
  await db.close();
});

// A test that fails within a transaction leaves it open.
afterEach(() => sql.query("ROLLBACK"));

/** Of every question about items that `ask` asks: how it reads them, how many rows of anything at most, and of items. */
async function readsOf(
  ask: () => Promise<unknown>,
): Promise<{ walked: string[]; most: number; items: number }> {
  const { questions } = await questionsOf(ask);
  const nodes: PlanNode[] = [];
  for (const question of questions) {
    const plan = await planOf(sql, question);
    if (question.text.includes('"QueueItem"')) nodes.push(...plan);
  }
  expect(nodes.length).toBeGreaterThan(0);
  const ofItems = nodes.filter(
    (node) => node["Relation Name"] === "QueueItem" || /Bitmap|Sort/.test(node["Node Type"]),
  );
  return {
    walked: nodes.flatMap((node) => (node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : [])),
    most: Math.max(0, ...ofItems.map(readBy)),
    items: Math.max(0, ...nodes.filter((node) => node["Relation Name"] === "QueueItem").map(readBy)),
  };
}

describe.each(QueueName.options)("the view %s", (view) => {
  test.each(QueueSort.options)("by %s, from its beginning, from its middle and back", async (sort) => {
    const query: QueueQuery = { ...plainQueue(view), sort };
    const { items } = await queueOf(mara, query);
    const middle = items[Math.floor(items.length / 2)];
    const position = middle && { key: QueueCursor.parse(middle.cursor) };
    const asks = [
      () => queueOf(mara, query),
      ...(position
        ? [
            () => queueOf(mara, query, { way: "after", ...position }),
            () => queueOf(mara, query, { way: "before", ...position }),
            () => queueAround(mara, query, position.key, { before: 10, after: 30 }),
            () => queuePane(mara, query, { claimId: middle.subjectId }, position.key),
          ]
        : []),
    ];
    for (const ask of asks) {
      const { walked, most } = await readsOf(ask);
      expect(walked).toEqual([]);
      expect(most).toBeLessThan(MOST_ROWS);
    }
  });
});

/** What few items have: as many rows are read as have it. */
const rare = (): Record<string, QueueFilters> => ({
  speaker: { speaker: "Speaker 2" },
  search: { search: "page 4321" },
  claim: { claim: "00000000-0000-4000-8000-000000000000" },
  publisher: { publisher: "Publisher 7" },
  days: { from: "2025-01-03", to: "2025-01-03", search: "gazette page 577" },
});
/** What many have. */
const common = (): Record<string, QueueFilters> => ({
  label: { label: "OPINION" },
  sourcing: { sourcing: "NONE" },
  unsure: { unsure: "yes" },
  prediction: { prediction: "yes" },
  language: { language: "ar" },
  kind: { kind: "ARTICLE" },
  state: { state: "PUBLISHED" },
  person: { person: made.people[1] ?? "" },
  search: { search: "gazette" },
  days: { from: "2025-01-02", to: "2025-01-20" },
});

test.each(["speaker", "search", "claim", "publisher", "days"])(
  "narrowed to a %s that few have",
  async (name) => {
    const { walked, most } = await readsOf(() =>
      queueOf(mara, { view: "all", sort: "priority", filters: rare()[name] ?? {} }),
    );
    expect([walked, most <= MOST_WALKED]).toEqual([[], true]);
  },
);

test.each(
  Object.keys({
    label: 0,
    sourcing: 0,
    unsure: 0,
    prediction: 0,
    language: 0,
    kind: 0,
    state: 0,
    person: 0,
    search: 0,
    days: 0,
  }),
)("narrowed to a %s that many have, by an index", async (name) => {
  const filters = common()[name] ?? {};
  for (const sort of QueueSort.options) {
    expect((await readsOf(() => queueOf(mara, { view: "all", sort, filters }))).walked).toEqual([]);
    expect((await queueOf(mara, { view: "all", sort, filters })).items.length).toBeGreaterThan(0);
  }
});

/** How often the items are asked. */
async function asked(query: QueueQuery): Promise<number> {
  // Its numbers of what is common are read once.
  await queueOf(mara, query);
  const { questions } = await questionsOf(() => queueOf(mara, query));
  return questions.filter(({ text }) => text.includes('"QueueItem"') && !text.includes("UNION ALL")).length;
}

test.each([
  ...["label", "sourcing", "unsure", "language", "kind", "search"].map((name) => ["many", name] as const),
  ...["speaker", "search", "claim", "publisher"].map((name) => ["few", name] as const),
])("what %s have is found by one question: a %s", async (how, name) => {
  const filters = (how === "many" ? common() : rare())[name] ?? {};
  expect(await asked({ view: "all", sort: "priority", filters })).toBe(1);
});

/** What many items have by itself, and none together. */
test.each<QueueQuery>([
  { view: "published", sort: "newest", filters: { state: "DRAFT", search: "gazette" } },
  { view: "published", sort: "due", filters: { state: "DRAFT", label: "OPINION" } },
])("what is common apart and nowhere together is walked for so far and no further: %j", async (query) => {
  expect((await queueOf(mara, query)).items).toEqual([]);
  expect((await readsOf(() => queueOf(mara, query))).items).toBeLessThanOrEqual(MOST_WALKED);
});

test("what somebody did last is read by an index", async () => {
  const { questions } = await questionsOf(() => lastUndoable(mara.id, new Date(0)));
  const nodes = (await Promise.all(questions.map((question) => planOf(sql, question)))).flat();
  expect(nodes.map((node) => node["Index Name"])).toContain("QueueAct_byId_actId_idx");
  expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
});

test("a question that walks the items would be noticed", async () => {
  const plan = await planOf(sql, {
    text: `SELECT count(title) FROM "QueueItem" q WHERE title LIKE '%x%'`,
    values: [],
  });
  expect(plan.map((node) => node["Node Type"])).toContain("Seq Scan");
});
