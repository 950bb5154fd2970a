import { calendarDate, partsOf } from "#lib/text/calendar";
import { CalendarDate } from "./analysis";
import { Complaint } from "./complaints";

/** A calendar date that somebody gave, from outside: a day that there is, of a year that a page can be of. No 30 February, no month 13. */
export const GivenDate = CalendarDate.refine((text) => {
  const { year, month, day } = partsOf(text);
  return calendarDate(year, month, day) === text;
}, Complaint.enum.noCalendarDay);
