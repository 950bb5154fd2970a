import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inRoot } from "#scripts/start/root.mjs";
import {
  afterSecondTry,
  inWords,
  namesOf,
  playwrightTally,
  sum,
  toTryAgain,
  vitestReport,
} from "./tally.mjs";

const folder = mkdtempSync(join(tmpdir(), "onrecord-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {unknown} content */
function report(content) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** @param {string} title @param {string} status */
const spec = (title, status) => ({ title, file: "a.spec.ts", tests: [{ status }] });

test("what failed is named by its file, and a file that could not be read by itself", () => {
  const { tally } = vitestReport(
    report({
      testResults: [
        {
          name: inRoot("lib/a.test.ts"),
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "it stands" },
            { status: "failed", fullName: "it falls" },
            { status: "skipped", fullName: "it waits" },
          ],
        },
        { name: inRoot("lib/b.test.ts"), status: "failed", assertionResults: [] },
      ],
    }),
    { suite: "pure", code: 1, said: "" },
  );
  expect(inWords(tally)).toBe("1 passed, 1 failed, 1 skipped");
  expect(namesOf(tally)).toEqual(["Failed: lib/a.test.ts: it falls", "Failed: lib/b.test.ts"]);
});

test("a journey that passed when tried again counts as passed, and is named", () => {
  const tally = playwrightTally(
    report({
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          title: "a.spec.ts",
          file: "a.spec.ts",
          specs: [spec("there", "expected"), spec("back", "flaky")],
          suites: [{ title: "inner", file: "a.spec.ts", specs: [spec("lost", "unexpected")] }],
        },
      ],
    }),
    { suite: "pure", code: 1, said: "" },
  );
  expect(inWords(sum([tally, tally]))).toBe("4 passed, 2 failed, 0 skipped");
  expect(namesOf(tally)).toEqual(["Failed: a.spec.ts: lost", "Passed when tried again: a.spec.ts: back"]);
});

test("a suite that leaves no report has failed", () => {
  const nowhere = join(folder, "nowhere.json");
  expect(vitestReport(nowhere, { suite: "pure", code: 0, said: "" }).tally.failed).toBe(1);
  expect(playwrightTally(nowhere, { suite: "journeys", code: 0, said: "" }).failed).toBe(1);
});

/** @param {Record<string, string>} statuses by the names of files, each with one test */
const ofFiles = (statuses) =>
  report({
    testResults: Object.entries(statuses).map(([name, status]) => ({
      name: inRoot(name),
      status,
      assertionResults: [{ status, fullName: "it stands" }],
    })),
  });
const end = {
  suite: "db*",
  code: 1,
  said: "Unhandled Rejection\n  Error: the connection was closed\n  at nowhere",
};
const unnamed = "db*: ended with status 1, and no test of it failed: Error: the connection was closed";

test("a suite that failed where none of its tests did is named by its first error", () => {
  const { tally } = vitestReport(ofFiles({ "a.test.ts": "passed" }), end);
  expect(inWords(tally)).toBe("1 passed, 1 failed, 0 skipped");
  expect(namesOf(tally)).toEqual([`Failed: ${unnamed}`]);
});

test("what failed is tried again by its files, and counts once", () => {
  const first = vitestReport(
    ofFiles({ "a.test.ts": "passed", "b.test.ts": "failed", "c.test.ts": "failed" }),
    end,
  );
  expect(toTryAgain(first)).toEqual(["b.test.ts", "c.test.ts"]);
  const second = vitestReport(ofFiles({ "b.test.ts": "passed", "c.test.ts": "failed" }), end);
  const tally = afterSecondTry(first, second);
  expect(inWords(tally)).toBe("2 passed, 1 failed, 0 skipped");
  expect(namesOf(tally)).toEqual([
    "Failed: c.test.ts: it stands",
    "Passed when tried again: b.test.ts: it stands",
  ]);
});

test("where what failed was no file's, all of it is tried again", () => {
  const first = vitestReport(ofFiles({ "a.test.ts": "passed" }), end);
  expect(toTryAgain(first)).toEqual([]);
  const well = vitestReport(ofFiles({ "a.test.ts": "passed" }), { ...end, code: 0 });
  const tally = afterSecondTry(first, well);
  expect(inWords(tally)).toBe("1 passed, 0 failed, 0 skipped");
  expect(namesOf(tally)).toEqual([`Passed when tried again: ${unnamed}`]);
  expect(inWords(afterSecondTry(first, first))).toBe("1 passed, 1 failed, 0 skipped");
});
