import { expect, test } from "vitest";
import type { Prediction } from "#lib/domain/predictions";
import type { RecordedOutcome } from "#lib/domain/predictions-shapes";
import { dueCard } from "./claim-view";
import { dueView, promiseLine } from "./due";
import { foundingPublication } from "./testing/founding-publication";

/** Where a promise stands, in one line. */

const promise = (dueFrom: string | null, dueTo = dueFrom, outcome?: RecordedOutcome): Prediction => ({
  text: "by then",
  dueFrom,
  dueTo,
  precision: "DAY",
  resolvedFrom: null,
  outcome,
});

const outcome = (
  result: RecordedOutcome["result"],
  more: Partial<RecordedOutcome> = {},
): RecordedOutcome => ({
  result,
  knownAt: "2026-12-16",
  quote: "The gates are shut.",
  saidAt: "2026-12-17",
  publisher: "The Harbour Post",
  url: "https://post.example/gates",
  note: null,
  snapshot: null,
  by: "Edgar Editor",
  on: "2026-12-18",
  ...more,
});

test.each([
  ["before its day", promise("2026-12-15"), "2026-12-14", "Open until 15 December 2026."],
  ["before its window", promise("2026-12-01", "2026-12-31"), "2026-11-30", "Open until 31 December 2026."],
  [
    "inside its window",
    promise("2026-12-01", "2026-12-31"),
    "2026-12-05",
    "Due now, until 31 December 2026.",
  ],
  ["on its last day", promise("2026-12-01", "2026-12-31"), "2026-12-31", "Due today."],
  ["on its day", promise("2026-12-15"), "2026-12-15", "Due today."],
  [
    "after it",
    promise("2026-12-15"),
    "2026-12-16",
    "Overdue since 15 December 2026. Nothing is recorded yet.",
  ],
  ["without a day", promise(null), "2026-12-16", "A promise without a day."],
] as const)("%s", (_, one, today, line) => expect(promiseLine(one, today)).toBe(line));

test.each([
  ["HAPPENED", "It happened. Known since 16 December 2026."],
  ["DID_NOT_HAPPEN", "It did not happen. Known since 16 December 2026."],
  ["PARTLY", "It happened in part. Known since 16 December 2026."],
  ["UNRESOLVABLE", "It can’t be told whether it happened, as of 16 December 2026."],
] as const)("what is recorded stands in place of the clock: %s", (result, line) => {
  for (const today of ["2026-12-01", "2026-12-15", "2027-03-01"])
    expect(promiseLine(promise("2026-12-15", "2026-12-15", outcome(result)), today)).toBe(line);
});

test("an outcome names its evidence, and an editor's note is signed apart from it", () => {
  const view = dueView(
    promise(
      "2026-12-15",
      "2026-12-15",
      outcome("HAPPENED", { note: "We went there.", snapshot: "0f".repeat(32) }),
    ),
    "2027-01-01",
  );
  expect(view?.bar).toBeNull();
  const plain = JSON.stringify(view?.outcome).replace(/[\u2068\u2069]/g, "");
  expect(JSON.parse(plain)).toEqual({
    result: "HAPPENED",
    quote: "The gates are shut.",
    source: "The Harbour Post, 17 December 2026",
    href: "https://post.example/gates",
    note: { by: "Edgar Editor, editor, on 18 December 2026:", text: "We went there." },
    kept: "A copy of that page is kept (SHA-256 0f0f0f0f…).",
    recorded: "Recorded by Edgar Editor on 18 December 2026.",
  });
});

test("a promise without a day is shown once something is recorded of it", () => {
  expect(dueView(promise(null), "2027-01-01")).toBeNull();
  expect(dueView(promise(null, null, outcome("PARTLY")), "2027-01-01")?.line).toBe(
    "It happened in part. Known since 16 December 2026.",
  );
});

test("the list of rumours says what became of one", () => {
  const content = foundingPublication();
  const statement = content.statements.find(({ prediction }) => prediction?.dueTo);
  if (statement?.prediction == null) throw new Error("the founding page promises something");
  const prediction = { ...statement.prediction, outcome: outcome("DID_NOT_HAPPEN") };
  const post = content.posts[statement.post];
  if (post === undefined) throw new Error("a statement has its post");
  const place = { article: content.article, post, isOwnPost: true, statement: { ...statement, prediction } };
  expect(dueCard(place, "2027-01-01")).toMatchObject({
    state: "It did not happen",
    side: "Known since 16 December 2026.",
  });
});
