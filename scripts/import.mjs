// `npm run import`. What a fresh clone lacks is made first, as a start does.

import { BUNDLES, bundlePrograms } from "./start/bundle.mjs";
import { generateClient } from "./start/generated-client.mjs";
import { withClone } from "./start/make-ready.mjs";
import { installPackages } from "./start/packages.mjs";

await withClone(async () => {
  await installPackages();
  await generateClient();
  await bundlePrograms();
});
process.env.ONRECORD_PROGRAMS = BUNDLES;
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./import/main");
process.exit(await main(process.argv.slice(2)));
