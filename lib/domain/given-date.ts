import { isCalendarDate } from "#lib/text/calendar";
import { CalendarDate } from "./analysis";
import { Complaint } from "./complaints";

/** A calendar date that somebody gave, from outside: a day that there is, of a year that a page can be of. No 30 February, no month 13. */
export const GivenDate = CalendarDate.refine(isCalendarDate, Complaint.enum.noCalendarDay);
