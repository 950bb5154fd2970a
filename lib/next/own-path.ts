/** Where somebody goes who signs in without having been on the way to anything. */
const HOME = "/desk";

/** Ways in and out lead nowhere themselves, and what a program reads is no page. */
const NOT_A_PAGE = /^\/(?:sign-in|sign-out|join|api)(?:[/?#]|$)/;

/**
 * The path that `?next=` may send a browser to: one of our own pages, or the desk.
 *
 * A browser reads `\` as `/` and drops tabs and line ends, so `/\evil.example`, `//evil.example` and `/<tab>/evil.example`
 * all lead away: whatever holds one of these is not followed.
 */
export function ownPath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || next.length > 2000) return HOME;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/^\/[/\\]|[\\\u0000-\u001f\u007f]/.test(next)) return HOME;
  const base = "http://onrecord.invalid";
  if (!URL.canParse(next, base)) return HOME;
  const url = new URL(next, base);
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== base || path.startsWith("//") || NOT_A_PAGE.test(url.pathname)) return HOME;
  return path;
}

/** The way to sign in and back to where one was. */
export function signInPath(from: string | null): string {
  const next = ownPath(from);
  return next === HOME ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The second step of signing in, and on to `next` after it. */
export function secondStepPath(next: unknown): string {
  const path = ownPath(next);
  return path === HOME ? "/sign-in/second-step" : `/sign-in/second-step?next=${encodeURIComponent(path)}`;
}
