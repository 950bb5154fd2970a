import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atMost, contains, overlap, sliceOf } from "./span";

const span = (start: number, end: number) => ({ start, end });
const spans = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]) => span(start, start + length));
const unitsOf = ({ start, end }: { start: number; end: number }) =>
  Array.from({ length: end - start }, (_, i) => start + i);

describe("the words under a span", () => {
  test.each([
    [span(0, 3), "The"],
    [span(4, 10), "bridge"],
    [span(10, 11), "."],
    [span(0, 11), "The bridge."],
  ])("%o", (given, words) => expect(sliceOf("The bridge.", given)).toBe(words));

  test.each([span(0, 12), span(11, 12), span(-1, 3), span(3, 3), span(5, 4), span(Number.NaN, 3)])(
    "%o is no span of the text",
    (given) => expect(() => sliceOf("The bridge.", given)).toThrow(RangeError),
  );
});

describe("two spans", () => {
  test.each([
    ["apart", span(0, 3), span(5, 8), 0],
    ["side by side: the end is not part of it", span(0, 3), span(3, 8), 0],
    ["sharing one unit", span(0, 4), span(3, 8), 1],
    ["one inside the other", span(0, 8), span(2, 5), 3],
    ["the same", span(2, 5), span(2, 5), 3],
  ])("%s", (_, a, b, shared) => {
    expect(overlap(a, b)).toBe(shared);
    expect(overlap(b, a)).toBe(shared);
  });

  test.each([
    ["itself", span(2, 5), true],
    ["one that begins with it", span(2, 3), true],
    ["one that ends with it", span(4, 5), true],
    ["one that begins before it", span(1, 3), false],
    ["one that ends behind it", span(4, 6), false],
    ["one beside it", span(5, 6), false],
  ])("[2, 5) contains %s: %o %s", (_, inner, isInside) => expect(contains(span(2, 5), inner)).toBe(isInside));

  test("share as many units as both hold, and one contains the other where it holds all of them", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = unitsOf(a).filter((unit) => unitsOf(b).includes(unit)).length;
        expect(overlap(a, b)).toBe(shared);
        expect(contains(a, b)).toBe(shared === b.end - b.start);
      }),
    );
  });
});

describe("no more than so many pieces", () => {
  const every = (step: number, count: number) =>
    Array.from({ length: count }, (_, i) => span(i * step, i * step + 10));

  test("a list that is short enough stays as it is, side by side or not", () => {
    expect(atMost(20, every(11, 20))).toEqual(every(11, 20));
  });
  test("of more, those with a seam between them become one", () => {
    expect(atMost(20, every(12, 50_000))).toEqual([span(0, 12 * 49_999 + 10)]);
    expect(atMost(2, [span(0, 5), span(6, 9), span(20, 30)])).toEqual([span(0, 9), span(20, 30)]);
  });
  test("of those that lie apart the first stay", () => {
    expect(atMost(20, every(30, 50_000))).toEqual(every(30, 20));
  });
});
