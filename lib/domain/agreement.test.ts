import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alpha,
  confusion,
  type Figure,
  kappa,
  markedAgreement,
  NOMINAL,
  type Pattern,
  patternsOf,
  type Scale,
} from "./agreement";
import { bootstrapInterval } from "./agreement-interval";

/** One line a reader, one sign a thing; a dot is nothing said. */
function readers(...lines: string[]): Pattern[] {
  const rows = lines.map((line) => [...line.replaceAll(" ", "")].map((sign) => (sign === "." ? null : sign)));
  return patternsOf((rows[0] ?? []).map((_, thing) => rows.map((row) => row[thing] ?? null)));
}

/** A table of who said what, as patterns of two readers. */
function table(...rows: number[][]): Pattern[] {
  return rows.flatMap((row, a) => row.map((count, b) => ({ values: [String(a), String(b)], count })));
}

const ORDERED: Scale = { kind: "ordinal", ranks: [["1"], ["2"], ["3"], ["4"], ["5"]] };
const told = (figure: Figure) => figure.value ?? Number.NaN;

describe("alpha, against published examples", () => {
  // Krippendorff 2011, part C and D: four observers, twelve units, five values, some missing.
  const four = readers("123321412...", "12332241 25.3", ".33323422 51.", "12332441 251.");

  test("Krippendorff 2011, nominal data: 0.743", () => {
    expect(told(alpha(four))).toBeCloseTo(0.743, 3);
  });

  test("Krippendorff 2011, ordinal data: 0.815", () => {
    expect(told(alpha(four, ORDERED))).toBeCloseTo(0.815, 3);
  });

  test("a thing that one reader alone said something of tells nothing, and isn't counted", () => {
    expect(alpha(four).n).toBe(11);
  });

  // Krippendorff 2011, part A: two observers, ten units, binary data.
  test("Krippendorff 2011, binary data of two observers: 0.095", () => {
    expect(told(alpha(readers("0100000010", "1110010000")))).toBeCloseTo(0.095, 3);
  });

  // Krippendorff 2011, part B: two observers, twelve units, five categories.
  test("Krippendorff 2011, nominal data of two observers: 0.692", () => {
    expect(told(alpha(readers("aabbdcccedda", "babbbccceddd")))).toBeCloseTo(0.692, 3);
  });

  test("three coders, fifteen units, many missing: 0.691", () => {
    expect(told(alpha(readers(".....3412113 3.3", "1.21334 3.......", "..21344.2113 3.4")))).toBeCloseTo(
      0.691,
      3,
    );
  });
});

describe("kappa, against published examples", () => {
  test("Cohen 1960: 0.492 of 200 subjects", () => {
    const cohen = kappa(table([88, 14, 18], [10, 40, 10], [2, 6, 12]));
    expect(cohen).toEqual({ value: expect.closeTo(0.492, 3), n: 200 });
  });

  test("the example of scikit-learn: 0.6875", () => {
    const pairs = patternsOf([
      ["negative", "negative"],
      ["positive", "positive"],
      ["negative", "negative"],
      ["neutral", "neutral"],
      ["positive", "negative"],
    ]);
    expect(told(kappa(pairs))).toBeCloseTo(0.6875, 10);
  });

  test("two readers who say the opposite, in equal parts: -1", () => {
    expect(told(kappa(table([0, 5], [5, 0])))).toBe(-1);
  });

  test("a pattern of three readers is a mistake", () => {
    expect(() => kappa(readers("12", "12", "12"))).toThrow(RangeError);
  });
});

describe("a table of who said what", () => {
  test("the example of scikit-learn", () => {
    expect(confusion(readers("202201", "002202"))).toEqual({
      codes: ["0", "1", "2"],
      counts: [
        [2, 0, 0],
        [0, 0, 1],
        [1, 0, 2],
      ],
      n: 6,
    });
  });

  test("codes stand in the order that is asked for; what nobody said is left out", () => {
    expect(confusion(readers("ab.", "bbc"), ["c", "b", "a"]).codes).toEqual(["b", "a"]);
  });
});

describe("marks in a text", () => {
  test("of five marked by either, three by both: 2 × 3 of 2 × 3 + 2", () => {
    expect(markedAgreement(readers("xxxx.", "xxx.x"))).toEqual({ value: 0.75, n: 5 });
  });

  test("it is what kappa comes to where what neither marked grows without bound", () => {
    const marked = [
      { values: ["x", "x"], count: 30 },
      { values: ["x", "-"], count: 7 },
      { values: ["-", "x"], count: 3 },
    ];
    const asKappa = kappa([...marked, { values: ["-", "-"], count: 1e9 }]);
    const asMarks = markedAgreement(
      marked.map((one) => ({ ...one, values: one.values.map((value) => (value === "x" ? value : null)) })),
    );
    expect(told(asKappa)).toBeCloseTo(told(asMarks), 6);
  });
});

