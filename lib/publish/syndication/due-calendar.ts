import ical from "ical-generator";
import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import type { Appearance } from "#lib/domain/published";
import { hrefOf } from "#lib/publish/claim-view";
import { outcomeSentence } from "#lib/publish/due";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";

const w = words.syndication.calendar;
const SUMMARY = 80;
const DAY = 86_400_000;

/**
 * Promises as all-day events on the days for which they were made. An event's name never changes while its statement stands. `list` is what the
 * calendar is called where it holds a list of the ledger's.
 *
 * Source   iCalendar: RFC 5545.
 */
export function dueCalendar(places: readonly Appearance[], origin: string, list?: string): string {
  const calendar = ical({
    name: list === undefined ? w.title : words.syndication.titleFor(list),
    description: list === undefined ? w.description : w.ledger,
    prodId: {
      company: words.common.name,
      product: words.common.name,
      language: words.language.toUpperCase(),
    },
    url: origin,
  });
  for (const place of places) {
    const { prediction, label } = place.statement;
    const exact = saidWords(place.statement);
    if (prediction === null || prediction.dueFrom === null || prediction.dueTo === null) continue;
    const { claim } = place.statement;
    const at = `${origin}${claim === null ? hrefOf(place) : `/claims/${claim.slug}`}`;
    calendar.createEvent({
      id: `${place.article.slug}-s${place.statement.number}@${new URL(origin).host}`,
      start: midnight(prediction.dueFrom),
      end: new Date(midnight(prediction.dueTo).getTime() + DAY),
      allDay: true,
      timezone: "UTC",
      stamp: new Date(place.article.fetchedAt),
      summary: w.event(firstWords(exact, SUMMARY)),
      description: [
        w.said(words.labels[label].badge, exact, place.article.publisher ?? w.unnamedPage),
        ...(prediction.outcome === undefined ? [] : [outcomeSentence(prediction.outcome)]),
      ].join(" "),
      url: at,
    });
  }
  return calendar.toString();
}

/** A day without a place on the clock: the library writes all-day events from UTC. */
function midnight(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
