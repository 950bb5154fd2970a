import { expect, test } from "vitest";
import { readCalendar } from "./read-calendar";

/** That a calendar which is broken is found to be. */

const EVENT = [
  "BEGIN:VEVENT",
  "UID:1@onrecord.example",
  "DTSTAMP:20261201T100000Z",
  "DTSTART;VALUE=DATE:20261201",
  "DTEND;VALUE=DATE:20261202",
  "SUMMARY:It will be done",
  "URL;VALUE=URI:https://onrecord.example/claims/a",
  "END:VEVENT",
];
const calendar = (events: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
const event = (from: string, to: string) => calendar(EVENT.map((line) => line.replace(from, to)));

test("one that is whole is read", () =>
  expect(readCalendar(calendar(EVENT))).toMatchObject([{ from: "2026-12-01", until: "2026-12-02" }]));

test.each([
  ["a day that is none", event("START;VALUE=DATE:20261201", "START;VALUE=DATE:20261301"), /no day/],
  ["a day with hyphens", event("START;VALUE=DATE:20261201", "START;VALUE=DATE:2026-12-01"), /no day/],
  ["it ends when it begins", event("20261202", "20261201"), /it ends/],
  ["no name", event("UID:1@onrecord.example", "STATUS:CONFIRMED"), /no uid/],
  ["no moment", event("DTSTAMP:20261201T100000Z", "STATUS:CONFIRMED"), /no dtstamp/],
  ["a moment of nowhere", event("100000Z", "100000"), /UTC/],
  ["two summaries", event("UID", "SUMMARY:x\r\nUID"), /two summary/],
  ["a field that is none", event("UID", "SUMARY:x\r\nUID"), /has a sumary/],
  ["a line without a colon", event("SUMMARY:It", "It"), /invalid line/],
  ["a line feed alone", event("SUMMARY:It", "SUMMARY:\nIt"), /CRLF/],
  ["a long line", event("It will", "x".repeat(80)), /too long/],
  ["an address that is script", event("https://onrecord.example/claims/a", "javascript:1"), /javascript/],
  ["a part of another kind", event("DTSTAMP", "BEGIN:VALARM\r\nEND:VALARM\r\nDTSTAMP"), /valarm/],
  ["an end too many", event("DTSTAMP", "END:VEVENT\r\nDTSTAMP"), /vcalendar has/],
  ["one name twice", calendar([...EVENT, ...EVENT]), /one name/],
  ["no version", calendar(EVENT).replace("VERSION:2.0\r\n", ""), /no version/],
  ["it ends too early", calendar(EVENT).replace("END:VCALENDAR\r\n", ""), /doesn't end/],
])("%s", (_, text, fault) => expect(() => readCalendar(text)).toThrow(fault));
