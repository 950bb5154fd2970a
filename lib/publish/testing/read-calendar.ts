import ICAL, { type Component } from "ical.js";

/** Calendars as a program that isn't ours reads them, and as RFC 5545 asks for them. */

/** Days as `YYYY-MM-DD`; `until` is the first that isn't in it. */
export interface CalendarEvent {
  readonly uid: string;
  readonly from: string;
  readonly until: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** What each part must have once, and what it may have once. Ours have no alarms, zones or tasks. */
const PARTS: Readonly<Record<string, { readonly must: readonly string[]; readonly may: readonly string[] }>> =
  {
    vcalendar: { must: ["prodid", "version"], may: ["calscale", "method", "name", "description", "url"] },
    vevent: {
      must: ["uid", "dtstamp", "dtstart"],
      may: ["dtend", "summary", "description", "url", "sequence", "status", "transp", "class", "created"],
    },
  };

/**
 * Its events. Throws Error where it isn't what RFC 5545 asks for: lines end in CRLF and hold 75 octets at most (3.1), a calendar has its program and
 * version (3.6), an event its name and its moment (3.6.1), days are days and a last one lies behind the first (3.6.1).
 */
export function readCalendar(text: string): CalendarEvent[] {
  if (!text.endsWith("END:VCALENDAR") && !text.endsWith("END:VCALENDAR\r\n"))
    throw new Error("it doesn't end as a calendar does");
  for (const line of text.split("\r\n")) {
    if (/[\r\n]/.test(line)) throw new Error(`a line doesn't end in CRLF: ${line.slice(0, 60)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`a line is too long: ${line.slice(0, 60)}`);
  }
  const calendar = ICAL.Component.fromString(text);
  if (calendar.name !== "vcalendar") throw new Error("it is no calendar");
  checkPart(calendar);
  const events = calendar.getAllSubcomponents().map(readEvent);
  if (new Set(events.map(({ uid }) => uid)).size < events.length) throw new Error("two events have one name");
  return events;
}

function checkPart(part: Component): void {
  const rules = PARTS[part.name];
  if (rules === undefined) throw new Error(`a ${part.name}`);
  const names = part.getAllProperties().map(({ name }) => name);
  for (const name of names) {
    if (name.startsWith("x-")) continue;
    if (![...rules.must, ...rules.may].includes(name)) throw new Error(`${part.name} has a ${name}`);
    if (names.filter((one) => one === name).length > 1) throw new Error(`${part.name} has two ${name}`);
  }
  const missing = rules.must.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`${part.name} has no ${missing.join(", ")}`);
}

function readEvent(part: Component): CalendarEvent {
  checkPart(part);
  const [inner] = part.getAllSubcomponents();
  if (inner !== undefined) throw new Error(`an event has a ${inner.name}`);
  // As it was written: a day that is none would be read as another.
  const said = (name: string) => String(part.getFirstProperty(name)?.toJSON()[3] ?? "");
  const [from, until] = [dayOf(said("dtstart")), dayOf(said("dtend"))];
  if (until <= from) throw new Error(`it ends on ${until} and begins on ${from}`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(said("dtstamp"))) throw new Error("its moment isn't in UTC");
  const { protocol } = new URL(said("url"));
  if (!protocol.startsWith("http")) throw new Error(`its address is of ${protocol}`);
  return {
    uid: said("uid"),
    from,
    until,
    summary: said("summary"),
    description: said("description"),
    url: said("url"),
  };
}

function dayOf(value: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDay) throw new Error(`no day: ${value}`);
  return value;
}
