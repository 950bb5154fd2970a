/** Sums are taken so many at a time. */
const AT_ONCE = 4;

/** A number of columns with those that are added. */
export function roundedUp(count: number): number {
  return Math.ceil(count / AT_ONCE) * AT_ONCE;
}

/**
 * From the rows [from, to) of a matrix, of `columns` each, to columns of rows, so that each sum is one walk through memory.
 * Columns of zeros are added up to a multiple of `AT_ONCE`.
 */
export function transposed(
  matrix: ArrayLike<number>,
  from: number,
  to: number,
  columns: number,
): Float64Array {
  const rows = to - from;
  const out = new Float64Array(rows * roundedUp(columns));
  for (let j = 0; j < rows; j++)
    for (let k = 0; k < columns; k++) out[k * rows + j] = matrix[(from + j) * columns + k] ?? 0;
  return out;
}

/** Add Σ_j weights[k, j] × states[at + j], for j below `size`, to each sums[k] below `count`, a multiple of `AT_ONCE`. */
export function addProducts(
  weights: Float64Array,
  states: Float64Array,
  at: number,
  size: number,
  sums: Float64Array,
  count: number,
): void {
  for (let k = 0; k < count; k += AT_ONCE) {
    const first = k * size;
    const second = first + size;
    const third = second + size;
    const fourth = third + size;
    let a = sums[k] ?? 0;
    let b = sums[k + 1] ?? 0;
    let c = sums[k + 2] ?? 0;
    let d = sums[k + 3] ?? 0;
    for (let j = 0; j < size; j++) {
      const state = states[at + j] ?? 0;
      a += (weights[first + j] ?? 0) * state;
      b += (weights[second + j] ?? 0) * state;
      c += (weights[third + j] ?? 0) * state;
      d += (weights[fourth + j] ?? 0) * state;
    }
    sums[k] = a;
    sums[k + 1] = b;
    sums[k + 2] = c;
    sums[k + 3] = d;
  }
}

/**
 * sums[k] = Σ_j weights[k, j] × states[at + j], and the same of the state at `otherAt`, for j below `size` and k below `count`,
 * a multiple of 3. Each weight is fetched once for both, which is what the time goes into.
 */
export function productsOfTwo(
  weights: Float64Array,
  states: Float64Array,
  at: number,
  otherAt: number,
  size: number,
  sums: Float64Array,
  otherSums: Float64Array,
  count: number,
): void {
  for (let k = 0; k < count; k += 3) {
    const first = k * size;
    const second = first + size;
    const third = second + size;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let j = 0; j < size; j++) {
      const state = states[at + j] ?? 0;
      const other = states[otherAt + j] ?? 0;
      const one = weights[first + j] ?? 0;
      const two = weights[second + j] ?? 0;
      const three = weights[third + j] ?? 0;
      a += one * state;
      b += two * state;
      c += three * state;
      d += one * other;
      e += two * other;
      f += three * other;
    }
    sums[k] = a;
    sums[k + 1] = b;
    sums[k + 2] = c;
    otherSums[k] = d;
    otherSums[k + 1] = e;
    otherSums[k + 2] = f;
  }
}
