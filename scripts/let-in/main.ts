import { parseArgs } from "node:util";
import { letIn } from "#lib/desk/people/let-in";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { atDatabase } from "#scripts/import/at-database";

const said = words.people.letIn;

/**
 * `npm run let-in -- EMAIL --reason WORDS [--lost-factor]`: a link for a new password, made on the machine; with `--lost-factor` the
 * person's second factor is taken off as well.
 *
 * Status   0 done, 1 there is no such person, or they are disabled, 2 used wrongly, or the database can't be reached.
 */
export function main(args: readonly string[]): Promise<number> {
  return atDatabase({
    prepare: () => asked(args),
    work: async (input, { env }) => {
      const { name, token } = await letIn(input, { now: new Date() });
      if (input.isFactorLost) console.log(said.factorOff(name));
      console.log(said.made(name, new URL(`/join/${token}`, env.ONRECORD_URL).href));
      console.log(said.told);
      return 0;
    },
    statusOf: ({ code }) => (["not_found", "conflict"].includes(code) ? 1 : 2),
  });
}

/** Throws AppError where it isn't one address with a reason. */
function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { reason: { type: "string" }, "lost-factor": { type: "boolean" } },
  });
  const [email, ...others] = positionals;
  const { reason, "lost-factor": isFactorLost = false, ...unknown } = values;
  const isRight =
    email !== undefined && others.length === 0 && typeof reason === "string" && reason.trim() !== "";
  if (!isRight || Object.keys(unknown).length > 0) throw new AppError("invalid_input", said.usage);
  return { email, reason, isFactorLost: isFactorLost === true };
}
