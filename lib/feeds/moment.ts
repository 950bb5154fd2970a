/** `2026-11-25T08:00:00.123+01:00`, as Atom and JSON Feed write it (RFC 3339), and days alone. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?)?$/;
/** `Wed, 25 Nov 2026 08:00:00 GMT`, as RSS writes it (RFC 822 and its heirs). */
const RFC_822 =
  /^(?:[A-Za-z]{3,9},? )?\d{1,2} [A-Za-z]{3,9} \d{2,4}(?: \d{1,2}:\d{2}(?::\d{2})?(?: (?:[A-Za-z]{1,5}|[+-]\d{4}))?)?$/;

/** The web had no feeds before. */
const EARLIEST = Date.UTC(1995, 0, 1);
const DAY = 86_400_000;

/**
 * The moment that a feed writes; null for anything else, for a moment before there were feeds, and for one more than a day
 * after `now`: clocks differ, but not by that. Without a zone it is read as UTC.
 */
export function momentOf(text: string | undefined, now: Date): Date | null {
  const written = (text ?? "").slice(0, 100).trim().replace(/\s+/g, " ");
  if (!ISO.test(written) && !RFC_822.test(written)) return null;
  const hasZone = /(?:[Zz]|[+-]\d{2}:?\d{2}|\d (?:[A-Za-z]{1,5}))$/.test(written);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
  const at = Date.parse(hasZone || isDay ? written : ISO.test(written) ? `${written}Z` : `${written} UTC`);
  if (Number.isNaN(at) || at < EARLIEST || at > now.getTime() + DAY) return null;
  return new Date(at);
}
