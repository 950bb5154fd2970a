import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/**
 * What the import form holds, as `requestImport` takes it: bytes as they came, and what is known of them. Of the three ways
 * to give a page the chosen one (`mode`) counts.
 *
 * Throws   AppError `invalid_input` for nothing, `too_large` with the size in words.
 */
export async function importOf(form: FormData): Promise<Record<string, unknown>> {
  const mode = form.get("mode");
  const shared = { url: textOf(form, "url"), publisher: textOf(form, "publisher") };
  if (mode === "file") {
    const file = form.get("file");
    if (!(file instanceof File) || (file.size === 0 && file.name === "")) {
      throw new AppError("invalid_input", words.importing.errors.noFile, { field: "file" });
    }
    refuseSize(file.size, "file", words.importing.errors.emptyFile);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ...shared, bytes, format: null, fileName: file.name, mediaType: file.type || null };
  }
  const field = mode === "html" ? "html" : "text";
  const { emptyHtml, emptyText } = words.importing.errors;
  const content = textOf(form, field);
  const bytes = new TextEncoder().encode(content);
  refuseSize(content.trim() === "" ? 0 : bytes.length, field, field === "html" ? emptyHtml : emptyText);
  const mediaType = field === "html" ? "text/html;charset=utf-8" : "text/plain;charset=utf-8";
  return { ...shared, bytes, format: field, fileName: null, mediaType };
}

/**
 * The address that the form holds, as `requestAddress` takes it.
 *
 * Throws   AppError `invalid_input` for none.
 */
export function addressOf(form: FormData): Record<string, unknown> {
  const address = textOf(form, "address").trim();
  if (address === "") {
    throw new AppError("invalid_input", words.importing.errors.noAddress, { field: "address" });
  }
  return { address, publisher: textOf(form, "publisher") };
}

/** Without scripts the form shows two ways at once, and nobody chooses one: a file goes before text. */
export function plainMode(form: FormData): "file" | "text" {
  const file = form.get("file");
  return file instanceof File && file.name !== "" ? "file" : "text";
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function refuseSize(bytes: number, field: string, empty: string): void {
  if (bytes === 0) throw new AppError("invalid_input", empty, { field });
  if (bytes > MAX_PAGE_BYTES) {
    throw new AppError("too_large", words.importing.errors.tooLarge(megabytes(bytes)), { field });
  }
}

/** "5.2 MB" */
function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
