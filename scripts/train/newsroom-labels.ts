import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Span } from "#lib/text/span";
import { SourcingCode } from "./article-labels";

/** A newsroom's own labels: what `npm run export:labels` wrote. */

const place = { start: z.int().min(0), end: z.int().min(1) };

/** Of a page what learning takes; the rest of the line is for people. */
const Row = z.object({
  id: z.string().min(1),
  domain: z.string().min(1),
  isWhole: z.boolean(),
  text: z.string(),
  gold: z.object({ statements: z.array(z.object({ ...place, sourcing: SourcingCode })) }),
  removed: z.array(z.object(place)),
});

interface NewsroomPage {
  readonly id: string;
  readonly domain: string;
  readonly text: string;
  /** Every sentence was read, so that one without a label is no statement. */
  readonly isWhole: boolean;
  /** `x` is no statement. */
  readonly labels: readonly (Span & { readonly code: SourcingCode | "x" })[];
}

/** The pages of a file, each line checked. Throws Error naming the line that isn't what the export writes. */
export function readNewsroomPages(path: string): NewsroomPage[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, i): NewsroomPage[] => {
    if (line === "") return [];
    const { gold, removed, ...page } = rowIn(line, `${path}, line ${i + 1}`);
    const labels = [
      ...gold.statements.map(({ start, end, sourcing }) => ({ start, end, code: sourcing })),
      ...removed.map(({ start, end }) => ({ start, end, code: "x" as const })),
    ];
    return [{ ...page, labels }];
  });
}

function rowIn(line: string, where: string): z.infer<typeof Row> {
  try {
    const row = Row.parse(JSON.parse(line));
    const spans = [...row.gold.statements, ...row.removed];
    if (spans.every(({ start, end }) => start < end && end <= row.text.length)) return row;
  } catch (cause) {
    throw new Error(`${where}: not what npm run export:labels writes.`, { cause });
  }
  throw new Error(`${where}: words lie outside of the text.`);
}

/** What weights that learned from this file are told apart by: eight digits of its hash. */
export function markOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 8);
}
