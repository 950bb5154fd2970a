// `npm run attack`: everything that strangers, people who may not, and people with the keys of the database have tried, against
// products of its own. `npm run attack -- kills` runs one part: strangers, record, pages, kills. Its last line counts the cases.
import { ensureChromium } from "./checks/chromium.mjs";
import { inWords, sum } from "./checks/tally.mjs";
import { makeReady } from "./start/make-ready.mjs";
import { stopTools } from "./start/tool.mjs";

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    stopTools("SIGTERM");
    process.exit(1);
  });
}

/** Against the running product: strange requests, script in every field, every address by every role, old cookies. */
const JOURNEYS = [
  "strangers",
  "payloads",
  "addresses",
  "old-cookies",
  "may-not",
  "guessing",
  "copies",
  "second-factor",
  "passkeys",
  "organisation",
].map((name) => `e2e/${name}.spec.ts`);

/** On a database: every act by every role, races, the guards, the working role, one changed byte in every table, shares, backups. */
const ON_DATABASE = [
  "guards",
  "privileges",
  "audit/",
  "reviews",
  "desk/people",
  "db/people",
  "every-verb",
  "tokens",
  "races",
  "sent-twice",
  "share",
  "trouble",
  "backup",
  "published",
  "preview",
  "carry-over",
];

/** Without either: addresses at the fetcher, bad pages, reading that costs too much, bounds, expressions, what is refused at the door. */
const PURE = [
  "pipeline/fetch",
  "gate",
  "bad-input",
  "hostile-html",
  "strange-text",
  "room",
  "reading-pool",
  "bounds",
  "refused",
  "expressions",
  "security-headers",
  "own-path",
  "client-address",
  "guessable",
  "proxy",
];

const NAMES = ["strangers", "record", "pages", "kills"];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}": ${NAMES.join(", ")}, or all of them without a word.`);
  process.exit(2);
}

delete process.env.DATABASE_URL;
process.env.ONRECORD_ATTACK = "all";
await makeReady();
await ensureChromium();
const { playwright, vitest } = await import("./checks/suites.mjs");

const COUNTED = /^\d+ (?:kills|acts|of \d+)/;

/** @param {string} project @param {readonly string[]} [files] */
async function tests(project, files) {
  const { tally, said } = await vitest(project, {}, files);
  // What a test counted stands on a line of its own; of what passed nothing else is worth reading.
  const counted = said.split("\n").filter((line) => COUNTED.test(line));
  console.log(tally.failed > 0 ? said : counted.join("\n"));
  return tally;
}

/** @type {Readonly<Record<string, { title: string, run: () => Promise<import("./checks/tally.mjs").Tally> }>>} */
const PARTS = {
  strangers: {
    title: "Strangers, and people who may not",
    run: async () => (await playwright(JOURNEYS)).tally,
  },
  record: {
    title: "What is written past the program, and what is asked by whoever may not",
    run: () => tests("db", ON_DATABASE),
  },
  pages: { title: "Pages and addresses that are made to do harm", run: () => tests("pure", PURE) },
  kills: { title: "Kills", run: () => tests("kill") },
};

/** @type {import("./checks/tally.mjs").Tally[]} */
const tallies = [];
for (const [name, { title, run }] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`# ${title}`);
  const tally = await run();
  tallies.push(tally);
  console.log(`${name}: ${inWords(tally)}`);
}

const total = sum(tallies);
console.log(`\n${inWords(total)}`);
process.exit(total.failed > 0 ? 1 : 0);
