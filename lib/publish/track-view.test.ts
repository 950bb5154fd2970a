import { expect, test } from "vitest";
import type { ReaderLabel } from "#lib/domain/labels";
import { bucketsOf, type MonthCount, type TrackRecord } from "#lib/domain/track-records";
import { CHART_WIDTH, trackChart } from "./track-chart";
import { statementsHref } from "./track-links";
import { againPlace, pageList, statementList } from "./track-query";
import { trackView } from "./track-view";
import { filterInWords, periodInWords } from "./track-words";

const said = (month: string, count: number, label: ReaderLabel = "REPORTED"): MonthCount => ({
  month,
  label,
  count,
});

const record = (months: readonly MonthCount[], more: Partial<TrackRecord> = {}): TrackRecord => ({
  kind: "PUBLISHER",
  id: "0190f000-0000-7000-8000-000000000001",
  name: "Northern Wire",
  publisher: null,
  publisherKind: "AGENCY",
  speakerKind: null,
  role: null,
  months,
  promises: {
    made: 0,
    open: 0,
    overdue: 0,
    undated: 0,
    happened: 0,
    partly: 0,
    unresolvable: 0,
    "fell-due": 0,
    "did-not-happen": 0,
  },
  medianDaysOverdue: null,
  pages: 1,
  correctedPages: 0,
  corrections: 0,
  pagesInPart: 0,
  claimsAgain: 0,
  saidAgain: 0,
  isProven: true,
  ...more,
});

test("shares are told from ten statements on, each with its interval; of nine none is", () => {
  const few = trackView(record([said("2024-07-01", 6), said("2024-07-01", 3, "OPINION")]));
  expect(few.labels.map(({ share }) => share)).toEqual(["too few to tell", "too few to tell"]);
  expect(few.shareNote).toBe("Shares are told from 10 on; these are 9.");
  const enough = trackView(record([said("2024-07-01", 7), said("2024-07-01", 3, "OPINION")]));
  expect(enough.labels.map(({ share }) => share)).toEqual(["70 % (40 to 89 %)", "30 % (11 to 60 %)"]);
});

test("no percentage stands anywhere on the page of a record of nine", () => {
  const promises = { ...record([]).promises, made: 9, happened: 5, "did-not-happen": 4, "fell-due": 9 };
  const { definitions: _, ...view } = trackView(record([said("2024-07-01", 9)], { promises }));
  expect(JSON.stringify(view)).not.toMatch(/\d\s?%/);
  expect(view.promiseNotes).toEqual([
    "Of 9 promises of which it is recorded whether they happened, 5 did: too few to tell a share.",
  ]);
});

test("what happened is told of those of which it is recorded, and what can’t be told is not among them", () => {
  const promises = {
    ...record([]).promises,
    made: 30,
    happened: 5,
    "did-not-happen": 4,
    partly: 1,
    unresolvable: 20,
  };
  expect(trackView(record([said("2024-07-01", 30)], { promises })).promiseNotes).toEqual([
    "Of those of which it is recorded whether they happened, 50 % (24 to 76 %) did.",
  ]);
});

test("a number leads to its list; none leads nowhere", () => {
  const view = trackView(record([said("2024-07-01", 2), said("2024-08-01", 1, "OPINION")]));
  expect(view.total.href).toBe(`/publishers/${record([]).id}/statements`);
  expect(view.rows.map(({ name, counts }) => [name, counts.map(({ value, href }) => [value, href])])).toEqual(
    [
      [
        "July 2024",
        [
          [2, statementsHref(record([]), { label: "REPORTED", period: "2024-07" })],
          [0, null],
        ],
      ],
      [
        "August 2024",
        [
          [0, null],
          [1, statementsHref(record([]), { label: "OPINION", period: "2024-08" })],
        ],
      ],
    ],
  );
  expect(view.promises.every(({ count }) => count.href === null)).toBe(true);
});

test("a record of nothing but pages in part says so, and has no shares", () => {
  const view = trackView(record([], { pages: 0, pagesInPart: 2 }));
  expect(view.answer).toBe("Northern Wire: no statement counts here yet.");
  expect([view.labels, view.chart]).toEqual([[], null]);
  expect(view.more.find(({ name }) => name.startsWith("Looked at in part"))?.value.value).toBe(2);
});

test("the chart has a row for each stretch of time, as long as there are statements, and says all of it in words", () => {
  const chart = trackChart(
    bucketsOf([said("2024-07-01", 40), said("2024-09-01", 10), said("2024-09-01", 10, "OPINION")]),
  );
  expect(chart?.rows.map(({ name, total }) => [name, total])).toEqual([
    ["July 2024", 40],
    ["August 2024", 0],
    ["September 2024", 20],
  ]);
  const ends = chart?.rows.map(({ strokes }) => strokes.at(-1)?.to);
  expect(ends).toEqual([CHART_WIDTH, undefined, CHART_WIDTH / 2]);
  expect(chart?.words).toBe(
    "Statements over time, by label. July 2024: 40: 40 reported. August 2024: none. September 2024: 20: 10 reported, 10 opinion.",
  );
});

test("one statement among thousands is seen, and no row leaves the picture", () => {
  const chart = trackChart(
    bucketsOf([
      said("2024-07-01", 100_000),
      said("2024-07-01", 1, "OPINION"),
      said("2024-08-01", 1),
      said("2024-08-01", 1, "BACKGROUND"),
    ]),
  );
  for (const { strokes } of chart?.rows ?? [])
    for (const { from, to } of strokes) {
      expect(to - from).toBeGreaterThan(9);
      expect(to).toBeLessThanOrEqual(CHART_WIDTH);
    }
});

test.each([
  ["2024-07", "July 2024"],
  ["2024", "2024"],
  ["0099", "99"],
  ["before-2010", "Before 2010"],
  ["none", "No day"],
])("%s is %s", (period, words) => expect(periodInWords(period)).toBe(words));

test("the address of a list says what it holds, and the list says it in words", () => {
  const list = statementList({ label: "REPORTED", period: "2024" });
  expect(list).toEqual({ filter: { label: "REPORTED", period: "2024", promises: null }, after: null });
  expect(list && filterInWords(list.filter)).toBe("statements: reported, 2024");
  expect(filterInWords({ label: null, period: null, promises: "overdue" })).toBe(
    "promises whose day is over, with nothing recorded",
  );
});

test.each([
  { label: "LIE" },
  { label: ["REPORTED", "OPINION"] },
  { period: "July" },
  { promises: "kept" },
  { promises: "made", label: "REPORTED" },
  { promises: "made", period: "2024" },
  { after: "page-2" },
  { after: "2024-07-01_00000000-0000-4000-8000-000000000000_0" },
])("no list is asked for by %j", (asked) => expect(statementList(asked)).toBeNull());

test("lists of pages and claims are asked for by what they are", () => {
  expect([pageList({}), pageList({ list: "in-part" }), pageList({ list: "x" })]).toEqual([
    "counted",
    "in-part",
    null,
  ]);
  expect([againPlace({}), againPlace({ after: "0_x" })]).toEqual([null, undefined]);
});
