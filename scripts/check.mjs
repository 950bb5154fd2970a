// `npm run check`: everything that needs no database, in about three minutes on two cores. Installs what is missing.
import { generateClient } from "./start/generated-client.mjs";
import { withClone } from "./start/make-ready.mjs";
import { installPackages } from "./start/packages.mjs";

await withClone(async () => {
  await installPackages();
  await generateClient();
});
// These need packages, which are there only now.
const { runChecks } = await import("./checks/quick.mjs");
const { inWords, namesOf } = await import("./checks/tally.mjs");

const tally = await runChecks();
for (const line of namesOf(tally)) console.log(line);
console.log(inWords(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;
