import { visibleDates } from "#lib/english/dates";
import { TEXT_CUES } from "./cue-words";

/** Names of the numbers that `shapeOf` gives, in its order. */
export const SHAPE_NAMES: readonly string[] = [
  "chars words wordLength sentences commas endsSentence endsEllipsis endsColon endsComma startsLower startsUpper capitals",
  "capitalised digits functionWords quotes dates dateShare clock ago startsBy separators bullets questions exclamations",
  "parentheses handles hashes addresses arabic oneWord endsArrow colonEarly agencySlug repeated firstPerson",
]
  .join(" ")
  .split(" ")
  .concat(TEXT_CUES.map(([name]) => `cue:${name}`));

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "the a an of to in on at for with by from as and or but that this these those it its he she they we you i is are was " +
    "were be been has have had will would can could should not if when while which who what there their his her our your " +
    "my so than then into about after before because more also just في من على إلى عن أن التي الذي هذا هذه مع كان قال بعد " +
    "لە بۆ بە و لەگەڵ کە ئەم ئەو دا لەسەر de la el en que los y le les des und der die das"
  ).split(" "),
);
const FIRST_PERSON = /\b(?:I|I'm|I’m|I've|I’ve|my|we|our|me)\b/g;
const SLUG =
  /^[\p{L}. ,'-]{2,40}\s{0,3}(?:\/\s{0,3}[\p{L}. ]{2,30}\s{0,3}\/|\([\p{L}. ]{2,25}\)\s{0,3}[-–—:])/u;
const DATE_HINT = /[\d\u0660-\u0669\u06F0-\u06F9]{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d\d/;

const count = (text: string, pattern: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
};
const log = (value: number): number => Math.log2(1 + value);

/** A block's text as numbers: how long, how prose-like, what it hints at. Language enters by function words and cues alone. */
export function shapeOf(full: string): number[] {
  const text = full.length > 4000 ? full.slice(0, 4000) : full;
  const words = text.match(/[\p{L}\p{N}\p{M}_'’]+/gu) ?? [];
  const n = words.length || 1;
  let capitals = 0;
  let capitalised = 0;
  let functional = 0;
  let letters = 0;
  for (const word of words) {
    letters += word.length;
    if (FUNCTION_WORDS.has(word.toLowerCase())) functional += 1;
    if (/^\p{Lu}/u.test(word)) {
      capitalised += 1;
      if (word.length > 1 && word === word.toUpperCase()) capitals += 1;
    }
  }
  const ending = text.slice(-3);
  const dates = text.length < 300 && DATE_HINT.test(text) ? visibleDates(text) : [];
  const dated = dates.reduce((sum, date) => sum + date.end - date.start, 0);
  const first = text.charAt(0);
  return [
    log(full.length),
    log((words.length * full.length) / text.length),
    letters / n,
    log(count(text, /[.!?؟۔。](?=\s|["'”’)]|$)/gu)),
    log(count(text, /[,،;؛]/g)),
    /[.!?؟۔。]["'”’»)\]]*$/.test(ending) ? 1 : 0,
    /(?:\.\.\.|…)["”]?$/.test(ending) ? 1 : 0,
    /[:：]$/.test(ending) ? 1 : 0,
    /[,،;]$/.test(ending) ? 1 : 0,
    /^\p{Ll}/u.test(first) ? 1 : 0,
    /^\p{Lu}/u.test(first) ? 1 : 0,
    capitals / n,
    capitalised / n,
    count(text, /\p{N}/gu) / text.length,
    functional / n,
    log(count(text, /["“”«»]/g)),
    Math.min(3, dates.length),
    dated / text.length,
    /\d{1,2}:\d\d|\d\s?[ap]\.?m\.?\b/i.test(text) ? 1 : 0,
    /\b(?:\d+|an?)\s+(?:sec|min|hour|day|week|month|year)\w*\s+ago\b|قبل \d|منذ|لەمەوپێش/i.test(text) ? 1 : 0,
    /^(?:by|بقلم|نووسینی)\b/i.test(text) ? 1 : 0,
    log(count(text, /[|•·»›/]/g)),
    /^[•·\-–—*»›►▶✓✔→\d]/u.test(first) ? 1 : 0,
    count(text, /[?؟]/g) > 0 ? 1 : 0,
    count(text, /!/g) > 0 ? 1 : 0,
    log(count(text, /[()]/g)),
    /(?:^|\s)@\w/.test(text) ? 1 : 0,
    /(?:^|\s)#\p{L}/u.test(text) ? 1 : 0,
    /https?:|www\.|\.com\b|\w@\w/.test(text) ? 1 : 0,
    count(text, /[\u0600-\u06ff]/g) / text.length,
    words.length <= 1 ? 1 : 0,
    /[»›►▶→>]$/.test(ending) ? 1 : 0,
    /^.{1,25}:\s/.test(text) ? 1 : 0,
    text.length > 30 && SLUG.test(text) ? 1 : 0,
    words.length > 1 ? 1 - new Set(words).size / n : 0,
    Math.min(1, count(text, FIRST_PERSON) / n),
    ...TEXT_CUES.map(([, pattern]) => (pattern.test(text.length > 600 ? text.slice(0, 600) : text) ? 1 : 0)),
  ];
}

const CHARS = SHAPE_NAMES.indexOf("chars");
const FUNCTIONAL = SHAPE_NAMES.indexOf("functionWords");
const SENTENCES = SHAPE_NAMES.indexOf("sentences");
const ARABIC = SHAPE_NAMES.indexOf("arabic");

/** Running text rather than a label: long enough, and with the small words or the full stops that sentences have. */
export function isProse(shape: readonly number[], linkShare: number): boolean {
  const isLong = (shape[CHARS] ?? 0) > 6.3;
  const isSentence =
    (shape[FUNCTIONAL] ?? 0) > 0.18 || (shape[SENTENCES] ?? 0) >= 1 || (shape[ARABIC] ?? 0) > 0.5;
  return isLong && isSentence && linkShare < 0.5;
}
