import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every requirement that docs/asvs.md calls applicable names a test that is there and holds tests. */

const TEST_FILE = /\.(?:test|spec)\.(?:ts|tsx|mjs)$/;
/** Where reading a file is the only way: the check that `npm run check` runs by it. */
const CHECKS = new Set(["knip.json", ".dependency-cruiser.mjs", "scripts/start/settings.mjs"]);

interface Row {
  readonly requirement: string;
  readonly names: readonly string[];
}

/** Rows of tables, without heads: the last cell is what it is shown by. */
const rows: Row[] = readFileSync("docs/asvs.md", "utf8")
  .split("\n")
  .filter((line) => /^\| ?\d+\.\d+\.\d+/.test(line))
  .map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [requirement = "", shownBy = ""] = [cells[1], cells.at(-2)];
    return { requirement, names: [...shownBy.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name) };
  });

test("the table is read", () => expect(rows.length).toBeGreaterThan(100));

describe.each(rows)("$requirement", ({ names }) => {
  test("names a test that is there", () => {
    expect(names.some((name) => TEST_FILE.test(name) || name === "knip.json")).toBe(true);
    for (const name of names) {
      expect([name, existsSync(name)]).toEqual([name, true]);
      expect([name, TEST_FILE.test(name) || CHECKS.has(name)]).toEqual([name, true]);
      if (TEST_FILE.test(name)) expect(readFileSync(name, "utf8")).toMatch(/\b(?:test|it)\b[.(]/);
    }
  });
});
