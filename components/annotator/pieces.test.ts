import { expect, test } from "vitest";
import { piecesOf } from "./pieces";

const TEXT = "Then the delegation affirmed its commitment.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const ROW = { start: 0, end: TEXT.length };
const shown = (pieces: ReturnType<typeof piecesOf>) =>
  pieces.map(({ text, mark, inside }) => `${mark ?? "-"}${inside ? "" : " outside"}: ${text}`);

test("source and cue are cut out, and nothing is lost", () => {
  const pieces = piecesOf(TEXT, ROW, {
    source: [at("the delegation")],
    cue: [at("affirmed")],
    statement: ROW,
    leftOut: [],
  });
  expect(shown(pieces)).toEqual([
    "-: Then ",
    "source: the delegation",
    "-:  ",
    "cue: affirmed",
    "-:  its commitment.",
  ]);
  expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
});

test("where source and cue overlap, the source is shown", () => {
  const pieces = piecesOf(TEXT, ROW, {
    source: [at("the delegation affirmed")],
    cue: [at("affirmed")],
    statement: ROW,
    leftOut: [],
  });
  expect(pieces.filter(({ mark }) => mark === "cue")).toEqual([]);
});

test("words beside the statement are outside it, and marks beyond the row change nothing", () => {
  const pieces = piecesOf(TEXT, at("the delegation affirmed its commitment."), {
    source: [{ start: 500, end: 510 }],
    cue: [],
    statement: at("affirmed its commitment."),
    leftOut: [],
  });
  expect(shown(pieces)).toEqual(["- outside: the delegation ", "-: affirmed its commitment."]);
});

test("what is left out of the statement is inside it and not said", () => {
  const pieces = piecesOf(TEXT, ROW, {
    source: [at("the delegation")],
    cue: [],
    statement: ROW,
    leftOut: [at(" the delegation affirmed ")],
  });
  expect(pieces.map(({ text, mark, inside, said }) => [text, mark, inside, said])).toEqual([
    ["Then", null, true, true],
    [" ", null, true, false],
    ["the delegation", "source", true, false],
    [" affirmed ", null, true, false],
    ["its commitment.", null, true, true],
  ]);
});
