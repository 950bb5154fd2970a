import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "#lib/db/embedded/folder-lock.mjs";
import { buildWeb } from "./build.mjs";
import { bundlePrograms } from "./bundle.mjs";
import { generateClient } from "./generated-client.mjs";
import { installPackages } from "./packages.mjs";
import { inRoot } from "./root.mjs";

/** Make the clone ready to run: packages, database client, build; each only where it is missing. One start at a time does it. */
export async function makeReady() {
  await withClone(async () => {
    await installPackages();
    await generateClient();
    await buildWeb();
    await bundlePrograms();
  });
}

/** In milliseconds. Where nothing is missing, the other one is done before anybody wonders. */
const LOOKS_EVERY = 100;
const SAID_AFTER = 1_500;

/** Hold the clone, so that two starts at once don't install or build into each other's files. @param {() => Promise<void>} work */
export async function withClone(work) {
  mkdirSync(inRoot(".onrecord"), { recursive: true, mode: 0o755 });
  const path = inRoot(".onrecord/make-ready.lock");
  let lock = takeLock(path);
  for (let waited = 0; "heldBy" in lock; waited += LOOKS_EVERY) {
    // To standard error: what a command prints may go into a file.
    if (waited === SAID_AFTER)
      console.error(`Waiting for another start (process ${lock.heldBy}) to finish its preparations`);
    await pause(LOOKS_EVERY);
    lock = takeLock(path);
  }
  try {
    await work();
  } finally {
    lock.release();
  }
}
