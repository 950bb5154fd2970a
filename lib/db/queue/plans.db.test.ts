import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
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
import { queueAround, queueOf, queuePane } from "./list";

/** What the queue asks of the database, by the plans of PostgreSQL: no list walks the table, and none reads rows in numbers that its length sets. */

const ITEMS = 20_000;
/** A part of a list is fifty and one, a count a hundred; where one item in four is in a view, an order of all may be read past the others. */
const MOST_ROWS = 700;

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

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

const nodesIn = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

/** Of every question about items that `ask` asks: how it reads them, and how many rows at most. */
async function readsOf(ask: () => Promise<unknown>): Promise<{ walked: string[]; most: number }> {
  const spy = vi.spyOn(Client.prototype, "query");
  await ask();
  const asked = spy.mock.calls as unknown as [unknown, unknown][];
  spy.mockRestore();
  const nodes: PlanNode[] = [];
  for (const [first, second] of asked) {
    // pg takes a question as an object, or as a text with its values.
    const { text, values } =
      typeof first === "string"
        ? { text: first, values: second }
        : (first as { text: string; values: unknown });
    if (!/^\s*SELECT/i.test(text) || !text.includes('"QueueItem"')) continue;
    const { rows } = await sql.query(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      Array.isArray(values) ? values : [],
    );
    nodes.push(...nodesIn(rows[0]["QUERY PLAN"][0].Plan));
  }
  expect(nodes.length).toBeGreaterThan(0);
  const ofItems = nodes.filter(
    (node) => node["Relation Name"] === "QueueItem" || /Bitmap|Sort/.test(node["Node Type"]),
  );
  return {
    walked: nodes.flatMap((node) => (node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : [])),
    most: Math.max(
      0,
      ...ofItems.map(
        (node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
      ),
    ),
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
    expect([walked, most < MOST_ROWS]).toEqual([[], true]);
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

test("a question that walks the items would be noticed", async () => {
  const { rows } = await sql.query(
    `EXPLAIN (ANALYZE, FORMAT JSON) SELECT count(title) FROM "QueueItem" q WHERE title LIKE '%x%'`,
  );
  expect(nodesIn(rows[0]["QUERY PLAN"][0].Plan).map((node) => node["Node Type"])).toContain("Seq Scan");
});
