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

/** A suite that leaves no report, or failed where no test of it did, counts as one failure. @param {Tally} tally @param {number} code @returns {Tally} */
function heeding(tally, code) {
  const ran = tally.passed + tally.failed + tally.skipped > 0;
  return (code !== 0 && tally.failed === 0) || !ran ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** @param {string} file vitest's JSON report @param {number} code its exit status @returns {Tally} */
export function vitestTally(file, code) {
  if (!existsSync(file)) return { ...NOTHING, failed: 1 };
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
    code,
  );
}

/** @typedef {{ title: string, file: string, suites?: Suite[], specs?: { title: string, file: string, tests: { status: string }[] }[] }} Suite */

/** @param {string} file Playwright's JSON report @param {number} code its exit status @returns {Tally} */
export function playwrightTally(file, code) {
  if (!existsSync(file)) return { ...NOTHING, failed: 1 };
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
    code,
  );
}

/** @param {readonly Suite[]} suites @returns {NonNullable<Suite["specs"]>} */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}
