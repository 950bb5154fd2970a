import type { TimeExpression } from "#lib/english/time-rules";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import type { Governed } from "./outlook";

/**
 * A day that something was moved to: "postponed to October 4", "put off until next Thursday", "rescheduled for 3 November". The verb is of the past,
 * and the day is what will be. Where it was taken from ("postponed from Monday") is none, and neither is where a thing went ("moved to London in
 * May") or how long one lasts ("extended until 2029").
 */

/** What moves a day, in the forms that tell of it. "delayed for three days" says how long, so only "rescheduled" goes with "for". */
const MOVED =
  /\b(?:postponed?|rescheduled?|adjourned?|deferred|delayed|moved|shifted|slipped|(?:put|push(?:ed)?|set|held|moved) (?:off|back|over)|brought forward|moved up)\b/giu;
const TO = /\b(?:to|until|till|rescheduled(?: \p{L}+){0,4} for)\s*$/iu;
const OWN_TO = /^(?:until|till)\b/iu;
const FROM_TO = /^from\b.*\b(?:to|until|till)\b/iu;
const NEGATED = /\b(?:not|never|denied|denies|deny)\b|n['’]t\b/iu;

/** UTF-16 units between the verb and its day, at most: "postponed the vote on the new bridge to". */
const REACH = 70;

/** The window on the day that something was moved to; null where the time is no such day. */
export function movedTo(
  text: string,
  sentence: Pick<Sentence, "start">,
  time: TimeExpression,
  { outlook }: Pick<Governed, "outlook">,
): TimeExpression | null {
  if (time.dueTo === null || time.direction === "PAST") return null;
  if (outlook === "DENIED" || outlook === "UNSAID") return null;
  const before = text.slice(Math.max(sentence.start, time.start - REACH), time.start);
  const [verb] = [...before.matchAll(MOVED)].slice(-1);
  if (verb === undefined || NEGATED.test(before)) return null;
  const between = before.slice(verb.index);
  // Another clause begins: what follows is about something else.
  if (/[;:.!?]|\b(?:because|after|before|which|who|when|said)\b/iu.test(between)) return null;
  const words = text.slice(time.start, time.end);
  if (FROM_TO.test(words)) return { ...time, dueFrom: time.dueTo };
  const isFor = /^for\b/iu.test(words) && /^rescheduled\b/iu.test(verb[0]);
  return TO.test(between) || OWN_TO.test(words) || isFor ? time : null;
}
