import { inRoot } from "#scripts/start/root.mjs";
import { runTool } from "#scripts/start/tool.mjs";
import { vitest } from "./suites.mjs";
import { NOTHING, sum } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */
/** @typedef {{ readonly name: string, readonly run: () => Promise<{ tally: Tally, said: string }> }} Check */

const SOURCES = ["app", "components", "lib", "scripts", "e2e", "proxy.ts", "instrumentation.ts"];

/** @param {string} name @param {readonly string[]} args @returns {Check} */
function tool(name, args) {
  return {
    name,
    run: async () => {
      const { code, said } = await runTool(process.execPath, args, { quiet: true });
      /** @type {Tally} */
      const tally = code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [name] };
      return { tally, said };
    },
  };
}

/** Everything that needs no database. Two lanes at a time, the long ones first. @type {readonly Check[]} */
const CHECKS = [
  { name: "pure tests", run: () => vitest("pure*") },
  tool("import rules", [
    inRoot("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    ...["--config", ".dependency-cruiser.mjs", ...SOURCES],
  ]),
  tool("types", [inRoot("node_modules/typescript/bin/tsc"), "--noEmit", "-p", "."]),
  tool("dead code", [inRoot("node_modules/knip/bin/knip.js"), "--no-progress"]),
  tool("schema and migrations agree", ["--import", "tsx", "scripts/migration.ts", "--check"]),
  tool("format and lint", [
    inRoot("node_modules/@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    ".",
  ]),
  tool("paths named in documents", ["scripts/checks/doc-paths.mjs"]),
];

/** Run all checks, say how each went, and show what a failing one said. @returns {Promise<Tally>} */
export async function runChecks() {
  const waiting = [...CHECKS];
  /** @type {Tally[]} */
  const tallies = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const began = Date.now();
      const { tally, said } = await check.run();
      tallies.push(tally);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.log(
        `${tally.failed === 0 ? "ok  " : "FAIL"} ${check.name} (${tally.passed + tally.failed}, ${seconds} s)`,
      );
      if (tally.failed > 0) console.log(said);
    }
  };
  await Promise.all([lane(), lane()]);
  return sum(tallies);
}
