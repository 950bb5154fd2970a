import fc from "fast-check";
import { expect, test } from "vitest";
import { clustersOf, type JudgedPair } from "./clusters";

const same = (a: number, b: number, score: number): JudgedPair => ({ a, b, score, isSame: true });
const other = (a: number, b: number): JudgedPair => ({ a, b, score: 0.1, isSame: false });

test("what is the same as one of them is the same as all", () => {
  expect(clustersOf(4, [same(0, 1, 0.9), same(2, 1, 0.8)])).toEqual([0, 0, 0, 3]);
});

test("two that are not the same are never in one cluster; the less sure pair gives way", () => {
  expect(clustersOf(3, [same(0, 1, 0.7), same(1, 2, 0.9), other(0, 2)])).toEqual([0, 1, 1]);
});

test("a bar holds between clusters that grew", () => {
  expect(clustersOf(4, [same(0, 1, 0.9), same(2, 3, 0.9), same(1, 2, 0.8), other(0, 3)])).toEqual([
    0, 0, 2, 2,
  ]);
});

test("whatever was judged, no cluster holds a barred pair, and the order of the pairs has no say", () => {
  const pairs = fc.uniqueArray(
    fc.record({
      a: fc.nat(7),
      b: fc.nat(7),
      score: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
      isSame: fc.boolean(),
    }),
    { selector: ({ a, b }) => [a, b].sort().join(), maxLength: 24 },
  );
  fc.assert(
    fc.property(
      pairs.map((list) => list.filter(({ a, b }) => a !== b)),
      (list) => {
        const clusters = clustersOf(8, list);
        for (const { a, b, isSame } of list) if (!isSame) expect(clusters[a]).not.toBe(clusters[b]);
        expect(
          clustersOf(
            8,
            [...list].reverse().map((one) => ({ ...one, a: one.b, b: one.a })),
          ),
        ).toEqual(clusters);
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});
