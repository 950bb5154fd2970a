/**
 * What the desk's queue costs: `node --import tsx bench/queue.ts [items] [rounds]`. A queue of made items; each view and each filter, its first
 * part and one from the middle, beside the same question written by hand in SQL and asked by the same driver. Both are asked in turn, so
 * that the machine's moods meet both; the medians, and how one is to the other. What is beside the list (its counts, names, imports) is
 * told by itself.
 */
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { disconnect } from "#lib/db/core/client";
import { queueAround, queueOf } from "#lib/db/queue/list";
import { queueOfItems } from "#lib/db/testing/queue-rows";
import type { Actor } from "#lib/domain/actor";
import {
  QueueCursor,
  type QueueFilters,
  type QueueKey,
  QueueName,
  type QueueQuery,
  QueueSort,
} from "#lib/domain/queue-query";
import { plainQueue } from "#lib/domain/queue-search";
import { benchServer } from "./import/server";

const ITEMS = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 60);
const SEED = 7;
const MOST = 1.5;
const PART = 51;

/** By hand: what somebody at a prompt would write, with the values in it. */
const views = (me: string): Record<QueueName, string> => ({
  mine: `"assigneeId" = '${me}'`,
  unassigned: `place = 'OPEN'`,
  "needs-reader": `place = 'SUBMITTED' AND NOT "hasReader" AND NOT '${me}' = ANY (writers)`,
  disagreements: `dissenters <> '{}' AND NOT '${me}' = ANY (dissenters) AND (state IS NULL OR '${me}' = ANY (writers))`,
  "to-publish": `place = 'SUBMITTED' AND NOT '${me}' = ANY (writers) AND (NOT "hasReader" OR "assigneeId" = '${me}')`,
  returned: `"assigneeId" = '${me}' AND state = 'RETURNED'`,
  due: `"isDue"`,
  others: `place IN ('HELD', 'SUBMITTED') AND "assigneeId" IS DISTINCT FROM '${me}'
    AND NOT (place = 'SUBMITTED' AND NOT "hasReader" AND NOT '${me}' = ANY (writers))`,
  published: `place = 'PUBLISHED'`,
  dismissed: `place = 'DISMISSED'`,
  all: `kind IN ('ARTICLE', 'CLAIM')`,
});
const ORDER: Record<QueueSort, string> = {
  priority: `priority DESC, "changedAt" DESC, q.id DESC`,
  newest: `"changedAt" DESC, q.id DESC`,
  due: `"dueAt", q.id`,
};
const beyond = (sort: QueueSort, { priority, changedAt, dueAt, id }: QueueKey): string =>
  ({
    priority: `(priority, "changedAt", q.id) < (${priority}, '${changedAt.toISOString()}', '${id}')`,
    newest: `("changedAt", q.id) < ('${changedAt.toISOString()}', '${id}')`,
    due: `("dueAt", q.id) > ('${dueAt.toISOString()}', '${id}')`,
  })[sort];
const COLUMNS = `q.id, q."subjectId", q.kind, q.place, q.state, q."versionId", q.version, q."alsoVersions", q.title, q.publisher, q.day,
  q.waiting, q.total, q."assigneeId", q."lostId", q."hasReader", q.writers, q.priority, q.reasons, q.urgency, q."dueAt", q."changedAt",
  q."dismissedFor", q.revision, a.name AS "assigneeName", l.name AS "lostName"`;

