/**
 * What 500 requests at once cost the web server in memory, and whether it comes back: `node bench/crowd.mjs ADDRESS DATA_FOLDER`, of a product
 * that runs. Rounds of 500 requests for readers' pages, all begun at once. Printed is the resident memory of the web server before,
 * at its highest, and after.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [address = "", data = ""] = process.argv.slice(2);
const { web } = JSON.parse(readFileSync(join(data, "running.json"), "utf8")).processes;
const AT_ONCE = 500;
const ROUNDS = 6;
const PATHS = ["/", "/claims?q=", "/corrections", "/articles/none-", "/method", "/claims/none-"];

/** Resident memory in MB (Linux). */
function memory() {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web}/status`, "utf8"))?.[1];
  return Math.round(Number(kb) / 1000);
}

/** @type {Map<number, number>} */
const answers = new Map();
/** @param {number} n */
async function ask(n) {
  const path = PATHS[n % PATHS.length] ?? "/";
  const response = await fetch(`${address}${path}${/[=-]$/.test(path) ? n : ""}`);
  await response.arrayBuffer();
  answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
}

for (let n = 0; n < 12; n += 1) await ask(n);
const before = memory();
let highest = before;
const looking = setInterval(() => {
  highest = Math.max(highest, memory());
}, 50);
const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) {
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => ask(round * AT_ONCE + n).catch(() => {})));
  rounds.push(memory());
}
const ended = memory();
await pause(60_000);
clearInterval(looking);
console.log(
  `before ${before} MB; after each round ${rounds.join(", ")} MB; highest ${highest} MB; at the end ${ended} MB; a minute later ${memory()} MB`,
);
console.log(`answers: ${[...answers].map(([status, n]) => `${n} × ${status}`).join(", ")}`);
