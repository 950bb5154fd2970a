import { expect, test } from "vitest";
import { calibrateByCurve } from "./logistic-calibration";

/** Of a thousand answers with each share, as many right as `rightOf` says. */
const seen = (rightOf: (share: number) => number) =>
  [0.2, 0.4, 0.6, 0.8, 0.95].flatMap((p) =>
    Array.from({ length: 1000 }, (_, i) => ({ p, isRight: i < rightOf(p) * 1000 })),
  );
const at = (curve: readonly number[], share: number) => curve[Math.round(share * 20)] ?? -1;

test("shares that hold stay as they are", () => {
  const curve = calibrateByCurve(seen((share) => share));
  for (const share of [0.2, 0.4, 0.6, 0.8, 0.95]) expect(at(curve, share)).toBeCloseTo(share, 1);
});

test("shares that promise too much are lowered, and their order stays", () => {
  const curve = calibrateByCurve(seen((share) => share * 0.8));
  expect(at(curve, 0.8)).toBeCloseTo(0.64, 1);
  for (let step = 1; step < curve.length; step += 1)
    expect(curve[step]).toBeGreaterThan(curve[step - 1] ?? 1);
});

test("where nothing was seen, a share is taken at its word", () =>
  expect(at(calibrateByCurve([]), 0.7)).toBeCloseTo(0.7));
