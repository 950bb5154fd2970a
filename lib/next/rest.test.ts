import { expect, test } from "vitest";
import { isTimeToRest } from "./rest";

const MB = 1_048_576;

test.each([
  ["nothing grew", 200, 200, 0, false],
  ["a little grew", 250, 200, 0, false],
  ["much grew, and somebody waits", 700, 200, 0.9, false],
  ["much grew, and nobody waits", 700, 200, 0.05, true],
  ["it shrank", 150, 200, 0, false],
])("%s: %i MB of %i MB, busy %d", (_, heap, heapAtRest, busy, isTime) => {
  expect(isTimeToRest({ heap: heap * MB, heapAtRest: heapAtRest * MB, busy })).toBe(isTime);
});
