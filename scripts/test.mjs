// `npm test`: everything. Installs what is missing, leaves nothing running, and says in its last line how it went.
import { existsSync } from "node:fs";
import { ensureChromium } from "./checks/chromium.mjs";
import { inWords, sum } from "./checks/tally.mjs";
import { makeReady } from "./start/make-ready.mjs";
import { watchParent } from "./start/parent-watch.mjs";
import { inRoot } from "./start/root.mjs";
import { stopTools } from "./start/tool.mjs";

/** What must be stopped when the run is. @type {(() => Promise<void>)[]} */
const servers = [];
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, async () => {
    stopTools("SIGTERM");
    await Promise.all(servers.map((stop) => stop()));
    process.exit(1);
  });
}

watchParent(() => process.kill(process.pid, "SIGTERM"));

const evaluation = process.env.ONRECORD_EVAL || inRoot("../shared/eval");
process.env.ONRECORD_EVAL = evaluation;
if (!existsSync(evaluation))
  console.log(`No evaluation data at ${evaluation}: the tests that need it are skipped.`);

await makeReady();
await ensureChromium();
// These need packages, which are there only now.
const { runChecks } = await import("./checks/quick.mjs");
const { playwright, vitest } = await import("./checks/suites.mjs");
const { startRealServer } = await import("./checks/real-server.mjs");

/** @type {import("./checks/tally.mjs").Tally[]} */
const tallies = [];
/** @param {string} name @param {() => Promise<import("./checks/tally.mjs").Tally>} run */
async function suite(name, run) {
  console.log(`\n# ${name}`);
  const tally = await run();
  tallies.push(tally);
  console.log(`${name}: ${inWords(tally)}.`);
}

await suite("Checks and pure tests", runChecks);
await suite("Database tests, on the embedded PostgreSQL", async () => (await vitest("db")).tally);
await suite("Journeys in a browser", async () => (await playwright([])).tally);
await suite("Killed in the middle", async () => (await vitest("kill")).tally);
const server = await startRealServer();
servers.push(server.stop);
try {
  await suite(`Database tests, on ${server.version}`, async () =>
    (await vitest("db", { ONRECORD_TEST_DATABASE_URL: server.url })).tally);
  await suite(`One journey, on ${server.version}`, async () =>
    (await playwright(["e2e/thread.spec.ts"], { DATABASE_URL: server.url })).tally);
} finally {
  await server.stop();
}

const total = sum(tallies);
const skippedInCi = process.env.CI === "true" && total.skipped > 0;
if (skippedInCi) console.log("\nNothing may be skipped here.");
console.log(`\n${inWords(total)}`);
process.exit(total.failed > 0 || skippedInCi ? 1 : 0);
