import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInsideGrapheme } from "#lib/text/graphemes";
import {
  chosenWords,
  edgeAt,
  joinWords,
  moveEdge,
  snapToWords,
  UNITS,
  unitSpans,
  wordSpans,
} from "./word-spans";

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
    expect(words(moveEdge(wordSpans(TEXT, ALL, "en"), span(from), edge, way))).toBe(to);
  });

  test("works in Arabic", () => {
    expect(words(moveEdge(wordSpans(TEXT, ALL, "ar"), span("المسؤول"), "end", "later"))).toBe("المسؤول ذلك");
    expect(words(moveEdge(wordSpans(TEXT, ALL, "ar"), span("المسؤول"), "start", "earlier"))).toBe(
      "وقال المسؤول",
    );
  });

  test("stops at the bounds and never leaves nothing", () => {
    expect(moveEdge(wordSpans(TEXT, ALL, "en"), span("Banks"), "start", "later")).toBeNull();
    expect(moveEdge(wordSpans(TEXT, ALL, "en"), span("Banks"), "end", "earlier")).toBeNull();
    expect(moveEdge(wordSpans(TEXT, span("got memos"), "en"), span("memos"), "end", "later")).toBeNull();
    expect(moveEdge(wordSpans(TEXT, span("got memos"), "en"), span("got"), "start", "earlier")).toBeNull();
  });

  test("keeps any span of any text inside its bounds and not empty", () => {
    const cases = fc.record({
      text: fc.string({ unit: "grapheme", minLength: 2 }),
      a: fc.nat(),
      b: fc.nat(),
      edge: fc.constantFrom("start" as const, "end" as const),
      way: fc.constantFrom("earlier" as const, "later" as const),
      unit: fc.constantFrom(...UNITS),
    });
    fc.assert(
      fc.property(cases, ({ text, a, b, edge, way, unit }) => {
        const start = a % (text.length - 1);
        const end = start + 1 + (b % (text.length - start));
        const from = { start, end: Math.min(end, text.length) };
        const units = unitSpans(text, { start: 0, end: text.length }, null, unit);
        const moved = moveEdge(units, from, edge, way);
        if (!moved) return;
        expect(isInsideGrapheme(text, moved[edge])).toBe(false);
        expect(moved.start).toBeGreaterThanOrEqual(0);
        expect(moved.end).toBeLessThanOrEqual(text.length);
        expect(moved.end).toBeGreaterThan(moved.start);
        expect(moved).not.toEqual(from);
      }),
    );
  });
});

describe("by other units than words", () => {
  const by = (text: string, unit: (typeof UNITS)[number]) =>
    unitSpans(text, { start: 0, end: text.length }, "en", unit).map(({ start, end }) =>
      text.slice(start, end),
    );

  test("a character is what is seen as one", () => {
    expect(by("né 👨‍👩‍👧 🇮🇶.", "character")).toEqual(["n", "é", "👨‍👩‍👧", "🇮🇶", "."]);
  });

  test("a sentence is the page’s own, and none runs over a line’s end", () => {
    expect(by("It rained. Mr. Lopez said so.\nNobody knows", "sentence")).toEqual([
      "It rained.",
      "Mr. Lopez said so.",
      "Nobody knows",
    ]);
  });
});

describe("an edge that is dragged", () => {
  const units = wordSpans(TEXT, ALL, "en");
  const dragged = (from: string, edge: "start" | "end", at: number) =>
    words(edgeAt(units, span(from), edge, at));

  test.each([
    ["into the first half of a word", "got memos", "start", TEXT.indexOf("Banks") + 1, "Banks got memos"],
    ["into its second half", "got memos", "start", TEXT.indexOf("Banks") + 4, "got memos"],
    ["over several words", "got memos", "end", TEXT.indexOf("said") + 4, "got memos,” they said"],
    ["beyond its other end", "got memos", "end", 0, "got"],
    ["beyond the text", "they said", "end", 9999, "they said. وقال المسؤول ذلك"],
  ] as const)("%s", (_, from, edge, at, to) => {
    expect(dragged(from, edge, at)).toBe(to);
  });

  test("stays where nothing is cut", () => {
    expect(edgeAt([], span("got"), "start", 3)).toEqual(span("got"));
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
