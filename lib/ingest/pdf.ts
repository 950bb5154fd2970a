import type { CopyLook } from "#lib/domain/claims-shapes";
import { readPdf } from "#lib/pipeline/pdf";
import { isQuotedIn, quotedOnPages } from "#lib/text/quoted";

/** Looks for a quotation in a PDF, page by page. Unbounded in time and memory: what comes from outside is read in a process of its own. */
export async function lookInPdf(bytes: Uint8Array, quote: string): Promise<CopyLook> {
  const read = await readPdf(bytes);
  const nothing = { quote: "NOT_LOOKED_FOR", pages: null, unread: null } as const;
  if (read.kind === "unread") return { ...nothing, unread: read.why };
  if (isQuotedIn(quote, "") === null) return nothing;
  for (const pages of read.orders) {
    const found = quotedOnPages(quote, pages);
    if (found !== null) return { quote: "FOUND", pages: found, unread: null };
  }
  return read.isCut ? { ...nothing, unread: "TOO_LONG" } : { ...nothing, quote: "MISSING" };
}
