import { BETWEEN, keyOf, type PreparedText, type Unit } from "./prepared-text";

/** A text's words as one string, to find the same words again wherever they stand. */
export interface WordPlaces {
  /** Indexes of the words at which these words begin, the first few of them; `key` as `keyOf` makes it. */
  placesOf(key: string): number[];
  /** Units by the words that they hold. */
  unitsWith(key: string): readonly number[];
}

/** More places than this say no more than "in several". */
const MOST_PLACES = 20;

export function wordPlacesOf(side: PreparedText): WordPlaces {
  const joined = keyOf(side.words, 0, side.words.length);
  const starts = new Int32Array(side.words.length);
  let length = 0;
  side.words.forEach(({ key }, index) => {
    starts[index] = length;
    length += key.length + BETWEEN.length;
  });
  let byWord: Map<string, number[]> | null = null;
  return {
    placesOf(key) {
      const places: number[] = [];
      for (
        let at = joined.indexOf(key);
        at >= 0 && places.length < MOST_PLACES;
        at = joined.indexOf(key, at + 1)
      ) {
        places.push(indexIn(starts, at));
      }
      return places;
    },
    unitsWith(key) {
      byWord ??= unitsByWord(side);
      return byWord.get(key) ?? [];
    },
  };
}

function indexIn(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function unitsByWord(side: PreparedText): Map<string, number[]> {
  const found = new Map<string, number[]>();
  side.units.forEach((unit, index) => {
    for (const key of wordSet(side, unit)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [index]);
      else list.push(index);
    }
  });
  return found;
}

function wordSet({ words }: PreparedText, { from, to }: Pick<Unit, "from" | "to">): Set<string> {
  const set = new Set<string>();
  for (let i = from; i < to; i += 1) {
    const word = words[i];
    if (word?.isWord === true) set.add(word.key.toLowerCase());
  }
  return set;
}

/** Share of words in common (Dice) from which a sentence elsewhere may be the same one. */
const ALIKE = 0.6;
/** A sentence of fewer words is like many others. */
const LEAST_WORDS = 4;
/** A word that stands in more sentences than this tells nothing. */
const COMMON = 200;

/** The unit elsewhere that is most like these words and that isn't what became of others; null where none is like them. */
export function alikeIn(
  lined: {
    readonly older: PreparedText;
    readonly newer: PreparedText;
    readonly isKept: Uint8Array;
    readonly wordPlaces: { readonly newer: WordPlaces };
  },
  around: Pick<Unit, "from" | "to" | "type">,
): Unit | null {
  const { older, newer, isKept, wordPlaces } = lined;
  const own = wordSet(older, around);
  if (own.size < LEAST_WORDS) return null;
  const shared = new Map<number, number>();
  for (const key of own) {
    const units = wordPlaces.newer.unitsWith(key);
    if (units.length > COMMON) continue;
    for (const unit of units) shared.set(unit, (shared.get(unit) ?? 0) + 1);
  }
  let [best, most]: [Unit | null, number] = [null, ALIKE];
  for (const [index, count] of shared) {
    const unit = newer.units[index];
    if (unit === undefined || unit.type !== around.type || isOthers(unit, isKept)) continue;
    const likeness = (2 * count) / (own.size + wordSet(newer, unit).size);
    if (likeness >= most) [best, most] = [unit, likeness];
  }
  return best;
}

/** Is most of it what became of other words? */
function isOthers({ from, to }: Unit, isKept: Uint8Array): boolean {
  let kept = 0;
  for (let i = from; i < to; i += 1) kept += isKept[i] ?? 0;
  return kept * 2 > to - from;
}
