import { expect, test } from "vitest";
import { changesBetween, StatementChange } from "./statement-changes";

const FIELDS = {
  start: 0,
  end: 12,
  sourcing: "NAMED_PERSON",
  factualityWriter: "CT+",
  factualitySource: null,
  time: "PAST",
  flags: {},
  quoteMode: null,
  attributionScope: "SENTENCE",
  relayDepth: null,
  speaker: { name: "Ines Okoro", kind: "PERSON" },
  source: [],
  cue: [],
  labelOverride: null,
  labelReason: null,
  prediction: null,
} as const;
const after = (change: object) => ({ ...FIELDS, source: [], cue: [], ...change }) as never;
const BEFORE = {
  ...FIELDS,
  exact: "The mill shut",
  label: "REPORTED",
} as never;

test("a save that changes nothing has no changes", () => {
  expect(changesBetween(BEFORE, after({}))).toEqual([]);
});

test.each([
  [{ sourcing: "UNNAMED_BARE" }, { what: "SOURCING", from: "NAMED_PERSON", to: "UNNAMED_BARE" }],
  [{ speaker: null }, { what: "SPEAKER", from: "Ines Okoro", to: null }],
  [{ time: "FUTURE" }, { what: "TIME", from: "PAST", to: "FUTURE" }],
  [
    { labelOverride: "OPINION", labelReason: "A leader." },
    { what: "LABEL", from: null, to: "OPINION" },
  ],
  [
    {
      content: [
        { start: 0, end: 3 },
        { start: 9, end: 12 },
      ],
    },
    { what: "LEFT_OUT", from: null, to: "mill" },
  ],
  [{ end: 8 }, { what: "WORDS", from: "The mill shut", to: null }],
  [
    { prediction: { text: "opens in May", dueFrom: "2027-05-01", dueTo: null } },
    { what: "PROMISE", from: null, to: "opens in May, 2027-05-01" },
  ],
])("%o", (change, expected) => {
  expect(changesBetween(BEFORE, after(change))).toEqual([expected]);
  expect(StatementChange.parse(expected)).toEqual(expected);
});
