import fc from "fast-check";
import { expect, test } from "vitest";
import { isInsideGrapheme } from "./graphemes";

test.each([
  ["a letter and its mark", "e\u0301t", [1]],
  ["a surrogate pair", "a😀b", [2]],
  ["a family", "👨‍👩‍👧.", [1, 2, 3, 4, 5, 6, 7]],
  ["two flags in a row", "🇮🇶🇺🇸", [1, 2, 3, 5, 6, 7]],
  ["an Arabic letter with its vowel", "كِتاب", [1]],
  ["a space that carries a mark", "a \u0301b", [2]],
  ["plain words", "Banks got memos, they said.", []],
])("%s", (_, text, inside) => {
  const found = Array.from({ length: text.length + 1 }, (__, at) => at).filter((at) =>
    isInsideGrapheme(text, at),
  );
  expect(found).toEqual(inside);
});

test("the ends of any text, and what lies beyond, are inside of nothing", () => {
  for (const at of [-1, 0, 2, 3]) expect(isInsideGrapheme("\u0301\u0301", at)).toBe(false);
});

test("of any text, it says what the whole text’s own cutting says", () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(" ", "\n", "🇮🇶", "\u0301", "\u200d")),
  );
  const whole = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join("").slice(0, 200);
      const starts = new Set([...whole.segment(text)].map(({ index }) => index));
      for (let at = 1; at < text.length; at++) expect(isInsideGrapheme(text, at)).toBe(!starts.has(at));
    }),
  );
});

test("the inside of a character longer than what is read is still inside", () => {
  expect(isInsideGrapheme(`a${"\u0301".repeat(2000)}b`, 1500)).toBe(true);
});
