import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { ROOT } from "#scripts/start/root.mjs";

/**
 * How many tests of a suite passed, failed and were skipped, which failed, and which passed only when they were tried again.
 *
 * @typedef {{
 *   readonly passed: number,
 *   readonly failed: number,
 *   readonly skipped: number,
 *   readonly failures?: readonly string[],
 *   readonly retried?: readonly string[],
 * }} Tally
 */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: total(tallies.map(({ passed }) => passed)),
    failed: total(tallies.map(({ failed }) => failed)),
    skipped: total(tallies.map(({ skipped }) => skipped)),
    failures: tallies.flatMap(({ failures = [] }) => failures),
    retried: tallies.flatMap(({ retried = [] }) => retried),
  };
}

/** @param {readonly number[]} numbers */
function total(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

/** @param {Tally} tally */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The names behind the numbers, a line each; none where all passed at once. @param {Tally} tally @returns {readonly string[]} */
export function namesOf({ failures = [], retried = [] }) {
  return [
    ...failures.map((name) => `Failed: ${name}`),
    ...retried.map((name) => `Passed when tried again: ${name}`),
  ];
}

/** How a suite ended: its name, its exit status and all it said. @typedef {{ readonly suite: string, readonly code: number, readonly said: string }} End */

/** A suite that leaves no report, or failed where no test of it did, counts as one failure, named by its first error. @param {Tally} tally @param {End} end @returns {Tally} */
function heeding(tally, { suite, code, said }) {
  const ran = tally.passed + tally.failed + tally.skipped > 0;
  if (ran && (code === 0 || tally.failed > 0)) return tally;
  const { failures = [] } = tally;
  // What vitest counts as nobody's test stands under this heading; errors that tests mean to log stand before it.
  const lines = said.slice(Math.max(0, said.indexOf("Unhandled"))).split("\n");
  const error = lines.find((line) => line.includes("Error: "))?.trim() ?? "it said no error";
  const unnamed = `${suite}: ended with status ${code}, and no test of it failed: ${error}`;
  return {
    ...tally,
    failed: tally.failed + 1,
    failures: failures.length > 0 ? failures : [unnamed],
  };
}

/** @param {string} file vitest's JSON report @param {End} end @returns {Tally} */
export function vitestTally(file, end) {
  if (!existsSync(file)) return heeding(NOTHING, end);
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const report = JSON.parse(readFileSync(file, "utf8"));
  const failures = report.testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      const file = relative(ROOT, name);
      return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file}: ${fullName}`);
    });
  return heeding(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    },
    end,
  );
}

/** @typedef {{ title: string, file: string, suites?: Suite[], specs?: { title: string, file: string, tests: { status: string }[] }[] }} Suite */

/** @param {string} file Playwright's JSON report @param {End} end @returns {Tally} */
export function playwrightTally(file, end) {
  if (!existsSync(file)) return heeding(NOTHING, end);
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites: Suite[] }} */
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8"));
  const specs = specsOf(suites);
  /** @param {string} status */
  const named = (status) =>
    specs
      .filter(({ tests }) => tests.some((one) => one.status === status))
      .map((spec) => `${spec.file}: ${spec.title}`);
  return heeding(
    {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      failures: named("unexpected"),
      retried: named("flaky"),
    },
    end,
  );
}

/** @param {readonly Suite[]} suites @returns {NonNullable<Suite["specs"]>} */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}
