import { existsSync, readFileSync } from "node:fs";

/**
 * How many tests of a suite passed, failed and were skipped.
 *
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally
 */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NOTHING,
  );
}

/** @param {Tally} tally */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A suite that leaves no report, or failed where no test of it did, counts as one failure. @param {Tally} tally @param {number} code @returns {Tally} */
function heeding(tally, code) {
  const ran = tally.passed + tally.failed + tally.skipped > 0;
  return (code !== 0 && tally.failed === 0) || !ran ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** @param {string} file vitest's JSON report @param {number} code its exit status @returns {Tally} */
export function vitestTally(file, code) {
  if (!existsSync(file)) return { ...NOTHING, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return heeding(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    code,
  );
}

/** @param {string} file Playwright's JSON report @param {number} code its exit status @returns {Tally} */
export function playwrightTally(file, code) {
  if (!existsSync(file)) return { ...NOTHING, failed: 1 };
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(file, "utf8")).stats;
  if (flaky > 0) console.log(`${flaky} passed only when tried again; the list above marks them as flaky.`);
  return heeding({ passed: expected + flaky, failed: unexpected, skipped }, code);
}
