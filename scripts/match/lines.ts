import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import * as words from "#lib/words";

/** What is wrong with a line, in words for a person. */
export class LineError extends Error {}

/** JSON lines out, no faster than they are read. */
export class Lines {
  constructor(private readonly output: Writable) {}

  async write(value: object): Promise<void> {
    if (!this.output.write(`${JSON.stringify(value)}\n`)) await once(this.output, "drain");
  }
}

/** The lines that are not empty, one by one. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== "") yield line;
}

/**
 * The object that a line holds.
 *
 * Throws   LineError
 */
export function objectIn(line: string, otherwise: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    throw new LineError(words.matching.notJson);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new LineError(otherwise);
  return { ...value };
}

export const idOf = (value: unknown): string | number | null =>
  typeof value === "string" || typeof value === "number" ? value : null;

export function messageOf(error: unknown): string {
  return error instanceof LineError ? error.message : words.matching.bug;
}
