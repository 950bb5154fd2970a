import type { QuoteLook } from "#lib/domain/claims";
import type { CopyLook } from "#lib/domain/claims-shapes";
import type { FetchedPage, Retrieval } from "#lib/domain/retrieval";
import { AppError } from "#lib/errors";
import { type FetchSettings, fetchMeans, type Ingesting, readPage } from "#lib/ingest";
import { decode } from "#lib/pipeline/decode";
import { fetchDocument } from "#lib/pipeline/fetch";
import { binaryKind } from "#lib/text/binary";
import { isQuotedIn } from "#lib/text/quoted";
import { lookInPdf } from "./pdf";

/** Fetch the page behind a piece of evidence. `turns` are the moments that are ours already, by host. */
export function retrieveEvidence(
  url: string,
  settings: FetchSettings,
  turns: ReadonlyMap<string, Date>,
): Promise<Retrieval> {
  return fetchDocument(url, fetchMeans(settings, turns));
}

/** Looks for a quotation in a PDF. */
export type LookInPdf = typeof lookInPdf;

/** What documents are read by; in this process where nothing else is said. */
interface Readers {
  readonly read?: NonNullable<Ingesting["read"]> | undefined;
  readonly lookInPdf?: LookInPdf | undefined;
}

/**
 * Does the quotation stand in what was fetched? A PDF, which its bytes say whatever its server does, is looked through page by page; the text of
 * anything else is what the line reads of any page. What can't be read (a scan, scripts alone, a page that takes too long) isn't looked through.
 */
export async function lookForQuote(
  {
    bytes,
    mediaType,
    finalUrl,
  }: Pick<FetchedPage, "bytes" | "mediaType"> & { readonly finalUrl: string | null },
  quote: string | null,
  { read = async (page, engine) => readPage(page, engine), lookInPdf: lookIn = lookInPdf }: Readers = {},
): Promise<CopyLook> {
  const answer = (look: QuoteLook): CopyLook => ({ quote: look, pages: null, unread: null });
  if (quote === null) return answer("NOT_LOOKED_FOR");
  if (binaryKind(bytes) === "pdf") return lookIn(bytes, quote);
  try {
    const { format, content } = decode(bytes, { format: null, mediaType });
    // The text doesn't depend on the engine, and rules are the cheaper one.
    const { analysis } = await read({ format, content, url: finalUrl, publisher: null }, "RULES");
    const isThere = isQuotedIn(quote, analysis.text);
    if (isThere === null) return answer("NOT_LOOKED_FOR");
    return answer(isThere ? "FOUND" : "MISSING");
  } catch (error) {
    if (error instanceof AppError) return answer("NOT_LOOKED_FOR");
    throw error;
  }
}
