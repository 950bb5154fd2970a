import { expect, test } from "vitest";
import { type AgreementCount, fieldFigures, fieldReport } from "./agreement-report";

const row = (change: Partial<AgreementCount>): AgreementCount => ({
  month: "2026-11-01",
  field: "LABEL",
  start: "SUGGESTIONS",
  readerA: "a",
  readerB: "b",
  first: "REPORTED",
  second: "REPORTED",
  count: 1,
  ...change,
});

const ROWS = [
  row({ count: 30 }),
  row({ first: "OPINION", second: "OPINION", count: 10 }),
  row({ second: "OPINION", count: 4, start: "BARE" }),
  row({ first: "OPINION", second: "OPINION", count: 6, start: "BARE" }),
  row({ count: 2, readerB: "c", month: "2026-10-01" }),
  row({ field: "SPAN", first: "MARKED", second: "MARKED", count: 8 }),
  row({ field: "SPAN", first: "MARKED", second: "NOT_MARKED", count: 4 }),
  row({ field: "CERTAINTY", first: "CT+", second: "PR+", count: 9 }),
  row({ field: "CERTAINTY", first: "CT-", second: "CT-", count: 9 }),
  row({ field: "CERTAINTY", first: "Uu", second: "CTu", count: 3 }),
];
const figureOf = (name: string) => fieldFigures(ROWS).find(({ field }) => field === name)?.figure;

test("each field has a figure with its n, or the reason why there is none", () => {
  expect(figureOf("LABEL")).toEqual({ value: expect.closeTo(1 - (103 * 8) / (2 * 68 * 36), 10), n: 52 });
  expect(figureOf("SPAN")).toEqual({ value: 16 / 20, n: 12 });
  expect(figureOf("TIME")).toEqual({ value: null, n: 0, why: "NOTHING" });
});

test("certainty is ordered: a step apart is nearly agreed, and two ways of not saying are one", () => {
  const { value } = figureOf("CERTAINTY") ?? {};
  expect(value).toBeGreaterThan(0.7);
  expect(value).toBeLessThan(1);
});

test("a field by start, month and pair; the table counts each two readers both ways", () => {
  const report = fieldReport(ROWS, "LABEL");
  expect(report.byStart.map(({ start, figure }) => [start, figure.n])).toEqual([
    ["SUGGESTIONS", 42],
    ["BARE", 10],
  ]);
  expect(report.byMonth.map(({ month, figure }) => [month, figure.n])).toEqual([
    ["2026-11-01", 50],
    ["2026-10-01", 2],
  ]);
  expect(report.byPair.map(({ readerA, readerB, figure }) => [readerA, readerB, figure.n])).toEqual([
    ["a", "b", 50],
    ["a", "c", 2],
  ]);
  expect(report.confusion).toEqual({
    codes: ["REPORTED", "OPINION"],
    counts: [
      [64, 4],
      [4, 32],
    ],
    n: 104,
  });
});
