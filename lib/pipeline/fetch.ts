import { MAX_PAGE_BYTES } from "#lib/domain/import";
import { pages } from "#lib/domain/words/pages";
import { AppError } from "#lib/errors";

/** One page that somebody asks to be taken in, as it came. */
export interface PageRequest {
  readonly bytes: Uint8Array;
  /** Null lets the decoder tell HTML from text by looking. */
  readonly format: "text" | "html" | null;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  /** The page that Onrecord itself ships. */
  readonly isSample: boolean;
}

/**
 * The bytes of a page. They are given with the request (a file, or what was pasted), so all that is left is to refuse too many.
 *
 * Throws   AppError `too_large`.
 */
export function fetchPage(request: PageRequest): Uint8Array {
  if (request.bytes.byteLength > MAX_PAGE_BYTES) throw new AppError("too_large", pages.tooLarge);
  return request.bytes;
}
