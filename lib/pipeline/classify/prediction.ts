import type { AnalysedPrediction } from "#lib/domain/analysis";
import { AFTER_EVENT, FUTURE } from "#lib/english/claim-wordings";
import { visibleDates } from "#lib/english/dates";
import { timeExpressions } from "#lib/english/time-expressions";
import type { TimeExpression } from "#lib/english/time-rules";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { tokenAt } from "#lib/english/treebank/tokens";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { calendarDate, partsOf } from "#lib/text/calendar";
import { overlap, type Span } from "#lib/text/span";
import { movedTo } from "./moved-days";
import { CALENDAR, EVENTS, endOfClause, type Governed, governedBy } from "./outlook";
import { lemmaAt, tagOf } from "./tree-words";
import { waitsFor } from "./waiting";

/** Tokens between a cue and a time that still belongs to the saying: "confirmed today, Wednesday, that". */
const NEAR_CUE = 4;
const LONGEST_EVENT = 14;

/**
 * The window in time that a statement is about, read against the day of its own post; null where it is about none.
 *
 * A time is one only where what governs it lies ahead (`outlook.ts`). A time that only says when somebody spoke, the date
 * line at the head of a teaser, and times gone by are none. Of several that a day can be computed for, the last counts:
 * what was and what is to be are told in this order. Where rules read the page alone (`page` is null), and in
 * teasers, which break off before a tree can be told, any word of what is to come in the sentence counts.
 */
export function predictionIn(
  text: string,
  sentence: Sentence,
  mainCredit: MainCredit | null,
  postedAt: string | null,
  page: ParsedPage | null = null,
): AnalysedPrediction | null {
  const reading = sentence.isTeaser ? null : page;
  const hasFuture = FUTURE.find(sentence.tokens) !== null;
  const governed = (span: Span): Governed =>
    reading === null
      ? {
          outlook: hasFuture ? "AHEAD" : "NONE",
          isPlan: false,
          isMay: false,
          isUnderWay: false,
          isState: false,
          verb: -1,
          lemma: "",
          nouns: [],
        }
      : governedOutside(reading, sentence, span);
  const saidUntil = endOfSaying(sentence, mainCredit);
  const ownDate = sentence.isTeaser ? visibleDates(text, sentence)[0] : undefined;
  const all = timeExpressions(text, sentence, postedAt, sentence.tokens)
    .filter((time) => !isWhenSaid(saidUntil, time) && (ownDate === undefined || overlap(ownDate, time) === 0))
    .map((time) => (reading === null ? time : nextOne(text, time, postedAt, governed)));
  const open = all.filter((time) => {
    const isTheirs = reading !== null && time.direction === "NOW" && isQuoted(sentence, time.start);
    if (isTheirs || isBesideEvent(text, time) || isRoutine(text, time)) return false;
    if (isBehind(time, postedAt)) return false;
    const found = governed(time);
    if (reading === null) return isOpenByWords(time, found);
    if (isPartOfName(text, reading, time, found)) return false;
    // "Launched in March, the scheme is growing": what is arranged is told before its month.
    const isArranged = (reading.tokens.start[found.verb] ?? time.start) < time.start;
    const day = isArranged ? postedAt : null;
    return isOpen(time, found, text.slice(time.start, time.end), day);
  });
  const moved = all
    .map((time) => (isBehind(time, postedAt) ? null : movedTo(text, sentence, time, governed(time))))
    .findLast((time) => time !== null);
  if (moved) return window(text, moved);
  const days = open.filter((time) => time.dueTo !== null);
  // A day goes before the hour on it.
  const dated = (reading && days.findLast((time) => time.direction !== "NOW")) ?? days.at(-1);
  if (dated !== undefined) return window(text, dated);
  const event = eventIn(text, sentence, reading, hasFuture);
  const vague = open.findLast((time) => time.direction === "FUTURE" || postedAt === null || reading !== null);
  return event ?? (vague === undefined ? null : window(text, vague));
}

/** Somebody's "today" is the day on which they spoke. */
function isQuoted({ tokens, quoted }: Sentence, offset: number): boolean {
  return quoted[tokens.findIndex((token) => token.end > offset)] === true;
}

/** A time outside of quotation marks hangs on no verb within them, whatever the tree says. */
function governedOutside(reading: ParsedPage, sentence: Sentence, span: Span): Governed {
  const found = governedBy(reading, tokenAt(reading.tokens, span.start), tokenAt(reading.tokens, span.end));
  const verb = reading.tokens.start[found.verb];
  const isApart = verb !== undefined && isQuoted(sentence, verb) && !isQuoted(sentence, span.start);
  return isApart ? { ...found, outlook: "BEHIND", isPlan: false } : found;
}

