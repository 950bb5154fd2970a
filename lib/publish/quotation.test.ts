import { expect, test } from "vitest";
import { quotation } from "./quotation";

test.each([
  ["The dam opens on Friday.", "“The dam opens on Friday.”"],
  ['The paper wrote: "The dam opens."', "“The paper wrote: ‘The dam opens.’”"],
  ["An update: “The memo was real” (so “they” say).", "“An update: ‘The memo was real’ (so ‘they’ say).”"],
  ['"The dam" opens.', "“‘The dam’ opens.”"],
  ["The page cuts off “the memo was", "“The page cuts off ‘the memo was”"],
])("%s", (said, shown) => expect(quotation(said, 200)).toBe(shown));

test("what is long is cut at a word", () => {
  expect(quotation('He said "the dam will open on Friday".', 20)).toMatch(/^“He said ‘the dam.*…”$/u);
});
