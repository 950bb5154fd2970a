import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf } from "./facts";
import { type IndexKey, indexKeysOf } from "./index-keys";
import { askedFor, type Effort } from "./near";

const EFFORT: Effort = { read: 100, compared: 40, least: 0.33 };
const keys = (weights: readonly number[]): IndexKey[] => weights.map((weight, i) => ({ key: i + 1, weight }));
const known = (counts: readonly number[], total = 1000) => ({
  counts: new Map(counts.map((count, i) => [i + 1, count])),
  total,
});

test("the rarest keys are asked for, each by itself, as long as few wordings have them", () => {
  const { probes } = askedFor(keys([1, 1, 1]), known([90, 5, 40]), EFFORT);
  expect(probes.map((probe) => probe.keys)).toEqual([[2], [3]]);
});

test("what nothing known can share enough of is not asked for", () => {
  // Two of three keys stand in no wording: what is left is too little.
  expect(askedFor(keys([1, 1, 0.2]), known([0, 0, 3]), EFFORT).probes).toEqual([]);
  expect(askedFor(keys([1, 1, 0.2]), known([0, 0, 3]), { ...EFFORT, least: 0 }).probes).toHaveLength(1);
  expect(askedFor([], known([]), EFFORT)).toMatchObject({ probes: [], rest: 0, wanted: 0 });
});

test("where every key is common, several are asked for together, up to a bound", () => {
  const { probes } = askedFor(keys(Array(12).fill(1)), known(Array(12).fill(900)), EFFORT);
  expect(probes).toHaveLength(20);
  for (const probe of probes) expect([probe.keys.length, probe.most <= 500]).toEqual([3, true]);
});

test("a wording that shares enough has a key that is asked for", () => {
  const weight = fc.double({ min: 0.1, max: 2, noNaN: true });
  const given = fc.array(fc.tuple(weight, fc.integer({ min: 0, max: 50 }), fc.boolean()), { maxLength: 20 });
  fc.assert(
    fc.property(given, (all) => {
      const own = keys(all.map(([one]) => one));
      const asked = askedFor(own, known(all.map(([, count]) => count)), { ...EFFORT, read: 10_000 });
      // The wording has the keys that are marked, where any wording has them.
      const held = own.filter((_, i) => all[i]?.[2] && (all[i]?.[1] ?? 0) > 0);
      const shared = held.reduce((sum, { key }) => sum + (asked.rarities[key - 1] ?? 0), 0);
      const found = asked.probes.some((probe) =>
        probe.keys.every((key) => held.some((one) => one.key === key)),
      );
      const isEnough = held.length > 0 && shared > asked.wanted;
      if (isEnough && asked.probes.length < 14) expect(found).toBe(true);
    }),
  );
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
