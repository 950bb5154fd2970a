import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf } from "./facts";
import { type IndexKey, indexKeysOf } from "./index-keys";
import { askedFor, type Effort, shareOf } from "./near";

const EFFORT: Effort = { least: 0.33, few: 100, probes: 40, read: 500 };
const keys = (weights: readonly number[]): IndexKey[] => weights.map((weight, i) => ({ key: i + 1, weight }));
const known = (counts: readonly number[], total = 1000) => ({
  counts: new Map(counts.map((count, i) => [i + 1, count])),
  total,
});

test("the rarest keys are asked for, each by itself, as long as few wordings have them and the rest says enough", () => {
  const { probes } = askedFor(keys([1, 1, 1]), known([90, 5, 40]), EFFORT);
  expect(probes).toEqual([[2], [3]]);
});

test("what nothing known can share enough of is not asked for", () => {
  // Two of three keys stand in no wording: what is left is too little.
  expect(askedFor(keys([1, 1, 0.2]), known([0, 0, 3]), EFFORT).probes).toEqual([]);
  expect(askedFor(keys([1, 1, 0.2]), known([0, 0, 3]), { ...EFFORT, least: 0 }).probes).toHaveLength(1);
  expect(askedFor([], known([]), EFFORT).probes).toEqual([]);
});

test("common keys are asked for together, rare ones alone, and what finds least comes first", () => {
  const { probes } = askedFor(keys([1, 1, 1, 1]), known([600, 500, 400, 20]), EFFORT);
  expect(probes).toEqual([[4], [3, 2], [3, 1], [2, 1]]);
});

test("what more have than may be read is looked for with more keys, and where there are no more, anyway", () => {
  const { probes } = askedFor(keys([9, 1, 1]), known([900, 950, 990]), { ...EFFORT, read: 50 });
  expect(probes).toEqual([[1, 2, 3]]);
  expect(askedFor(keys([1]), known([900]), { ...EFFORT, read: 50 }).probes).toEqual([[1]]);
});

test("however many keys there are, no more is asked for than the effort allows", () => {
  for (const count of [1, 300, 900]) {
    const { probes, most } = askedFor(keys(Array(400).fill(1)), known(Array(400).fill(count)), {
      ...EFFORT,
      probes: 8,
    });
    expect(probes).toHaveLength(8);
    expect(most).toBe(500);
  }
});

test("a wording that shares enough has all keys of something that is asked for", () => {
  const weight = fc.double({ min: 0.1, max: 2, noNaN: true });
  const given = fc.array(fc.tuple(weight, fc.integer({ min: 0, max: 1000 }), fc.boolean()), {
    maxLength: 12,
  });
  let enough = 0;
  fc.assert(
    fc.property(given, (all) => {
      const own = keys(all.map(([one]) => one));
      const { weights, probes } = askedFor(own, known(all.map(([, count]) => count)), {
        ...EFFORT,
        probes: 100_000,
        read: 1000,
      });
      // The wording has the keys that are marked, where any wording has them.
      const held = own.filter((_, i) => all[i]?.[2] && (all[i]?.[1] ?? 0) > 0).map(({ key }) => key);
      if (shareOf(weights, held) <= EFFORT.least + 1e-9) return;
      enough += 1;
      expect(probes.some((probe) => probe.every((key) => held.includes(key)))).toBe(true);
    }),
  );
  expect(enough).toBeGreaterThan(10);
});

test("a share is what is had of the whole, less of it for a long wording, and never more than all", () => {
  const { weights } = askedFor(keys([1, 1, 2]), known([10, 10, 10]), EFFORT);
  const others = (count: number) => Array.from({ length: count }, (_, i) => 100 + i);
  expect(shareOf(weights, [3, ...others(8)])).toBeCloseTo(0.5);
  expect(shareOf(weights, [3, ...others(17)])).toBeCloseTo(0.5 / 1.4);
  expect(shareOf(weights, [1, 2, 3])).toBe(1);
  expect(shareOf(weights, others(3))).toBe(0);
});

test("a statement is known by few numbers, none of them 0, and the same in any capitals", () => {
  const of = (text: string) => indexKeysOf(factsOf({ text, postedAt: "2024-07-25" })).map(({ key }) => key);
  const said = of("Harlen sold 40 ferries on 2 August 2024.");
  expect(said).not.toContain(0);
  expect(new Set(said).size).toBe(said.length);
  expect([...of("HARLEN SOLD 40 FERRIES ON 2 AUGUST 2024.")].sort()).toEqual([...said].sort());
  expect(of("word ".repeat(5000)).length).toBeLessThan(5);
  expect(of(Array.from({ length: 2000 }, (_, i) => `Name${i}`).join(" ")).length).toBeLessThanOrEqual(400);
});
