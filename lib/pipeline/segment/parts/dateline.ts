import { visibleDates } from "#lib/english/dates";
import { isCapitalised, tokens } from "#lib/english/tokens";
import { slugOf } from "#lib/english/wire-slugs";
import type { Span } from "#lib/text/span";
import type { Block } from "./block-type";

const LONGEST = 170;
const COUNTER =
  /(?:number of )?(?:readings|reads|views|visits|hits|read by|seen)\b ?:? ?[\d.,]+|(?<![\d.,])[\d.,]+ (?:readings|reads|views|visits|times)\b/i;
const BYLINE =
  /^(?:(?:exclusive|analysis|opinion|comment|review|interview|special report) ?[:|–-]? ?by|by|written by|posted by|reported by|from our correspondent)\b/i;
/** "Entry Submitted by Sunny at 6:12 PM", "Court reporter: Tom Haskell", "Live reporting by Ana Ruiz": who wrote, by another word. */
const SIGNED =
  /^(?:(?:entry |story |article )?(?:submitted|filed|compiled) by|(?:live )?reporting by|(?:\p{L}+ )?(?:reporter|correspondent|editor|writer):) \p{Lu}/iu;
/** "(Reporting by Ana Ruiz in Skarn; Editing by Bo Lund)": how wires sign off. */
const REPORTED_BY =
  /^[^\p{L}\p{N}]{0,3}(?:(?:[Aa]dditional|ADDITIONAL|[Ff]urther) (?:reporting|REPORTING|reports?|files|writing|research)|[Ww]ith (?:reporting|reports?|files)|[Rr]eporting|[Ww]riting) (?:by|from|BY|FROM) (?:the )?\p{Lu}[^.!?]{1,80}$|^(?:[Hh]\/[Tt]|[Hh]at tip):? \p{Lu}[^.!?]{1,60}$/u;
