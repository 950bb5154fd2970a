import { expect, test } from "vitest";
import * as words from "#lib/words";
import { optionsOf, UsageError } from "./options";

const bulk = words.bulkImports;

test("paths and options", () => {
  expect(
    optionsOf(["a", "--workers", "3", "-", "--as", "m@example.org", "--publisher", " P ", "--report", "r"]),
  ).toEqual({
    paths: ["a", "-"],
    publisher: "P",
    as: "m@example.org",
    workers: 3,
    report: "r",
  });
  expect(optionsOf(["a"])).toMatchObject({ publisher: null, as: null, report: null });
  expect(optionsOf(["--help", "a"])).toBeNull();
});

test.each<[string, string[], string | RegExp]>([
  ["no path", [], bulk.noPath],
  ["standard input twice", ["-", "a", "-"], bulk.twiceStdin],
  ["an option that isn’t there", ["--fast", "a"], /--fast/],
  ["an option without its value", ["a", "--report"], /--report/],
  ...["0", "65", "1.5", "many", "-1"].map((n): [string, string[], string | RegExp] => [
    `${n} workers`,
    ["a", `--workers=${n}`],
    bulk.badWorkers,
  ]),
])("%s is refused with a sentence", (_, args, why) => {
  expect(() => optionsOf(args)).toThrow(UsageError);
  expect(() => optionsOf(args)).toThrow(why);
});
