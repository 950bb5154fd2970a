import type { CalendarDate } from "#lib/domain/analysis";

/** A calendar day as a `date` column takes it: midnight UTC, so that no time zone moves it to the day before. */
export function dateColumn(day: CalendarDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00.000Z`);
}

export function calendarDay(column: Date): CalendarDate {
  return column.toISOString().slice(0, 10);
}

export function calendarDate(column: Date | null): CalendarDate | null {
  return column === null ? null : calendarDay(column);
}