interface Case {
  readonly name: string;
  readonly query: QueueQuery;
  readonly where: string;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

function casesOf(me: string, other: string): Case[] {
  const facets = (...all: string[]) => `facets @> ARRAY[${all.map((one) => `'${one}'`).join(", ")}]`;
  const narrowed: [string, QueueFilters, string][] = [
    ["a label", { label: "OPINION" }, facets("label:OPINION")],
    ["no source", { sourcing: "NONE" }, facets("sourcing:NONE")],
    ["not sure", { unsure: "yes" }, facets("unsure:yes")],
    ["a prediction", { prediction: "yes" }, facets("prediction:yes")],
    ["a publisher", { publisher: "Publisher 7" }, facets("publisher:publisher 7")],
    ["a language", { language: "ckb" }, facets("language:ckb")],
    ["a state", { state: "DRAFT" }, facets("state:DRAFT")],
    ["a person", { person: other }, facets(`person:${other}`)],
    ["days", { from: "2025-06-01", to: "2025-06-07" }, `day >= '2025-06-01' AND day <= '2025-06-07'`],
    ["words of every page", { search: "gazette" }, `words @@ '(''gazett'' | ''gazette'':*)'`],
    [
      "words of one page",
      { search: "page 4321" },
      `words @@ '(''page'' | ''page'':*) & (''4321'' | ''4321'':*)'`,
    ],
    [
      "four at once",
      { label: "OPINION", sourcing: "NONE", language: "en", unsure: "yes" },
      facets("label:OPINION", "sourcing:NONE", "language:en", "unsure:yes"),
    ],
  ];
  return [
    ...QueueName.options.flatMap((view) =>
      QueueSort.options.map((sort) => ({
        name: `${view}, ${sort}`,
        query: { ...plainQueue(view), sort },
        where: views(me)[view],
      })),
    ),
    ...(["unassigned", "all"] as const).flatMap((view) =>
      narrowed.map(([name, filters, where]) => ({
        name: `${view}, ${name}`,
        query: { view, sort: "priority" as const, filters },
        where: `${views(me)[view]} AND ${where}`,
      })),
    ),
  ];
}

/** Our list and the one by hand, the first part and one from the middle; null where the list has no middle. */
async function compare(
  sql: Client,
  actor: Actor,
  { query, where }: Case,
): Promise<(readonly [number, number] | null)[]> {
  const byHand =
    (more = "") =>
    () =>
      sql.query(
        `SELECT ${COLUMNS} FROM "QueueItem" q LEFT JOIN "User" a ON a.id = "assigneeId" LEFT JOIN "User" l ON l.id = "lostId"
       WHERE ${where}${more} ORDER BY ${ORDER[query.sort]} LIMIT ${PART}`,
      );
  const { items } = await queueOf(actor, query);
  // The first part is asked from a place before all others.
  const middle = items[25] && QueueCursor.parse(items[25].cursor);
  const first: QueueKey = {
    priority: 99_999,
    changedAt: new Date("2999-01-01T00:00:00.000Z"),
    dueAt: new Date("2000-01-01T00:00:00.000Z"),
    id: "00000000-0000-7000-8000-000000000000",
  };
  const answers = [];
  for (const [key, more] of [
    [first, ""],
    [middle, middle === undefined ? "" : ` AND ${beyond(query.sort, middle)}`],
  ] as const) {
    if (key === undefined) {
      answers.push(null);
      continue;
    }
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await timed(() => queueAround(actor, query, key, { before: 0, after: PART })));
      theirs.push(await timed(byHand(more)));
    }
    answers.push([median(ours), median(theirs)] as const);
  }
  return answers;
}

const server = await benchServer();
const sql = new Client({ connectionString: server.url });
try {
  process.env.DATABASE_URL = server.url;
  const began = performance.now();
  const { people } = await queueOfItems(server.url, { items: ITEMS, seed: SEED });
  console.log(`${ITEMS} items made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const actor: Actor = { id: people[0] ?? "", name: "Person 1", role: "EDITOR" };
  await sql.connect();
  console.log(
    "| list | first part | by hand | times | from the middle | by hand | times |\n|---|---|---|---|---|---|---|",
  );
  let worst = { times: 0, name: "" };
  for (const one of casesOf(actor.id, people[1] ?? "")) {
    const cells = (await compare(sql, actor, one)).flatMap((pair) => {
      if (pair === null) return ["–", "–", "–"];
      const [ours, theirs] = pair;
      const times = ours / theirs;
      if (times > worst.times) worst = { times, name: one.name };
      return [`${ours.toFixed(2)} ms`, `${theirs.toFixed(2)} ms`, times.toFixed(2)];
    });
    console.log(`| ${one.name} | ${cells.join(" | ")} |`);
  }
  console.log(`The worst is ${worst.times.toFixed(2)} times (${worst.name}); at most ${MOST} is asked.`);
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    whole.push(await timed(() => queueOf(actor, plainQueue("unassigned"))));
  console.log(`The whole screen's questions, counts and all: ${median(whole).toFixed(1)} ms`);
} finally {
  await sql.end();
  await disconnect();
  await server.stop();
}
