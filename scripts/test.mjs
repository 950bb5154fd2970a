// `npm test`: everything. Installs what is missing, leaves nothing running, and says in its last line how it went.
import { existsSync } from "node:fs";
import { ensureChromium } from "./checks/chromium.mjs";
import { inWords, namesOf, sum } from "./checks/tally.mjs";
import { BUNDLES } from "./start/bundle.mjs";
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

// What is set for a product of one's own must not reach the products that are tested, its database least of all.
for (const name of [
  "DATABASE_URL",
  "HOST",
  "PORT",
  "ONRECORD_DATA",
  "ONRECORD_PROGRAMS",
  "ONRECORD_URL",
  "ONRECORD_ALLOW_HOSTS",
  "NEXTAUTH_SECRET",
  "ONRECORD_SEALING_KEY",
]) {
  delete process.env[name];
}

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
  const began = Date.now();
  const tally = await run();
  tallies.push(tally);
  console.log(`${name}: ${inWords(tally)}, in ${((Date.now() - began) / 60_000).toFixed(1)} minutes.`);
}

/** @param {string} name @param {Record<string, string>} [env] @param {readonly string[]} [files] */
async function project(name, env, files) {
  const { tally, said } = await vitest(name, env, files);
  if (tally.failed > 0) console.log(said);
  return tally;
}

await suite("Checks and pure tests", runChecks);
// The tests of the database run on one server, the older one where the machine has one; all journeys run on the embedded one.
const server = await startRealServer();
servers.push(server.stop);
try {
  await suite(`Database tests, on ${server.version}`, () =>
    project("db*", { ONRECORD_TEST_DATABASE_URL: server.url, ONRECORD_PROGRAMS: BUNDLES }));
  await suite(`One journey, on ${server.version}`, async () =>
    (await playwright(["e2e/thread.spec.ts"], { DATABASE_URL: server.url })).tally);
} finally {
  await server.stop();
}
await suite("Database tests of the core, on the embedded PostgreSQL", () =>
  project("db*", {}, ["lib/db/core/"]));
await suite("Killed in the middle", () => project("kill"));
await suite("Journeys in a browser", async () => (await playwright([])).tally);

const total = sum(tallies);
for (const line of namesOf(total)) console.log(line);
const skippedInCi = process.env.CI === "true" && total.skipped > 0;
if (skippedInCi) console.log("\nNothing may be skipped here.");
console.log(`\n${inWords(total)}`);
process.exit(total.failed > 0 || skippedInCi ? 1 : 0);
