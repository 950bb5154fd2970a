import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReaderLabel } from "./labels";
import { publisherSubject } from "./publisher-subject";
import {
  bucketsOf,
  daysOf,
  FEWEST,
  labelCounts,
  MOST_MONTHS,
  MOST_YEARS,
  type MonthCount,
  NO_DAY,
  Period,
  shareOf,
  sumOf,
} from "./track-records";

/** The worked examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%i of %i lies between %d and %d", (k, n, low, high) => {
  const share = shareOf(k, n);
  expect(share.share).toBe(k / n);
  expect(share.low).toBeCloseTo(low, 4);
  expect(share.high).toBeCloseTo(high, 4);
});

test.each([0, 1, 9])("of %i no share is told", (n) => {
  expect(shareOf(0, n)).toEqual({ k: 0, n, share: null, low: null, high: null });
});

test("the share lies in its interval, and the interval between nothing and all", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: FEWEST, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, part) => {
        const { low, high, share } = shareOf(Math.round(n * part), n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(share).toBeGreaterThanOrEqual(low ?? 2);
        expect(share).toBeLessThanOrEqual(high ?? -1);
      },
    ),
  );
});

const said = (month: string, count = 1, label: ReaderLabel = "REPORTED"): MonthCount => ({
  month: month === NO_DAY ? month : `${month}-01`,
  label,
  count,
});
const periods = (...months: MonthCount[]) => bucketsOf(months).map(({ period }) => period);

test("what lies within two years is told by month, with the empty ones between", () => {
  expect(periods(said("2023-11"), said("2024-02"))).toEqual(["2023-11", "2023-12", "2024-01", "2024-02"]);
  expect(periods(said("2022-01"), said("2023-12"))).toHaveLength(MOST_MONTHS);
});

test("what lies further apart is told by year", () => {
  expect(periods(said("2022-01"), said("2024-01"))).toEqual(["2022", "2023", "2024"]);
});

test("what is earlier than fifteen years is told together, and what has no day stands behind", () => {
  const made = bucketsOf([said("1988-05", 2), said("1999-05", 3), said("2024-01", 4), said(NO_DAY, 5)]);
  expect(made).toHaveLength(MOST_YEARS + 2);
  expect([made[0]?.period, made[1]?.period, made.at(-1)?.period]).toEqual(["before-2010", "2010", "none"]);
  expect(made[0]?.labels.REPORTED).toBe(5);
  expect(made.at(-1)?.labels.REPORTED).toBe(5);
});

test("nothing said is no time", () => {
  expect(bucketsOf([])).toEqual([]);
  expect(periods(said(NO_DAY))).toEqual(["none"]);
});

const months = fc.array(
  fc.record({
    month: fc.oneof(
      fc.constant(NO_DAY),
      fc
        .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) =>
          [String(year).padStart(4, "0"), String(month).padStart(2, "0"), "01"].join("-"),
        ),
    ),
    label: fc.constantFrom("REPORTED" as const, "OPINION" as const),
    count: fc.integer({ min: 1, max: 5 }),
  }),
);

test("whatever the days: each statement is in one stretch of time, whose days hold its month, and there are few stretches", () => {
  fc.assert(
    fc.property(months, (some) => {
      const buckets = bucketsOf(some);
      expect(buckets.length).toBeLessThanOrEqual(MOST_MONTHS + 1);
      expect(buckets.reduce((sum, { labels }) => sum + sumOf(labels), 0)).toBe(sumOf(labelCounts(some)));
      for (const { period, labels } of buckets) {
        expect(Period.safeParse(period).success).toBe(true);
        const { from, to } = daysOf(period);
        const inside = some.filter(({ month }) => month >= from.slice(0, 8) && month <= to);
        const held = inside.filter(({ month }) => (period === "none") === (month === NO_DAY));
        expect(sumOf(labelCounts(held))).toBe(sumOf(labels));
      }
    }),
  );
});

test.each([
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2023", "2023-01-01", "2023-12-31"],
  ["before-2010", "0001-01-02", "2009-12-31"],
  ["0001", "0001-01-02", "0001-12-31"],
  ["0001-01", "0001-01-02", "0001-01-31"],
  ["0099-12", "0099-12-01", "0099-12-31"],
  ["none", NO_DAY, NO_DAY],
])("%s goes from %s to %s", (period, from, to) => expect(daysOf(period)).toEqual({ from, to }));

test.each(["", "24", "2024-13", "2024-00", "before", "2024-1", "2024-02-01", "none "])(
  "%s is no stretch of time",
  (period) => expect(Period.safeParse(period).success).toBe(false),
);

test("a publisher's id is made of its name, and is a UUID of version 8", () => {
  const id = publisherSubject("harbour.example");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(publisherSubject("harbour.example")).toBe(id);
  expect(publisherSubject("Harbour.example")).not.toBe(id);
});
