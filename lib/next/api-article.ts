import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { ArticleBody } from "#lib/domain/program-imports";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { complaintWords } from "#lib/words/complaint-words";
import { RequestError } from "./api";

const api = words.programs;

/** JSON around a page, and escapes in it. What is sent has to stay under what the server lets through (next.config.mjs). */
const MAX_JSON_BYTES = 6 * 1024 * 1024 - 1024;

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a program sends, as `requestByProgram` takes it but for the program itself: a page as it is, or JSON that holds one or
 * names its address.
 *
 * Throws   RequestError 400, 413, 415; AppError for what is wrong with the fields.
 */
export async function articleOf(request: Request): Promise<Fields> {
  const contentType = request.headers.get("content-type") ?? "";
  const kind = contentType.split(";")[0]?.trim().toLowerCase();
  const key = request.headers.get("idempotency-key");
  if (kind === "application/json") {
    const bytes = await bodyOf(request, MAX_JSON_BYTES);
    return { key, ...ofJson(bytes) };
  }
  if (kind !== "text/html" && kind !== "text/plain") {
    throw new RequestError("not_text", api.contentType);
  }
  const format = kind === "text/html" ? "html" : "text";
  const bytes = await bodyOf(request, MAX_PAGE_BYTES);
  const query = new URL(request.url).searchParams;
  const known = { url: once(query, "url"), publisher: once(query, "publisher") };
  return { key, page: { bytes, format, fileName: null, mediaType: contentType.slice(0, 200), ...known } };
}

function ofJson(bytes: Uint8Array): Fields {
  const parsed = ArticleBody.safeParse(json(bytes));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join(".");
    throw new AppError("invalid_input", issue === undefined ? api.notObject : complaintWords(issue), {
      field: field || undefined,
      cause: parsed.error,
    });
  }
  const { url = null, html = null, text = null, publisher = null } = parsed.data;
  const content = html ?? text;
  if (content === null) return { address: { address: url, publisher } };
  const format = html === null ? "text" : "html";
  const mediaType = format === "html" ? "text/html;charset=utf-8" : "text/plain;charset=utf-8";
  const page = {
    bytes: new TextEncoder().encode(content),
    format,
    fileName: null,
    mediaType,
    url,
    publisher,
  };
  return { page };
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new RequestError("invalid_input", api.notJson);
  }
}

function once(query: URLSearchParams, name: string): string | null {
  const [value = null, ...others] = query.getAll(name);
  if (others.length > 0) throw new RequestError("invalid_input", api.badQuery(name), { field: name });
  return value;
}

/** The body, while it is no longer than `most` bytes. */
async function bodyOf(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () => new RequestError("too_large", api.tooLarge);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > most) throw tooLarge();
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
