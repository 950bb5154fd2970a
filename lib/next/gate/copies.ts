import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/**
 * Copies of readers' pages that browsers keep. Each page is asked again every time (`no-cache`), and answered with "not modified" while nothing
 * that it is made of changed: so what was published, corrected or withdrawn shows on the next request, whichever web process answers.
 *
 * A copy belongs to one browser (`private`): it has the colours that were chosen there.
 */

export const KEPT = "private, no-cache";
/** What programs read is the same for everybody, so that caches on the way may keep it, too; they ask every time as well. */
export const KEPT_BY_ALL = "public, no-cache";

const READERS =
  /^\/(?:(?:claims|articles|promises|publishers|authors|speakers|search|about|corrections|feeds|method|record|sitemaps)(?:\/|$)|sitemap\.xml$|$)/;

/** Whether a browser may keep what is answered: a reader's page, for nobody in particular. What Next.js fetches in parts isn't kept. */
export function isKept(
  method: string,
  url: string,
  headers: IncomingHttpHeaders,
  sessionCookie: string,
): boolean {
  const [path = ""] = url.split("?");
  return (
    (method === "GET" || method === "HEAD") &&
    READERS.test(path) &&
    !url.includes("_rsc=") &&
    !isPart(headers) &&
    !(headers.cookie ?? "").includes(`${sessionCookie}=`)
  );
}

/** Whether Next.js asks for a part of a page, to put into one that is open. */
export function isPart(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => name === "rsc" || name.startsWith("next-"));
}

/**
 * The mark of what a page is made of: `version` of all that is published, the build of the program, the day that promises are counted to, and
 * what this browser asked for with its cookies. Weak: two answers with the same mark say the same, in other bytes.
 */
export function markOf(
  url: string,
  cookie: string | undefined,
  made: { version: string; build: string; day: string },
): string {
  const { version, build, day } = made;
  const all = JSON.stringify([url, cookie ?? "", version, build, day]);
  return `W/"${createHash("sha256").update(all).digest("base64url").slice(0, 27)}"`;
}

/**
 * Whether a copy still holds, by the conditions of a request. A date has to be the very one that was given: a later one may
 * be a client's own. Source: RFC 9110, 13.1.2, 13.1.3, 13.2.2.
 */
export function isUnchanged(headers: IncomingHttpHeaders, mark: string, modified: string | null): boolean {
  const marks = headers["if-none-match"];
  if (marks !== undefined) return isMarked(marks, mark);
  return modified !== null && headers["if-modified-since"] === modified;
}

/** Whether an If-None-Match header names the mark. Source: RFC 9110, 13.1.2, by weak comparison. */
function isMarked(ifNoneMatch: string | undefined, mark: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return (ifNoneMatch ?? "").split(",").some((tag) => plain(tag) === plain(mark));
}
