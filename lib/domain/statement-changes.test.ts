import { expect, test } from "vitest";
import { changed } from "#lib/words/english/changed";
import { changesBetween, movedCredits, StatementChange } from "./statement-changes";

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
const NO_WORDS = { text: "", at: 0 };
const after = (change: object) => ({ ...FIELDS, source: [], cue: [], ...change }) as never;
const BEFORE = {
  ...FIELDS,
  exact: "The mill shut",
  label: "REPORTED",
} as never;

test("a save that changes nothing has no changes", () => {
  expect(changesBetween(BEFORE, after({}), NO_WORDS)).toEqual([]);
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
  expect(changesBetween(BEFORE, after(change), NO_WORDS)).toEqual([expected]);
  expect(StatementChange.parse(expected)).toEqual(expected);
});

test("a source or cue that was moved is told by its words, also where they are the same elsewhere", () => {
  const text = "The mill shut, the mill 😀 said, the mill said.";
  const at = (start: number, end: number) => [{ start, end }];
  const before = { ...(BEFORE as object), source: at(15, 23), cue: at(27, 31) } as never;
  const moved = (change: object) => {
    const fields = after({ source: at(15, 23), cue: at(27, 31), ...change });
    expect(movedCredits(before, fields).length > 0).toBe(Object.keys(change).length > 0);
    const found = changesBetween(before, fields, { text, at: 0 });
    expect(changesBetween(before, fields, { text: text.slice(5), at: 5 })).toEqual(found);
    return found;
  };
  expect(moved({})).toEqual([]);
  expect(moved({ source: at(15, 26) })).toEqual([
    { what: "SOURCE_WORDS", from: "the mill", to: "the mill 😀" },
  ]);
  expect(moved({ source: at(33, 41) })).toEqual([{ what: "SOURCE_WORDS", from: "the mill", to: "the mill" }]);
  const gone = moved({ source: [], cue: at(42, 46) });
  expect(gone).toEqual([
    { what: "SOURCE_WORDS", from: "the mill", to: null },
    { what: "CUE_WORDS", from: "said", to: "said" },
  ]);
  expect(gone.map((one) => StatementChange.parse(one))).toEqual(gone);
  expect(gone.map(changed)).toEqual([
    "Words of the source: from “the mill” to nothing.",
    "Words that credit it: “said”, elsewhere in the text.",
  ]);
});
