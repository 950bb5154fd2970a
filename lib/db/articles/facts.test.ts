import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Where a fact of a page may be read as its version has it: where it is kept, and where it is said what holds. */
const MAY = ["lib/db/articles/facts.ts", "lib/db/storing/", "lib/db/generated/", "lib/db/testing/"];
const READS_A_FACT =
  /\bversion\??\.(?:title|author|agency|postedAt)\b|\bpublisher\?\.name\b|\bpostedAt: true\b/;

test("nobody reads what a page says of itself past what was put right", () => {
  const files = readdirSync("lib/db", { recursive: true, encoding: "utf8" })
    .map((file) => join("lib/db", file))
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .filter((file) => !MAY.some((place) => file.startsWith(place)));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => READS_A_FACT.test(readFileSync(file, "utf8")))).toEqual([]);
});
