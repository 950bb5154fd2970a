import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_SCALE } from "#lib/words/verdicts";
import { RefusedError } from "./refusals";
import {
  codeIn,
  givenUnder,
  isInForce,
  MOST_CODES,
  MOST_FORMER,
  nextScale,
  type Scale,
  type ScaleCode,
  scaleChanges,
  VERDICT_MEANINGS,
} from "./scale";
import { SLOTS, slotField, slotName, typedCodes } from "./scale-form";
import { BringBackScale, WriteScale } from "./scale-shapes";

const half: ScaleCode = {
  code: "HALF_TRUE",
  meaning: "MIXED",
  word: { en: "Half true", ar: null },
  definition: { en: "One half of it holds.", ar: null },
};
const first = FIRST_SCALE.codes;
const asked = (codes: readonly unknown[], note = "Why.") => ({ seen: 1, note, codes });
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof RefusedError) return [error.refusal.reason, error.field];
    throw error;
  }
  return null;
};

describe("the scale that Onrecord comes with", () => {
  test("has each meaning under its own code, in words of every language of the readers, and could be written as it is", () => {
    expect(first.map(({ code, meaning }) => [code, meaning])).toEqual(
      VERDICT_MEANINGS.map((one) => [one, one]),
    );
    expect(first.every(({ word, definition }) => word.ar !== null && definition.ar !== null)).toBe(true);
    expect(WriteScale.parse(asked(first)).codes).toEqual(first);
  });
});

describe("what is asked for", () => {
  test.each([
    ["fewVerdicts", [half]],
    ["manyVerdicts", Array.from({ length: MOST_CODES + 1 }, (_, i) => ({ ...half, code: `CODE_${i}` }))],
    ["badVerdictCode", [half, { ...half, code: "half true" }]],
    ["badVerdictCode", [half, { ...half, code: "NO_VERDICT" }]],
    ["badVerdictCode", [half, { ...half, code: "A".repeat(41) }]],
    ["badVerdictCode", [half, { ...half, code: "" }]],
    ["noVerdictMeaning", [half, { ...half, meaning: "" }]],
    ["noVerdictMeaning", [half, { ...half, meaning: "TRUE" }]],
    ["missing.verdictWord", [half, { ...half, word: { en: " ", ar: "x" } }]],
    ["long.verdictWord", [half, { ...half, word: { en: "x".repeat(61), ar: "" } }]],
    ["missing.verdictDefinition", [half, { ...half, definition: { en: "", ar: "" } }]],
    ["long.verdictDefinition", [half, { ...half, definition: { en: "x".repeat(301), ar: "" } }]],
    ["longText", [half, { ...half, definition: { en: "x", ar: "x".repeat(301) } }]],
    ["disguisedText", [half, { ...half, word: { en: "Tru\u202ee", ar: "" } }]],
  ])("%s", (complaint, codes) => {
    const { error } = WriteScale.safeParse(asked(codes));
    expect(error?.issues.map(({ message }) => message)).toContain(complaint);
  });

  test("a note is asked for, and versions are counted", () => {
    expect(WriteScale.safeParse(asked(first, " ")).error?.issues[0]?.message).toBe("missing.scaleNote");
    expect(BringBackScale.safeParse({ seen: 1, note: "x", number: 0 }).success).toBe(false);
  });
});

