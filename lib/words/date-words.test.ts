import { expect, test } from "vitest";
import { dayOf, dayRange, longDay, shortDay } from "./date-words";

test.each([
  ["2024-09-18", "18 September 2024", "18 Sept. 2024"],
  ["2026-01-01", "1 January 2026", "1 Jan. 2026"],
  ["2024-05-09", "9 May 2024", "9 May 2024"],
  ["2024-12-31", "31 December 2024", "31 Dec. 2024"],
])("%s is %s, in tables %s", (date, long, short) => {
  expect(longDay(date)).toBe(long);
  expect(shortDay(date)).toBe(short);
});

test.each([
  ["2026-12-10", "2026-12-10", "10 December 2026"],
  ["2026-12-01", "2026-12-31", "1 to 31 December 2026"],
  ["2026-11-30", "2026-12-02", "30 November to 2 December 2026"],
  ["2026-12-30", "2027-01-02", "30 December 2026 to 2 January 2027"],
])("from %s to %s is %s", (from, to, words) => expect(dayRange(from, to)).toBe(words));

test.each([
  ["2026-11-23T23:59:59.999Z", "UTC", "2026-11-23"],
  ["2026-11-23T23:30:00.000Z", "Asia/Baghdad", "2026-11-24"],
  ["2026-11-23T02:00:00.000Z", "America/New_York", "2026-11-22"],
])("%s in %s is %s", (instant, zone, day) => {
  expect(dayOf(instant, zone)).toBe(day);
  expect(dayOf(new Date(instant), zone)).toBe(day);
});

test.each(["", "2024", "18.09.2024", "2024-13-01", "2024-09-18T00:00:00Z"])("%j is no day", (date) => {
  expect(() => longDay(date)).toThrow(RangeError);
});
