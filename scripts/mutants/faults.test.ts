import { expect, test } from "vitest";
import { FAULTS } from "./faults";
import { misplaced } from "./places";

test.each(FAULTS)("there is one place for: $name", (fault) => expect(misplaced(fault)).toBeNull());

test("each fault has a name of its own, by which it is planted", () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});

const fault = { name: "", file: "package.json", find: '"name": "onrecord"', replace: "", tests: [] };
test.each([
  ["a file that is gone", { file: "package.yaml" }, /no such file/],
  ["source text that is gone", { find: "no such words" }, /not in the file/],
  ["source text that stands twice", { find: "@types/" }, /stands \d+ times/],
  ["a fault that changes nothing", { replace: '"name": "onrecord"' }, /changes nothing/],
])("%s is told", (_, change, words) => expect(misplaced({ ...fault, ...change })).toMatch(words));
