import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import { type Decoded, decode } from "#lib/pipeline/decode";
import * as words from "#lib/words";
import { declaredEncoding } from "./xml-frame";

const feedWords = words.feeds;

const say = feedWords.unreadable;

/**
 * As pages are decoded; an XML declaration counts where the server names no encoding (RFC 7303, 3).
 *
 * Throws   AppError with a sentence about a feed.
 */
export function charactersOf({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }): Decoded {
  const declared = /charset/i.test(mediaType) ? null : declaredEncoding(bytes);
  const hint = declared === null ? mediaType : `${mediaType}; charset=${declared}`;
  try {
    return decode(bytes, { format: null, mediaType: hint });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "too_large") throw new AppError("too_large", say.tooLarge(MAX_PAGE_BYTES));
    if (error.code === "not_text") throw new AppError("not_text", say.notText, { cause: error });
    throw new AppError("invalid_input", say.empty);
  }
}
