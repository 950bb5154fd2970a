/** From here on a field says how much more it takes: a tenth of what it takes, but at least and at most so many characters. */
const NEAR = { share: 0.1, least: 20, most: 200 } as const;

/**
 * What is told of how long a text is: how many characters are left, negative where there are too many; null while there is room
 * enough. In UTF-16 units, as schemas count.
 */
export function leftToTell(length: number, most: number): number | null {
  const left = most - length;
  const near = Math.min(NEAR.most, Math.max(NEAR.least, most * NEAR.share));
  // A field of a few characters would tell of itself before anything is in it.
  return left > near || (left >= 0 && length * 2 < most) ? null : left;
}
