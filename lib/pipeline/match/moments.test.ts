import { describe, expect, test } from "vitest";
import { factsOf } from "./facts";
import { timesOf } from "./moment-differences";

const compare = (a: readonly [string, string | null], b: readonly [string, string | null]) => {
  const [x, y] = [a, b].map(([text, postedAt]) => factsOf({ text, postedAt }));
  if (x === undefined || y === undefined) throw new Error("two statements");
  const { shared, onlyA, onlyB } = timesOf(x, y);
  return [shared, onlyA.length, onlyB.length];
};

describe("times of two statements", () => {
  test.each([
    ["tomorrow and today", ["The ferry runs tomorrow", "2023-03-07"], ["The ferry runs today", "2023-03-08"]],
    [
      "a weekday to come and its date",
      ["It opens on Friday", "2023-03-07"],
      ["It opens on 10 March", "2023-03-01"],
    ],
    [
      "a weekday gone by and yesterday",
      ["It sank on Sunday", "2023-03-08"],
      ["It sank yesterday", "2023-03-06"],
    ],
    ["over a turn of the year", ["Rates rise tomorrow", "2022-12-31"], ["Rates rise today", "2023-01-01"]],
    ["small letters", ["opens in august", "2023-03-08"], ["It opens in August", "2023-05-01"]],
    [
      "Arabic and English",
      ["يفتتح الجسر غدا", "2023-03-07"],
      ["The bridge opens on Wednesday", "2023-03-06"],
    ],
    ["before 1970", ["The king arrives tomorrow", "1936-05-04"], ["The king arrives today", "1936-05-05"]],
    ["after 2100", ["The ship lands tomorrow", "2143-05-04"], ["The ship lands today", "2143-05-05"]],
  ] as const)("%s are one", (_, a, b) => {
    expect(compare(a, b)).toEqual([1, 0, 0]);
  });

  test.each([
    [
      "the same words in other weeks",
      ["The ferry runs on Friday", "2023-03-07"],
      ["The ferry runs on Friday", "2023-04-07"],
    ],
    ["two months", ["It opens in June", "2023-03-07"], ["It opens in July", "2023-03-07"]],
  ] as const)("%s are two", (_, a, b) => {
    expect(compare(a, b)).toEqual([0, 1, 1]);
  });

  test("without a day of the post nothing is resolved", () => {
    expect(compare(["It opens tomorrow", null], ["It opens today", null])).toEqual([0, 0, 0]);
  });
});
