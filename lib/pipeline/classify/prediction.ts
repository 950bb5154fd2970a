import type { AnalysedPrediction } from "#lib/domain/analysis";
import { AFTER_EVENT, FUTURE } from "#lib/english/claim-wordings";
import { visibleDates } from "#lib/english/dates";
import { timeExpressions } from "#lib/english/time-expressions";
import type { TimeExpression } from "#lib/english/time-rules";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { overlap, type Span } from "#lib/text/span";

/** Tokens between a cue and a time that still belongs to the saying: "confirmed today, Wednesday, that". */
const NEAR_CUE = 4;
const LONGEST_EVENT = 14;

/**
 * The window in time that a statement is about, read against the day of its own post; null where it is about none.
 *
 * A time that only says when somebody spoke, the date line at the head of a teaser, and times gone by are none. Of several,
 * the last that lies ahead counts: what was and what is to be are told in this order.
 */
export function predictionIn(
  text: string,
  sentence: Sentence,
  mainCredit: MainCredit | null,
  postedAt: string | null,
): AnalysedPrediction | null {
  const isAhead = FUTURE.find(sentence.tokens) !== null;
  const saidUntil = endOfSaying(sentence, mainCredit);
  const ownDate = sentence.isTeaser ? visibleDates(text, sentence)[0] : undefined;
  const all = timeExpressions(text, sentence, postedAt, sentence.tokens).filter(
    (time) => !isWhenSaid(saidUntil, time) && (ownDate === undefined || overlap(ownDate, time) === 0),
  );
  const open = all.filter((time) => isOpen(time, isAhead, postedAt));
  const dated = open.findLast((time) => time.dueTo !== null);
  if (dated !== undefined) return window(text, dated);
  const event = isAhead ? eventIn(text, sentence) : null;
  const vague = open.findLast((time) => time.direction === "FUTURE" || postedAt === null);
  return event ?? (vague === undefined ? null : window(text, vague));
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

/** Whether a time can be what the statement is about: it does not lie behind its post. */
function isOpen(time: TimeExpression, isAhead: boolean, postedAt: string | null): boolean {
  if (time.direction === "PAST") return false;
  if (time.dueTo !== null && postedAt !== null && time.dueTo < postedAt) return false;
  if (time.direction === "FUTURE") return true;
  return isAhead;
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

/** "shortly after the conclusion of the committee", "once the committee finishes its work": due, with no day to compute. */
function eventIn(text: string, sentence: Sentence): AnalysedPrediction | null {
  const hit = AFTER_EVENT.find(sentence.tokens, 2);
  if (hit === null) return null;
  let last = hit.last;
  while (last + 1 < sentence.tokens.length && last - hit.first < LONGEST_EVENT) {
    const next = sentence.tokens[last + 1];
    if (next === undefined || /^[,.;!?…:)”"]$/.test(next.text)) break;
    last += 1;
  }
  const [first, end] = [sentence.tokens[hit.first], sentence.tokens[last]];
  if (first === undefined || end === undefined || last - hit.last < 2) return null;
  return {
    text: text.slice(first.start, end.end),
    start: first.start,
    end: end.end,
    dueFrom: null,
    dueTo: null,
    precision: "OPEN",
  };
}
