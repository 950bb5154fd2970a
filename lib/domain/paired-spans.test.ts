import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairSpans, sameWords } from "./paired-spans";

const TEXT = 'She said: "The port is open." He did not agree.';
/** The span of these words. */
function at(words: string, text = TEXT) {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`the text has no ${words}`);
  return { start, end: start + words.length };
}

describe("the same words", () => {
  test.each([
    ["The port is open", '"The port is open."'],
    ["He did not agree", "He did not agree."],
    ["The port is open", "The port is open"],
  ])("%s · %s", (a, b) => expect(sameWords(TEXT, at(a), at(b))).toBe(true));

  test.each([
    ["did not agree", "not agree"],
    ["The port is open", "The port is"],
    ["She said", "The port is open"],
    ["The port is open", "He did not agree"],
  ])("not %s · %s", (a, b) => expect(sameWords(TEXT, at(a), at(b))).toBe(false));

  test("a vowel sign of Arabic is no mere sign", () => {
    const text = "قالَ المدير";
    expect(sameWords(text, { start: 0, end: 3 }, { start: 0, end: 4 })).toBe(false);
  });
});

describe("pairs", () => {
  test("the closest are partners; a half that another took stands alone", () => {
    const [whole, half, other] = [at("He did not agree"), at("did not agree"), at("The port is open")];
    expect(pairSpans([half, whole], [whole, other])).toEqual([
      { left: null, right: other },
      { left: whole, right: whole },
      { left: half, right: null },
    ]);
  });

  test("less than half of what both cover is no pair", () => {
    const [a, b] = [
      { start: 0, end: 10 },
      { start: 6, end: 16 },
    ];
    expect(pairSpans([a], [b])).toHaveLength(2);
    expect(pairSpans([a], [{ start: 3, end: 12 }])).toHaveLength(1);
  });

  test("nothing is nothing", () => expect(pairSpans([], [])).toEqual([]));

  const spans = fc
    .uniqueArray(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })), { selector: String, maxLength: 25 })
    .map((all) => all.map(([start, length]) => ({ start, end: start + length })));

  test("every span stands in one pair, in the order of the text, whoever is named first", () => {
    fc.assert(
      fc.property(spans, spans, (lefts, rights) => {
        const pairs = pairSpans(lefts, rights);
        const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
        expect(sorted(pairs.flatMap(({ left }) => left ?? []))).toEqual(sorted(lefts));
        expect(sorted(pairs.flatMap(({ right }) => right ?? []))).toEqual(sorted(rights));
        const starts = pairs.map(({ left, right }) => Math.min(left?.start ?? 999, right?.start ?? 999));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(pairSpans(rights, lefts).length).toBe(pairs.length);
      }),
    );
  });
});
