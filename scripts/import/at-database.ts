import { disconnect } from "#lib/db/core/client";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { AppError } from "#lib/errors";
import { findDatabase, type Place } from "./place";

/**
 * What a command of the command line does at the database, whether that runs or is started for it. `prepare` reads what was asked before
 * anything starts; `databaseUrl` picks whose rights the work has.
 *
 * Returns  the command's status: what the work says, or 2 after a sentence where it can't be done; `statusOf` may tell otherwise.
 */
export async function atDatabase<Asked>(command: {
  readonly prepare: () => Asked;
  readonly databaseUrl?: (url: string) => string;
  readonly work: (asked: Asked, place: Place) => Promise<number>;
  readonly statusOf?: (error: AppError) => number;
}): Promise<number> {
  process.env.ONRECORD_STATEMENT_TIMEOUT = "0"; // what walks everything takes its time
  try {
    const asked = command.prepare();
    const place = await findDatabase((line) => console.error(line));
    const url = String(place.env.DATABASE_URL);
    process.env.DATABASE_URL = command.databaseUrl?.(url) ?? url;
    try {
      return await command.work(asked, place);
    } finally {
      await disconnect();
      await place.stop();
    }
  } catch (error) {
    const isOurs = error instanceof AppError || error instanceof LauncherError;
    console.error(isOurs ? error.message : error);
    return error instanceof AppError ? (command.statusOf?.(error) ?? 2) : 2;
  }
}
