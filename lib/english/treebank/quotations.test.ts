import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "./document";

function quoted(text: string, depth = 1): string[] {
  const { quotations, tokens } = readPage(text);
  return quotations.quotations
    .filter((quotation) => quotation.depth === depth)
    .map(({ start, end }) => text.slice(tokens.start[start], tokens.end[end - 1]));
}

test.each([
  ["“We agreed,” he said. “It is done.”", ["“We agreed,”", "“It is done.”"]],
  ['"We agreed," he said. "It is done."', ['"We agreed,"', '"It is done."']],
  ["''We agreed,'' he said.", ["''We agreed,''"]],
  ["``We agreed,'' he said.", ["``We agreed,''"]],
  ["«Nous sommes d’accord», said the minister.", ["«Nous sommes d’accord»"]],
  ["„Wir sind einig“, said the minister.", ["„Wir sind einig“"]],
  ['“We agreed" on it, he said.', ['“We agreed"']],
  ["The ministry's plan isn't Baghdad’s.", []],
  ["They call it 'the wall' now.", ["'the wall'"]],
  ["He measured 6' and no more.", []],
])("%s", (text, expected) => expect(quoted(text)).toEqual(expected));

test("a quotation inside another", () => {
  const text = "“She told me ‘never again’ twice,” he said.";
  expect(quoted(text)).toEqual(["“She told me ‘never again’ twice,”"]);
  expect(quoted(text, 2)).toEqual(["‘never again’"]);
});

test("a quotation that goes on in the next paragraph, as newspapers set it", () => {
  const { quotations } = readPage("“We will begin.\n\n“Then we will end,” he said.");
  expect(quotations.quotations.map(({ isClosed, continues }) => [isClosed, continues])).toEqual([
    [false, -1],
    [true, 0],
  ]);
});

test("a forgotten mark does not swallow the next paragraph", () => {
  expect(quoted("“We will begin.\n\nNobody came.")).toEqual(["“We will begin."]);
});

test("any text has quotations inside it, in order", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."“”‘’\"' a.\n«»,s".split("")), maxLength: 80 }),
      (text) => {
        const { quotations, tokens } = readPage(text);
        let last = 0;
        for (const { start, end } of quotations.quotations) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(tokens.count);
          last = start;
        }
      },
    ),
  );
});
