import type { CalendarDate } from "#lib/domain/analysis";
import { daysBetween, type Prediction, predictionState } from "#lib/domain/predictions";
import type { DueView } from "#lib/domain/reader-view";
import { words } from "#lib/words";
import { dayRange, longDay, shortDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";

const w = words.reader.article.due;

/**
 * A promise against the calendar, on the day `today`. Null for a promise without a day: it can't fall due, and its side note
 * says so.
 */
export function dueView(prediction: Prediction | null, today: CalendarDate): DueView | null {
  if (prediction === null) return null;
  const { dueFrom, dueTo } = prediction;
  if (dueFrom === null || dueTo === null) return null;
  return {
    isOpen: today < dueFrom,
    sentence: dueSentence(prediction, today),
    explanation: `${whichDay(prediction, dueFrom, dueTo)} ${w.onlyEvidence}`,
    bar: bar(prediction, dueFrom, dueTo, today),
  };
}

/** "Fell due 796 days ago. Nothing recorded." and its like. The clock counts days; it never says what happened. */
export function dueSentence(prediction: Prediction, today: CalendarDate): string {
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
