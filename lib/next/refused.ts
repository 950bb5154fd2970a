import type { IncomingMessage } from "node:http";

/** Requests that no page is asked for, and how they are told so. */

export const REFUSED_PATH = "/refused";
/** Written by the door, over whatever was sent under that name: the status to answer with, and whether a program asked. */
export const REFUSED_HEADER = "x-onrecord-refused";
export const PROGRAM = " program";
/** In seconds. */
export const RETRY_AFTER = "5";

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const MOST_UNITS = 8_000;
/** These say how the server is, also while the database is lost. */
const ALWAYS = /^\/(?:healthz|readyz|_next\/static\/)/;

/** The status that a request is refused with before anything reads it; null for one that may go on. */
export function refusalOf(
  request: Pick<IncomingMessage, "method" | "url" | "headers">,
  isDatabaseLost: boolean,
): 400 | 405 | 414 | 503 | null {
  const { method = "", url = "", headers } = request;
  if (!METHODS.has(method)) return 405;
  if (url.length > MOST_UNITS) return 414;
  if (!isReadable(url) || !isWholeForm(headers["content-type"])) return 400;
  return isDatabaseLost && !ALWAYS.test(url) ? 503 : null;
}

/** Whether the path is text: percent signs that spell UTF-8, and no character that nothing can store. */
function isReadable(url: string): boolean {
  const [path = ""] = url.split("?");
  try {
    return path.startsWith("/") && !/[\0\p{Surrogate}]/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** A form of several parts says where they end. */
function isWholeForm(type: string | undefined): boolean {
  return type === undefined || !/^\s*multipart\//i.test(type) || /;\s*boundary="?[^\s";]/i.test(type);
}
