import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { labelledPages } from "#lib/db/trials/labelled-pages";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { atDatabase } from "#scripts/import/at-database";
import { pageRow } from "./page-row";

const said = words.labelExport;

interface Asked {
  readonly file: string | null;
  readonly since: Date | null;
  readonly isWithDrafts: boolean;
}

/**
 * `npm run export:labels [-- FILE]`: what people decided on suggestions, as lines of JSON that `npm run train` reads. It works while Onrecord runs.
 *
 * Status   0 written, 2 used wrongly, or it can't be.
 */
export function main(args: readonly string[]): Promise<number> {
  return atDatabase({ prepare: () => asked(args), work: write });
}

async function write({ file, ...wanted }: Asked): Promise<number> {
  const count = { pages: 0, statements: 0, decisions: 0 };
  const lines = async function* () {
    for await (const page of labelledPages(wanted)) {
      count.pages += 1;
      count.statements += page.statements.length;
      count.decisions += page.decisions.length;
      yield `${JSON.stringify(pageRow(page))}\n`;
    }
  };
  if (file !== null) await intoFile(file, lines());
  else if (!(await isTaken(lines()))) return 0;
  console.error(said.done(count.pages, count.statements, count.decisions));
  return 0;
}

/** To standard output. False where nobody reads on, as `head` doesn't: that is no fault. */
async function isTaken(lines: AsyncIterable<string>): Promise<boolean> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return false;
    throw error;
  }
}

/** Whole or not at all, and for its owner alone: it holds the pages' texts. */
async function intoFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    const isFiles = cause instanceof Error && "path" in cause;
    throw isFiles ? new AppError("unavailable", said.notWritten(file, cause.message), { cause }) : cause;
  }
}

/** Throws AppError where the options aren't known, or the day isn't one. */
function asked(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { since: { type: "string" }, drafts: { type: "boolean" } },
  });
  const since = z.iso.date().optional().safeParse(values.since);
  const isKnown = Object.keys(values).every((name) => ["since", "drafts"].includes(name));
  if (!since.success || !isKnown || positionals.length > 1) throw new AppError("invalid_input", said.usage);
  const [file] = positionals;
  return {
    file: file === undefined ? null : resolve(file),
    since: since.data === undefined ? null : new Date(`${since.data}T00:00:00Z`),
    isWithDrafts: values.drafts === true,
  };
}
