/** Whoever asks for longer is asked again after a day. In milliseconds. */
const LONGEST = 86_400_000;

/**
 * How long a site asks us to stay away, in milliseconds; null where it doesn't say, or says it in no known way.
 *
 * Source   RFC 9110, 10.2.3: seconds, or an HTTP date.
 */
export function retryAfter(header: string | null, now: Date): number | null {
  const value = header?.trim() ?? "";
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1000, LONGEST);
  if (!/^[A-Z][a-z]{2,8},? /.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now.getTime()), LONGEST);
}
