// `npm run attack`: everything that strangers and people with the keys of the database have tried, against products of its own.
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

delete process.env.DATABASE_URL;
process.env.ONRECORD_ATTACK = "all";
await makeReady();
await ensureChromium();
const { playwright, vitest } = await import("./checks/suites.mjs");

/** @type {import("./checks/tally.mjs").Tally[]} */
const tallies = [];
console.log("# Strangers, and people who may not");
tallies.push(
  (await playwright(["e2e/strangers.spec.ts", "e2e/may-not.spec.ts", "e2e/copies.spec.ts"])).tally,
);
console.log(
  "# What is written past the program: the guards, the working role, a record that was changed, pages that cost too much, kills",
);
for (const project of ["db", "kill"]) {
  const files =
    project === "db"
      ? [
          "guards",
          "privileges",
          "audit",
          "reviews",
          "people",
          "every-verb",
          "races",
          "share",
          "trouble",
          "backup",
        ]
      : [];
  const { tally, said } = await vitest(project, {}, files);
  if (tally.failed > 0) console.log(said);
  tallies.push(tally);
}
const { tally, said } = await vitest("pure", {}, [
  "fetch",
  "gate",
  "bad-input",
  "hostile-html",
  "room",
  "reading-pool",
  "bounds",
  "refused",
  "expressions",
]);
if (tally.failed > 0) console.log(said);
tallies.push(tally);

const total = sum(tallies);
console.log(inWords(total));
process.exit(total.failed > 0 ? 1 : 0);
