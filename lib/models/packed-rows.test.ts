import fc from "fast-check";
import { expect, test } from "vitest";
import { packTable } from "./model-file";
import { PackedRows } from "./packed-rows";
import { sumRows } from "./table";

const BITS = 6;
const ROWS = 1 << BITS;
const weight = fc.oneof(fc.constant(0), fc.integer({ min: -127, max: 127 }), fc.constantFrom(-127, 127));
const table = fc.constantFrom(1, 3, 4, 7, 8, 9, 16, 39, 45).chain((classes) =>
  fc.record({
    classes: fc.constant(classes),
    rows: fc.array(
      fc.oneof(
        fc.constant(Array.from({ length: classes }, () => 0)),
        fc.array(weight, { minLength: classes, maxLength: classes }),
      ),
      { minLength: ROWS, maxLength: ROWS },
    ),
  }),
);
const features = fc.array(fc.integer({ min: 0, max: ROWS - 1 }), { maxLength: 700 });

test("packed rows sum to what the plain table does, and onto what stands there", () => {
  fc.assert(
    fc.property(table, features, ({ classes, rows }, list) => {
      const weights = Int8Array.from(rows.flat());
      const ids = Int32Array.from(list);
      const plain = new Float64Array(classes);
      sumRows({ bits: BITS, classes, weights, scale: 1 }, ids, ids.length, plain);
      const packed = new PackedRows(packTable(weights, classes), BITS, classes, 1);
      const sums = new Float64Array(classes + 2).fill(5);
      packed.add(ids, 0, ids.length, sums, 1);
      expect([...sums]).toEqual([5, ...[...plain].map((sum) => sum + 5), 5]);
    }),
  );
});

test("the heaviest sums don't run over", () => {
  const ids = Int32Array.from({ length: 2000 }, () => 3);
  for (const heavy of [-128, 127]) {
    const packed = new PackedRows(packTable(new Int8Array(ROWS * 4).fill(heavy), 4), BITS, 4, 1);
    const sums = new Float64Array(4);
    packed.add(ids, 0, ids.length, sums, 0);
    expect([...sums]).toEqual([1, 1, 1, 1].map(() => heavy * ids.length));
  }
});
