import { weekdayNamed } from "#lib/english/month-names";
import { timeExpressions } from "#lib/english/time-expressions";
import { tokens } from "#lib/english/tokens";
import type { Span } from "#lib/text/span";

/** What was promised, without who told it, in which words of telling, and when. */

/** Fewer are no promise by themselves. */
const FEWEST_WORDS = 3;
/** What may stand before a time of telling: "late on Monday". */
const BEFORE_TIME = new Set("on at in late early earlier the".split(" "));

/** What is left at the edges where a credit was taken out: "…, that the bank opens". */
const LEFT_OVER = /^[\s\p{P}]*(?:(?:that|to me|us|me)\b[\s,:]*)?["“‘'«]?/iu;

/**
 * The words of a promise without those that say who says it: the same promise comes back in another's mouth. `credits` are the words of its
 * source and of the cue, in UTF-16 units of `text`. Where hardly anything else is left, the text stays as it is.
 */
export function promiseIn(text: string, credits: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of [...credits].sort((a, b) => b.start - a.start)) {
    if (start >= 0 && end <= rest.length) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  if (rest === text) return text;
  const said = withoutTail(withoutLoneQuotes(withoutTellingTime(rest.replace(LEFT_OVER, "").trim())));
  return tokens(said).filter(({ kind }) => kind !== "MARK").length < FEWEST_WORDS ? text : said;
}

/** "today, Wednesday, that the bank opens": what stands between the cue and "that" is when it was told, and no part of what was promised. */
function withoutTellingTime(text: string): string {
  const list = tokens(text);
  const that = list.find(({ lower }) => lower === "that");
  if (that === undefined) return text;
  const times = timeExpressions(text, { start: 0, end: that.start }, null);
  const isTime = ({ start, end }: Span) => times.some((one) => one.start <= start && end <= one.end);
  const before = list.filter(({ kind, end }) => kind !== "MARK" && end <= that.start);
  const isAllTime = before.every(
    (token) => BEFORE_TIME.has(token.lower) || weekdayNamed(token.lower) !== null || isTime(token),
  );
  return before.length > 0 && isAllTime ? text.slice(that.end).trimStart() : text;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["”", "“"],
  ["»", "«"],
  ['"', '"'],
]);

/** Without a mark that closes a quotation whose beginning was taken out. */
function withoutLoneQuotes(text: string): string {
  const open: string[] = [];
  let kept = "";
  for (const letter of text) {
    const opening = CLOSING.get(letter);
    const isClosed = opening !== undefined && open.at(-1) === opening;
    if (isClosed) open.pop();
    else if (letter === "“" || letter === "«" || (letter === '"' && /(?:^|[\s(])$/u.test(kept)))
      open.push(letter);
    else if (opening !== undefined) continue;
    kept += letter;
  }
  return kept;
}

/** Without the commas and spaces before its end, or before the mark at its end. */
function withoutTail(text: string): string {
  const mark = /[.!?…]$/u.exec(text)?.[0] ?? "";
  let end = text.length - mark.length;
  while (end > 0 && " ,;:".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end) + mark;
}
