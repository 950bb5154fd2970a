import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Where the parts of a page may be read as the machine cut them: where they are kept, and where it is said what holds. */
const MAY = ["lib/db/articles/parts.ts", "lib/db/storing/", "lib/db/generated/", "lib/db/testing/"];
const READS_A_PART =
  /\bsegments?: (?:\{|true)|\bposts: (?:\{|true)|\.segments?\.(?:type|index|find)|\b(?:tx|database\(\))\.(?:segment|post)\b|(?:FROM|JOIN) "(?:Segment|Post)"/;

test("nobody reads a page's parts past what was put right", () => {
  const files = readdirSync("lib/db", { recursive: true, encoding: "utf8" })
    .map((file) => join("lib/db", file))
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .filter((file) => !MAY.some((place) => file.startsWith(place)));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => READS_A_PART.test(readFileSync(file, "utf8")))).toEqual([]);
});
