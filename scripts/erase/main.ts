import { parseArgs } from "node:util";
import { erasePayload } from "#lib/db/audit/audit";
import { transaction } from "#lib/db/core/client";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { atDatabase } from "#scripts/import/at-database";
import { ownerUrl } from "#scripts/start/roles.mjs";

const said = words.recordChecks;

/**
 * `npm run erase -- EVENT --reason WORDS`: erases what one event of the history tells, where the law asks for it.
 *
 * Status   0 done, 1 there is nothing to erase, 2 used wrongly, or the database can't be reached.
 */
export function main(args: readonly string[]): Promise<number> {
  return atDatabase({
    prepare: () => asked(args),
    databaseUrl: ownerUrl,
    work: async ({ sequence, reason }) => {
      const isErased = await transaction((tx) => erasePayload(tx, sequence, reason, new Date()));
      console.log(isErased ? said.erased(sequence) : said.nothingToErase(sequence));
      return isErased ? 0 : 1;
    },
  });
}

/** Throws AppError where it isn't one event with a reason. */
function asked(args: readonly string[]): { readonly sequence: number; readonly reason: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { reason: { type: "string" } },
  });
  const sequence = Number(positionals[0]);
  const reason = typeof values.reason === "string" ? values.reason.trim() : "";
  if (positionals.length !== 1 || !Number.isSafeInteger(sequence) || sequence < 1 || reason === "") {
    throw new AppError("invalid_input", said.eraseUsage);
  }
  return { sequence, reason };
}
