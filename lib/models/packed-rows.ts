/** Sums of this many bytes above 0 fit in 16 bits. */
const MOST_AT_ONCE = 256;
const EVEN = 0x00ff00ff;
/** What a stored byte is above its weight, in each of two lanes of 16 bits. */
const BIAS = 0x00800080;
const FLIP = 0x80808080 | 0;

/** Words of 32 bits that a row takes up: 1, 2, or a multiple of 4. */
function widthOf(classes: number): number {
  const words = Math.ceil(classes / 4);
  return words < 3 ? words : Math.ceil(words / 4) * 4;
}

function countOnes(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A table with a larger share of rows than this keeps its empty ones too, and needs no map to find them. */
const FULL = 0.75;

function mapOf(bytes: Uint8Array, mapBytes: number): Int32Array {
  const map = new Int32Array(Math.ceil(mapBytes / 4) * 2);
  let before = 0;
  for (let word = 0; word * 2 < map.length; word++) {
    let kept = 0;
    for (let k = 0; k < 4 && word * 4 + k < mapBytes; k++) kept |= (bytes[word * 4 + k] ?? 0) << (8 * k);
    map[word * 2] = kept;
    map[word * 2 + 1] = before;
    before += countOnes(kept);
  }
  return map;
}

/**
 * A table of 8-bit weights without its empty rows, as the weight files hold it: a bit for each row, then the rows that hold
 * anything. Most features of a page have no row, which the bits tell without touching the weights.
 *
 * Four weights, each plus 128, make a word; two are summed at a time, in the halves of one number. Sums of whole numbers
 * are exact, so that their order doesn't matter.
 */
export class PackedRows {
  /** For each 32 rows: the bits of those that are kept, and how many are kept before them. Null where all are. */
  private readonly map: Int32Array | null;
  private readonly words: Int32Array;
  private readonly width: number;
  /** Where the rows that are being summed begin in `words`. */
  private readonly places = new Int32Array(MOST_AT_ONCE + 1);

  /** `bytes` are the unpacked contents of a weight file: `2 ** bits` bits, then rows of `classes` signed bytes. */
  constructor(
    bytes: Uint8Array,
    readonly bits: number,
    readonly classes: number,
    readonly scale: number,
  ) {
    const mapBytes = (1 << bits) >> 3;
    const kept = (bytes.length - mapBytes) / classes;
    this.width = widthOf(classes);
    const isSparse = kept < (1 << bits) * FULL;
    this.map = isSparse ? mapOf(bytes, mapBytes) : null;
    const rowBytes = this.width * 4;
    const rows = new Uint8Array((isSparse ? kept : 1 << bits) * rowBytes);
    let at = mapBytes;
    let place = 0;
    for (let row = 0; row < 1 << bits; row++) {
      const isKept = (((bytes[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;
      if (isKept) for (let k = 0; k < classes; k++) rows[place + k] = bytes[at++] ?? 0;
      if (isKept || !isSparse) place += rowBytes;
    }
    this.words = new Int32Array(rows.buffer);
    for (let i = 0; i < this.words.length; i++) this.words[i] = (this.words[i] ?? 0) ^ FLIP;
  }

  /** Add the rows of the features `ids[from]` up to `ids[to - 1]` to the `classes` numbers that stand in `out` from `at` on. */
  add(ids: Int32Array, from: number, to: number, out: Float64Array, at: number): void {
    for (let begin = from; begin < to; begin += MOST_AT_ONCE) {
      const count = this.find(ids, begin, Math.min(to, begin + MOST_AT_ONCE));
      if (count === 0) continue;
      if (this.width === 1) this.addOne(count, out, at);
      else if (this.width === 2) this.addTwo(count, out, at);
      else for (let column = 0; column < this.width; column += 4) this.addFour(count, column, out, at);
    }
  }

  /** Note where the rows of some features begin; the number of those that have one. */
  private find(ids: Int32Array, from: number, to: number): number {
    const { map, places, width } = this;
    if (map === null) {
      for (let i = from; i < to; i++) places[i - from] = Math.imul(ids[i] ?? 0, width);
      return to - from;
    }
    let count = 0;
    // no branch: whether a feature has a row can't be foretold
    for (let i = from; i < to; i++) {
      const id = ids[i] ?? 0;
      const word = (id >>> 5) << 1;
      const bits = map[word] ?? 0;
      const place = id & 31;
      places[count] = Math.imul((map[word + 1] ?? 0) + countOnes(bits & ((1 << place) - 1)), width);
      count += (bits >>> place) & 1;
    }
    return count;
  }

  private addOne(count: number, out: Float64Array, at: number): void {
    const { words, places } = this;
    let even = -Math.imul(BIAS, count);
    let odd = even;
    for (let i = 0; i < count; i++) {
      const w = words[places[i] ?? 0] ?? 0;
      even = (even + (w & EVEN)) | 0;
      odd = (odd + ((w >>> 8) & EVEN)) | 0;
    }
    this.spread(even, odd, 0, out, at);
  }

  private addTwo(count: number, out: Float64Array, at: number): void {
    const { words, places } = this;
    let even = -Math.imul(BIAS, count);
    let odd = even;
    let even1 = even;
    let odd1 = even;
    for (let i = 0; i < count; i++) {
      const place = places[i] ?? 0;
      const w = words[place] ?? 0;
      const w1 = words[place + 1] ?? 0;
      even = (even + (w & EVEN)) | 0;
      odd = (odd + ((w >>> 8) & EVEN)) | 0;
      even1 = (even1 + (w1 & EVEN)) | 0;
      odd1 = (odd1 + ((w1 >>> 8) & EVEN)) | 0;
    }
    this.spread(even, odd, 0, out, at);
    this.spread(even1, odd1, 4, out, at);
  }

  private addFour(count: number, column: number, out: Float64Array, at: number): void {
    const { words, places } = this;
    let even = -Math.imul(BIAS, count);
    let odd = even;
    let even1 = even;
    let odd1 = even;
    let even2 = even;
    let odd2 = even;
    let even3 = even;
    let odd3 = even;
    for (let i = 0; i < count; i++) {
      const place = (places[i] ?? 0) + column;
      const w = words[place] ?? 0;
      const w1 = words[place + 1] ?? 0;
      const w2 = words[place + 2] ?? 0;
      const w3 = words[place + 3] ?? 0;
      even = (even + (w & EVEN)) | 0;
      odd = (odd + ((w >>> 8) & EVEN)) | 0;
      even1 = (even1 + (w1 & EVEN)) | 0;
      odd1 = (odd1 + ((w1 >>> 8) & EVEN)) | 0;
      even2 = (even2 + (w2 & EVEN)) | 0;
      odd2 = (odd2 + ((w2 >>> 8) & EVEN)) | 0;
      even3 = (even3 + (w3 & EVEN)) | 0;
      odd3 = (odd3 + ((w3 >>> 8) & EVEN)) | 0;
    }
    const first = column * 4;
    this.spread(even, odd, first, out, at);
    this.spread(even1, odd1, first + 4, out, at);
    this.spread(even2, odd2, first + 8, out, at);
    this.spread(even3, odd3, first + 12, out, at);
  }

  /** Add four sums, the first of them that of class `first`. */
  private spread(even: number, odd: number, first: number, out: Float64Array, at: number): void {
    const left = this.classes - first;
    if (left <= 0) return;
    const place = at + first;
    const low = (even << 16) >> 16;
    out[place] = (out[place] ?? 0) + low;
    if (left === 1) return;
    const lowOdd = (odd << 16) >> 16;
    out[place + 1] = (out[place + 1] ?? 0) + lowOdd;
    if (left === 2) return;
    out[place + 2] = (out[place + 2] ?? 0) + ((even - low) >> 16);
    if (left === 3) return;
    out[place + 3] = (out[place + 3] ?? 0) + ((odd - lowOdd) >> 16);
  }
}
