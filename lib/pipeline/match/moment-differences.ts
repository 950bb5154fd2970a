import type { Facts } from "./facts";
import type { Moment } from "./moments";

const low = Math.min;
const high = Math.max;
const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

/** A deadline said on two days begins on two days: windows with one end that overlap are one. */
function isEqual(x: Moment, y: Moment): boolean {
  return x.readings.some((r) =>
    y.readings.some((s) => r.to === s.to && (r.from === s.from || overlap(r, s))),
  );
}
type Reading = Moment["readings"][number];
const overlap = (r: Reading, s: Reading): boolean => r.from <= s.to && s.from <= r.to;

/** The least number of days between any readings; 0 where they overlap. */
export function gapOf(x: Moment, y: Moment): number {
  let least = 9999;
  for (const r of x.readings)
    for (const s of y.readings) {
      if (overlap(r, s)) return 0;
      least = low(least, high(daysBetween(r.to, s.from), daysBetween(s.to, r.from)));
    }
  return least;
}

/** Which resolved times of two statements are one, and which stand alone; `apart` is the days between their posts, or null. */
export function timesOf(a: Facts, b: Facts) {
  const dated = (facts: Facts) => facts.moments.filter(({ readings }) => readings.length > 0);
  const [x, y] = [dated(a), dated(b)];
  const onlyA = x.filter((one) => !y.some((other) => isEqual(one, other)));
  const onlyB = y.filter((one) => !x.some((other) => isEqual(one, other)));
  const apart =
    a.postedAt === null || b.postedAt === null ? null : Math.abs(daysBetween(a.postedAt, b.postedAt));
  return { x, y, onlyA, onlyB, shared: x.length - onlyA.length, apart };
}

export function momentDifferences(a: Facts, b: Facts): Record<string, number> {
  const { x, y, onlyA: restX, onlyB: restY, apart } = timesOf(a, b);
  let gap = restX.length > 0 && restY.length > 0 ? 9999 : 0;
  for (const one of restX) for (const other of restY) gap = low(gap, gapOf(one, other));
  const open = (facts: Facts) => facts.moments.some(({ isOpen }) => isOpen);
  const ahead = (facts: Facts) => facts.moments.some(({ isAhead }) => isAhead);
  // Where nobody knows when they were posted they count as of one day: that no date is there says nothing of what is claimed.
  const posts = apart ?? 0;
  return {
    timesShared: low(x.length - restX.length, y.length - restY.length),
    timesLeast: low(restX.length, restY.length),
    timesMost: high(restX.length, restY.length),
    timesBoth: Number(x.length > 0 && y.length > 0),
    timesNeither: Number(x.length === 0 && y.length === 0),
    gap: Math.log1p(gap),
    overlaps: Number(restX.some((one) => restY.some((other) => gapOf(one, other) === 0))),
    openDiffers: Number(open(a) !== open(b)),
    openBoth: Number(open(a) && open(b)),
    aheadDiffers: Number(ahead(a) !== ahead(b)),
    aheadBoth: Number(ahead(a) && ahead(b)),
    posts: Math.log1p(posts),
    undated: posts > 20 && (x.length === 0 || y.length === 0) ? 1 : 0,
  };
}