/** Days that have gone by further back than this are as likely the next year's. */
const LONG_GONE = 60;
const DAY = 86_400_000;

/**
 * "Norland will vote on 13 September", in a post of February: a day and a month without a year are taken for the nearest one, and what
 * will be on it is on the next.
 */
function nextOne(
  text: string,
  time: TimeExpression,
  postedAt: string | null,
  governed: (span: Span) => Governed,
): TimeExpression {
  const { dueFrom, dueTo, direction, precision } = time;
  const isDay = precision === "DAY" && dueTo !== null && dueFrom === dueTo;
  if (direction !== "PAST" || postedAt === null || !isDay || /\d{4}/.test(text.slice(time.start, time.end)))
    return time;
  if (!/^(?:\p{L}+ )?(?:\p{L}{3,}\.? \d|\d\d? \p{L}{3,})/u.test(text.slice(time.start, time.end)))
    return time;
  if (Date.parse(postedAt) - Date.parse(dueTo) < LONG_GONE * DAY) return time;
  const { outlook, isMay, nouns } = governed(time);
  if (outlook !== "AHEAD" || isMay || nouns.length > 0) return time;
  const { year, month, day } = partsOf(dueTo);
  const next = calendarDate(year + 1, month, day);
  return next === null ? time : { ...time, dueFrom: next, dueTo: next, direction: "FUTURE" };
}

const TIMES_OF_DAY = /^(?:morning|afternoon|evening|night|noon|week|weekend|month|quarter|year|day|hour)s?$/;

/** "the Christmas trade", "the 2026 budget": a time right before its noun says which one, and not when, unless that is an event. */
function isPartOfName(text: string, page: ParsedPage, time: TimeExpression, { nouns }: Governed): boolean {
  const [noun] = nouns;
  if (noun === undefined || EVENTS.has(noun) || TIMES_OF_DAY.test(noun)) return false;
  if (STARTS_PHRASE.test(text.slice(time.start, time.end))) return false;
  const next = tokenAt(page.tokens, time.end);
  return [next, next + 1].some((i) => /^NNS?$/.test(tagOf(page, i)) && lemmaAt(page, i) === noun);
}
const STARTS_PHRASE =
  /^(?:in|on|by|at|from|until|till|before|after|during|throughout|within|for|over|through|since|this|next|later|around|between)\b/i;

/** "shortly after", "soon before": the event beside it says when, and the rules for events ask whether that lies ahead. */
function isBesideEvent(text: string, { end, dueTo }: TimeExpression): boolean {
  return (
    dueTo === null && /^ ?(?:after|before|following|thereafter|afterwards?)\b/.test(text.slice(end, end + 12))
  );
}

/** "the harvest normally ends in August", "every Tuesday", "each first Monday", "the second Tuesday of each month": a habit has no day on which it falls due. */
function isRoutine(text: string, { start, end }: TimeExpression): boolean {
  return (
    /^(?:every|each)\b/i.test(text.slice(start, end)) ||
    /\b(?:every|each) (?:\w+ )?$/i.test(text.slice(Math.max(0, start - 24), start)) ||
    /^ (?:of|in) (?:every|each)\b/i.test(text.slice(end, end + 12)) ||
    /\b(?:normally|usually|typically|traditionally|always|generally) (?:\w+ ){1,3}$/i.test(
      text.slice(Math.max(0, start - 48), start),
    )
  );
}

function window(text: string, { start, end, dueFrom, dueTo, precision }: TimeExpression): AnalysedPrediction {
  const isWhole = dueFrom !== null && dueTo !== null && dueFrom <= dueTo;
  return {
    text: text.slice(start, end),
    start,
    end,
    dueFrom: isWhole ? dueFrom : null,
    dueTo: isWhole ? dueTo : null,
    precision,
  };
}

/** Without a tree: a word of the sentence speaks of what is to come. */
function isOpenByWords(time: TimeExpression, { outlook }: Governed): boolean {
  return time.direction === "FUTURE" || outlook === "AHEAD";
}

function isBehind({ direction, dueTo }: TimeExpression, postedAt: string | null): boolean {
  return direction === "PAST" || (dueTo !== null && postedAt !== null && dueTo < postedAt);
}

/** Present forms of these say what is to come, once a day stands beside them. */
const BEGINS = new Set(
  "open close begin start end meet vote leave arrive return expire launch play face fly travel visit debate testify resume finish run host hold come go air take kick report release".split(
    " ",
  ),
);

