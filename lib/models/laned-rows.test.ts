import fc from "fast-check";
import { expect, test } from "vitest";
import { LanedRows, toBytes } from "./laned-rows";

const ROWS = 5;
const weight = fc.oneof(fc.integer({ min: -128, max: 127 }), fc.constantFrom(-128, -127, 0, 127));
const table = fc.constantFrom(12, 24, 36).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    weights: fc.array(weight, { minLength: ROWS * columns, maxLength: ROWS * columns }),
  }),
);
const features = fc.array(fc.integer({ min: 0, max: ROWS - 1 }), { maxLength: 16 });

test("rows in lanes sum to what plain rows do, on top of what they are added to", () => {
  fc.assert(
    fc.property(table, features, ({ columns, weights }, list) => {
      const rows = new LanedRows({ bytes: Int8Array.from(weights), scale: 0.5 }, columns);
      const base = Float32Array.from({ length: 2 + columns }, (_, i) => i);
      const out = new Float32Array(columns + 2).fill(5);
      rows.sum(Int32Array.from([4, ...list]), 1, list.length, base, 2, out, 1);
      const sums = Array.from({ length: columns }, (_, k) =>
        list.reduce((sum, row) => sum + 0.5 * (weights[row * columns + k] ?? 0), 2 + k),
      );
      expect([...out]).toEqual([5, ...sums, 5]);
    }),
  );
});

test("the heaviest sums don't run over", () => {
  const most = new Int32Array(16);
  for (const heavy of [-128, 127]) {
    const rows = new LanedRows({ bytes: new Int8Array(12).fill(heavy), scale: 1 }, 12);
    const out = new Float32Array(12);
    rows.sum(most, 0, most.length, new Float32Array(12), 0, out, 0);
    expect([...out]).toEqual(Array.from({ length: 12 }, () => heavy * most.length));
  }
});

test("rows that can't be summed twelve columns at a time are refused", () => {
  expect(() => new LanedRows({ bytes: new Int8Array(16), scale: 1 }, 16)).toThrow("16");
});

test("bytes times their scale are within half a step of the numbers that they stand for", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true })), (values) => {
      const { bytes, scale } = toBytes(values);
      values.forEach((value, i) => {
        expect(Math.abs((bytes[i] ?? 0) * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-6);
      });
    }),
  );
});
