import { expect, test } from "vitest";
import { wave } from "./strokes";

test("a wave goes up, then down, and ends where it should", () => {
  expect(wave({ from: 0, to: 12, y: 4, halfPeriod: 6, height: 3 })).toBe("M0 4Q3 1 6 4Q9 7 12 4");
});

test("the last half wave is shortened, never left out or overshot", () => {
  expect(wave({ from: 0, to: 8, y: 0, halfPeriod: 6, height: 3 })).toBe("M0 0Q3 -3 6 0Q7 3 8 0");
});

test("a wave can run leftwards", () => {
  expect(wave({ from: 12, to: 0, y: 0, halfPeriod: 6, height: 3 })).toBe("M12 0Q9 -3 6 0Q3 3 0 0");
});

test("a wave of no length is a point", () => {
  expect(wave({ from: 5, to: 5, y: 1, halfPeriod: 6, height: 3 })).toBe("M5 1");
});

test.each([0, -1, Number.NaN])("half period %s is refused", (halfPeriod) => {
  expect(() => wave({ from: 0, to: 1, y: 0, halfPeriod, height: 1 })).toThrow(RangeError);
});
