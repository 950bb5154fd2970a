import type { Facts } from "./facts";
import type { Quantity } from "./quantities";

const near = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
const low = Math.min;
const high = Math.max;

/** Units differ only where both are written. */
function unitsDiffer(a: Quantity, b: Quantity): boolean {
  return a.unit !== null && b.unit !== null && a.unit !== b.unit;
}

export interface MatchedQuantities {
  readonly pairs: readonly (readonly [Quantity, Quantity])[];
  readonly onlyA: readonly Quantity[];
  readonly onlyB: readonly Quantity[];
}

/** Equal values stand for each other, with equal units and roles first. */
export function matchQuantities(a: readonly Quantity[], b: readonly Quantity[]): MatchedQuantities {
  // "Five were freed" isn't "two of the five were freed".
  const isWhole = ({ role }: Quantity) => role === "WHOLE";
  const options = a.flatMap((x) =>
    b.filter((y) => near(x.value, y.value) && isWhole(x) === isWhole(y)).map((y) => [x, y] as const),
  );
  const rank = ([x, y]: readonly [Quantity, Quantity]) =>
    (unitsDiffer(x, y) ? 2 : 0) + (x.role === y.role ? 0 : 1);
  options.sort((x, y) => rank(x) - rank(y));
  const taken = new Set<Quantity>();
  const pairs = options.filter(([x, y]) => {
    if (taken.has(x) || taken.has(y)) return false;
    taken.add(x);
    taken.add(y);
    return true;
  });
  return { pairs, onlyA: a.filter((x) => !taken.has(x)), onlyB: b.filter((y) => !taken.has(y)) };
}

const isBound = ({ role }: Quantity): boolean => role === "OVER" || role === "UNDER";

export function quantityDifferences(a: Facts, b: Facts): Record<string, number> {
  const { pairs, onlyA, onlyB } = matchQuantities(a.quantities, b.quantities);
  let sameUnit = 0;
  let ratio = 0;
  for (const x of onlyA)
    for (const y of onlyB) {
      if (x.unit !== null && x.unit === y.unit) sameUnit += 1;
      ratio = high(ratio, low(x.value, y.value) / high(x.value, y.value, 1e-9));
    }
  const order = (index: 0 | 1) =>
    [...pairs]
      .sort((x, y) => x[index].first - y[index].first)
      .map((pair) => pairs.indexOf(pair))
      .join();
  const swapped = pairs.filter(
    ([x, y]) => (x.role === "FROM" && y.role === "TO") || (x.role === "TO" && y.role === "FROM"),
  ).length;
  return {
    numbersShared: pairs.length,
    numbersLeast: low(onlyA.length, onlyB.length),
    numbersMost: high(onlyA.length, onlyB.length),
    numbersSameUnit: sameUnit,
    numbersRatio: ratio,
    unitsDiffer: pairs.filter(([x, y]) => unitsDiffer(x, y)).length,
    unitsMissing: pairs.filter(([x, y]) => (x.unit === null) !== (y.unit === null)).length,
    rolesDiffer: pairs.filter(([x, y]) => x.role !== y.role && x.role !== null && y.role !== null).length,
    rolesSwapped: swapped,
    byDiffers: pairs.filter(([x, y]) => (x.role === "BY") !== (y.role === "BY")).length,
    fromDiffers: pairs.filter(([x, y]) => (x.role === "FROM") !== (y.role === "FROM")).length,
    boundDiffers: pairs.filter(([x, y]) => isBound(x) !== isBound(y)).length,
    numbersOrder: Number(pairs.length > 1 && order(0) !== order(1)),
    numbersBoth: Number(a.quantities.length > 0 && b.quantities.length > 0),
  };
}
