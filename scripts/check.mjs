// `npm run check`: everything that needs no database, in about three minutes on two cores.
import { runChecks } from "./checks/quick.mjs";
import { inWords } from "./checks/tally.mjs";
import { generateClient } from "./start/generated-client.mjs";

await generateClient();
const tally = await runChecks();
console.log(inWords(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;
