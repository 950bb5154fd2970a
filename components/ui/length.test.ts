import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { leftToTell } from "./length";

describe("how long a text is", () => {
  test.each([
    [0, 4000],
    [3799, 4000],
    [0, 4],
    [59, 80],
    [59_799, 60_000],
  ])("isn't told of %i characters where %i are taken", (length, most) => {
    expect(leftToTell(length, most)).toBeNull();
  });

  test.each([
    [3800, 4000, 200],
    [4000, 4000, 0],
    [4001, 4000, -1],
    [2_000_000, 4000, -1_996_000],
    [60, 80, 20],
    [3, 4, 1],
    [59_800, 60_000, 200],
  ])("is told of %i characters where %i are taken: %i are left", (length, most, left) => {
    expect(leftToTell(length, most)).toBe(left);
  });
});

test("no field cuts what is pasted into it, but those that ask a list", () => {
  const cutting = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .filter((name) =>
      /<(?:input|textarea)\b(?:[^>]|=>)*\smaxLength=/.test(readFileSync(`components/${name}`, "utf8")),
    );
  expect(cutting.sort()).toEqual([
    "articles/search-bar.tsx",
    "articles/search-facets.tsx",
    "claims/evidence-filter.tsx",
    "promises/ledger.tsx",
    "ui/search-box.tsx",
  ]);
});
