import { rebuildStanding } from "#lib/db/audit/rebuild";
import { disconnect } from "#lib/db/core/client";
import { LauncherError } from "#lib/db/embedded/launcher-error.mjs";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { findDatabase } from "../import/place";
import { ownerUrl } from "../start/roles.mjs";

/**
 * `npm run rebuild`: says whether what stands is what the publications say, works it out from them anew, and proves that both are equal
 * then. Nothing is kept where they aren't.
 *
 * Status   0 it is what the publications say now, 1 it isn't, 2 the database can't be reached.
 */
export async function main(): Promise<number> {
  const { recordChecks: said } = words;
  try {
    const place = await findDatabase((line) => console.error(line));
    process.env.DATABASE_URL = ownerUrl(String(place.env.DATABASE_URL));
    try {
      const { before, after, publications } = await rebuildStanding();
      console.log(said.standingWas(before));
      console.log(after === 0 ? said.standingIs(publications) : said.standingIsNot);
      return after === 0 ? 0 : 1;
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
