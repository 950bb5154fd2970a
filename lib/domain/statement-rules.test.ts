import { expect, test } from "vitest";
import type { StatementFields } from "./reviews";
import {
  contradictionIn,
  exactOf,
  exactOfMarked,
  labelsOf,
  refuseContradiction,
  sameSpans,
  segmentAround,
} from "./statement-rules";

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

const FLAG = "a 🇮🇶 said";
const marked = (end: number, source: { start: number; end: number }[] = []) => ({
  start: 0,
  end,
  source,
  cue: [],
});

test("marked words end where a character ends, as readers see it", () => {
  expect(exactOfMarked(FLAG, marked(6), null)).toBe("a 🇮🇶");
  expect(() => exactOfMarked(FLAG, marked(4), null)).toThrow("brokenCharacter");
  expect(() => exactOfMarked(FLAG, marked(6, [{ start: 4, end: 6 }]), null)).toThrow("brokenCharacter");
});

test("an end that stood so before is left as it is, and only that one", () => {
  expect(exactOfMarked(FLAG, marked(4), marked(4))).toBe("a \ud83c\uddee");
  expect(() => exactOfMarked(FLAG, marked(4), marked(6))).toThrow("brokenCharacter");
  expect(() => exactOfMarked(FLAG, marked(5), marked(5))).toThrow("brokenCharacter");
});

test("pieces hold words, and reach from end to end", () => {
  const text = "Yes, he said, we will.";
  const all = { start: 0, end: text.length, source: [], cue: [] };
  const broken = {
    ...all,
    content: [
      { start: 0, end: 4 },
      { start: 14, end: text.length },
    ],
  };
  expect(exactOfMarked(text, broken, null)).toBe(text);
  const short = {
    ...all,
    content: [
      { start: 0, end: 4 },
      { start: 14, end: 16 },
    ],
  };
  expect(() => exactOfMarked(text, short, null)).toThrow("brokenPieces");
  const parted = {
    ...marked(6),
    end: 11,
    content: [
      { start: 0, end: 4 },
      { start: 7, end: 11 },
    ],
  };
  expect(() => exactOfMarked(FLAG, parted, null)).toThrow("brokenCharacter");
  expect(exactOfMarked(FLAG, parted, parted)).toBe(FLAG);
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

const named = { name: "Ali Hassan", kind: "PERSON" } as const;
const unnamed = { name: "a source", kind: "UNNAMED" } as const;
const promise = { text: "tomorrow", dueFrom: null, dueTo: null, precision: "OPEN" } as const;

test.each<[string, Partial<StatementFields>, string]>([
  ["a name that is said to be none", { sourcing: "UNNAMED_QUALIFIED", speaker: named }, "NAMED_AS_UNNAMED"],
  ["a named person without a name", { sourcing: "NAMED_PERSON", speaker: unnamed }, "UNNAMED_AS_NAMED"],
  [
    "a last hop whose name is missing",
    { sourcing: "SECOND_HAND", flags: { lastHopNamed: true } },
    "LAST_HOP_WITHOUT_NAME",
  ],
  [
    "one that isn't named",
    { sourcing: "SECOND_HAND", flags: { lastHopNamed: true }, speaker: unnamed },
    "LAST_HOP_WITHOUT_NAME",
  ],
  ["a promise of the past", { prediction: promise }, "PROMISE_OF_THE_PAST"],
])("what contradicts itself is refused: %s", (_, change, contradiction) => {
  expect(contradictionIn({ ...fields, ...change })).toBe(contradiction);
  expect(() => refuseContradiction({ ...fields, ...change })).toThrow("contradiction");
});

test.each<Partial<StatementFields>>([
  { sourcing: "NAMED_PERSON", speaker: named },
  { sourcing: "UNNAMED_QUALIFIED", speaker: unnamed },
  { sourcing: "SECOND_HAND", flags: { lastHopNamed: true }, speaker: named },
  { sourcing: "SECOND_HAND", speaker: unnamed },
  { prediction: promise, time: "FUTURE" },
  {},
])("what doesn't is not: %j", (change) => {
  expect(contradictionIn({ ...fields, ...change })).toBeNull();
  expect(() => refuseContradiction({ ...fields, ...change })).not.toThrow();
});
