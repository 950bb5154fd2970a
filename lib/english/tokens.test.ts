import fc from "fast-check";
import { expect, test } from "vitest";
import { tokens } from "./tokens";

/** What the tokens are by definition; the code goes faster over plain words. */
const DEFINITION =
  /(?:\p{L}\.){2,}|\p{Nd}+(?:[.,:/-]\p{Nd}+)*\p{L}*|[\p{L}\p{M}\p{N}_]+(?:['’&-][\p{L}\p{M}\p{N}_]+)*|\S/gu;

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

test("plain words are read as the definition has them", () => {
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((list) => list.join("")),
    fc.string({ unit: "binary", maxLength: 120 }),
  );
  fc.assert(
    fc.property(text, (content) => {
      const found = tokens(content).map((token) => [token.start, token.end, token.text, token.lower]);
      const defined = [...content.matchAll(DEFINITION)].map(({ index, 0: word }) => [
        index,
        index + word.length,
        word,
        word.toLowerCase().replaceAll("’", "'"),
      ]);
      expect(found).toEqual(defined);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["Ms. Li won 3.5%", ["WORD", "MARK", "WORD", "WORD", "NUMBER", "MARK"]],
  ["the U.S. said", ["WORD", "WORD", "WORD"]],
  ["4th of ٣", ["NUMBER", "WORD", "NUMBER"]],
])("kinds: %s", (text, kinds) => expect(tokens(text).map(({ kind }) => kind)).toEqual(kinds));

test("offsets count from the whole text's beginning", () =>
  expect(tokens("one two three", { start: 4, end: 7 })).toMatchObject([{ start: 4, end: 7, text: "two" }]));
