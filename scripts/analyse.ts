import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Analysis, Engine } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import { analyse } from "#lib/pipeline/analyse";
import { decode } from "#lib/pipeline/decode";
import * as words from "#lib/words";
import { filterLines } from "./analyse/lines";
import { tableOf } from "./analyse/table";
import { worded } from "./analyse/worded";

/**
 * `npm run analyse -- FILE|-`: what the engine proposes about one page, as a table, as JSON, or as a filter over JSON lines.
 *
 * Status   0 done, 1 the input can't be read, 2 the command was used wrongly.
 */
const OPTIONS = {
  json: { type: "boolean" },
  jsonl: { type: "boolean" },
  url: { type: "string" },
  publisher: { type: "string" },
  engine: { type: "string", default: "models" },
  help: { type: "boolean", short: "h" },
} as const;

const ENGINES = new Map<string, Engine>([
  ["models", "MODELS"],
  ["rules", "RULES"],
]);

class UsageError extends Error {}

function request() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const isFilter = values.jsonl === true;
    if (values.help === true) return { ...values, engine: "MODELS" as const, file: "" };
    if (isFilter && values.json === true) throw new UsageError(words.command.jsonAndJsonl);
    if (isFilter && positionals.some((name) => name !== "-"))
      throw new UsageError(words.command.jsonlAndFile);
    if (!isFilter && positionals.length !== 1) throw new UsageError(words.command.noFile);
    const engine = ENGINES.get(values.engine);
    if (engine === undefined) throw new UsageError(words.command.noEngine);
    return { ...values, engine, file: positionals[0] ?? "-" };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? (error.message.split(". ")[0] ?? "") : "");
  }
}

/** npm changes into the package's folder; names are meant from the folder that the person is in. */
async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  } catch (error) {
    const command = words.command;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const why = code === "ENOENT" ? command.missing : code === "EISDIR" ? command.folder : command.forbidden;
    throw new AppError("invalid_input", command.unreadable(file, why), { cause: error });
  }
}

async function analysisOf({ file, url, publisher, engine }: ReturnType<typeof request>): Promise<Analysis> {
  const format = /\.(?:html?|xhtml)$/i.test(file) ? "html" : /\.(?:txt|text|md)$/i.test(file) ? "text" : null;
  const decoded = decode(await bytesOf(file), { format, mediaType: null });
  const page = {
    format: decoded.format,
    content: decoded.content,
    url: url ?? null,
    publisher: publisher ?? null,
  };
  return analyse(page, engine);
}

async function main(): Promise<void> {
  const asked = request();
  if (asked.help === true) return void process.stdout.write(`${words.command.usage}\n`);
  if (asked.jsonl === true) return filterLines(process.stdin, process.stdout, asked.engine);
  const analysis = await analysisOf(asked);
  const width = process.stdout.columns ?? 80;
  process.stdout.write(
    asked.json === true ? `${JSON.stringify(worded(analysis), null, 2)}\n` : tableOf(analysis, width),
  );
}

// Whoever reads our output may stop reading ("| head"): that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

main().catch((error: unknown) => {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n${words.command.usage}\n`);
  else process.stderr.write(`${error instanceof AppError ? error.message : words.command.bug}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
