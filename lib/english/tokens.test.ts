import fc from "fast-check";
import { expect, test } from "vitest";
import { tokens } from "./tokens";

const NO_INK = /^[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

const pieces = fc.constantFrom(
  ..."a,B,the,Word,é,naïve,U.S.,e.g.,U,x_1,R2,3.5,10:30,4th,12,AT&T,he's,we’re,co-op,-,--,’,',\",“,.,..,…,&,@,#,_,/,ب,٣,👍,\uD83D".split(
    ",",
  ),
  ",",
  " ",
  "  ",
  "\n",
  "\u00a0",
  "\u200b",
  "\u0001",
  "\u001f",
  "\u007f",
  "\u0301",
);

const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join("")),
  fc.string({ unit: "binary", maxLength: 120 }),
);

test("every character that draws ink is in one token, in order", () =>
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0;
      for (const token of tokens(text)) {
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(text.slice(at, token.start)).toMatch(NO_INK);
        at = token.end;
      }
      expect(text.slice(at)).toMatch(NO_INK);
    }),
    { numRuns: 500 },
  ));

test.each([
  ["don\u2019t, he's, we’re, cannot", ["don\u2019t", ",", "he's", ",", "we’re", ",", "cannot"]],
  [
    "Mr. Li of Acme Inc. and the U.S. team",
    ["Mr", ".", "Li", "of", "Acme", "Inc", ".", "and", "the", "U.S.", "team"],
  ],
  ["a Journal/NBC poll", ["a", "Journal", "/", "NBC", "poll"]],
  [
    "a 50-year-old, the 2-1 win, 20km/h",
    ["a", "50", "-", "year-old", ",", "the", "2-1", "win", ",", "20km", "/", "h"],
  ],
  [
    "in the 1980's, https://a.example",
    ["in", "the", "1980", "'", "s", ",", "https", ":", "/", "/", "a", ".", "example"],
  ],
  ["news.example.org", ["news", ".", "example", ".", "org"]],
  [
    "AT&T’s co-op at 10:30, 1,200 for $3.5",
    ["AT&T’s", "co-op", "at", "10:30", ",", "1,200", "for", "$", "3.5"],
  ],
  ["well... -- @harbour #news", ["well", ".", ".", ".", "-", "-", "@", "harbour", "#", "news"]],
  ["\u201cGo,\u201d", ["\u201c", "Go", ",", "\u201d"]],
  ["one\u200btwo", ["one", "two"]],
])("words and marks: %s", (text, expected) =>
  expect(tokens(text).map((token) => token.text)).toEqual(expected),
);

test.each([
  ["Ms. Li won 3.5%", ["WORD", "MARK", "WORD", "WORD", "NUMBER", "MARK"]],
  ["the U.S. said", ["WORD", "WORD", "WORD"]],
  ["4th of ٣", ["NUMBER", "WORD", "NUMBER"]],
])("kinds: %s", (text, kinds) => expect(tokens(text).map(({ kind }) => kind)).toEqual(kinds));

test("offsets count from the whole text's beginning", () =>
  expect(tokens("one two three", { start: 4, end: 7 })).toMatchObject([{ start: 4, end: 7, text: "two" }]));
