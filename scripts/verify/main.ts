import { verifyHeads } from "#lib/db/audit/heads";
import { verifyRecord } from "#lib/db/audit/verify";
import { disconnect } from "#lib/db/core/client";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { findDatabase } from "../import/place";
import { readSettings } from "../start/settings.mjs";

/**
 * `npm run verify`: walks the whole record and says what doesn't hold, the first broken link first.
 *
 * Status   0 everything holds, 1 something doesn't, 2 the record can't be reached.
 */
export async function main(): Promise<number> {
  try {
    const place = await findDatabase((line) => console.error(line));
    process.env.DATABASE_URL = place.env.DATABASE_URL;
    try {
      return await verify(readSettings(process.env).data);
    } finally {
      await disconnect();
      await place.stop();
    }
  } catch (error) {
    const isOurs = error instanceof AppError || error instanceof LauncherError;
    console.error(isOurs ? error.message : error);
    return 2;
  }
}

const { recordChecks: said } = words;

/** Walk the record of `DATABASE_URL`, with the heads in `folder`, and say how it is. The status is that of the command. */
export async function verify(folder: string): Promise<number> {
  const state = await verifyRecord();
  const heads = await verifyHeads(folder);
  const count = state.faultCount + heads.length;
  for (const fault of [...state.faults, ...heads]) console.log(said.fault(fault));
  const more = state.faultCount - state.faults.length;
  if (more > 0) console.log(said.more(more));
  console.log(
    count === 0 ? said.whole(state.events, state.publications, state.head.hash) : said.broken(count),
  );
  return count === 0 ? 0 : 1;
}
