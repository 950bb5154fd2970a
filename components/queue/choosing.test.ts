import { describe, expect, test } from "vitest";
import { allOf, type Choosing, keptOf, NOTHING_CHOSEN, ranged, toggled } from "./choosing";

const IDS = ["a", "b", "c", "d", "e"];
const chosen = ({ chosen }: Choosing) => [...chosen].sort();

test("one is chosen and left again", () => {
  const once = toggled(NOTHING_CHOSEN, "b");
  expect(chosen(once)).toEqual(["b"]);
  expect(chosen(toggled(once, "b"))).toEqual([]);
});

describe("a range", () => {
  test("goes from the last one that was chosen, either way", () => {
    expect(chosen(ranged(toggled(NOTHING_CHOSEN, "b"), IDS, "d", 200))).toEqual(["b", "c", "d"]);
    expect(chosen(ranged(toggled(NOTHING_CHOSEN, "d"), IDS, "b", 200))).toEqual(["b", "c", "d"]);
  });
  test("begins at the same place when it is drawn further", () => {
    const first = ranged(toggled(NOTHING_CHOSEN, "b"), IDS, "c", 200);
    expect(chosen(ranged(first, IDS, "e", 200))).toEqual(["b", "c", "d", "e"]);
  });
  test("leaves what lies in it, where its beginning was left", () => {
    const all = allOf(NOTHING_CHOSEN, IDS, 200);
    expect(chosen(ranged(toggled(all, "b"), IDS, "d", 200))).toEqual(["a", "e"]);
  });
  test("without a beginning is one alone", () => {
    expect(chosen(ranged(NOTHING_CHOSEN, IDS, "d", 200))).toEqual(["d"]);
  });
  test("whose beginning isn't in the list any more is one alone", () => {
    expect(chosen(ranged({ chosen: new Set(), anchor: "gone" }, IDS, "d", 200))).toEqual(["d"]);
  });
  test("chooses no more than may be", () => {
    expect(chosen(ranged(toggled(NOTHING_CHOSEN, "a"), IDS, "e", 3))).toEqual(["a", "b", "c"]);
  });
});

test("all are chosen, and left where all were", () => {
  const all = allOf(toggled(NOTHING_CHOSEN, "c"), IDS, 200);
  expect(chosen(all)).toEqual(IDS);
  expect(chosen(allOf(all, IDS, 200))).toEqual([]);
  expect(chosen(allOf(NOTHING_CHOSEN, IDS, 2))).toEqual(["a", "b"]);
});

test("what left the list isn't chosen any more", () => {
  const kept = keptOf({ chosen: new Set(["a", "x"]), anchor: "x" }, IDS);
  expect([chosen(kept), kept.anchor]).toEqual([["a"], null]);
});
