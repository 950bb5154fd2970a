import { expect, test } from "vitest";
import { isSameAddress, nextCheck } from "./articles";

const now = new Date("2026-11-25T10:00:00Z");
const HOUR = 3_600_000;

test.each([
  ["HOURLY", 0, false, HOUR],
  ["HOURLY", 0.999, false, HOUR * 1.1],
  ["DAILY", 0, false, 24 * HOUR],
  ["WEEKLY", 0, true, 7 * 24 * HOUR],
  ["HOURLY", 0, true, 24 * HOUR],
] as const)("%s, chance %d, gone %s", (pace, chance, isGone, expected) => {
  const next = nextCheck(pace, now, chance, isGone)?.getTime() ?? 0;
  expect(Math.abs(next - now.getTime() - expected)).toBeLessThanOrEqual(HOUR / 1000);
});

test("a page that nobody watches has no next time", () =>
  expect(nextCheck("NEVER", now, 0.5, false)).toBeNull());

test.each([
  ["https://a.example/x", "https://a.example/x#part", true],
  ["http://a.example/x?id=1", "https://a.example/x?id=1", true],
  ["https://a.example/x", "http://a.example/x", false],
  ["https://a.example/x", "https://a.example/", false],
  ["https://a.example/x?id=1", "https://a.example/x?id=2", false],
  ["https://a.example/x", "https://www.a.example/x", false],
  ["https://a.example/x", "https://b.example/x", false],
  ["http://a.example:8080/x", "https://a.example:8080/x", false],
])("%s and %s", (known, found, same) => expect(isSameAddress(known, found)).toBe(same));
