import fc from "fast-check";
import { expect, test } from "vitest";
import { slugOf } from "./slugs";

test.each([
  ["Iraq, US Agree To Reach Understanding", "iraq-us-agree-to-reach-understanding"],
  ["  Déjà vu: the bank’s memo — again!  ", "deja-vu-the-banks-memo-again"],
  ["العراق 2024", "2024"],
])("%s", (title, slug) => expect(slugOf(title)).toBe(slug));

test.each(["", "…", "الحكومة العراقية", "😀"])("nothing is left of: %s", (title) => {
  expect(slugOf(title)).toBeNull();
});

test("a long title is cut at a word's end", () => {
  expect(slugOf("one two three four five ".repeat(10))).toMatch(/^[a-z-]{60,80}$/);
  expect(slugOf("x".repeat(300))?.length).toBeLessThanOrEqual(80);
});

test("whatever comes in, an address comes out or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      const slug = slugOf(title);
      expect(slug === null || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)).toBe(true);
    }),
  );
});
