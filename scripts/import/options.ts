import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import * as words from "#lib/words";

const bulk = words.bulkImports;

/** Used wrongly: how to use it is shown as well. */
export class UsageError extends Error {}

const MOST_WORKERS = 64;
/** Without being told; each of them takes some 300 MB and up to two dozen connections to the database. */
const DEFAULT_WORKERS = 10;

export interface Options {
  readonly paths: readonly string[];
  readonly publisher: string | null;
  readonly as: string | null;
  readonly workers: number;
  readonly report: string | null;
}

/** Null where only help is asked for. Throws UsageError. */
export function optionsOf(args: readonly string[]): Options | null {
  const { values, positionals: paths } = parsed(args);
  if (values.help === true) return null;
  if (paths.length === 0) throw new UsageError(bulk.noPath);
  if (paths.filter((path) => path === "-").length > 1) throw new UsageError(bulk.twiceStdin);
  return {
    paths,
    publisher: values.publisher?.trim() || null,
    as: values.as ?? null,
    workers: workersOf(values.workers),
    report: values.report ?? null,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        publisher: { type: "string" },
        as: { type: "string" },
        workers: { type: "string" },
        report: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(". ")[0] ?? "") : "");
  }
}

function workersOf(given: string | undefined): number {
  if (given === undefined) return Math.min(availableParallelism(), DEFAULT_WORKERS);
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > MOST_WORKERS) throw new UsageError(bulk.badWorkers);
  return number;
}
