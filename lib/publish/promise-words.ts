import { weekdayNamed } from "#lib/english/month-names";
import { timeExpressions } from "#lib/english/time-expressions";
import { tokens } from "#lib/english/tokens";
import { withoutSlug } from "#lib/english/wire-slugs";
import type { Span } from "#lib/text/span";

/** What was promised, without who told it, in which words of telling, and when. */

/** Fewer are no promise by themselves. */
const FEWEST_WORDS = 3;
/** What may stand before a time of telling: "late on Monday". */
const BEFORE_TIME = new Set("on at in late early earlier the".split(" "));

/** What is left at the edges where a credit was taken out: "…, that the bank opens". */
const LEFT_OVER = /^[\s\p{P}]*(?:(?:that|to me|us|me)\b[\s,:]*)?["“‘'«]?/iu;

/** Around a credit in the middle: "The dam, he said, opens". */
const BOTH_COMMAS = /,\s{1,8},/gu;

/**
 * The words of a promise without those that say who says it: the same promise comes back in another's mouth. `credits` are the words of its
 * source and of the cue, in UTF-16 units of `text`. Where hardly anything else is left, the text stays as it is.
 */
export function promiseIn(text: string, credits: readonly Span[]): string {
  const inside = credits.filter(({ start, end }) => start >= 0 && end <= text.length);
  if (inside.length === 0) return withoutSlug(text);
  let rest = withoutAddressee(text, inside);
  for (const { start, end } of [...inside].sort((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  rest = rest.replace(BOTH_COMMAS, " ");
  const begun = withoutSlug(rest.replace(LEFT_OVER, "").trim());
  const isToldFirst = inside.some(({ start }) => text.slice(0, start).trim() === "");
  const told = isToldFirst ? withoutTellingTime(begun) : begun;
  const said = withoutTail(withoutLoneQuotes(told));
  return wordCount(said) < FEWEST_WORDS ? text : said;
}

const wordCount = (text: string): number => tokens(text).filter(({ kind }) => kind !== "MARK").length;

/** A longer rest after the credit may be part of what was promised. */
const MOST_AFTER = 6;
/** With one of these it says something by itself: "In May, Ruiz said, pay will rise". */
const SAYS = new Set(
  "will would shall can could may might must is are was were be been has have had do does did to that not".split(
    " ",
  ),
);
/** What begins with one of these may be no more than a time or a condition of what comes behind the credit. */
const LEADS =
  /^(?:in|on|at|by|from|after|before|during|since|until|till|for|next|last|this|with|without|as|while|when|if|once|late|early)$/u;

/**
 * "The dam opens on Friday, Ruiz told reporters in Skarn.": to whom and where it was told, behind a credit that closes the sentence. Offsets before
 * it stay. In doubt nothing is cut.
 */
function withoutAddressee(text: string, credits: readonly Span[]): string {
  const from = Math.min(...credits.map(({ start }) => start));
  const to = Math.max(...credits.map(({ end }) => end));
  const before = text.slice(0, from).trimEnd();
  const [first] = tokens(before).filter(({ kind }) => kind !== "MARK");
  const closes =
    /[,”"»]$/u.test(before) && wordCount(before) >= FEWEST_WORDS && !LEADS.test(first?.lower ?? "");
  const after = text.slice(to);
  const said = tokens(after);
  const isAddressee = wordCount(after) <= MOST_AFTER && !said.some(({ lower }) => SAYS.has(lower));
  if (!closes || !isAddressee || /[,;:“”"«»]/u.test(after)) return text;
  return text.slice(0, to) + (/[.!?…]$/u.exec(after.trimEnd())?.[0] ?? "");
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
