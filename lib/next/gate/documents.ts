import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import * as words from "#lib/words";

/**
 * Readers' pages leave here as documents. Next.js adds its own scripts to every page, and to those the page's content once more, so that it can
 * go from page to page without asking for a whole one. A reader comes for one page: the scripts are taken out, and the rest is a third of the size.
 * A page's policy (`proxy.ts`) lets no script run, should one stay.
 */

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Encoding = keyof typeof pack | null;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * The page without what only scripts need: elements that run a script, and links that fetch one. Data for machines (`application/ld+json`) stays.
 *
 * React writes every `<` of a page's words as `&lt;`, Next.js every one inside a script as `\u003c`, so that each `<script` here is an element, and
 * the next `</script>` ends it.
 */
export function withoutScripts(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf("<", from); at !== -1; at = html.indexOf("<", at + 1)) {
    const end = endOfScript(html, at);
    if (end === null) continue;
    kept.push(html.slice(from, at));
    from = end;
    at = end - 1;
  }
  kept.push(html.slice(from));
  return kept.join("");
}

/** Where the element that begins here ends, if it is only for scripts; null for any other. */
function endOfScript(html: string, at: number): number | null {
  const isScript = html.startsWith("<script", at);
  if (!isScript && !html.startsWith("<link", at)) return null;
  const close = html.indexOf(">", at);
  if (close === -1) return null;
  const tag = html.slice(at, close);
  if (!isScript) {
    const isFetched = tag.includes(' rel="preload"') || tag.includes(' rel="modulepreload"');
    return isFetched && tag.includes(' as="script"') ? close + 1 : null;
  }
  if (tag.includes(' type="application/ld+json"')) return null;
  const end = html.indexOf(CLOSE, close);
  return end === -1 ? html.length : end + CLOSE.length;
}

const CLOSE = "</script>";

/** Hold the answer back until it is whole, and send it as a document; what isn't HTML leaves as it comes. */
export function sendAsDocument(request: IncomingMessage, response: ServerResponse): void {
  const encoding = wanted(request.headers["accept-encoding"]);
  delete request.headers["accept-encoding"]; // Next.js would compress what is still to be read here
  const { write, writeHead, end, flushHeaders } = response;
  const parts: Buffer[] = [];
  let head: readonly unknown[] | null = null;
  let isHeld = true;
  const isHtml = () => String(response.getHeader("content-type") ?? "").startsWith("text/html");
  const keep = (part: unknown, encoding: unknown) => {
    if (typeof part === "string")
      parts.push(Buffer.from(part, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  const finish = async (done: unknown) => {
    const page = Buffer.concat(parts).toString("utf8");
    const given = Number(head?.[0] ?? response.statusCode);
    const status = given === 200 && page.includes(NOT_HERE) ? 404 : given;
    const body = await packed(status >= 500 ? troublePage() : withoutScripts(page), encoding);
    nameBody(response, body, encoding);
    if (status !== given) keepNothing(response);
    isHeld = false;
    response.statusCode = status;
    if (head !== null) Reflect.apply(writeHead, response, [status, ...head.slice(1)]);
    Reflect.apply(end, response, typeof done === "function" ? [body, done] : [body]);
  };

  // Each of these has several forms; each is handed on as it came. Compression by Next.js asks for the head before the first part.
  response.flushHeaders = () => {
    if (!isHtml()) Reflect.apply(flushHeaders, response, []);
  };
  const headHeld = (...args: unknown[]) => {
    if (!isHeld || !isHtml()) return Reflect.apply(writeHead, response, args);
    head = args;
    return response;
  };
  const partHeld = (...args: unknown[]) => {
    if (!isHtml()) return Reflect.apply(write, response, args);
    keep(args[0], args[1]);
    const done = args.find((one) => typeof one === "function");
    if (done) process.nextTick(done);
    return true;
  };
  const ended = (...args: unknown[]) => {
    if (!isHtml()) return Reflect.apply(end, response, args);
    keep(args[0], args[1]);
    finish(args.find((one) => typeof one === "function")).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    return response;
  };
  response.writeHead = headHeld as typeof writeHead;
  response.write = partHeld as typeof write;
  response.end = ended as typeof end;
}

async function packed(page: string, encoding: Encoding): Promise<Buffer> {
  const plain = Buffer.from(page);
  if (encoding === null) return plain;
  return encoding === "br" ? pack.br(plain, BROTLI) : pack.gzip(plain);
}

/** What `NotHere` says of itself. No words of a page can say it: React writes their quotation marks as `&quot;`. */
const NOT_HERE = ' data-not-here=""';

/** The head was made for a page that is there. */
function keepNothing(response: ServerResponse): void {
  response.removeHeader("ETag");
  response.setHeader("Cache-Control", "private, no-store");
}

function nameBody(response: ServerResponse, body: Buffer, encoding: Encoding): void {
  response.removeHeader("Transfer-Encoding");
  response.removeHeader("Link"); // names scripts to fetch before the page is read
  response.appendHeader("Vary", "Accept-Encoding");
  if (encoding !== null) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
}

/** Where drawing a page failed, Next.js sends an empty one whose script would say so. */
function troublePage(): string {
  const { errorTitle, error, toHome } = words.trouble;
  return `<!doctype html><html lang="${words.language}" dir="${words.direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${errorTitle}. ${words.common.name}</title><main><h1>${errorTitle}</h1><p>${error}</p><p><a href="/">${toHome}</a></p></main></html>`;
}

/** The best of what the client takes. Source: RFC 9110, 12.5.3; a weight of 0 means never. */
function wanted(header: string | string[] | undefined): Encoding {
  const taken = String(header ?? "")
    .split(",")
    .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
    .map((one) => one.split(";")[0]?.trim().toLowerCase());
  return taken.includes("br") ? "br" : taken.includes("gzip") ? "gzip" : null;
}