/** "until October" after a past verb: how long something went on. "not until": when it will be. */
const LIMIT = /^(?:until|till|through|before)\b/i;

/** Whether a time can be what the statement is about: what governs it lies ahead. `words` are the time’s own; `postedAt` is null where no month can be arranged for. */
function isOpen(time: TimeExpression, governed: Governed, words: string, postedAt: string | null): boolean {
  const { outlook, isPlan, isMay, lemma, nouns } = governed;
  const isLimit = LIMIT.test(words);
  const isYetToBegin =
    time.precision === "DAY" ||
    (time.precision === "MONTH" && time.dueFrom !== null && postedAt !== null && time.dueFrom > postedAt);
  if (outlook === "UNSAID") return false;
  if (outlook === "DENIED") return isLimit && time.direction === "FUTURE";
  if (outlook === "AHEAD") return !(isMay && time.direction === "NOW");
  const isEvent = nouns.some((noun) => EVENTS.has(noun)) || EVENTS.has(lemma);
  const isDay = time.dueTo !== null && time.direction === "FUTURE";
  if (outlook === "NOW") {
    // "They are exempt until 2029" says how they are, and nothing of 2029.
    if (governed.isState && isLimit) return false;
    if (time.direction === "FUTURE") return time.precision !== "OPEN" || BEGINS.has(lemma);
    // "It is shutting in March": with a time that hasn't begun, what is under way is arranged.
    if (governed.isUnderWay && time.direction === "EITHER" && isYetToBegin) return true;
    return time.direction === "EITHER" && (BEGINS.has(lemma) || CALENDAR.has(lemma) || isEvent);
  }
  if (outlook === "BEHIND") return isDay && (isPlan || isEvent) && !isLimit;
  return isEvent && (isDay || time.direction === "EITHER");
}

/** From the cue to where the content begins: a time in between says when somebody spoke. Null where there is no cue. */
function endOfSaying(sentence: Sentence, mainCredit: MainCredit | null): Span | null {
  const cue = mainCredit?.cue[0];
  if (cue === undefined) return null;
  const after = sentence.tokens.findIndex((token) => token.start >= cue.end);
  if (after < 0) return null;
  let end = cue.end + 1;
  for (const token of sentence.tokens.slice(after, after + NEAR_CUE)) {
    if (/^(?:that|will|would|is|are|was|,|for)$/.test(token.lower)) break;
    end = token.end + 1;
  }
  return { start: cue.end, end };
}

/** "by Friday" and "this Thursday" lie ahead: nobody spoke then. */
function isWhenSaid(saying: Span | null, time: TimeExpression): boolean {
  return (
    saying !== null && time.direction !== "FUTURE" && time.start >= saying.start && time.start <= saying.end
  );
}

/** Where the clause or the noun of an event ends that something waits for; null where nothing does. */
function waitedEnd(reading: ParsedPage, first: Span, word: Span, final: Span): number | null {
  const from = tokenAt(reading.tokens, first.start);
  const limit = tokenAt(reading.tokens, final.end);
  let event = tokenAt(reading.tokens, word.start);
  const isInside = (at: number) => at >= from && at < limit;
  for (let step = 0; step < LONGEST_EVENT && isInside(reading.heads[event] ?? -1); step += 1)
    event = reading.heads[event] ?? -1;
  const end = Math.min(limit, endOfClause(reading, event, limit));
  return waitsFor(reading, from, end) ? (reading.tokens.end[end - 1] ?? null) : null;
}

/** "shortly after the conclusion of the committee", "once the committee finishes its work": due, with no day to compute. */
function eventIn(
  text: string,
  sentence: Sentence,
  reading: ParsedPage | null,
  hasFuture: boolean,
): AnalysedPrediction | null {
  const hit = AFTER_EVENT.find(sentence.tokens, reading === null ? 2 : 0);
  if (hit === null) return null;
  let last = hit.last;
  while (last + 1 < sentence.tokens.length && last - hit.first < LONGEST_EVENT) {
    const next = sentence.tokens[last + 1];
    if (next === undefined || /^[,.;!?…:)”"]$/.test(next.text)) break;
    last += 1;
  }
  const [first, word, final] = [sentence.tokens[hit.first], sentence.tokens[hit.last], sentence.tokens[last]];
  if (first === undefined || word === undefined || final === undefined || last - hit.last < 1) return null;
  const end = reading === null ? (hasFuture ? final.end : null) : waitedEnd(reading, first, word, final);
  if (end === null) return null;
  return {
    text: text.slice(first.start, end),
    start: first.start,
    end,
    dueFrom: null,
    dueTo: null,
    precision: "OPEN",
  };
}
