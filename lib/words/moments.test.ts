import { expect, test } from "vitest";
import { daysAgo, dayWords, instantAt, momentWords, timeWords } from "./moments";

test.each([
  ["2026-11-23T08:12:00Z", "UTC", "23 Nov. 2026", "08:12"],
  ["2026-11-23T22:30:00Z", "Asia/Baghdad", "24 Nov. 2026", "01:30"],
  ["2026-01-01T00:00:00Z", "America/New_York", "31 Dec. 2025", "19:00"],
  ["2024-09-18T00:00:00Z", "UTC", "18 Sept. 2024", "00:00"],
])("%s in %s is %s, %s", (at, zone, day, time) => {
  expect(dayWords(new Date(at), zone)).toBe(day);
  expect(timeWords(new Date(at), zone)).toBe(time);
  expect(momentWords(at, zone)).toBe(`${day}, ${time}`);
});

test("yesterday is a matter of the calendar, not of 24 hours", () => {
  const now = new Date("2026-11-23T00:10:00Z");
  expect(daysAgo(new Date("2026-11-22T23:50:00Z"), now, "UTC")).toBe(1);
  expect(daysAgo(new Date("2026-11-22T23:50:00Z"), now, "Asia/Baghdad")).toBe(0);
  expect(daysAgo(new Date("2026-11-26T00:10:00Z"), now, "UTC")).toBe(-3);
});

test("the night the clocks change is one day like any other", () => {
  const [before, after] = [new Date("2026-03-28T12:00:00Z"), new Date("2026-03-30T11:00:00Z")];
  expect(daysAgo(before, after, "Europe/Berlin")).toBe(2);
});

test.each([
  ["2026-11-28T18:00", "UTC", "2026-11-28T18:00:00.000Z"],
  ["2026-11-28T18:00", "Asia/Baghdad", "2026-11-28T15:00:00.000Z"],
  ["2026-01-01T00:30", "Asia/Kathmandu", "2025-12-31T18:45:00.000Z"],
  ["2026-03-29T03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["2026-03-29T01:30:59", "Europe/Berlin", "2026-03-29T00:30:00.000Z"],
  ["2026-10-25T12:00", "Europe/Berlin", "2026-10-25T11:00:00.000Z"],
])("a clock shows %s in %s at %s", (local, zone, at) => {
  expect(instantAt(local, zone)?.toISOString()).toBe(at);
});

test.each(["", "2026-11-28", "2026-13-28T10:00", "tomorrow", "2026-11-28T18:00Z"])(
  "%j is no such time",
  (local) => {
    expect(instantAt(local, "UTC")).toBeNull();
  },
);
