/** Parts for people who work here, ways in and out, programs' addresses, and files: everything that isn't a page for readers. */
const OTHERS =
  /^\/(?:(?:desk|admin|sign-in|sign-out|join|api|colours|feeds|sitemaps|record|refused|oembed|healthz|readyz|_next|\.well-known)(?:\/|$)|embed\/[^/]|.*\.\w+$)/;

/** Whether an address is one of readers' pages, or of a page that isn't there. `path` begins with a slash and has no query. */
export function isReadersPage(path: string): boolean {
  return !OTHERS.test(path);
}

/**
 * Readers' pages are documents: nothing on them needs a script, so they are sent without any, and no script may run on them. Not while
 * developing, when the reloader is one.
 */
export function isDocument(path: string): boolean {
  return process.env.NODE_ENV !== "development" && isReadersPage(path);
}
