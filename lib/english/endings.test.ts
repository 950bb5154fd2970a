import { expect, test } from "vitest";
import { firstUnits, withoutEnding } from "./endings";

test.each([
  ["a, b;;", "a, b"],
  ["a, b", "a, b"],
  [",;,", ""],
  ["", ""],
  [",a", ",a"],
])("%j", (text, bare) => expect(withoutEnding(text, /[,;]/)).toBe(bare));

test("only the end of a long run is looked at", () => {
  const run = ",".repeat(1_000_000);
  expect(withoutEnding(`${run}a${run}`, /,/)).toBe(`${run}a`);
});

test.each([
  ["ab", 1, "a"],
  ["ab", 5, "ab"],
  ["a🙂b", 2, "a"],
  ["a🙂b", 3, "a🙂"],
  ["🙂", 1, ""],
  ["", 3, ""],
])("the first units of %j, %i of them", (text, limit, cut) => expect(firstUnits(text, limit)).toBe(cut));
