import { knownClaims } from "#lib/db/known-claims";
import { type Stored, store } from "#lib/db/store";
import type { Engine } from "#lib/domain/analysis";
import { analyse } from "#lib/pipeline/analyse";
import { decode } from "#lib/pipeline/decode";
import { fetchPage, type PageRequest } from "#lib/pipeline/fetch";
import { match } from "#lib/pipeline/match";

/**
 * The line that every page takes: fetch → decode → segment → attribute → classify → match → store.
 *
 * `analyse` is the three in the middle. Calling it again with the same page stores nothing new.
 *
 * Throws   AppError where a person can do something about it: too large, not text, nothing to read.
 */
export async function ingest(
  request: PageRequest & { readonly requestedBy: string },
  { now, engine = "MODELS" }: { readonly now: Date; readonly engine?: Engine },
): Promise<Stored> {
  const bytes = fetchPage(request);
  const { format, content } = decode(bytes, request);
  const analysis = analyse({ format, content, url: request.url, publisher: request.publisher }, engine);
  const matches = match(analysis, await knownClaims());
  return store({ ...request, analysis, matches }, now);
}