describe("what can't be told", () => {
  test.each([
    ["nothing was compared", [], "NOTHING", 0],
    ["nobody said anything", readers("..", ".."), "NOTHING", 0],
    ["one reader alone", readers("1212", "...."), "ONE_READER", 0],
    ["each of another thing", readers("1.2.", ".1.2"), "ONE_READER", 0],
    ["one label was ever given", readers("1111", "1111"), "ONE_LABEL", 4],
  ] as const)("%s", (_, patterns, why, n) => {
    expect(alpha(patterns)).toEqual({ value: null, n, why });
    expect(kappa(patterns)).toEqual({ value: null, n, why });
    expect(bootstrapInterval(patterns, alpha)).toBeNull();
  });

  test("two codes of one rank are one label of an ordered scale", () => {
    const scale: Scale = { kind: "ordinal", ranks: [["1", "2"], ["3"]] };
    expect(alpha(readers("12", "21"), scale)).toEqual({ value: null, n: 2, why: "ONE_LABEL" });
  });

  test("nothing was marked", () => {
    expect(markedAgreement([])).toEqual({ value: null, n: 0, why: "NOTHING" });
  });

  test("a code that the scale doesn't have is a mistake", () => {
    expect(() => alpha(readers("19", "11"), ORDERED)).toThrow(RangeError);
  });
});

describe("an interval", () => {
  const some = readers("1122112211221122", "1122112211222211");

  test("is always the same of the same things, in whatever order, counted or one by one", () => {
    const first = bootstrapInterval(some, alpha);
    expect(bootstrapInterval([...some].reverse(), alpha)).toEqual(first);
    const counted = confusion(some).counts.flatMap((row, a) =>
      row.map((count, b) => ({ values: [String(a + 1), String(b + 1)], count })),
    );
    expect(bootstrapInterval(counted, alpha)).toEqual(first);
    expect(bootstrapInterval(some, alpha, { seed: 1 })).not.toEqual(first);
  });

  test("holds the figure, and grows narrower with more things", () => {
    const width = (times: number) => {
      const patterns = some.map((one) => ({ ...one, count: times }));
      const interval = bootstrapInterval(patterns, alpha);
      const { value } = alpha(patterns);
      expect(interval?.low).toBeLessThan(value ?? 0);
      expect(interval?.high).toBeGreaterThan(value ?? 0);
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    const [one, nine, thousand] = [width(1), width(9), width(1000)];
    // Its width falls as the square root of the number does.
    expect(one / nine).toBeGreaterThan(2);
    expect(nine / thousand).toBeGreaterThan(8);
  });

  test("of a share it is the one that is known: 80 of 100, by the normal rule 0.72 to 0.88", () => {
    const share = (patterns: readonly Pattern[]) => {
      const [yes, no] = ["y", "n"].map((sign) =>
        patterns.reduce((sum, { values, count }) => sum + (values[0] === sign ? count : 0), 0),
      );
      const n = (yes ?? 0) + (no ?? 0);
      return { value: (yes ?? 0) / n, n };
    };
    const drawn = [
      { values: ["y"], count: 80 },
      { values: ["n"], count: 20 },
    ];
    const interval = bootstrapInterval(drawn, share, { replicates: 4000 });
    expect(interval?.low).toBeCloseTo(0.7216, 1);
    expect(interval?.high).toBeCloseTo(0.8784, 1);
    expect(Math.abs((interval?.high ?? 0) - (interval?.low ?? 0) - 0.1568)).toBeLessThan(0.01);
  });
});

describe("whatever was said", () => {
  const labels = fc.constantFrom("1", "2", "3", null);
  const pairs = fc.array(fc.tuple(labels, labels), { maxLength: 40 });

  test("no figure is above 1, and none depends on who is named first", () => {
    fc.assert(
      fc.property(pairs, (units) => {
        const patterns = patternsOf(units);
        const turned = patternsOf(units.map(([a, b]) => [b, a]));
        for (const figure of [alpha, kappa, (all: readonly Pattern[]) => alpha(all, ORDERED)]) {
          const { value } = figure(patterns);
          if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(figure(turned).value ?? -9).toBeCloseTo(value ?? -9, 10);
        }
      }),
    );
  });

  test("counted once as often is the same as said twice, but for a small sample's chance", () => {
    fc.assert(
      fc.property(pairs, (units) => {
        const twice = alpha(patternsOf([...units, ...units]), NOMINAL);
        const counted = alpha(
          units.map((values) => ({ values, count: 2 })),
          NOMINAL,
        );
        expect(counted.value ?? -9).toBeCloseTo(twice.value ?? -9, 10);
      }),
    );
  });
});
