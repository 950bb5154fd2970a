// `npm run export:labels`. What a fresh clone lacks is made first, as a start does.

import { generateClient } from "./start/generated-client.mjs";
import { withClone } from "./start/make-ready.mjs";
import { installPackages } from "./start/packages.mjs";

await withClone(async () => {
  await installPackages();
  await generateClient();
});
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./export-labels/main");
process.exit(await main(process.argv.slice(2)));
