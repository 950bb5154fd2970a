import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains } from "#lib/text/span";
import type { Analysis } from "./analysis";
import type { SegmentType } from "./labels";
import { freshText, isNew, lookedAt, onlyStatements, textOfStatements, within } from "./part-readings";

const TEXT = "The bridge opens on Monday.\n\nRead also: ferries stop.\n\n— · —\n\nOld: banks will shut …";
const place = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const part = (words: string, type: SegmentType) => ({ ...place(words), type, post: 0, reason: null });
const page = (...types: readonly SegmentType[]) => ({
  segments: [
    "The bridge opens on Monday.",
    "Read also: ferries stop.",
    "— · —",
    "Old: banks will shut …",
  ].map((words, i) => part(words, types[i] ?? "CHROME")),
});
const machine = page("BODY", "CHROME", "CHROME", "TEASER");
const wordsOf = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => TEXT.slice(start, end));
const fresh = (now: typeof machine, taken: readonly { start: number; end: number }[] = []) =>
  wordsOf(freshText(now, lookedAt(machine), TEXT, taken));

describe("which text is read once a part was put right", () => {
  test.each([
    ["what was furniture", page("BODY", "BODY", "CHROME", "TEASER"), ["Read also: ferries stop."]],
    ["furniture that is the start of another post", page("BODY", "TEASER"), ["Read also: ferries stop."]],
    [
      "a start that is the article's: it was read as one sentence",
      page("BODY", "CHROME", "CHROME", "BODY"),
      ["Old: banks will shut …"],
    ],
  ] as const)("%s", (_, now, expected) => expect(fresh(now)).toEqual(expected));

  test.each([
    ["the page as it came", machine],
    ["what can hold no statement", page("COMMENT", "CAPTION", "DATELINE", "HEADLINE")],
    ["a line without a letter", page("BODY", "CHROME", "BODY", "TEASER")],
    ["the article's text that is a start now", page("TEASER", "CHROME", "CHROME", "TEASER")],
  ] as const)("nothing of %s", (_, now) => expect(fresh(now)).toEqual([]));

  test("two parts that are one: only the words that were none of the article's", () => {
    const [first, second] = machine.segments;
    const one = { ...part("The bridge", "BODY"), start: first?.start ?? 0, end: second?.end ?? 0 };
    expect(fresh({ segments: [one] }).map((words) => words.trim())).toEqual(["Read also: ferries stop."]);
    const seam = { ...one, end: first?.end ?? 0 };
    expect(fresh({ segments: [{ ...seam, end: seam.end + 2 }] })).toEqual([]);
  });

  test("what was looked through since, what is suggested there and what is marked there isn't read again", () => {
    const now = page("BODY", "BODY", "CHROME", "BODY");
    const { whole, starts } = lookedAt(machine);
    const looked = { whole: [...whole, place("Read also: ferries stop.")], starts };
    expect(wordsOf(freshText(now, looked, TEXT))).toEqual(["Old: banks will shut …"]);
    expect(freshText(now, looked, TEXT, [place("Old: banks will shut …")])).toEqual([]);
    expect(fresh(now, [place("ferries stop."), place("Old: banks will shut …")])).toEqual(["Read also: "]);
  });
});

test("a statement is new where it touches such text, and nothing that is suggested or marked", () => {
  const here = [place("Read also: ferries stop.")];
  const ferries = place("ferries stop.");
  expect(isNew(ferries, here, [])).toBe(true);
  expect(isNew({ start: 0, end: ferries.end }, here, [])).toBe(true);
  expect(isNew({ start: 0, end: ferries.end }, here, [place("The bridge")])).toBe(false);
  expect(isNew(ferries, here, [{ start: ferries.start - 3, end: ferries.start + 1 }])).toBe(false);
  expect(isNew(ferries, here, [{ start: ferries.start - 3, end: ferries.start }])).toBe(true);
  expect(isNew(place("The bridge"), here, [])).toBe(false);
});

test("a reading with some of its statements has the attributions that those rest on, and no other", () => {
  const analysis = {
    attributions: ["mayor", "ministry", "nobody"].map((speaker) => ({ speaker })),
    statements: [[0], [2, 1], [1]].map((attributions, start) => ({ start, attributions })),
  } as unknown as Analysis;
  expect(onlyStatements(analysis, [1, 2])).toMatchObject({
    attributions: [{ speaker: "ministry" }, { speaker: "nobody" }],
    statements: [
      { start: 1, attributions: [1, 0] },
      { start: 2, attributions: [0] },
    ],
  });
  expect(onlyStatements(analysis, [])).toMatchObject({ attributions: [], statements: [] });
});

const anySpans = fc
  .array(fc.tuple(fc.nat(TEXT.length), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })));

test("of every unit: it lies in what is common exactly where it lies in both", () => {
  fc.assert(
    fc.property(anySpans, (others) => {
      const spans = textOfStatements(machine);
      const common = within(spans, others);
      for (let unit = 0; unit < TEXT.length; unit += 1) {
        const one = { start: unit, end: unit + 1 };
        const isIn = (list: readonly { start: number; end: number }[]) =>
          list.some((span) => contains(span, one));
        expect(isIn(common)).toBe(isIn(spans) && isIn(others));
      }
    }),
  );
});
