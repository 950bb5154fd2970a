/** Which addresses are programs', and which of these anybody may read. `url` is a path, with or without a query. */

const PROGRAMS = /^\/api\/(?:v1|search|annotations)(?:[/?]|$)/;
/** What programs for annotations read stands where those look for it. */
const FOR_ANNOTATIONS = /^\/api\/(?:search(?:\?|$)|annotations\/)/;
const PUBLIC =
  /^\/api\/v1(?:\/(?:articles|claims(?::search)?|statements|predictions|templates|corrections|search|publishers|authors|speakers|exports|openapi\.json)(?:[/?]|$)|\/?(?:\?|$))/;
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export function isForPrograms(url: string): boolean {
  return PROGRAMS.test(url);
}

/** A read of what is published. What takes a token isn't one, nor is anything that could change something. */
export function isPublicRead(method: string, url: string): boolean {
  return READS.has(method) && (PUBLIC.test(url) || FOR_ANNOTATIONS.test(url));
}

/** Any site's scripts may read what anybody may read. Credentials are not let in: no cookie counts there. Source: Fetch standard, CORS protocol. */
export const READABLE = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
} as const;
