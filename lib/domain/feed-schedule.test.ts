import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FAILURES_TO_BREAK,
  FIRST_INTERVAL,
  LONGEST_INTERVAL,
  nextInterval,
  pauseAfterFailure,
  pauseAfterSuccess,
  SHORTEST_INTERVAL,
} from "./feed-schedule";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test("news halves the interval and silence doubles it, between ten minutes and a day", () => {
  expect(nextInterval(FIRST_INTERVAL, true)).toBe(30 * MINUTE);
  expect(nextInterval(FIRST_INTERVAL, false)).toBe(2 * HOUR);
  expect(nextInterval(SHORTEST_INTERVAL, true)).toBe(SHORTEST_INTERVAL);
  expect(nextInterval(LONGEST_INTERVAL, false)).toBe(LONGEST_INTERVAL);
  expect(nextInterval(0, true)).toBe(SHORTEST_INTERVAL);
});

test("a tenth either way keeps feeds apart", () => {
  expect(pauseAfterSuccess(HOUR, null, 0)).toBe(54 * MINUTE);
  expect(pauseAfterSuccess(HOUR, null, 0.5)).toBe(HOUR);
  expect(pauseAfterFailure(1, null, 0)).toBe(9 * MINUTE);
});

test("what the feed asks for is a floor, and nobody is left alone for longer than a day and a bit", () => {
  expect(pauseAfterSuccess(HOUR, 3 * HOUR, 0)).toBe(3 * HOUR);
  expect(pauseAfterSuccess(HOUR, 10 * MINUTE, 0.5)).toBe(HOUR);
  expect(pauseAfterSuccess(HOUR, 900 * HOUR, 0.9999)).toBeLessThanOrEqual(1.1 * LONGEST_INTERVAL);
  expect(pauseAfterFailure(1, 5 * HOUR, 0)).toBe(5 * HOUR);
});

test("failures double the pause until it is a day, which is when a feed counts as broken", () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map(
    (failures) => pauseAfterFailure(failures, null, 0.5) / MINUTE,
  );
  expect(minutes).toEqual([10, 20, 40, 80, 160, 320, 640, 1440, 1440, 1440]);
  expect(FAILURES_TO_BREAK).toBe(8);
});

test("every pause lies between nine minutes and a day and a tenth, and above what is asked", () => {
  const span = fc.double({ min: 0, max: 1e12, noNaN: true });
  const chance = fc.double({ min: 0, max: 0.9999, noNaN: true });
  fc.assert(
    fc.property(span, fc.option(span), chance, fc.integer({ min: 1, max: 1e6 }), (ms, asked, luck, n) => {
      for (const pause of [pauseAfterSuccess(ms, asked, luck), pauseAfterFailure(n, asked, luck)]) {
        expect(pause).toBeGreaterThanOrEqual(0.9 * SHORTEST_INTERVAL);
        expect(pause).toBeLessThanOrEqual(1.1 * LONGEST_INTERVAL + 1);
        expect(pause).toBeGreaterThanOrEqual(Math.min(asked ?? 0, LONGEST_INTERVAL) - 1);
      }
    }),
  );
});
