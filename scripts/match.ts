import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as words from "#lib/words";
import { Lines } from "./match/lines";
import { answerPairs } from "./match/pairs";
import { answerCandidates } from "./match/ranking";
import { answerReposts } from "./match/repost-lines";
import { readStatements } from "./match/statements";

/**
 * `npm run match -- --jsonl`: statements compared with one another, as a filter over JSON lines. No database, build or network.
 *
 * Status   0 done (lines that can't be read say so), 1 a file can't be read, 2 the command was used wrongly.
 */
class UsageError extends Error {}

const MOST_CANDIDATES = 1000;

function request() {
  let values: ReturnType<typeof parse>;
  try {
    values = parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(". ")[0] ?? "") : "");
  }
  if (values.help === true) return values;
  if (values.jsonl !== true) throw new UsageError(words.matching.onlyLines);
  if (values.pairs !== undefined && values.reposts === true)
    throw new UsageError(words.matching.pairsOrReposts);
  const k = Number(values.k);
  if (!Number.isInteger(k) || k < 1 || k > MOST_CANDIDATES) throw new UsageError(words.matching.badK);
  return values;
}

function parse() {
  return parseArgs({
    options: {
      jsonl: { type: "boolean" },
      k: { type: "string", default: "10" },
      pairs: { type: "string" },
      reposts: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  }).values;
}

async function main(): Promise<void> {
  const asked = request();
  const out = new Lines(process.stdout);
  if (asked.help === true) return void process.stdout.write(`${words.matching.usage}\n`);
  if (asked.reposts === true) return answerReposts(process.stdin, out);
  const { statements, failed } = await readStatements(process.stdin);
  if (asked.pairs === undefined) return answerCandidates(statements, failed, Number(asked.k), out);
  // npm changes into the package's folder; names are meant from the folder that the person is in.
  const file = createReadStream(resolve(process.env.INIT_CWD ?? process.cwd(), asked.pairs));
  for (const { id, error } of failed) await out.write({ id, error });
  return answerPairs(statements, file, out);
}

// Whoever reads our output may stop reading ("| head"): that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

main().catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const why = code === "ENOENT" ? words.command.missing : code === "EISDIR" ? words.command.folder : null;
  if (isUsage) process.stderr.write(`${error.message}\n${words.matching.usage}\n`);
  else
    process.stderr.write(`${why === null ? words.matching.bug : words.command.unreadable("--pairs", why)}\n`);
  process.exitCode = isUsage ? 2 : 1;
});
