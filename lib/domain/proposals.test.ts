import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costOf, fateOf, isTooMuch, leftOf, monthOf, mostTokens } from "./proposals";
import { marksProposed, usable } from "./proposals-shapes";

const one = (wording: string) => ({ wording });

describe("a proposal is usable", () => {
  test.each([
    ["the first three, in their order", ["A", "B", "C", "D"], ["A", "B", "C"], 1],
    ["each once, whatever its case and its edges", ["A", " a ", "B"], ["A", "B"], 1],
    ["not what stands there", ["there", "A"], ["A"], 1],
    ["not what the form refuses", ["", "x".repeat(501), "A"], ["A"], 2],
    ["not what can’t be stored", ["a\0", "\ud800", "A"], ["A"], 2],
  ])("%s", (_, proposed, kept, refused) => {
    expect(usable("WORDINGS", proposed.map(one), [one("There")])).toEqual({ kept: kept.map(one), refused });
  });

  test.each([null, 1, "A", [], {}, { wording: 1 }])("none is %j", (proposed) => {
    expect(usable("WORDINGS", [proposed], [])).toEqual({ kept: [], refused: 1 });
  });

  test("only with the fields of its form", () => {
    const search = { lookedFor: "quay", place: "Archive" };
    const proposed = [{ ...search, searchedAt: "2020-01-01" }, one("A")];
    expect(usable("SEARCHES", proposed, [])).toEqual({ kept: [search], refused: 1 });
  });
});

describe("a proposed statement is kept", () => {
  const TEXT = "The quay was built in 1931. Nobody says who paid for it.";
  const said = (exact: string, kind = "NONE", why = "Nobody is named.") => ({ exact, kind, why });
  const kept = (...all: ReturnType<typeof said>[]) => {
    const { marks, refused } = marksProposed(all, TEXT, "small-1");
    return [marks.map(({ exact }) => exact), refused];
  };

  test("as a mark of its words, signed, with its kind as a tag and its reason as a note", () => {
    expect(marksProposed([said("The quay was built in 1931.")], TEXT, "small-1").marks).toEqual([
      {
        exact: "The quay was built in 1931.",
        tags: ["NONE"],
        note: "Nobody is named.",
        by: "small-1",
        prefix: "",
        suffix: "",
        at: null,
        day: null,
      },
    ]);
  });

  test("where its words stand in the page letter for letter, each once", () => {
    expect(
      kept(said("the quay was built"), said("The quay … 1931."), said("The quay was built in 1932.")),
    ).toEqual([[], 3]);
    expect(kept(said("in 1931"), said("in 1931", "OPINION"), said("who paid"))).toEqual([
      ["in 1931", "who paid"],
      1,
    ]);
  });

  test("with a kind that we know, a reason that fits and can be stored, and no more than twelve", () => {
    expect(kept(said("in 1931", "RUMOUR"), said("in 1931", "NONE", "x".repeat(1001)))).toEqual([[], 2]);
    expect(kept(said("in 1931", "NONE", "\0"), said(""))).toEqual([[], 2]);
    const letters = [...new Set(TEXT)].slice(0, 14).map((letter) => said(letter));
    expect(kept(...letters)).toEqual([letters.slice(0, 12).map(({ exact }) => exact), 2]);
  });

  test.each([null, 1, "A", [], {}, { exact: "in 1931" }])("none is %j", (proposed) => {
    expect(marksProposed([proposed], TEXT, "small-1")).toEqual({ marks: [], refused: 1 });
  });
});

describe("cost", () => {
  test.each([
    [{ priceIn: 1, priceOut: 2 }, { in: 700, out: 90 }, 880],
    [{ priceIn: 0.15, priceOut: 0.6 }, { in: 100, out: 100 }, 75],
    [{ priceIn: 0.15, priceOut: 0.6 }, { in: 1, out: 0 }, 1],
    [{ priceIn: 0, priceOut: 0 }, { in: 5000, out: 5000 }, 0],
  ])("of %j for %j is %d millionths", (prices, tokens, cost) => {
    expect(costOf(prices, tokens)).toBe(cost);
  });

  test("is never more than was set aside, for any text and any count that it can come to", () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 100, noNaN: true }), (text, price) => {
        const prices = { priceIn: price, priceOut: price };
        const most = mostTokens(Buffer.byteLength(text));
        return costOf(prices, { in: text.length, out: 1500 }) <= costOf(prices, most);
      }),
    );
  });
});

describe("a budget", () => {
  const money = { budget: { unit: "MONEY", most: 0.001 } } as const;
  const tokens = { budget: { unit: "TOKENS", most: 1000 } } as const;

  test("is what is left of it, in its own unit", () => {
    expect(leftOf(money, { tokens: 1e9, cost: 400 })).toBe(600);
    expect(leftOf(tokens, { tokens: 400, cost: 1e9 })).toBe(600);
  });

  test("can be spent whole, and no further", () => {
    expect(isTooMuch(money, { tokens: 0, cost: 400 }, { tokens: 0, cost: 600 })).toBe(false);
    expect(isTooMuch(money, { tokens: 0, cost: 400 }, { tokens: 0, cost: 601 })).toBe(true);
    expect(isTooMuch(tokens, { tokens: 1000, cost: 0 }, { tokens: 1, cost: 0 })).toBe(true);
  });

  test("is of a calendar month in UTC", () => {
    expect(monthOf(new Date("2026-12-31T23:59:59.999Z"))).toEqual(new Date("2026-12-01T00:00:00.000Z"));
    expect(monthOf(new Date("2027-01-01T00:00:00.000Z"))).toEqual(new Date("2027-01-01T00:00:00.000Z"));
  });
});

test("what was saved was taken, or changed", () => {
  expect(fateOf({ wording: "A" }, { wording: "A" })).toBe("TAKEN");
  expect(fateOf({ wording: "A" }, { wording: "A." })).toBe("CHANGED");
  expect(fateOf({ lookedFor: "a", place: "b" }, { lookedFor: "a", place: "c" })).toBe("CHANGED");
});
