import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInsideGrapheme } from "#lib/text/graphemes";
import {
  fromPieces,
  gapsOf,
  type InPieces,
  leaveOut,
  MOST_PIECES,
  mayStand,
  piecesOf,
  saidWords,
  samePieces,
  takeIn,
} from "./content-pieces";

const TEXT = "“We will,” the minister said, “pay on Sunday.” Nobody knows.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const WHOLE = at("“We will,” the minister said, “pay on Sunday.”");
const BROKEN = { ...WHOLE, content: [at("“We will,”"), at("“pay on Sunday.”")] };
const read = (said: InPieces | null, text = TEXT) =>
  said && saidWords({ ...said, exact: text.slice(said.start, said.end) });

test("what is said in one piece is itself", () => {
  expect(piecesOf(WHOLE)).toEqual([WHOLE]);
  expect(piecesOf({ ...WHOLE, content: [] })).toEqual([WHOLE]);
  expect(gapsOf(WHOLE)).toEqual([]);
  expect(read(WHOLE)).toBe("“We will,” the minister said, “pay on Sunday.”");
});

test("the words of pieces are told with what shows that something lies between them", () => {
  expect(read(BROKEN)).toBe("“We will,” … “pay on Sunday.”");
  expect(gapsOf(BROKEN).map(({ start, end }) => TEXT.slice(start, end))).toEqual([" the minister said, "]);
});

test.each<[string, InPieces, boolean]>([
  ["one piece", WHOLE, true],
  ["two pieces", BROKEN, true],
  [
    "pieces that begin after the start",
    { ...BROKEN, start: BROKEN.start - 0, content: [at("will,”"), at("“pay on Sunday.”")] },
    false,
  ],
  ["pieces that end before the end", { ...WHOLE, content: [at("“We will,”"), at("“pay on")] }, false],
  ["pieces in another order", { ...WHOLE, content: [at("“pay on Sunday.”"), at("“We will,”")] }, false],
  [
    "pieces that overlap",
    { ...WHOLE, content: [at("“We will,” the"), at("the minister said, “pay on Sunday.”")] },
    false,
  ],
  [
    "pieces that touch",
    { ...WHOLE, content: [at("“We will,”"), at(" the minister said, “pay on Sunday.”")] },
    false,
  ],
  [
    "pieces with white space alone between them",
    { ...WHOLE, content: [at("“We will,”"), at("the minister said, “pay on Sunday.”")] },
    false,
  ],
  [
    "an empty piece",
    { ...WHOLE, content: [at("“We will,”"), { start: 12, end: 12 }, at("“pay on Sunday.”")] },
    false,
  ],
  [
    "a piece of white space",
    { ...WHOLE, content: [at("“We will,”"), { start: 14, end: 15 }, at("“pay on Sunday.”")] },
    false,
  ],
])("may it stand: %s", (_, said, may) => {
  expect(mayStand(TEXT, said)).toBe(may);
});

test("there are no more pieces than may be", () => {
  const text = "a b ".repeat(MOST_PIECES + 1);
  const inPieces = (count: number) => {
    const content = Array.from({ length: count }, (_, index) => ({ start: index * 4, end: index * 4 + 1 }));
    return { start: 0, end: count * 4 - 3, content };
  };
  expect(mayStand(text, inPieces(MOST_PIECES))).toBe(true);
  expect(mayStand(text, inPieces(MOST_PIECES + 1))).toBe(false);
  const full = inPieces(MOST_PIECES);
  const wide = {
    ...full,
    end: full.end + 4,
    content: [...full.content.slice(0, -1), { start: 28, end: 33 }],
  };
  expect(mayStand(text, wide)).toBe(true);
  expect(leaveOut(text, wide, { start: 30, end: 31 })).toBeNull();
});

