const STEPS = 20;
const ITERATIONS = 50;

const oddsOf = (p: number): number => {
  const kept = Math.min(0.999, Math.max(0.001, p));
  return Math.log(kept / (1 - kept));
};

/**
 * How many of the answers with a share of 0, 0.05 … 1 are right, by a curve that rises with the share: a logistic one over the share's log
 * odds, found by Newton's method (Platt 1999). Steps of pooled neighbours left no floor between a half of all statements and none.
 */
export function calibrateByCurve(seen: readonly { p: number; isRight: boolean }[]): number[] {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < ITERATIONS; round += 1) {
    // one made-up answer on the share's own word keeps the curve from leaving where there are few
    let [gs, go, hss, hso, hoo] = [slope - 1, offset, 1, 0, 1];
    for (const { p, isRight } of seen) {
      const x = oddsOf(p);
      const q = 1 / (1 + Math.exp(-(slope * x + offset)));
      const [error, weight] = [q - (isRight ? 1 : 0), q * (1 - q)];
      gs += error * x;
      go += error;
      hss += weight * x * x;
      hso += weight * x;
      hoo += weight;
    }
    const determinant = hss * hoo - hso * hso;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = slope * oddsOf(step / STEPS) + offset;
    return Number((1 / (1 + Math.exp(-at))).toFixed(4));
  });
}
