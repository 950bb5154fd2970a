import type { z } from "zod";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { type BulkPage, PageLine } from "#lib/domain/bulk-imports";
import * as words from "#lib/words";
import { complaintWords } from "#lib/words/complaint-words";
import { type Line, LONGEST_LINE } from "./lines";

const bulk = words.bulkImports;
const pages = words.pages;

/** What a line holds: a page, or why it is refused. `id` is the line's own, whatever it is. Null for an empty line. */
export type LineContent =
  | { readonly id: unknown; readonly page: BulkPage }
  | { readonly id: unknown; readonly refused: string };

export function contentOfLine({ bytes }: Line, publisher: string | null): LineContent | null {
  if (bytes === null) return { id: undefined, refused: bulk.longLine(LONGEST_LINE / 2 ** 20) };
  const text = utf8(bytes);
  if (text === null) return { id: undefined, refused: bulk.notUtf8 };
  if (text.trim() === "") return null;
  const value = json(text);
  if (value === undefined) return { id: undefined, refused: bulk.notJson };
  const parsed = PageLine.safeParse(value);
  if (!parsed.success) return { id: idIn(value), refused: complaint(parsed.error) };
  const { id, html, text: plain, url, fetchedAt } = parsed.data;
  const content = new TextEncoder().encode(html ?? plain ?? "");
  if (content.length === 0) return { id, refused: pages.empty };
  if (content.length > MAX_PAGE_BYTES) return { id, refused: pages.tooLarge };
  const page = {
    bytes: content,
    format: html === null ? ("text" as const) : ("html" as const),
    fileName: null,
    mediaType: html === null ? "text/plain;charset=utf-8" : "text/html;charset=utf-8",
    url,
    fetchedAt,
    publisher: parsed.data.publisher?.trim() || publisher,
  };
  return { id, page };
}

/** Null where it is none. A byte order mark is dropped. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // which no JSON is
  }
}

function idIn(value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
}

function complaint(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return bulk.notObject;
  const [field] = issue.path;
  const said = complaintWords(issue);
  return field === undefined ? said : bulk.field(String(field), said);
}
