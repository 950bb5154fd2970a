/** Whoever calls an answer fresh for longer is asked again after a day. In seconds. */
const LONGEST = 86_400;

/**
 * How long a server calls its answer fresh, in milliseconds; null where it doesn't say, or asks for no cache at all.
 *
 * Source   RFC 9111, 5.2.2.1.
 */
export function maxAge(header: string | null): number | null {
  const directives = (header ?? "")
    .slice(0, 1000)
    .toLowerCase()
    .split(",")
    .map((part) => part.trim());
  if (directives.includes("no-cache") || directives.includes("no-store")) return null;
  const given = directives.map((part) => /^max-age="?(\d{1,12})"?$/.exec(part)?.[1]).find(Boolean);
  return given === undefined ? null : Math.min(Number(given), LONGEST) * 1000;
}
