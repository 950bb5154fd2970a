/** Up to this length a part of a string is a copy; a longer one may keep the whole string that it was cut from in memory. */
const LONGEST_COPY = 12;

/** The same text, for keeping longer than what it was cut from: a word in a table must not hold on to its page. */
export function detached(part: string): string {
  return part.length <= LONGEST_COPY ? part : ` ${part}`.slice(1);
}
