import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkBackup, summary } from "#lib/db/backup/check";
import { takeBackup } from "#lib/db/backup/take";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { findOwned } from "#scripts/import/place";

const said = words.backups;
const say = (line: string) => console.error(line);

/**
 * `npm run backup -- FOLDER`: all that Onrecord has, into a new folder in FOLDER, while it runs. Its path is what stands on standard output.
 *
 * Status   0 made (or, with `--check`, whole), 1 made, but the bytes of some pages were lost before, 2 not made.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { folder, isCheck, withKey } = asked(args);
    if (isCheck) {
      console.log(summary(await checkBackup(folder, say)));
      return 0;
    }
    const { stop, ...place } = await findOwned(say);
    try {
      const taken = await takeBackup({ ...place, into: folder, withKey, now: new Date(), say });
      say(summary(taken.manifest));
      console.log(taken.folder);
      return taken.manifest.lost === 0 ? 0 : 1;
    } finally {
      await stop();
    }
  } catch (error) {
    const isOurs = error instanceof AppError || error instanceof LauncherError;
    console.error(isOurs ? error.message : error);
    return 2;
  }
}

/** Throws AppError where it isn't one folder. */
function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { "with-key": { type: "boolean" }, check: { type: "boolean" } },
  });
  const [folder] = positionals;
  const isKnown = Object.keys(values).every((name) => ["with-key", "check"].includes(name));
  if (folder === undefined || positionals.length > 1 || !isKnown)
    throw new AppError("invalid_input", said.backupUsage);
  return {
    folder: resolve(folder),
    isCheck: values.check === true,
    withKey: values["with-key"] === true,
  };
}
