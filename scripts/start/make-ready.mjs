import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "#lib/db/embedded/folder-lock.mjs";
import { buildWeb } from "./build.mjs";
import { generateClient } from "./generated-client.mjs";
import { installPackages } from "./packages.mjs";
import { inRoot } from "./root.mjs";

/** Make the clone ready to run: packages, database client, build; each only where it is missing. One start at a time does it. */
export async function makeReady() {
  await withClone(async () => {
    await installPackages();
    await generateClient();
    await buildWeb();
  });
}

/** Hold the clone, so that two starts at once don't install or build into each other's files. @param {() => Promise<void>} work */
export async function withClone(work) {
  mkdirSync(inRoot(".onrecord"), { recursive: true, mode: 0o755 });
  const path = inRoot(".onrecord/make-ready.lock");
  let lock = takeLock(path);
  if ("heldBy" in lock)
    console.log(`Waiting for another start (process ${lock.heldBy}) to finish its preparations`);
  while ("heldBy" in lock) {
    await pause(100);
    lock = takeLock(path);
  }
  try {
    await work();
  } finally {
    lock.release();
  }
}
