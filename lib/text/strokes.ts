/**
 * A wavy stroke as an SVG path: half waves of `halfPeriod`, first up and then down; the last one is shortened to end at `to`.
 *
 * Units    user units of the SVG; `height` is the control point's distance from `y`. `from` may lie right of `to`: the wave
 *          then runs leftwards.
 * Throws   RangeError when `halfPeriod` is not positive.
 */
export function wave(shape: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly halfPeriod: number;
  readonly height: number;
}): string {
  const { from, to, y, halfPeriod, height } = shape;
  if (!(halfPeriod > 0)) throw new RangeError(`a wave needs a positive half period, not ${halfPeriod}`);
  const direction = Math.sign(to - from);
  let path = `M${round(from)} ${round(y)}`;
  let up = true;
  for (let x = from; direction * (to - x) > 1e-9; up = !up) {
    const next = direction * (to - x) > halfPeriod ? x + direction * halfPeriod : to;
    path += `Q${round((x + next) / 2)} ${round(y + (up ? -height : height))} ${round(next)} ${round(y)}`;
    x = next;
  }
  return path;
}

/** One decimal is enough for a stroke, and keeps the pages small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