const SIGN_OFF =
  /^\(?(?:additional )?(?:reporting|writing) by \p{Lu}[^.;]{2,120}; ?(?:\p{L}+ )?(?:reporting|writing|editing) by \p{Lu}/iu;
/** "This story was originally published May 20, 2025." */
const PUBLISHED =
  /^this (?:story|article|post|piece|page) was (?:(?:originally|first|last) )?(?:published|posted|updated|modified)\b/i;
/** "AUSTIN, Texas--(BUSINESS WIRE)--April 14, 2026": a wire's slug that has the line to itself. */
const WIRE_LINE =
  /^\p{Lu}[\p{L}. ’-]{1,30}(?:, \p{Lu}[\p{L}. ]{1,20})? ?[-–—/,]* ?\([\p{Lu}\d][^()]{1,30}\) ?[-–—/]*/u;
const STAMP =
  /^(?:published|updated|posted|last updated|first published|modified|created|date|source|original|issued)\b(?: (?:on|at|by))?:? ?/i;

/** Author, date, agency, source and reading counts: a line that says where the words come from and nothing else. */
export function isDateline(line: string): boolean {
  if (line.length > LONGEST || /[!?]$/.test(line)) return false;
  if (/\bcontributed to this (?:report|story|article)\.?$/i.test(line)) return true;
  const dates = visibleDates(line);
  const rest = wordsOutside(line, dates);
  if (PUBLISHED.test(line)) return dates.length > 0 && rest <= 12;
  if (SIGN_OFF.test(line) || REPORTED_BY.test(line)) return true;
  if (SIGNED.test(line)) return rest <= 10 && !/[.]$/.test(line);
  if (BYLINE.test(line)) return rest <= 10 && !/[.]$/.test(line);
  if (STAMP.test(line)) return dates.length > 0 ? rest <= 10 : namesSource(line) || /ago$/i.test(line);
  const first = dates[0];
  if (first === undefined) return /^by$/i.test(line) || (COUNTER.test(line) && rest <= 6);
  if (/[.]$/.test(line) && rest > 2) return false;
  if (WIRE_LINE.test(line)) return rest <= 8;
  const opens = line.slice(0, first.start).replace(/[\s|•·(–-]/g, "") === "";
  return opens ? rest <= 8 && !/["“]/.test(line) : rest <= 3 && isNameLike(line.slice(0, first.start));
}

/** "Source: the Harbour Gazette", "Source: harbour.example". Agencies head their news so, too: "Source: the talks resume" is a title. */
function namesSource(line: string): boolean {
  if (!/^source:/i.test(line)) return false;
  const words = line.slice("source:".length).trim().split(/\s+/, MOST_IN_SOURCE);
  return words.length < MOST_IN_SOURCE && words.every((word) => OF_SOURCE.test(word));
}
const MOST_IN_SOURCE = 12;
const OF_SOURCE =
  /^(?:(?:the|an?|of|and|&|via|for|by|in|on|de|[|/–—-]|[\p{L}\d-]{1,40}(?:\.[\p{L}\d-]{1,40}){1,4})?$|["“(]?[\p{Lu}\d])/u;

const PAGER =
  /^[«‹←<\s]*(?:(?:the |an? )?(?:older|newer|previous|next|earlier|later|last) (?:posts?|entry|entries|articles?|updates?|items?|story|stories)|from the archives?|previously|earlier|older|newer|(?:previous|next)(?= ?[:|(]))\b[\s:|•·–—»›→>(-]*/i;

/** "Older Post: Wednesday, November 18, 2026": the day of the post below, and of nothing above. */
export function datesNextPost(line: string): boolean {
  const pager = PAGER.exec(line);
  if (pager === null || line.length > LONGEST) return false;
  const rest = line.slice(pager[0].length);
  const dates = visibleDates(rest);
  return dates[0]?.start === 0 && wordsOutside(rest, dates) <= 4;
}

function wordsOutside(line: string, spans: readonly Span[]): number {
  return tokens(line).filter(
    (token) =>
      token.kind === "WORD" && !spans.some((span) => span.start <= token.start && token.end <= span.end),
  ).length;
}

/** One to four capitalised words: a byline that holds only the name. */
export function isNameLike(line: string): boolean {
  const words = tokens(line).filter((token) => token.kind === "WORD");
  return words.length > 0 && words.length <= 4 && words.every(isCapitalised) && !/[.!?:"“]/.test(line);
}

/**
 * Blogs run the agency's own date line into the first sentence: "Wednesday 24 July 2024 | Politics Number of readings: 192
 * Baghdad / NINA / Iraq and …". Where a block opens with a date and goes on to a counter or a slug, the date line is cut
 * off as a block of its own. Null where there is nothing to cut.
 */
export function splitDateline(text: string, block: Block): [Block, Block] | null {
  const head = block.text.slice(0, 260);
  const date = visibleDates(head)[0];
  if (date === undefined || head.slice(0, date.start).trim() !== "") return null;
  const counter = COUNTER.exec(head);
  const cut = counter === null ? slugStart(head, date.end) : counter.index + counter[0].length;
  if (cut === null || cut < date.end || wordsOutside(head.slice(0, cut), [date]) > 10) return null;
  const rest = block.text.slice(cut);
  const start = block.start + cut + (rest.length - rest.trimStart().length);
  const end = block.start + block.text.slice(0, cut).trimEnd().length;
  if (start >= block.end) return null;
  return [
    { ...block, end, text: text.slice(block.start, end) },
    { ...block, start, text: text.slice(start, block.end), isApart: false },
  ];
}

/** Where "City / AGENCY /" or "CITY (AGENCY) -" begins after the date; null where no such slug stands there. */
function slugStart(head: string, from: number): number | null {
  const words = tokens(head, { start: from, end: head.length }).filter(isCapitalised).slice(0, 8);
  for (const word of words) {
    const slug = slugOf(head.slice(word.start));
    if (slug !== null && slug.agency !== null && slug.place !== null) return word.start;
  }
  return null;
}

/** What ends a name: a mark, a dash that joins no two words, a word of the date line, the time of day. */
const AFTER_NAME = /[|•·]|(?<!\S)[–-]|[–-](?!\S)|\b(?:last updated|published|updated|on)\b|\bat (?=\d)/i;

/** The name in "By Zach Johnson Dec 12, 2016", after "by" in the middle of a line, or in a line that holds only a name. */
export function authorIn(line: string): string | null {
  const dates = visibleDates(line);
  const undated = (dates[0] === undefined ? line : line.slice(0, dates[0].start)).trim();
  const named =
    /^(?:by|written by|posted by):? ?(.*)$/i.exec(undated)?.[1] ??
    (isNameLike(undated) && dates.length === 0 ? undated : nameInside(line));
  const after = named.search(AFTER_NAME);
  const name = (after < 0 ? named : named.slice(0, after)).trim().replace(/[,;]$/, "");
  return name === "" || name.length > 80 ? null : name;
}

function nameInside(line: string): string {
  const [, cased, uncased] = NAMED_INSIDE.exec(line) ?? [];
  return cased ?? uncased ?? "";
}

const NAMED_INSIDE =
  /(?:[|•·] ?|(?<!\p{L}))(?:[Bb]y (\p{Lu}[\p{L}.'’-]{0,24}(?: (?:\p{Lu}[\p{L}.'’-]{0,24}|de|van|von|al|bin)){0,4})|(?:بقلم|نووسینی):? (\p{Lo}{2,20} \p{Lo}{2,20}))/u;

const AGENCY_WORD =
  /\b(?:wire|news|agency|desk|press|post|times|network|report|media|herald|tribune|journal|nina|afp|ap|reuters|upi|qnb|tass)\b/i;

/** "Skarn/ Mada Post", a line of its own. */
const BEHIND_PLACE =
  /^\p{Lu}[\p{L}.’'-]{1,24}(?: \p{Lu}[\p{L}.’'-]{0,24}){0,3} ?\/ ?(\p{Lu}[\p{L}.’'-]{1,24}(?: \p{Lu}[\p{L}.’'-]{0,24}){0,3})$/u;

/** The agency in a date line's last part, or behind the place: "09/25/2024 - Economy - Mada Wire", "July 22, 2024 | Tigris Desk". */
export function agencyIn(line: string): string | null {
  const behindPlace = BEHIND_PLACE.exec(line)?.[1];
  if (behindPlace !== undefined && AGENCY_WORD.test(behindPlace)) return behindPlace;
  const dates = visibleDates(line);
  const first = dates[0];
  if (first === undefined || line.slice(0, first.start).trim() !== "") return null;
  const parts = line.slice(first.end).split(/\s[|•·–-]\s|\|/);
  const last = parts.at(-1)?.trim() ?? "";
  return parts.length > 1 && isNameLike(last) && AGENCY_WORD.test(last) ? last : null;
}
