import { rebuildStanding } from "#lib/db/audit/rebuild";
import { rebuildQueue } from "#lib/db/queue/rebuild";
import { rebuildTrials } from "#lib/db/trials/recount";
import * as words from "#lib/words";
import { atDatabase } from "#scripts/import/at-database";
import { ownerUrl } from "#scripts/start/roles.mjs";

/**
 * `npm run rebuild`: says whether what stands is what the publications say, works it out from them anew, and proves that both are equal
 * then. Nothing is kept where they aren't. The same for the rows of the desk's queue and for the counts of suggestions, which are no part of the record.
 *
 * Status   0 it is what the publications say now, 1 it isn't, 2 the database can't be reached.
 */
export function main(): Promise<number> {
  const said = words.recordChecks;
  return atDatabase({
    prepare: () => null,
    databaseUrl: ownerUrl,
    work: async () => {
      const { before, after, publications } = await rebuildStanding();
      console.log(said.standingWas(before));
      console.log(after === 0 ? said.standingIs(publications) : said.standingIsNot);
      console.log(said.queueWas(await rebuildQueue(new Date())));
      const trials = await rebuildTrials();
      console.log(said.trialsWere(trials.before, trials.after));
      return after === 0 && trials.after === 0 ? 0 : 1;
    },
  });
}
