import { z } from "zod";
import { Id } from "./reviews";
import { WebAddress } from "./web-addresses-shapes";

/**
 * One page that somebody gives us: bytes as they came (a file, or UTF-8 of what was pasted) and what is known about them.
 * `format` null lets the decoder tell HTML from text by looking.
 */
export const RequestImport = z.object({
  bytes: z.instanceof(Uint8Array),
  format: z.enum(["text", "html"]).nullable(),
  fileName: z.string().trim().max(300).nullable(),
  /** Content type with charset, where a file or a form named one. */
  mediaType: z.string().max(200).nullable(),
  url: z
    .union([z.literal("").transform(() => null), WebAddress])
    .nullable()
    .default(null),
  publisher: z
    .string()
    .trim()
    .max(200)
    .transform((value) => value || null)
    .nullable()
    .default(null),
});
export type RequestImport = z.infer<typeof RequestImport>;

/** One page that is to be fetched: an address whose server has not been asked yet. */
export const RequestAddress = z.object({
  address: WebAddress,
  publisher: RequestImport.shape.publisher,
});
export type RequestAddress = z.infer<typeof RequestAddress>;

export const RetryImport = z.object({ importId: Id });
export const CancelImport = z.object({ importId: Id });
