import { describe, expect, test } from "vitest";
import type { Reason } from "./reasons";
import {
  answering,
  isBelowFloor,
  type Judged,
  judgementsOf,
  mondayBefore,
  type TrialCount,
  trialsByRule,
  trialsByWeek,
} from "./suggestion-trials";
import { shareOf } from "./track-records";

const reason = (axis: Reason["axis"], rule: string, version = "1"): Reason => ({
  axis,
  rule,
  version,
  score: 0.8,
  words: "Because.",
});

const SUGGESTED: Judged & { reasons: Reason[] } = {
  label: "REPORTED",
  sourcing: "NAMED_PERSON",
  speaker: { id: "a", name: "Lina Aziz", kind: "PERSON" },
  factualityWriter: "CT+",
  window: { dueFrom: null, dueTo: "2024-10-01" },
  reasons: [
    reason("SOURCING", "source/cue-verb"),
    reason("SOURCING", "source/paper-not-shown"),
    reason("FACTUALITY", "certainty/insider-wording"),
    reason("TIME", "time/window", "2"),
    reason("LABEL", "label/derived"),
  ],
};

const verdicts = (said: Judged | null) =>
  Object.fromEntries(judgementsOf(SUGGESTED, said).map(({ field, verdict }) => [field, verdict]));

describe("what became of a suggestion", () => {
  test("the first reason of each kind answers for what it says", () => {
    expect(answering(SUGGESTED.reasons).map(({ rule, version }) => `${rule} ${version}`)).toEqual([
      "source/cue-verb 1",
      "certainty/insider-wording 1",
      "time/window 2",
    ]);
    expect(judgementsOf(SUGGESTED, null).map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "source/cue-verb LABEL",
      "source/cue-verb SOURCING",
      "source/cue-verb SOURCE",
      "certainty/insider-wording CERTAINTY",
      "time/window WINDOW",
    ]);
  });

  test("what stands as it was suggested is right, what is no statement is removed, in every field", () => {
    expect(new Set(Object.values(verdicts(SUGGESTED)))).toEqual(new Set(["RIGHT"]));
    expect(new Set(Object.values(verdicts(null)))).toEqual(new Set(["REMOVED"]));
  });

  test.each<[string, Partial<Judged>, string[]]>([
    ["another label", { label: "OPINION" }, ["LABEL"]],
    ["another kind of source", { sourcing: "DOCUMENT" }, ["SOURCING"]],
    ["another speaker", { speaker: { id: "b", name: "Avan Ali", kind: "PERSON" } }, ["SOURCE"]],
    [
      "an organisation of that name",
      { speaker: { id: "b", name: "Lina Aziz", kind: "ORGANIZATION" } },
      ["SOURCE"],
    ],
    ["one of two of that name", { speaker: { id: "b", name: "Lina Aziz", kind: "PERSON" } }, []],
    ["nobody", { speaker: null }, ["SOURCE"]],
    ["less certainty", { factualityWriter: "PR+" }, ["CERTAINTY"]],
    ["another day", { window: { dueFrom: null, dueTo: "2024-10-02" } }, ["WINDOW"]],
    ["a first day, too", { window: { dueFrom: "2024-09-30", dueTo: "2024-10-01" } }, ["WINDOW"]],
    ["no promise", { window: null }, ["WINDOW"]],
  ])("%s changes that alone", (_, change, fields) => {
    const found = Object.entries(verdicts({ ...SUGGESTED, ...change }));
    expect(found.filter(([, verdict]) => verdict === "CHANGED").map(([field]) => field)).toEqual(fields);
    expect(found.filter(([, verdict]) => verdict === "REMOVED")).toEqual([]);
  });
});

const count = (rule: string, week: string, verdict: TrialCount["verdict"], n: number): TrialCount => ({
  rule,
  version: "1",
  field: "LABEL",
  verdict,
  week,
  count: n,
});

describe("precision", () => {
  const counts = [
    count("source/lead", "2024-09-16", "RIGHT", 6),
    count("source/lead", "2024-09-09", "RIGHT", 3),
    count("source/lead", "2024-09-16", "CHANGED", 2),
    count("source/lead", "2024-09-09", "REMOVED", 1),
    count("source/hedged", "2024-09-16", "RIGHT", 9),
  ];

  test("by rule, those of which most was judged first; none below ten", () => {
    const [lead, hedged] = trialsByRule(counts);
    expect(lead).toMatchObject({
      rule: "source/lead",
      main: { n: 12, k: 9, changed: 2, removed: 1, share: 0.75 },
    });
    expect(hedged).toMatchObject({ rule: "source/hedged", main: { n: 9, k: 9, share: null, high: null } });
  });

  test("by week, the latest first", () => {
    const weeks = trialsByWeek(counts, { rule: "source/lead", version: "1", field: "LABEL" });
    expect(weeks.map(({ week, k, n }) => [week, k, n])).toEqual([
      ["2024-09-16", 6, 8],
      ["2024-09-09", 3, 4],
    ]);
  });

  test("a version of a rule is a rule of its own", () => {
    const other = { ...count("source/lead", "2024-09-16", "CHANGED", 20), version: "2" };
    expect(trialsByRule([...counts, other]).map(({ version, main }) => [version, main.k])).toEqual([
      ["2", 0],
      ["1", 9],
      ["1", 9],
    ]);
  });

  test("below the floor is what lies below it with all of its range", () => {
    expect(isBelowFloor(shareOf(0, 9))).toBe(false);
    expect(isBelowFloor(shareOf(6, 10))).toBe(false);
    expect(isBelowFloor(shareOf(60, 100))).toBe(true);
    expect(isBelowFloor(shareOf(65, 100))).toBe(false);
    expect(isBelowFloor(shareOf(30, 100))).toBe(true);
  });
});

test.each([
  ["2024-09-16T00:00:00Z", 0, "2024-09-16"],
  ["2024-09-22T23:59:59Z", 0, "2024-09-16"],
  ["2024-09-23T00:00:00Z", 0, "2024-09-23"],
  ["2025-01-01T12:00:00Z", 0, "2024-12-30"],
  ["2025-01-01T12:00:00Z", 25, "2024-07-08"],
])("the week of %s, %i weeks before, begins on %s", (now, weeks, monday) =>
  expect(mondayBefore(new Date(now), weeks).toISOString().slice(0, 10)).toBe(monday),
);
