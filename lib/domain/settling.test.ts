import { expect, test } from "vitest";
import { comparePasses, type PassMark } from "./compared-passes";
import type { StatementFields } from "./reviews";
import { choiceOf, differencesOf } from "./settling";

const TEXT = "The mayor said that the quay is open.";
const WHOLE: StatementFields = {
  start: 0,
  end: TEXT.length,
  sourcing: "NAMED_PERSON",
  factualityWriter: "CT+",
  factualitySource: null,
  time: "PRESENT",
  flags: {},
  quoteMode: "INDIRECT",
  attributionScope: "SENTENCE",
  relayDepth: null,
  speaker: { name: "Lina Aziz", kind: "PERSON" },
  source: [{ start: 0, end: 9 }],
  cue: [{ start: 10, end: 14 }],
  labelOverride: null,
  labelReason: null,
  prediction: null,
};
const mark = (change: Partial<StatementFields> = {}, label: PassMark["label"] = "REPORTED"): PassMark => {
  const fields = { ...WHOLE, ...change };
  return { start: fields.start, end: fields.end, label, fields };
};
const between = (left: PassMark, right: PassMark) =>
  comparePasses(TEXT, [left], [right]).map((place) => differencesOf(place));

test.each<[string, Partial<StatementFields>]>([
  ["nothing", {}],
  ["a full stop at the end", { end: TEXT.length - 1 }],
  ["a flag that is said to be false", { flags: { opinion: false } }],
  ["the name's case and white space", { speaker: { name: " lina  AZIZ", kind: "PERSON" } }],
  ["which words name the source", { source: [{ start: 4, end: 9 }] }],
])("no difference: %s", (_, change) => expect(between(mark(), mark(change))).toEqual([[]]));

test.each<[string, Partial<StatementFields>]>([
  ["WORDS", { start: 20 }],
  ["SOURCING", { sourcing: "NAMED_ORGANIZATION" }],
  ["WRITER", { factualityWriter: "PR+" }],
  ["SOURCE", { factualitySource: "CT+" }],
  ["TIME", { time: "PAST" }],
  ["PROMISE", { prediction: { text: "soon", dueFrom: null, dueTo: null, precision: "OPEN" } }],
  ["SPEAKER", { speaker: { name: "Lina Azizi", kind: "PERSON" } }],
  ["QUOTE", { quoteMode: "DIRECT" }],
  ["FLAGS", { flags: { linkPresent: true } }],
])("a difference: %s", (name, change) => {
  const [found] = name === "WORDS" ? between(mark(), mark({ start: 10 })) : between(mark(), mark(change));
  expect(found).toEqual([name]);
});

test("pieces are compared each by its words: signs may differ, what is left out may not", () => {
  const pieces = (...words: string[]) => {
    const content = words.map((one) => ({ start: TEXT.indexOf(one), end: TEXT.indexOf(one) + one.length }));
    return mark({ content });
  };
  const broken = pieces("The mayor", "the quay is open.");
  expect(between(broken, broken)).toEqual([[]]);
  expect(between(broken, pieces("The mayor", "the quay is open"))).toEqual([[]]);
  expect(between(broken, pieces("The mayor", "quay is open."))).toEqual([["WORDS"]]);
  expect(between(broken, mark())).toEqual([["WORDS"]]);
  expect(between(broken, pieces("The mayor", "that the", "is open."))).toEqual([["WORDS"]]);
});

test("another label is a difference, and so is a mark that one of the two didn't make", () => {
  expect(between(mark(), mark({}, "OPINION"))).toEqual([["LABEL"]]);
  expect(comparePasses(TEXT, [mark()], []).map((place) => differencesOf(place))).toEqual([["MARK"]]);
});

test("to take the side that marked nothing is to take no statement", () => {
  expect(choiceOf("LEFT", { left: null, right: mark() })).toBe("NEITHER");
  expect(choiceOf("RIGHT", { left: null, right: mark() })).toBe("RIGHT");
  expect(choiceOf("THIRD", { left: null, right: mark() })).toBe("THIRD");
});
