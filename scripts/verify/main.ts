import { verifyHeads } from "#lib/db/audit/heads";
import { verifyRecord } from "#lib/db/audit/verify";
import * as words from "#lib/words";
import { atDatabase } from "#scripts/import/at-database";
import { readSettings } from "#scripts/start/settings.mjs";

/**
 * `npm run verify`: walks the whole record and says what doesn't hold, the first broken link first.
 *
 * Status   0 everything holds, 1 something doesn't, 2 the record can't be reached.
 */
export function main(): Promise<number> {
  return atDatabase({ prepare: () => readSettings(process.env).data, work: verify });
}

const said = words.recordChecks;

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
