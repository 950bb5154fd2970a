import { isDateline } from "#lib/pipeline/segment/parts/dateline";

/** How readers' words are signed on a page of plain text. */

/** "Jo says: …", "Comment by Jo: …", "Anonymous said...": a reader's words with the reader's name before them. */
export function isSignedComment(line: string): boolean {
  if (/^[\p{L}\p{N}_.-]{1,30}(?: [\p{L}\p{N}_.-]{1,20})? said(?:\.\.\.|…)$/iu.test(line)) return true;
  return /^(?:comment by [^:]{1,40}:|[\p{L}\p{N}_.-]{1,30} (?:says|said|wrote|commented):)/iu.test(line);
}

/** "Seamus: they knew": a name of one or two words before words of three and more. That it is a reader who says them, only a heading of comments above it tells. */
export function isNamedLine(line: string): boolean {
  return /^[\p{L}\p{N}_.-]{2,30}(?: [\p{L}\p{N}_.-]{1,20})?: (?:\S+\s+){2}\S/u.test(line);
}

const LONGEST_HANDLE = 40;

/** A line that may be somebody's name or nickname and no more: "Liz", "Truck_er Joe 88". */
export function isHandle(line: string): boolean {
  if (line.length > LONGEST_HANDLE || /^by |[.:]$/i.test(line) || !/[\p{L}_]/u.test(line)) return false;
  return line.split(" ", MOST_WORDS + 1).length <= MOST_WORDS && /^@?[\p{L}\p{N}_.'’ -]+$/u.test(line);
}
const MOST_WORDS = 3;

const AGO =
  /^(?:.{0,40}\s)?(?:\d+|an?)\s?(?:[smhdwy]|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?: ago)?$/i;

/** The day or the time of a reader's words, by itself or behind the reader's name: "2 hours ago", "Liz · 3d", "14 Nov at 9:12". */
export const tellsTime = (line: string): boolean =>
  line.length <= 80 && (isDateline(line) || AGO.test(line) || /\bjust now$/i.test(line));

/** How long ago a reader wrote, and no more: "2 hours ago", "3d · Reply". Below an interview's answer stands none. */
export function tellsAge(line: string): boolean {
  const [age = ""] = line.split(/ [·|•-] /, 1);
  return age.length <= LONGEST_AGE && /^(?:\d|an? )/i.test(age) && AGO.test(age);
}
const LONGEST_AGE = 20;
