import { binaryKind } from "#lib/text/binary";
import type { Complaint } from "./complaints";

/** A document that the newsroom was given, in place of an address. */

/** The largest file behind evidence, in bytes: as large as a page that is fetched (`MAX_PAGE_BYTES`). */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** What the bytes of a file behind evidence are, whatever it is called; only what can be looked through is taken. */
export function fileTypeOf(
  bytes: Uint8Array,
  name: string,
): "application/pdf" | "text/html" | "text/plain" | null {
  const kind = binaryKind(bytes);
  if (kind === "pdf") return "application/pdf";
  if (kind !== null) return null;
  return /\.x?html?$/i.test(name) ? "text/html" : "text/plain";
}

type FileComplaint = Extract<Complaint, "emptyFile" | "largeFile" | "otherFile">;

/** What is wrong with a file; null where nothing is. `bytes` may be the first of them, `size` is that of all. */
export function fileComplaint(bytes: Uint8Array, name: string, size: number): FileComplaint | null {
  if (size === 0) return "emptyFile";
  if (size > MAX_FILE_BYTES) return "largeFile";
  return fileTypeOf(bytes, name) === null ? "otherFile" : null;
}
