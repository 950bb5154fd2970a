import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { correctFact } from "#lib/desk/articles";
import { openReview, publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { addStatement, editStatement, removeStatement } from "#lib/desk/statements";
import {
  acceptAll,
  at,
  draftReview,
  NOW,
  narration,
  person,
  publishedReview,
  submittedReview,
} from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { trialsByRule } from "#lib/domain/suggestion-trials";
import { trialCounts, trialExample } from "./counts";
import { labelledPages } from "./labelled-pages";
import { rebuildTrials, wrongTrials } from "./recount";

/** The counts of suggestions are kept by whoever publishes and withdraws, and are what the raw rows say, counted by other code. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let writer: Actor;
let publisher: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  [writer, publisher] = [await person("Mara"), await person("Avan")];
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

const LATER = { now: new Date("2024-09-24T08:00:00.000Z") };
const ALL = new Date("2024-09-25T08:00:00.000Z");

/** Label by label, what was counted: `{ RIGHT: 3, REMOVED: 1 }`. */
async function labels(week?: string) {
  const sums: Record<string, number> = {};
  for (const row of await trialCounts(ALL))
    if (row.field === "LABEL" && (week === undefined || row.week === week))
      sums[row.verdict] = (sums[row.verdict] ?? 0) + row.count;
  return sums;
}

const wrong = () => transaction(wrongTrials);

beforeEach(async () => {
  await owner.query(`SET session_replication_role = replica`);
  for (const table of ["SuggestionTrial", "Publication"]) await owner.query(`DELETE FROM "${table}"`);
  await owner.query(`SET session_replication_role = DEFAULT`);
});

describe("counted", () => {
  test("is nothing before it is published", async () => {
    await draftReview(writer);
    await submittedReview(writer);
    expect(await trialCounts(ALL)).toEqual([]);
    expect(await wrong()).toBe(0);
  });

  test("is what was published as suggested, and what was rejected, by rule and week", async () => {
    const { versionId } = await publishedReview(writer, publisher);
    const n = await database().suggestion.count({ where: { versionId } });
    expect(await labels()).toEqual({ RIGHT: n - 1, REMOVED: 1 });
    expect(await labels("2024-09-16")).toEqual(await labels());
    const trials = trialsByRule(await trialCounts(ALL));
    expect(trials.reduce((sum, { main }) => sum + (main.field === "LABEL" ? main.n : 0), 0)).toBe(n);
    expect(await wrong()).toBe(0);
  });

  test("is what an editor changed, field by field, whatever the decision was called", async () => {
    const { reviewId, versionId } = await draftReview(writer);
    const [first] = await database().statement.findMany({ where: { reviewId }, orderBy: { start: "asc" } });
    if (first === undefined) throw new Error("a statement");
    const fields = { ...narration(first.start, first.end), flags: { opinion: true } };
    await editStatement(writer, { statementId: first.id, revision: 1, fields }, at);
    const decision = await database().suggestionDecision.findFirstOrThrow({
      where: { statementId: first.id },
    });
    expect(decision.kind).toBe("ACCEPTED");
    const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at);
    await publishReview(publisher, { reviewId, revision }, at);
    const n = await database().suggestion.count({ where: { versionId } });
    expect(await labels()).toEqual({ RIGHT: n - 2, CHANGED: 1, REMOVED: 1 });
    expect(await wrong()).toBe(0);
  });

  test("isn't what nobody suggested", async () => {
    const { reviewId, versionId } = await draftReview(writer);
    const { text } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
    const start = text.indexOf("built in 1931");
    const fields = narration(start, start + "built in 1931".length);
    await addStatement(writer, { reviewId, suggestionId: null, fields }, at);
    const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at);
    await publishReview(publisher, { reviewId, revision }, at);
    const n = await database().suggestion.count({ where: { versionId } });
    expect(await labels()).toEqual({ RIGHT: n - 1, REMOVED: 1 });
    expect(await wrong()).toBe(0);
  });
});

