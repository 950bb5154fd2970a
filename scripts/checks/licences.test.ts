import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { licenceFaults, licensedPackages } from "./licences.mjs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const all = licensedPackages(lock);

test("every package has a licence under which Onrecord may use it", () => {
  expect(all.length).toBeGreaterThan(300);
  expect(licenceFaults(all)).toEqual([]);
});

test.each([
  "AGPL-3.0-or-later",
  "GPL-3.0-only",
  "LGPL-3.0-or-later",
  "MPL-2.0",
  "SSPL-1.0",
  "UNLICENSED",
  "SEE LICENSE IN LICENSE.md",
  "none",
  "",
  "MIT AND GPL-2.0-only",
  "(MIT OR Apache-2.0) AND GPL-2.0-only",
])("a package under %j is named", (licence) => {
  const faults = licenceFaults([...all, { name: "left-over", licence }]);
  expect(faults).toEqual([expect.stringMatching(/^left-over: /)]);
});

test.each(["MIT", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND MIT", "0BSD"])("%s is fine", (licence) => {
  expect(licenceFaults([...all, { name: "left-over", licence }])).toEqual([]);
});

test("what was looked at holds for that package under that licence alone, and goes with it", () => {
  expect(licenceFaults([...all, { name: "axe-core", licence: "GPL-3.0-only" }])).toHaveLength(1);
  expect(licenceFaults(all.filter(({ name }) => name !== "elkjs"))).toEqual([
    expect.stringMatching(/^elkjs: no such package/),
  ]);
});

test("a package that says nothing of its licence has none", () => {
  const packages = { "": {}, "node_modules/a/node_modules/@b/c": { version: "1.0.0" } };
  expect(licensedPackages({ packages })).toEqual([{ name: "@b/c", licence: "none" }]);
});
