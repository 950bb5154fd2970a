import { expect, test } from "vitest";
import type { StatementFields } from "./reviews";
import { exactOf, labelsOf, sameSpans, segmentAround } from "./statement-rules";

test("the words under a span", () => {
  expect(exactOf("a 😀 said", { start: 2, end: 4 })).toBe("😀");
});

test.each([
  [{ start: 3, end: 5 }, "brokenCharacter"],
  [{ start: 0, end: 3 }, "brokenCharacter"],
  [{ start: 0, end: 99 }, "outsideText"],
  [{ start: 4, end: 4 }, "outsideText"],
])("no words under $start–$end", (span, reason) => {
  expect(() => exactOf("a 😀 said", span)).toThrow(reason);
});

const segments = [
  { start: 0, end: 10, type: "HEADLINE" },
  { start: 12, end: 50, type: "BODY" },
  { start: 52, end: 80, type: "TEASER" },
] as const;

test("a statement lies inside the article's text or one teaser", () => {
  expect(segmentAround(segments, { start: 12, end: 50 }).type).toBe("BODY");
  expect(segmentAround(segments, { start: 60, end: 70 }).type).toBe("TEASER");
});

test.each([
  { start: 0, end: 5 },
  { start: 40, end: 60 },
  { start: 10, end: 12 },
  { start: 70, end: 90 },
])("and nowhere else: $start–$end", (span) => {
  expect(() => segmentAround(segments, span)).toThrow("outsideSegment");
});

const fields: StatementFields = {
  start: 0,
  end: 5,
  sourcing: "NONE",
  factualityWriter: "CT+",
  factualitySource: null,
  time: "PAST",
  flags: {},
  quoteMode: null,
  attributionScope: "SENTENCE",
  relayDepth: null,
  speaker: null,
  source: [],
  cue: [],
  labelOverride: null,
  labelReason: null,
  prediction: null,
};

test("the label is derived, and an override stands beside it with its reason", () => {
  expect(labelsOf(fields)).toMatchObject({ label: "UNSOURCED_ASSERTION", labelOverride: null });
  expect(labelsOf({ ...fields, labelOverride: "OPINION", labelReason: "It is praise." })).toEqual({
    label: "OPINION",
    derivedLabel: "UNSOURCED_ASSERTION",
    labelOverride: "OPINION",
    labelReason: "It is praise.",
  });
});

test("an override that says what was derived anyway is none", () => {
  expect(
    labelsOf({ ...fields, labelOverride: "UNSOURCED_ASSERTION", labelReason: "So it is." }),
  ).toMatchObject({
    labelOverride: null,
    labelReason: null,
  });
});

test("spans are the same in any order", () => {
  const [a, b] = [
    { start: 1, end: 2 },
    { start: 4, end: 9 },
  ];
  expect(sameSpans([a, b], [b, a])).toBe(true);
  expect(sameSpans([a], [a, b])).toBe(false);
  expect(sameSpans([a], [b])).toBe(false);
});