describe("of a version", () => {
  test("the last publication counts, in its own week", async () => {
    const { versionId } = await publishedReview(writer, publisher);
    const before = await labels();
    const { reviewId } = await openReview(writer, { versionId }, LATER);
    const [one] = await database().statement.findMany({ where: { reviewId, removedAt: null } });
    await removeStatement(writer, { statementId: one?.id, revision: 1 }, LATER);
    const correction = "It is no statement after all.";
    const { revision } = await submitReview(writer, { reviewId, revision: 1, correction }, LATER);
    await publishReview(publisher, { reviewId, revision }, LATER);
    expect(await labels("2024-09-16")).toEqual({});
    expect(await labels("2024-09-23")).toEqual({ RIGHT: Number(before.RIGHT) - 1, REMOVED: 2 });
    expect(await wrong()).toBe(0);
  });

  test("that was withdrawn nothing counts, until it is published again", async () => {
    const { versionId, reviewId, revision } = await publishedReview(writer, publisher);
    const before = await labels();
    await withdrawReview(publisher, { reviewId, revision, reason: "Not ours." }, at);
    expect(await trialCounts(ALL)).toEqual([]);
    expect(await wrong()).toBe(0);
    const again = await openReview(writer, { versionId }, LATER);
    await acceptAll(writer, versionId, again.reviewId);
    const handed = await submitReview(writer, { reviewId: again.reviewId, revision: again.revision }, LATER);
    await publishReview(publisher, { reviewId: again.reviewId, revision: handed.revision }, LATER);
    expect(await labels()).toEqual({ RIGHT: Number(before.RIGHT) + Number(before.REMOVED) });
    expect(await wrong()).toBe(0);
  });
});

test("counts that somebody changed are found, and worked out anew", async () => {
  await publishedReview(writer, publisher);
  const before = await trialCounts(ALL);
  await owner.query(`UPDATE "SuggestionTrial" SET "count" = "count" + 1 WHERE "field" = 'LABEL'`);
  await owner.query(`INSERT INTO "SuggestionTrial" ("rule", "version", "field", "verdict", "week", "count", "exampleId")
    VALUES ('source/lead', '9', 'LABEL', 'RIGHT', '2024-09-09', 5, gen_random_uuid())`);
  const found = await wrong();
  expect(found).toBeGreaterThan(1);
  const url = process.env.DATABASE_URL;
  expect(await rebuildTrials()).toEqual({ before: found, after: 0 });
  process.env.DATABASE_URL = url;
  const order = (rows: typeof before) => rows.map((row) => JSON.stringify(row)).sort();
  expect(order(await trialCounts(ALL))).toEqual(order(before));
  expect(await rebuildTrials()).toEqual({ before: 0, after: 0 });
});

test("a rule is shown with a suggestion of its own", async () => {
  const { versionId } = await publishedReview(writer, publisher);
  const [trial] = trialsByRule(await trialCounts(ALL));
  if (trial === undefined) throw new Error("a rule");
  const example = await trialExample(trial);
  expect(example).toMatchObject({ versionId, reason: { rule: trial.rule, version: trial.version } });
  expect(await trialExample({ rule: "source/none-such", version: "1" })).toBeNull();
});

test("labelled pages are of the publisher as it was put right", async () => {
  const { versionId } = await publishedReview(writer, publisher);
  const reads = async () => {
    for await (const page of labelledPages({ since: null, isWithDrafts: false }))
      if (page.versionId === versionId) return page.publisher;
    throw new Error("the page");
  };
  const before = await reads();
  expect(before).not.toBe("The Quay Post");
  const put = {
    versionId,
    fact: "PUBLISHER",
    before,
    reads: "The Quay Post",
    reason: "The imprint says so.",
  };
  await correctFact(writer, put, at);
  expect(await reads()).toBe("The Quay Post");
});

/** Fifteen years of as many rules as there are, every week full. */
test("half a year is read by an index, however many years there are", async () => {
  await owner.query("SET session_replication_role = replica");
  await owner.query(`
    INSERT INTO "SuggestionTrial" ("rule", "version", "field", "verdict", "week", "count", "exampleId")
    SELECT 'source/' || r, '1', f, v, (date '2024-09-16' - w * 7), 3, gen_random_uuid()
    FROM generate_series(1, 40) r, generate_series(0, 15 * 52 - 1) w, unnest(enum_range(NULL::"TrialField")) f,
      unnest(enum_range(NULL::"TrialVerdict")) v`);
  await owner.query(`VACUUM (ANALYZE) "SuggestionTrial"`);
  const spy = vi.spyOn(Client.prototype, "query");
  await trialCounts(NOW);
  const asked = (spy.mock.calls as unknown as [unknown, unknown][])
    .map(([first, second]) =>
      typeof first === "string"
        ? { text: first, values: second }
        : (first as { text: string; values: unknown }),
    )
    .filter(({ text }) => /^\s*SELECT/i.test(text) && text.includes("SuggestionTrial"));
  spy.mockRestore();
  expect(asked).toHaveLength(1);
  for (const { text, values } of asked) {
    const { rows } = await owner.query(
      `EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${text}`,
      values as unknown[],
    );
    const plan = JSON.stringify(rows[0]);
    expect(plan).not.toContain('"Seq Scan"');
    const read = Math.max(...[...plan.matchAll(/"Actual Rows":\s*([\d.]+)/g)].map(([, n]) => Number(n)));
    expect(read).toBe(26 * 40 * 5 * 3);
  }
});
