import { expect, test } from "vitest";
import { scrollAt } from "./caret";

const PANE = { top: 100, bottom: 700 };

test.each([
  [400, 0],
  [148, 0],
  [652, 0],
  [100, -14],
  [20, -14],
  [700, 14],
  [900, 14],
])("at height %i a pane scrolls by %i", (y, by) => expect(scrollAt(y, PANE) + 0).toBe(by));

test("the nearer the edge, the faster", () => {
  const speeds = [120, 110, 104].map((y) => scrollAt(y, PANE));
  expect(speeds).toEqual(speeds.toSorted((a, b) => b - a));
  expect(new Set(speeds).size).toBe(3);
});
