import type { CalendarDate } from "#lib/domain/analysis";
import { daysBetween, type Prediction, predictionState } from "#lib/domain/predictions";
import type { RecordedOutcome } from "#lib/domain/predictions-shapes";
import type { DueView, OutcomeView } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { dayRange, longDay, shortDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";

const w = words.due;

/**
 * A promise against the calendar, on the day `today`. Null for a promise without a day of which nothing is recorded: it can't fall due, and
 * its side note says so.
 */
export function dueView(prediction: Prediction | null, today: CalendarDate): DueView | null {
  if (prediction === null) return null;
  const { dueFrom, dueTo, outcome } = prediction;
  if (dueFrom === null || dueTo === null)
    return outcome === undefined ? null : resolvedView(prediction, outcome);
  return {
    isOpen: today < dueFrom,
    line: promiseLine(prediction, today),
    outcome: outcome === undefined ? null : outcomeView(outcome),
    sentence: dueSentence(prediction, today),
    explanation: `${whichDay(prediction, dueFrom, dueTo)} ${w.onlyEvidence}`,
    bar: outcome === undefined ? bar(prediction, dueFrom, dueTo, today) : null,
  };
}

function resolvedView(prediction: Prediction, outcome: RecordedOutcome): DueView {
  const sentence = outcomeSentence(outcome);
  const explanation = words.promises.undated(isolated(prediction.text));
  return { isOpen: false, line: sentence, outcome: outcomeView(outcome), sentence, explanation, bar: null };
}

/** "Open until 15 December 2026.", "Due today.", "Overdue since …", or what became of it, in one line. */
export function promiseLine(prediction: Prediction, today: CalendarDate): string {
  const { line } = words.promises;
  const { dueTo, outcome } = prediction;
  if (outcome !== undefined) return outcomeSentence(outcome);
  if (dueTo === null) return line.UNDATED;
  switch (predictionState(prediction, today).state) {
    case "OPEN":
      return line.OPEN(longDay(dueTo));
    case "DUE":
      return dueTo === today ? line.DUE : line.DUE_UNTIL(longDay(dueTo));
    case "OVERDUE":
      return line.OVERDUE(longDay(dueTo));
    case "UNDATED":
      return line.UNDATED;
  }
}

export const outcomeSentence = ({ result, knownAt }: RecordedOutcome): string =>
  words.promises.outcome(result, longDay(knownAt));

const MARK = 8;

function outcomeView(outcome: RecordedOutcome): OutcomeView {
  const said = words.promises;
  const { result, quote, publisher, saidAt, url, note, snapshot, by, on } = outcome;
  const signed = said.note(isolated(by), longDay(on));
  return {
    result,
    quote,
    source:
      publisher === null || saidAt === null ? publisher : said.evidence(isolated(publisher), longDay(saidAt)),
    href: url,
    note: note === null ? null : { by: signed, text: note },
    kept: snapshot === null ? null : said.snapshot(snapshot.slice(0, MARK)),
    recorded: said.recorded(isolated(by), longDay(on)),
  };
}

/** "Fell due 796 days ago. Nothing recorded." and its like. The clock counts days; it never says what happened. */
export function dueSentence(prediction: Prediction, today: CalendarDate): string {
  if (prediction.outcome !== undefined) return outcomeSentence(prediction.outcome);
  const state = predictionState(prediction, today);
  switch (state.state) {
    case "OPEN":
      return w.OPEN(state.days);
    case "DUE":
      return prediction.dueFrom === prediction.dueTo || prediction.dueTo === today ? w.DUE : w.DUE_NOW;
    case "OVERDUE":
      return w.OVERDUE(state.days);
    case "UNDATED":
      return w.UNDATED;
  }
}

function whichDay({ text, resolvedFrom }: Prediction, dueFrom: CalendarDate, dueTo: CalendarDate): string {
  const days = dayRange(dueFrom, dueTo);
  if (resolvedFrom === null) return w.promised(days);
  const quote = isolated(text);
  if (resolvedFrom === dueFrom && resolvedFrom === dueTo) return w.sameDay(quote, longDay(resolvedFrom));
  return w.otherDay(quote, longDay(resolvedFrom), days);
}

function bar(
  prediction: Prediction,
  dueFrom: CalendarDate,
  dueTo: CalendarDate,
  today: CalendarDate,
): DueView["bar"] {
  const now = { day: shortDay(today), word: w.today };
  if (today < dueFrom) {
    const n = daysBetween(today, dueFrom);
    return {
      from: now,
      to: { day: shortDay(dueFrom), word: w.due },
      words: w.bar.open(longDay(today), longDay(dueFrom), n),
    };
  }
  if (today <= dueTo) return null;
  const wasSaidThatDay = prediction.resolvedFrom === dueTo;
  const inWords = wasSaidThatDay ? w.bar.saidAndDue : w.bar.fellDue;
  return {
    from: { day: shortDay(dueTo), word: wasSaidThatDay ? w.saidAndDue : w.fellDue },
    to: now,
    words: inWords(longDay(dueTo), longDay(today), daysBetween(dueTo, today)),
  };
}
