import { expect, test } from "vitest";
import { capitalised, clauses, firstWords, isolated, listed, numberRanges } from "./lists";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j listed", (items, words) => expect(listed(items)).toBe(words));

test("a list can be a choice", () => expect(listed(["a", "b", "c"], "or")).toBe("a, b or c"));

test.each([
  [["it rains"], "it rains"],
  [["it rains", "it pours"], "it rains and it pours"],
  [["one", "two", "three"], "one, two, and three"],
])("%j as clauses", (items, words) => expect(clauses(items)).toBe(words));

test.each([
  [[], ""],
  [[3], "3"],
  [[3, 5, 6, 15], "3, 5, 6, 15"],
  [[1, 2, 4, 7, 8, 9, 10], "1, 2, 4, 7 to 10"],
])("numbers %j", (numbers, words) => expect(numberRanges(numbers)).toBe(words));

test.each([
  ["short enough", 20, "short enough"],
  ["In addition, the delegations reached an understanding", 30, "In addition, the delegations…"],
  ["In addition, the delegations", 13, "In addition…"],
  ["two  spaces\nand a line", 40, "two spaces and a line"],
  ["Donaudampfschifffahrtsgesellschaft", 10, "Donaudampf…"],
  ["😀😀😀", 3, "😀…"],
])("first words of %j within %s", (text, limit, words) => expect(firstWords(text, limit)).toBe(words));

test.each([
  ["the delegations", "The delegations"],
  ["NINA", "NINA"],
  ["", ""],
  ["école", "École"],
])("%j begins a sentence", (text, words) => expect(capitalised(text)).toBe(words));

test("only a name from right to left is isolated", () => {
  expect(isolated("NINA")).toBe("NINA");
  expect(isolated("وكالة نينا")).toBe("\u2068وكالة نينا\u2069");
});