describe("the next version", () => {
  test("keeps in mind what it leaves out, as it stood last, and takes it in again", () => {
    const second = nextScale(FIRST_SCALE, { seen: 1, codes: [half, ...first.slice(1)] });
    expect([second.number, second.former.map(({ code }) => code)]).toEqual([2, ["SUPPORTED"]]);
    expect([isInForce(second, "SUPPORTED"), codeIn(second, "SUPPORTED")?.word.en]).toEqual([
      false,
      "Supported",
    ]);
    const third = nextScale(second, { seen: 2, codes: first });
    expect([third.number, third.codes, third.former]).toEqual([3, first, [half]]);
  });

  test.each([
    ["the same", 1, first, "sameScale", undefined],
    ["somebody was first", 2, [half, ...first], "scaleNewer", undefined],
    ["a code twice", 1, [...first, { ...half, code: "MIXED" }], "codeTwice", "codes.6.code"],
    [
      "a word twice",
      1,
      [...first, { ...half, word: { en: " mixed ", ar: null } }],
      "wordTwice",
      "codes.6.word.en",
    ],
    [
      "an Arabic word twice",
      1,
      [
        half,
        { ...half, code: "B", word: { en: "B", ar: "أ" } },
        { ...half, code: "C", word: { en: "C", ar: "أ" } },
      ],
      "wordTwice",
      "codes.2.word.ar",
    ],
    [
      "a code with another meaning",
      1,
      first.map((one) => (one.code === "MIXED" ? { ...one, meaning: "SUPPORTED" as const } : one)),
      "codeMeansAnother",
      "codes.2.meaning",
    ],
  ])("is refused: %s", (_, seen, codes, reason, field) => {
    expect(refusalOf(() => nextScale(FIRST_SCALE, { seen, codes }))).toEqual([reason, field]);
  });

  test("a code keeps its meaning also while it is out of the scale", () => {
    const second = nextScale(FIRST_SCALE, { seen: 1, codes: first.slice(1) });
    const other = { ...half, code: "SUPPORTED" };
    expect(refusalOf(() => nextScale(second, { seen: 2, codes: [...first.slice(1), other] }))).toEqual([
      "codeMeansAnother",
      "codes.5.meaning",
    ]);
  });

  test("too many codes that were taken out are refused", () => {
    const former = Array.from({ length: MOST_FORMER }, (_, i) => ({ ...half, code: `OLD_${i}` }));
    const full: Scale = { ...FIRST_SCALE, former };
    expect(refusalOf(() => nextScale(full, { seen: 1, codes: first.slice(1) }))?.[0]).toBe("manyFormerCodes");
    expect(nextScale(full, { seen: 1, codes: [...first, { ...half, code: "OLD_0" }] }).former.length).toBe(
      MOST_FORMER - 1,
    );
  });

  test("no code is ever lost, whatever is written", () => {
    const pool = [...first, half, { ...half, code: "B", word: { en: "B", ar: null } }];
    const version = fc.subarray(pool, { minLength: 2, maxLength: pool.length });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), (versions) => {
        let scale = FIRST_SCALE;
        for (const codes of versions) {
          const before = scale;
          if (scaleChanges(before.codes, codes).length === 0) continue;
          scale = nextScale(before, { seen: before.number, codes });
          for (const { code } of [...before.codes, ...before.former])
            expect(codeIn(scale, code)).not.toBeNull();
        }
      }),
    );
  });
});

describe("what differs", () => {
  test("what came, what went, other words, and another order", () => {
    const [a, b, c] = [first[0], first[1], first[2]] as [ScaleCode, ScaleCode, ScaleCode];
    const told = { ...b, word: { ...b.word, en: "Against" }, definition: { ...b.definition, ar: null } };
    expect(scaleChanges([a, b, c], [half, told, a])).toEqual([
      { kind: "ADDED", code: half },
      { kind: "REMOVED", code: c },
      expect.objectContaining({ kind: "REWORDED", field: "word", language: "en", after: "Against" }),
      expect.objectContaining({ kind: "REWORDED", field: "definition", language: "ar", after: null }),
      { kind: "MOVED", codes: [half, told, a] },
    ]);
    expect(scaleChanges(first, first)).toEqual([]);
    expect(scaleChanges(first, [half, ...first])).toEqual([{ kind: "ADDED", code: half }]);
  });

  test("a verdict is given under the version, and under none by a code that there never was", () => {
    expect(givenUnder(FIRST_SCALE, "MIXED")).toMatchObject({ version: 1, meaning: "MIXED" });
    expect(givenUnder(FIRST_SCALE, "HALF_TRUE")).toBeNull();
  });
});

describe("the form", () => {
  const typed = (fields: Record<string, string>) => typedCodes((name) => fields[name] ?? null);

  test("what is empty or taken out isn't there; the rest is in the order of its places", () => {
    const { codes, slots } = typed({
      [slotName(0, "code")]: "A",
      [slotName(0, "place")]: "3",
      [slotName(1, "meaning")]: "MIXED",
      [slotName(2, "code")]: "C",
      [slotName(2, "out")]: "yes",
      [slotName(4, "word.en")]: "Without a code",
      [slotName(4, "place")]: "1",
      [slotName(5, "code")]: "F",
      [slotName(5, "place")]: "no number",
    });
    expect([codes.map(({ code }) => code), slots]).toEqual([
      ["", "A", "F"],
      [4, 0, 5],
    ]);
  });

  test("a message about a code belongs to the slot that it was typed in", () => {
    expect(slotField("codes.1.word.en", [4, 0])).toBe("codes.0.word.en");
    expect(slotField("codes.7.code", [4, 0])).toBe("codes.7.code");
    expect([slotField("codes", [4]), slotField("note", [4]), slotField(undefined, [4])]).toEqual([
      "codes",
      "note",
      undefined,
    ]);
    expect(SLOTS.length).toBe(MOST_CODES);
  });
});
