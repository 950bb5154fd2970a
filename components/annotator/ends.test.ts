import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayStand, saidWords } from "#lib/domain/content-pieces";
import {
  boundsOf,
  type Chosen,
  choicesOf,
  dragOf,
  markedOf,
  moved,
  STATEMENT,
  spanOf,
  standing,
  withPieces,
  withSpan,
} from "./ends";

const TEXT = "The mayor, Lina Aziz, said that it rains. Nobody knows.\n\nBanks got memos.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const PARTS = [at("The mayor, Lina Aziz, said that it rains. Nobody knows."), at("Banks got memos.")];
const PAGE = { text: TEXT, language: "en", parts: PARTS };
const MARKED = {
  ...at("The mayor, Lina Aziz, said that it rains."),
  leftOut: [] as { start: number; end: number }[],
  source: [at("mayor"), at("Aziz")],
  cue: [at("said")],
};
const AZIZ: Chosen = { of: "source", index: 1 };
const read = (marked: typeof MARKED | null, chosen: Chosen) => {
  if (marked === null) return null;
  const { start, end } = spanOf(marked, chosen);
  return TEXT.slice(start, end);
};

test("one is led through the statement, its sources and its cues; what is gone is the statement again", () => {
  expect(choicesOf(MARKED).map((one) => read(MARKED, one))).toEqual([
    "The mayor, Lina Aziz, said that it rains.",
    "mayor",
    "Aziz",
    "said",
  ]);
  expect(standing(MARKED, AZIZ)).toEqual(AZIZ);
  expect(standing({ ...MARKED, source: [] }, AZIZ)).toEqual(STATEMENT);
});

describe("one end, a unit further", () => {
  test.each([
    ["a word", "start", "earlier", "word", "Lina Aziz"],
    ["a character", "end", "earlier", "character", "Azi"],
    ["a sentence", "end", "later", "sentence", "Aziz, said that it rains."],
  ] as const)("%s", (_, edge, way, unit, to) => {
    expect(read(moved(PAGE, MARKED, { chosen: AZIZ, edge, way, unit }), AZIZ)).toBe(to);
  });

  test("nothing else moves with it", () => {
    const after = moved(PAGE, MARKED, { chosen: STATEMENT, edge: "end", way: "later", unit: "sentence" });
    expect(after).toEqual({ ...MARKED, end: at("Nobody knows.").end });
  });

  test("a statement stays in its part of the page, a source stops at the next place of the source", () => {
    const last = withSpan(MARKED, STATEMENT, at("Nobody knows."));
    for (const unit of ["word", "character", "sentence"] as const)
      expect(moved(PAGE, last, { chosen: STATEMENT, edge: "end", way: "later", unit })).toBeNull();
    expect(boundsOf(PARTS, MARKED, AZIZ)).toEqual({ start: at("mayor").end, end: PARTS[0]?.end });
    expect(boundsOf(PARTS, MARKED, { of: "source", index: 0 })).toEqual({ start: 0, end: at("Aziz").start });
  });
});

describe("a drag", () => {
  const drag = dragOf(PAGE, MARKED, STATEMENT, "end");

  test("goes by words, and by characters where that is asked for", () => {
    const middle = at("knows").start + 1;
    expect(TEXT.slice(0, drag(middle, "word").span.end)).toMatch(/Nobody$/);
    expect(TEXT.slice(0, drag(middle, "character").span.end)).toMatch(/Nobody k$/);
  });

  test("is held back at the end of the part, and says so", () => {
    expect(drag(at("memos").end, "word")).toEqual({ span: { start: 0, end: PARTS[0]?.end }, isHeld: true });
    expect(drag(at("knows").end, "word").isHeld).toBe(false);
  });
});

describe("of a statement in pieces", () => {
  const BROKEN = {
    ...at("The mayor, Lina Aziz, said that it rains."),
    content: [at("The mayor,"), at("that it rains.")],
  };
  const marked = markedOf(TEXT, { ...BROKEN, source: [], cue: [] });
  const saidOf = (words: string) => {
    const pieces = withPieces(TEXT, withSpan(marked, STATEMENT, at(words)));
    return saidWords({ ...pieces, exact: TEXT.slice(pieces.start, pieces.end) });
  };

  test.each([
    [
      "further out",
      "The mayor, Lina Aziz, said that it rains. Nobody knows.",
      "The mayor, … that it rains. Nobody knows.",
    ],
    ["inside the last piece", "The mayor, Lina Aziz, said that it", "The mayor, … that it"],
    ["past the last piece, which is dropped", "The mayor, Lina Aziz,", "The mayor,"],
    ["inside the first piece", "mayor, Lina Aziz, said that it rains.", "mayor, … that it rains."],
    ["past the first piece, which is dropped", "Aziz, said that it rains.", "that it rains."],
    ["to where no piece is: what stands there is said", "Lina Aziz", "Lina Aziz"],
  ])("its ends are moved %s", (_, words, left) => expect(saidOf(words)).toBe(left));

  test("wherever its ends and what is left out go, it may stand", () => {
    const word = fc
      .integer({ min: 0, max: TEXT.length - 1 })
      .filter((place) => TEXT.charAt(place).trim() !== "");
    const span = fc.tuple(word, word).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 10 }), (hull, leftOut) => {
        const { start, end, content } = withPieces(TEXT, { ...hull, source: [], cue: [], leftOut });
        expect(mayStand(TEXT, { start, end, content })).toBe(true);
      }),
    );
  });
});
