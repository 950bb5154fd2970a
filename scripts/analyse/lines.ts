import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Engine, Page } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import { analyse } from "#lib/pipeline/analyse";
import * as words from "#lib/words";
import { worded } from "./worded";

/** One JSON object a line in, one a line out, in order, each as it is done; a line that fails says so and the next one follows. */
export async function filterLines(input: Readable, output: Writable, engine: Engine): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    if (!output.write(`${JSON.stringify(answer(line, engine))}\n`)) await once(output, "drain");
  }
}

function answer(line: string, engine: Engine): object {
  let id: unknown = null;
  try {
    const given = objectIn(line);
    id = given.id ?? null;
    return { id, ...worded(analyse(pageOf(given), engine)) };
  } catch (error) {
    return { id, error: error instanceof AppError ? error.message : words.command.bug };
  }
}

function objectIn(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new AppError("invalid_input", words.command.notJson, { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AppError("invalid_input", words.command.notPage);
  }
  return { ...value };
}

function pageOf({ text, html, url, publisher }: Record<string, unknown>): Page {
  const known = { url: stringOr(url), publisher: stringOr(publisher) };
  if (typeof html === "string") return { format: "html", content: html, ...known };
  if (typeof text === "string") return { format: "text", content: text, ...known };
  throw new AppError("invalid_input", words.command.notPage);
}

function stringOr(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
