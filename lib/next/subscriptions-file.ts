import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** A list of three hundred feeds has some fifty kilobytes. In bytes. */
const MOST = 1024 * 1024;

/**
 * The bytes of the list that the form holds.
 *
 * Throws   AppError with field `file`: none, or too large.
 */
export async function subscriptionsFile(form: FormData): Promise<Uint8Array> {
  const file = form.get("file");
  // Where none was chosen the browser sends an empty one, under whatever name.
  if (!(file instanceof File) || file.size === 0) {
    throw new AppError("invalid_input", words.feeds.opml.noFile, { field: "file" });
  }
  if (file.size > MOST) throw new AppError("too_large", words.feeds.opml.tooLarge, { field: "file" });
  return new Uint8Array(await file.arrayBuffer());
}
