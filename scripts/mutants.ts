import { spawn } from "node:child_process";
import { FAULTS, type Fault } from "./mutants/faults";
import { misplaced } from "./mutants/places";

/**
 * `npm run mutants [-- WORDS]`: plants small faults one at a time (`mutants/faults.ts`), runs the tests next to each, and says
 * which of them nobody noticed. With words, only the faults whose name or file holds them.
 *
 * A fault is broken where it, or its tests without it, can't be run through.
 *
 * Status   0 all noticed, 1 a fault was missed or has no place any more, 2 no fault of that name.
 */
type Ending = "caught" | "missed" | "broken";

/** What the tests of a fault say of the source as it stands, asked once for each set of tests. */
const withoutFault = new Map<string, Promise<Ending>>();

async function endingOf(fault: Fault): Promise<Ending> {
  const key = [fault.project, ...fault.tests].join(" ");
  const before = withoutFault.get(key) ?? run({ ...fault, name: "" });
  withoutFault.set(key, before);
  return (await before) === "missed" ? run(fault) : "broken";
}

async function run(fault: Fault): Promise<Ending> {
  const asked = ["run", "--config", "vitest.mutants.config.ts", "--project", `${fault.project ?? "pure"}*`];
  const child = spawn(
    "node_modules/.bin/vitest",
    [...asked, "--bail", "1", "--reporter", "json", ...fault.tests],
    {
      env: { ...process.env, ONRECORD_FAULT: fault.name },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let said = "";
  for await (const chunk of child.stdout) said += chunk;
  return readEnding(said);
}

/** Only a test that ran and failed has noticed: what can't even be loaded proves nothing, and is broken. */
function readEnding(said: string): Ending {
  const counted = (what: string) => Number(new RegExp(`"${what}":(\\d+)`).exec(said)?.[1] ?? 0);
  if (counted("numFailedTests") > 0) return "caught";
  return counted("numPassedTests") > 0 && counted("numFailedTestSuites") === 0 ? "missed" : "broken";
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2).join(" ").toLowerCase();
  const faults = FAULTS.filter(({ name, file }) => `${name} ${file}`.toLowerCase().includes(asked));
  if (faults.length === 0) {
    console.error(`No fault's name or file holds “${asked}”.`);
    return 2;
  }
  let caught = 0;
  for (const fault of faults) {
    const ending = misplaced(fault) ?? (await endingOf(fault));
    if (ending === "caught") caught += 1;
    console.log(`${ending.padEnd(7)}  ${fault.name}  (${fault.file})`);
  }
  console.log(`\n${caught} of ${faults.length} faults were noticed.`);
  return caught === faults.length ? 0 : 1;
}

process.exitCode = await main();
