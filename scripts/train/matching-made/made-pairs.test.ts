import { expect, test } from "vitest";
import { RELATIONS } from "#lib/domain/matching";
import { madePairs } from "./made-pairs";

const PAIRS = madePairs(3, 1);

test("the same seed gives the same pairs, another one others", () => {
  expect(madePairs(3, 1)).toEqual(PAIRS);
  expect(madePairs(4, 1)).not.toEqual(PAIRS);
});

test("every slot is filled, and every statement has a day", () => {
  for (const { a, b } of PAIRS) {
    expect(`${a.text} ${b.text}`).not.toMatch(/[{}|]|undefined|NaN/);
    expect([a.postedAt, b.postedAt].join()).toMatch(/^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d$/);
  }
});

test("all relations are there, and a repeated promise is never told on the same day", () => {
  expect(new Set(PAIRS.map(({ relation }) => relation))).toEqual(new Set(RELATIONS));
  const repeated = PAIRS.filter(({ relation }) => relation === "TEMPLATE");
  expect(repeated.length).toBeGreaterThan(100);
  for (const { a, b } of repeated) expect(a).not.toEqual(b);
});
