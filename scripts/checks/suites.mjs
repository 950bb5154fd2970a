import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "#scripts/start/root.mjs";
import { runTool } from "#scripts/start/tool.mjs";
import { afterSecondTry, playwrightTally, toTryAgain, vitestReport } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

/**
 * Run one of vitest's projects; its words are for whoever wants to know why it failed. Where everything must pass, what failed is tried once more, as journeys are:
 * tests wait for databases, servers and processes on a busy machine. What passes only then is named.
 *
 * @param {string} project
 * @param {Record<string, string>} [env]
 * @param {readonly string[]} [files] parts of the paths of its tests; all where left out
 * @returns {Promise<{ tally: Tally, said: string }>}
 */
export async function vitest(project, env = {}, files = []) {
  const first = await vitestOnce(project, env, files);
  if (first.report.tally.failed === 0 || process.env.CI !== "true") {
    return { tally: first.report.tally, said: first.said };
  }
  const again = toTryAgain(first.report);
  const second = await vitestOnce(project, env, again.length > 0 ? again : files);
  return { tally: afterSecondTry(first.report, second.report), said: first.said + second.said };
}

/** @param {string} project @param {Record<string, string>} env @param {readonly string[]} files */
function vitestOnce(project, env, files) {
  return withReport(async (file) => {
    const { code, said } = await runTool(
      process.execPath,
      [
        inRoot("node_modules/vitest/vitest.mjs"),
        ...["run", "--project", project, "--reporter=default", "--reporter=json"],
        ...[`--outputFile.json=${file}`, ...files],
      ],
      { env: { ...env, NO_COLOR: "1" }, quiet: true },
    );
    return { report: vitestReport(file, { suite: project, code, said }), said };
  });
}

/** Run journeys in a browser. @param {readonly string[]} args @param {Record<string, string>} [env] @returns {Promise<{ tally: Tally, said: string }>} */
export async function playwright(args, env = {}) {
  return withReport(async (report) => {
    const { code, said } = await runTool(
      process.execPath,
      [inRoot("node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json", ...args],
      { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    );
    return { tally: playwrightTally(report, { suite: "journeys", code, said }), said };
  });
}

/** @template T @param {(file: string) => Promise<T>} run @returns {Promise<T>} */
async function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
