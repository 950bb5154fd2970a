/** Weights that stand for themselves times `scale`: whole numbers from -127 to 127. */
export interface ScaledBytes {
  readonly bytes: Int8Array;
  readonly scale: number;
}

const BYTE = 127;

/** Round a list to whole steps of a byte, its largest number being the last one. */
export function toBytes(values: ArrayLike<number>): ScaledBytes {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] ?? 0));
  const scale = most / BYTE || 1;
  return {
    bytes: Int8Array.from({ length: values.length }, (_, i) => Math.round((values[i] ?? 0) / scale)),
    scale,
  };
}

const LANES = 4;
/** The columns of a row are a multiple of this: three floats are summed at a time. */
const COLUMNS = 3 * LANES;
const LANE_BITS = 12;
const LANE = 2 ** LANE_BITS;
const LOW = LANE - 1;
/** What two lanes come up to. */
const HALF = 2 ** (2 * LANE_BITS);
/** What a lane holds above its weight, so that it is never below zero. */
const ABOVE = 128;
/** Sums of this many rows fit in a lane. */
const MOST_ROWS = 16;

/**
 * A table of bytes whose rows are summed a few at a time, as whole numbers: the sums are exact.
 *
 * A float holds whole numbers up to 2 ** 53. So four weights, each plus 128, stand in the lanes of one, 12 bits each, and
 * one addition adds four weights.
 */
export class LanedRows {
  private readonly rows: Float64Array;
  private readonly scale: number;
  /** How many floats a row takes up. */
  private readonly width: number;
  /** Where the rows that are being summed begin in `rows`. */
  private readonly places = new Int32Array(MOST_ROWS);

  /** `columns` is what a row holds: a multiple of 12. */
  constructor({ bytes, scale }: ScaledBytes, columns: number) {
    if (columns % COLUMNS !== 0) throw new Error(`Rows of ${columns} can't be summed ${COLUMNS} at a time.`);
    this.scale = scale;
    this.width = columns / LANES;
    this.rows = Float64Array.from({ length: bytes.length / LANES }, (_, i) => {
      let lanes = 0;
      for (let lane = LANES - 1; lane >= 0; lane--)
        lanes = lanes * LANE + (bytes[i * LANES + lane] ?? 0) + ABOVE;
      return lanes;
    });
  }

  /**
   * Write what stands in `base` from `from` on, plus the sum of the rows `ids[first]` up to `ids[first + count - 1]`, into
   * `out` from `at` on. `count` is at most 16.
   */
  sum(
    ids: Int32Array,
    first: number,
    count: number,
    base: Float32Array,
    from: number,
    out: Float32Array,
    at: number,
  ): void {
    const { places, rows, scale, width } = this;
    for (let i = 0; i < count; i++) places[i] = (ids[first + i] ?? 0) * width;
    const above = ABOVE * count;
    for (let column = 0; column < width; column += 3) {
      let a = 0;
      let b = 0;
      let c = 0;
      for (let i = 0; i < count; i++) {
        const place = (places[i] ?? 0) + column;
        a += rows[place] ?? 0;
        b += rows[place + 1] ?? 0;
        c += rows[place + 2] ?? 0;
      }
      const source = from + column * LANES;
      const target = at + column * LANES;
      spread(a, above, scale, base, source, out, target);
      spread(b, above, scale, base, source + LANES, out, target + LANES);
      spread(c, above, scale, base, source + 2 * LANES, out, target + 2 * LANES);
    }
  }
}

/** Write four numbers of `base` into `out`, each plus what a lane of `sum` holds over `above`, times `scale`. */
function spread(
  sum: number,
  above: number,
  scale: number,
  base: Float32Array,
  from: number,
  out: Float32Array,
  at: number,
): void {
  const high = (sum / HALF) | 0;
  const low = (sum - high * HALF) | 0;
  out[at] = (base[from] ?? 0) + scale * ((low & LOW) - above);
  out[at + 1] = (base[from + 1] ?? 0) + scale * ((low >> LANE_BITS) - above);
  out[at + 2] = (base[from + 2] ?? 0) + scale * ((high & LOW) - above);
  out[at + 3] = (base[from + 3] ?? 0) + scale * ((high >> LANE_BITS) - above);
}
