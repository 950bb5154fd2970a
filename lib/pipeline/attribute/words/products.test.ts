import { expect, test } from "vitest";
import { addProducts, productsOfTwo, roundedUp, transposed } from "./products";

const [ROWS, COLUMNS] = [4, 6];
const MATRIX = Float32Array.from({ length: ROWS * COLUMNS }, (_, i) => (i * 7) % 11);
const STATES = Float64Array.of(99, 1, -2, 3, 0.5, 99, 4, 0, -1, 2, 99);

const plain = (at: number): number[] =>
  [...Array(COLUMNS).keys()].map((k) =>
    [...Array(ROWS).keys()].reduce(
      (sum, j) => sum + (STATES[at + j] ?? 0) * (MATRIX[j * COLUMNS + k] ?? 0),
      0,
    ),
  );

test("a matrix is laid out by its columns, with columns of zeros up to a multiple of four", () => {
  const weights = transposed(MATRIX, 1, 3, COLUMNS);
  expect(weights).toHaveLength(2 * 8);
  expect(roundedUp(COLUMNS)).toBe(8);
  expect([...weights.subarray(2, 4)]).toEqual([MATRIX[COLUMNS + 1], MATRIX[2 * COLUMNS + 1]]);
  expect([...weights.subarray(2 * COLUMNS)]).toEqual([0, 0, 0, 0]);
});

test("products are added to what stands there", () => {
  const sums = new Float64Array(8).fill(100);
  addProducts(transposed(MATRIX, 0, ROWS, COLUMNS), STATES, 1, ROWS, sums, sums.length);
  expect([...sums]).toEqual([...plain(1).map((sum) => sum + 100), 100, 100]);
});

test("the products of two states are those of each, whatever stood there", () => {
  const [sums, others] = [new Float64Array(7).fill(9), new Float64Array(7).fill(9)];
  productsOfTwo(transposed(MATRIX, 0, ROWS, COLUMNS), STATES, 1, 6, ROWS, sums, others, COLUMNS);
  expect([...sums]).toEqual([...plain(1), 9]);
  expect([...others]).toEqual([...plain(6), 9]);
});
