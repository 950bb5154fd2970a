import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkBackup, summary } from "#lib/db/backup/check";
import { migrationsOf, putBack } from "#lib/db/backup/put-back";
import { disconnect } from "#lib/db/core/client";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { findOwned } from "#scripts/import/place";
import { verify } from "#scripts/verify/main";

const said = words.backups;
const say = (line: string) => console.error(line);

/**
 * `npm run restore -- BACKUP`: puts a backup back into an empty Onrecord that doesn't run, brings it up to date and walks its record.
 *
 * Status   0 it is back and its record holds, 1 it is back and something in its record doesn't hold, 2 nothing was put back.
 */
export async function main(args: readonly string[]): Promise<number> {
  process.env.ONRECORD_STATEMENT_TIMEOUT = "0"; // it walks the whole record
  try {
    const { from, replace } = asked(args);
    // All of it is read before anything is started or written.
    const manifest = await checkBackup(from, say);
    migrationsOf(manifest);
    say(summary(manifest));
    const { stop, ...place } = await findOwned(say);
    try {
      await putBack({ ...place, from, manifest, replace, say });
      process.env.DATABASE_URL = place.url;
      const status = await verify(place.data);
      console.log(said.restored(manifest.madeAt));
      return status;
    } finally {
      await disconnect();
      await stop();
    }
  } catch (error) {
    const isOurs = error instanceof AppError || error instanceof LauncherError;
    console.error(isOurs ? error.message : error);
    return 2;
  }
}

/** Throws AppError where it isn't one backup. */
function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { replace: { type: "boolean" } },
  });
  const [folder] = positionals;
  const isKnown = Object.keys(values).every((name) => name === "replace");
  if (folder === undefined || positionals.length > 1 || !isKnown)
    throw new AppError("invalid_input", said.restoreUsage);
  return { from: resolve(folder), replace: values.replace === true };
}
