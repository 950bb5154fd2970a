import { expect, test } from "vitest";
import { pauseAfter } from "./fetch-import";

const MINUTE = 60_000;

test("each next try waits longer, until it isn't worth it", () => {
  expect([0, 1, 2, 3, 4].map((failed) => pauseAfter(failed, null, 0))).toEqual([
    10_000,
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    null,
  ]);
});

test.each([
  ["longer than our own pause", 0, 2 * MINUTE, 2 * MINUTE],
  ["shorter than our own pause", 2, 1_000, 5 * MINUTE],
  ["an hour", 0, 60 * MINUTE, 60 * MINUTE],
  ["more than an hour", 0, 61 * MINUTE, null],
])("a site that asks for %s", (_, failed, asked, expected) => {
  expect(pauseAfter(failed, asked, 0)).toBe(expected);
});

test("tries that failed together come back apart, and never too early", () => {
  expect(pauseAfter(1, null, 0.5)).toBe(66_000);
  expect(pauseAfter(0, 2 * MINUTE, 0.999)).toBeGreaterThanOrEqual(2 * MINUTE);
});
