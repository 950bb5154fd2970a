import { analyse as guesses } from "chardet";
import sniff from "html-encoding-sniffer";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import { binaryKind, isMostlyControls } from "#lib/text/binary";
import * as words from "#lib/words";

const pages = words.pages;

export interface Decoded {
  readonly format: "text" | "html";
  readonly content: string;
  /** The encoding that was used, as its WHATWG name in lower case. */
  readonly charset: string;
}

export interface DecodeHints {
  readonly format: "text" | "html" | null;
  /** Content type with charset, where a server, a file or a form named one. */
  readonly mediaType: string | null;
}

/**
 * Bytes to characters: strict UTF-8 first, then what the page or its server says, then what the bytes look like.
 *
 * Throws   AppError `invalid_input` when empty, `too_large` beyond MAX_PAGE_BYTES, `not_text` when binary or when no
 *          encoding reads every character: a damaged page is refused whole, never stored with holes.
 */
export function decode(bytes: Uint8Array, hints: DecodeHints): Decoded {
  if (bytes.byteLength === 0) throw new AppError("invalid_input", pages.empty);
  if (bytes.byteLength > MAX_PAGE_BYTES) throw new AppError("too_large", pages.tooLarge);
  const kind = binaryKind(bytes);
  if (kind !== null) throw new AppError("not_text", pages.binary(pages.binaryKinds[kind]));
  const { content, charset } = characters(bytes, hints);
  if (isMostlyControls(content)) throw new AppError("not_text", pages.binary(pages.binaryKinds.other));
  if (content.trim() === "") throw new AppError("invalid_input", pages.empty);
  return { format: hints.format ?? formatOf(content, hints.mediaType), content, charset };
}

function characters(bytes: Uint8Array, hints: DecodeHints): { content: string; charset: string } {
  const mark = byteOrderMark(bytes);
  const declared = mark ?? declaredCharset(bytes, hints);
  const utf8 = mark === null || mark === "utf-8" ? read(bytes, "utf-8") : null;
  if (utf8 !== null) return { content: utf8, charset: "utf-8" };
  if (declared !== null && declared !== "utf-8") {
    const content = read(bytes, declared);
    if (content === null) throw new AppError("not_text", pages.brokenCharset(declared));
    return { content, charset: declared };
  }
  if (isDamagedUtf8(bytes)) throw new AppError("not_text", pages.brokenCharset("UTF-8"));
  return guessed(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;
}

/** What the server or the page's own `meta` says; null where neither says anything. */
function declaredCharset(bytes: Uint8Array, { format, mediaType }: DecodeHints): string | null {
  const label = /charset\s{0,4}=\s{0,4}"?([\w:.-]{1,40})/i.exec(mediaType ?? "")?.[1];
  const fallback = "x-user-defined";
  const options = {
    defaultEncoding: fallback,
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
  };
  const sniffed = format === "text" && label === undefined ? fallback : sniff(bytes, options);
  return sniffed === fallback ? null : sniffed.toLowerCase();
}

function read(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    // TypeError: bytes that this encoding doesn't have. RangeError: an encoding that nobody has.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

const LEAST_CONFIDENCE = 20;

function guessed(bytes: Uint8Array): { content: string; charset: string } {
  for (const guess of guesses(bytes)) {
    if (guess.confidence < LEAST_CONFIDENCE || /^utf-8$|^ascii$/i.test(guess.name)) continue;
    const content = read(bytes, guess.name);
    if (content !== null && !/[\u0080-\u009F\uFFFD]/.test(content)) {
      return { content, charset: guess.name.toLowerCase() };
    }
  }
  throw new AppError("not_text", pages.unknownCharset);
}

/** More whole multi-byte characters than broken ones: UTF-8 that something has cut or mixed, not another encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const content = new TextDecoder("utf-8").decode(bytes);
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < content.length; i += 1) {
    const unit = content.charCodeAt(i);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) whole += 1;
  }
  return whole >= broken;
}

const HTML_START = /^\s{0,400}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype html|html|head|body)\b/i;

function formatOf(content: string, mediaType: string | null): "text" | "html" {
  if (/\bx?html\b/i.test(mediaType ?? "")) return "html";
  if (/^text\/plain\b/i.test(mediaType ?? "")) return "text";
  const head = content.slice(0, 20_000);
  if (HTML_START.test(head)) return "html";
  const closing = head.match(/<\/(?:p|div|a|span|li|h[1-6]|article|section|strong|em)>|<br ?\/?>/gi) ?? [];
  return closing.length >= 3 ? "html" : "text";
}
