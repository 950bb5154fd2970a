import { monthOf, weekdayNamed } from "#lib/english/month-names";
import type { Token } from "#lib/english/tokens";

const PERIOD =
  /^(?:day|week|weekend|month|year|night|morning|evening|afternoon|spring|summer|autumn|fall|winter)s?$/;
const PART_OF_DAY = /^(?:night|morning|evening|afternoon)$/;
const BY_ITSELF =
  /^(?:today|tonight|yesterday|tomorrow|recently|earlier|later|previously|once|now|already|also|again|too|however|himself|herself|itself|themselves|ago|both|all)$/;
/** Adverbs of telling; other words in -ly may be names ("Kelly", "Italy", "the Daily"). */
const ADVERB = /^\p{Ll}+ly$/u;
const LEAST_ADVERB = 6;

const isDay = ({ lower }: Token): boolean => weekdayNamed(lower) !== null || monthOf(lower) !== null;

/** The time of an entry, as live pages have it before their words: "12:05", "9.15am". */
const CLOCK = /^\d{1,2}[:.]\d{2}(?:[ap]m)?$/i;

/** Whether this token is the time of an entry, and not its first word. */
export const isClock = (token: Token | undefined): boolean => token !== undefined && CLOCK.test(token.text);

/**
 * A phrase without when it was that they spoke: "*14:20* Ruiz", "the bank *on Friday*", "Ruiz *this week*", "the paper *recently*". What else
 * stands first stays: "The Sunday Mail", "May".
 */
export function withoutTime(whole: readonly Token[]): readonly Token[] {
  const phrase = whole.length > 1 && isClock(whole[0]) ? whole.slice(1) : whole;
  let end = phrase.length;
  for (let cut = lengthOfTime(phrase, end); cut > 0 && cut < end; cut = lengthOfTime(phrase, end)) end -= cut;
  return phrase.slice(0, end);
}

/** How many tokens before `end` say when; 0 where none do. */
function lengthOfTime(phrase: readonly Token[], end: number): number {
  const at = (back: number): Token | undefined => phrase[end - back];
  const last = at(1);
  if (last === undefined) return 0;
  if (BY_ITSELF.test(last.lower) && last.text === last.lower) return 1;
  if (ADVERB.test(last.text) && last.text.length >= LEAST_ADVERB) return 1;
  let length = 0;
  if (PART_OF_DAY.test(last.lower) && at(2) !== undefined && isDay(at(2) as Token))
    length = 2; // just looked at
  else if (PERIOD.test(last.lower) && /^(?:this|last|next|that|every|each)$/.test(at(2)?.lower ?? ""))
    length = 2;
  else if (isDay(last)) length = at(2)?.kind === "NUMBER" ? 2 : 1;
  else if (last.kind === "NUMBER" && at(2) !== undefined && isDay(at(2) as Token))
    length = 2; // just looked at
  else if (last.kind === "NUMBER" && /^(?:1[89]|20)\d\d$/.test(last.text) && at(2)?.lower === "in") return 2;
  if (length === 0) return 0;
  if (/^(?:this|last|next|early|late)$/.test(at(length + 1)?.lower ?? "")) length += 1;
  if (/^(?:on|in|by|late|since|of)$/.test(at(length + 1)?.lower ?? "")) return length + 1;
  const isMonth = length === 1 && weekdayNamed(last.lower) === null;
  return isMonth || isNamePart(phrase, end - length) ? 0 : length;
}

/** "Ruby Tuesday": a day right behind a single word may be the other half of a name; so may a month that stands alone, "Theresa May". */
function isNamePart(phrase: readonly Token[], first: number): boolean {
  return first === 1 && phrase.length === 2;
}
