import { expect, test } from "vitest";
import { withoutEnding } from "./endings";

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