describe("words are left out", () => {
  test.each([
    ["between others", "the minister said,", "“We will,” … “pay on Sunday.”"],
    ["inside a piece", "on", "“We will,” the minister said, “pay … Sunday.”"],
    ["at the start: the start moves", "“We will,”", "the minister said, “pay on Sunday.”"],
    ["at the end: the end moves", "the minister said, “pay on Sunday.”", "“We will,”"],
    ["reaching beyond the end", "Sunday.” Nobody", "“We will,” the minister said, “pay on"],
    ["with white space around them", " the minister said, ", "“We will,” … “pay on Sunday.”"],
  ])("%s", (_, words, left) => {
    expect(read(leaveOut(TEXT, WHOLE, at(words)))).toBe(left);
  });
  test("of one that stands in pieces already", () => {
    expect(read(leaveOut(TEXT, BROKEN, at("on")))).toBe("“We will,” … “pay … Sunday.”");
    expect(read(leaveOut(TEXT, BROKEN, at("will,” the")))).toBe("“We … “pay on Sunday.”");
    expect(read(leaveOut(TEXT, BROKEN, at("“We will,” the")))).toBe("“pay on Sunday.”");
  });
  test.each([
    ["all of it", WHOLE],
    ["words that stand outside", at("Nobody")],
    ["white space", { start: WHOLE.start + 3, end: WHOLE.start + 4 }],
  ])("not %s", (_, gap) => {
    expect(leaveOut(TEXT, WHOLE, gap)).toBeNull();
  });
  test("not what was left out already", () => {
    expect(leaveOut(TEXT, BROKEN, at("the minister"))).toBeNull();
  });
  test("not half of what is seen as one character", () => {
    const text = "A 👨‍👩‍👧 b";
    const all = { start: 0, end: text.length };
    expect(leaveOut(text, all, { start: 2, end: 4 })).toBeNull();
    expect(read(leaveOut(text, all, { start: 2, end: text.length - 2 }), text)).toBe("A … b");
  });
});

test("what was left out is taken back in", () => {
  const three = leaveOut(TEXT, BROKEN, at("on")) as InPieces;
  expect(read(takeIn(three, 0))).toBe("“We will,” the minister said, “pay … Sunday.”");
  expect(read(takeIn(three, 1))).toBe("“We will,” … “pay on Sunday.”");
  expect(takeIn(BROKEN, 0)).toEqual({ ...WHOLE, content: [] });
  expect(takeIn(BROKEN, 1)).toBe(BROKEN);
});

describe("of any text", () => {
  const units = fc.array(
    fc.constantFrom("a", "bc", " ", "\n", ",", "”", "🇮🇶", "e\u0301", "👨‍👩‍👧", "ك", "كِ", "  "),
    { minLength: 3, maxLength: 30 },
  );
  const cuts = fc.array(fc.tuple(fc.nat(80), fc.nat(12)), { maxLength: 12 });
  /** A statement from the first word to the last one. */
  const wholeOf = (text: string) => ({
    start: text.length - text.trimStart().length,
    end: text.trimEnd().length,
  });

  test("whatever is left out, what stays may stand and splits no character", () => {
    fc.assert(
      fc.property(units, cuts, (parts, gaps) => {
        const text = parts.join("");
        fc.pre(text.trim() !== "");
        let said: InPieces = wholeOf(text);
        for (const [start, length] of gaps)
          said = leaveOut(text, said, { start, end: Math.min(text.length, start + length) }) ?? said;
        expect(mayStand(text, said)).toBe(true);
        for (const piece of piecesOf(said))
          for (const edge of [piece.start, piece.end]) expect(isInsideGrapheme(text, edge)).toBe(false);
        const gone = gapsOf(said).map(({ start, end }) => text.slice(start, end));
        const all = piecesOf(said).map(
          ({ start, end }, index) => text.slice(start, end) + (gone[index] ?? ""),
        );
        expect(all.join("")).toBe(text.slice(said.start, said.end));
      }),
      { numRuns: 400 },
    );
  });

  test("taking everything back in gives what it was", () => {
    fc.assert(
      fc.property(units, fc.nat(60), fc.nat(10), (parts, start, length) => {
        const text = parts.join("");
        fc.pre(text.trim() !== "");
        const whole = wholeOf(text);
        const said = leaveOut(text, whole, { start, end: Math.min(text.length, start + length) });
        if (said === null || said.start !== whole.start || said.end !== whole.end) return;
        expect(samePieces(takeIn(said, 0), whole)).toBe(true);
      }),
    );
  });
});

describe("a statement from pieces", () => {
  test("stands in them in the order of the text; those that touch or overlap are one", () => {
    expect(fromPieces(TEXT, [at("“pay on Sunday.”"), at("“We will,”")])).toEqual(BROKEN);
    expect(fromPieces(TEXT, [at("“pay on"), at("Sunday.”"), at("on Sun"), at("“We will,”")])).toEqual(BROKEN);
    expect(fromPieces(TEXT, [WHOLE])).toEqual({ ...WHOLE, content: [] });
  });

  test("stands in none, in white space, or where a character would be cut, not at all", () => {
    expect(fromPieces(TEXT, [])).toBeNull();
    expect(fromPieces(TEXT, [at(" ")])).toBeNull();
    expect(fromPieces("👩‍🚀 is up, she said, there", [{ start: 0, end: 2 }])).toBeNull();
  });

  test("is always one that may stand", () => {
    const anySpan = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), (ends) => {
        const spans = ends.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const said = fromPieces(TEXT, spans);
        if (said !== null) expect(mayStand(TEXT, said)).toBe(true);
      }),
    );
  });
});
