import { expect, test } from "vitest";
import { isQuotedIn } from "./quoted";

const PAGE = `The quay, the mayor’s office said, was “finished in 1931” — at a cost of 40,000 crowns.

It is well-known that the inter\u00ADnational ﬁrm left\u00A0before. Nobody asked why.`;

test.each([
  ["the words as they stand", "was “finished in 1931”"],
  ["straight quotation marks and another dash", `was "finished in 1931" - at a cost`],
  ["another case", "THE QUAY"],
  ["across a paragraph", "40,000 crowns. It is well-known"],
  ["a soft hyphen, a ligature and a hard space", "the international firm left before"],
  ["words left out", "The quay … was finished […] 40,000 crowns"],
  ["a word put in", "It is well-known that [this] the international firm left"],
  ["a letter made small", "[n]obody asked why"],
  ["the last word", "why."],
  ["another apostrophe", "the mayor's office"],
])("found: %s", (_, quote) => {
  expect(isQuotedIn(quote, PAGE)).toBe(true);
});

test.each([
  ["another number", "finished in 1932"],
  ["half a word", "The qua"],
  ["a missing word", "The quay, the office said"],
  ["parts in another order", "Nobody asked … The quay"],
  ["a part used twice", "The quay … The quay"],
  ["another separator of thousands", "4,0000 crowns"],
])("not found: %s", (_, quote) => {
  expect(isQuotedIn(quote, PAGE)).toBe(false);
});

test.each([
  ["Arabic vowel signs and digits", "قال المُدير في ٢٠٢٤", "أمس قال المدير في 2024 إن"],
  ["Chinese within a sentence", "水坝已经建成", "官员说，水坝已经建成了。"],
  ["Thai within a sentence", "เขื่อนสร้างเสร็จ", "ว่าเขื่อนสร้างเสร็จแล้ว"],
])("found: %s", (_, quote, text) => {
  expect(isQuotedIn(quote, text)).toBe(true);
});

test("a quotation without a word can't be looked for", () => {
  expect(isQuotedIn("… [–]", PAGE)).toBeNull();
});
