import { expect, test } from "vitest";
import { ReadBlind, readBlind } from "./read-blind";

const pairs = (same: number, other: number, alone: number) => [
  ...Array.from({ length: same }, () => ["OPINION", "OPINION"] as const),
  ...Array.from({ length: other }, () => ["OPINION", "REPORTED"] as const),
  ...Array.from({ length: alone }, () => ["OPINION", null] as const),
];

test.each([
  [pairs(9, 0, 30), { readers: 2 }],
  [pairs(9, 1, 0), { readers: 2, labels: { same: 9, of: 10 } }],
  [pairs(0, 10, 5), { readers: 2, labels: { same: 0, of: 10 } }],
  [[], { readers: 2 }],
])("no figure stands on fewer than ten statements that both marked", (labels, expected) => {
  expect(readBlind(2, labels)).toEqual(expected);
});

test.each([
  { readers: 1 },
  { readers: 2, labels: { same: 9, of: 9 } },
  { readers: 2, labels: { same: 12, of: 11 } },
])("%j can't be kept", (wrong) => expect(ReadBlind.safeParse(wrong).success).toBe(false));
