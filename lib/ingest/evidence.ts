import type { QuoteLook } from "#lib/domain/claims";
import type { FetchedPage, Retrieval } from "#lib/domain/retrieval";
import { AppError } from "#lib/errors";
import { type FetchSettings, fetchMeans, type Ingesting, readPage } from "#lib/ingest";
import { decode } from "#lib/pipeline/decode";
import { fetchDocument } from "#lib/pipeline/fetch";
import { isQuotedIn } from "#lib/text/quoted";

/** Fetch the page behind a piece of evidence. `turns` are the moments that are ours already, by host. */
export function retrieveEvidence(
  url: string,
  settings: FetchSettings,
  turns: ReadonlyMap<string, Date>,
): Promise<Retrieval> {
  return fetchDocument(url, fetchMeans(settings, turns));
}

/**
 * Does the quotation stand in the text of what was fetched? The text is what the line reads of any page. What can't be read (a PDF, scripts
 * alone, a page that takes too long) isn't looked through.
 */
export async function lookForQuote(
  { bytes, mediaType, finalUrl }: Pick<FetchedPage, "bytes" | "mediaType" | "finalUrl">,
  quote: string | null,
  read: NonNullable<Ingesting["read"]> = async (page, engine) => readPage(page, engine),
): Promise<QuoteLook> {
  if (quote === null) return "NOT_LOOKED_FOR";
  try {
    const { format, content } = decode(bytes, { format: null, mediaType });
    // The text doesn't depend on the engine, and rules are the cheaper one.
    const { analysis } = await read({ format, content, url: finalUrl, publisher: null }, "RULES");
    const isThere = isQuotedIn(quote, analysis.text);
    if (isThere === null) return "NOT_LOOKED_FOR";
    return isThere ? "FOUND" : "MISSING";
  } catch (error) {
    if (error instanceof AppError) return "NOT_LOOKED_FOR";
    throw error;
  }
}
