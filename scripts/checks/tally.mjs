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

/**
 * What vitest's JSON report says, whole and by file (paths from the project's root).
 *
 * @typedef {{ readonly tally: Tally, readonly files: ReadonlyMap<string, Tally> }} VitestReport
 */

/** @param {string} file vitest's JSON report @param {End} end @returns {VitestReport} */
export function vitestReport(file, end) {
  if (!existsSync(file)) return { tally: heeding(NOTHING, end), files: new Map() };
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(file, "utf8"));
  const files = new Map(testResults.map((one) => [relative(ROOT, one.name), ofFile(one)]));
  return { tally: heeding(sum([...files.values()]), end), files };
}

/** A file that could not be read through fails by its own name. @param {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} result @returns {Tally} */
function ofFile({ name, status, assertionResults }) {
  const file = relative(ROOT, name);
  /** @param {string} is */
  const those = (is) => assertionResults.filter((one) => one.status === is);
  const [passed, failed] = [those("passed"), those("failed")];
  return {
    passed: passed.length,
    failed: failed.length,
    skipped: assertionResults.length - passed.length - failed.length,
    failures:
      failed.length > 0
        ? failed.map(({ fullName }) => `${file}: ${fullName}`)
        : status === "failed"
          ? [file]
          : [],
  };
}

/** The files that have to be tried again; all (an empty list) where what failed was no file's. @param {VitestReport} report @returns {readonly string[]} */
export function toTryAgain({ files }) {
  return [...files].filter(([, { failures = [] }]) => failures.length > 0).map(([file]) => file);
}

/** Two runs as one: the second counts for the files that it ran, and what passed only then is named. @param {VitestReport} first @param {VitestReport} second @returns {Tally} */
export function afterSecondTry(first, second) {
  const kept = [...first.files].filter(([file]) => !second.files.has(file)).map(([, tally]) => tally);
  const { failures = [] } = second.tally;
  const retried = (first.tally.failures ?? []).filter((name) => !failures.includes(name));
  return sum([...kept, { ...second.tally, retried }]);
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
