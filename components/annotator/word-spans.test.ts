import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenWords, joinWords, moveEdge, snapToWords, wordSpans } from "./word-spans";

const TEXT = "Baghdad / NINA / “Banks got memos,” they said. وقال المسؤول ذلك";
const ALL = { start: 0, end: TEXT.length };
const words = (span: { start: number; end: number } | null) => span && TEXT.slice(span.start, span.end);
const span = (of: string) => ({ start: TEXT.indexOf(of), end: TEXT.indexOf(of) + of.length });

describe("moving an edge by a word", () => {
  test.each([
    ["start", "later", "got memos", "memos"],
    ["start", "earlier", "got memos", "Banks got memos"],
    ["end", "later", "got memos", "got memos,"],
    ["end", "earlier", "got memos", "got"],
  ] as const)("%s %s of %j", (edge, way, from, to) => {
    expect(words(moveEdge(TEXT, span(from), edge, way, ALL, "en"))).toBe(to);
  });

  test("works in Arabic", () => {
    expect(words(moveEdge(TEXT, span("المسؤول"), "end", "later", ALL, "ar"))).toBe("المسؤول ذلك");
    expect(words(moveEdge(TEXT, span("المسؤول"), "start", "earlier", ALL, "ar"))).toBe("وقال المسؤول");
  });

  test("stops at the bounds and never leaves nothing", () => {
    expect(moveEdge(TEXT, span("Banks"), "start", "later", ALL, "en")).toBeNull();
    expect(moveEdge(TEXT, span("Banks"), "end", "earlier", ALL, "en")).toBeNull();
    expect(moveEdge(TEXT, span("memos"), "end", "later", span("got memos"), "en")).toBeNull();
    expect(moveEdge(TEXT, span("got"), "start", "earlier", span("got memos"), "en")).toBeNull();
  });

  test("keeps any span of any text inside its bounds and not empty", () => {
    const cases = fc.record({
      text: fc.string({ unit: "grapheme", minLength: 2 }),
      a: fc.nat(),
      b: fc.nat(),
      edge: fc.constantFrom("start" as const, "end" as const),
      way: fc.constantFrom("earlier" as const, "later" as const),
    });
    fc.assert(
      fc.property(cases, ({ text, a, b, edge, way }) => {
        const start = a % (text.length - 1);
        const end = start + 1 + (b % (text.length - start));
        const from = { start, end: Math.min(end, text.length) };
        const moved = moveEdge(text, from, edge, way, { start: 0, end: text.length }, null);
        if (!moved) return;
        expect(moved.start).toBeGreaterThanOrEqual(0);
        expect(moved.end).toBeLessThanOrEqual(text.length);
        expect(moved.end).toBeGreaterThan(moved.start);
        expect(moved).not.toEqual(from);
      }),
    );
  });
});

describe("a selection", () => {
  test.each([
    ["ot mem", "got memos"],
    [" got ", "got"],
    ["s got", "Banks got"],
  ])("%j is widened to whole words", (selected, whole) => {
    expect(words(snapToWords(TEXT, span(selected), ALL, "en"))).toBe(whole);
  });

  test("of white space alone is none", () => {
    const blank = TEXT.indexOf(" got");
    expect(snapToWords(TEXT, { start: blank, end: blank + 1 }, ALL, "en")).toBeNull();
  });
});

describe("chosen words", () => {
  const list = wordSpans(TEXT, span("Banks got memos,” they said."), "en");

  test("neighbours join into one span, others stay apart", () => {
    const spans = joinWords(list, new Set([5, 0, 1]));
    expect(spans.map(words)).toEqual(["Banks got", "they"]);
  });

  test("spans and chosen words are two views of the same", () => {
    const spans = joinWords(list, new Set([0, 1, 5]));
    expect(chosenWords(list, spans)).toEqual(new Set([0, 1, 5]));
  });
});
