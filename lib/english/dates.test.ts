import { describe, expect, test } from "vitest";
import { dateOf, visibleDates } from "./dates";
import { timeExpressions } from "./time-expressions";

const dates = (text: string) =>
  visibleDates(text).map((date) => [text.slice(date.start, date.end), dateOf(date, "2024-07-25")]);

describe("dates that a page shows", () => {
  test.each([
    ["Thursday, July 25, 2024", "Thursday, July 25, 2024", "2024-07-25"],
    ["Wednesday 24 July 2024 | Politics", "Wednesday 24 July 2024", "2024-07-24"],
    ["09/25/2024 - Economy", "09/25/2024", "2024-09-25"],
    ["25/09/2024", "25/09/2024", "2024-09-25"],
    ["2024-07-24 13:05", "2024-07-24 13:05", "2024-07-24"],
    ["TNT Wed. 18 Sept. 2024 Update", "Wed. 18 Sept. 2024", "2024-09-18"],
    ["Posted 9-17-2024", "9-17-2024", "2024-09-17"],
    ["21:17 18.11.2019", "21:17 18.11.2019", "2019-11-18"],
    ["HARBORFOX Thurs. 25 July", "Thurs. 25 July", "2024-07-25"],
    ["Dec 12, 2016 2:00 PM", "Dec 12, 2016 2:00 PM", "2016-12-12"],
    ["٢٤/٧/٢٠٢٤", "٢٤/٧/٢٠٢٤", "2024-07-24"],
    ["24 تموز 2024", "24 تموز 2024", "2024-07-24"],
    ["١٤ی ئازاری ٢٠٢٥", "١٤ی ئازاری ٢٠٢٥", "2025-03-14"],
    ["٣ تشرين الأول ٢٠٢٤", "٣ تشرين الأول ٢٠٢٤", "2024-10-03"],
    ["Cureus. 2023 Jan 7;15(1)", "2023 Jan 7", "2023-01-07"],
    ["the 3rd of May 2025", "3rd of May 2025", "2025-05-03"],
  ])("%s", (text, words, day) => expect(dates(text)).toEqual([[words, day]]));

  test.each([
    "It may 3 rise",
    "31 February 2024",
    "call 555-1234",
    "They march 12 miles",
    "Room 12/300",
    "1.5.3",
  ])("no date in: %s", (text) => expect(dates(text)).toEqual([]));

  test("a date that is two days in two countries says so", () => {
    expect(visibleDates("07/08/2024")[0]?.isAmbiguous).toBe(true);
    expect(visibleDates("07/25/2024")[0]?.isAmbiguous).toBe(false);
  });

  test("a missing year is the nearest, also over New Year", () => {
    const [date] = visibleDates("Mon. 30 Dec.");
    expect(date === undefined ? null : dateOf(date, "2025-01-02")).toBe("2024-12-30");
    expect(date === undefined ? null : dateOf(date, null)).toBeNull();
  });
});

/** The post is of Tuesday 24 September 2024. */
const POST = "2024-09-24";
const windows = (text: string) =>
  timeExpressions(text, { start: 0, end: text.length }, POST).map((time) => [
    text.slice(time.start, time.end),
    time.dueFrom,
    time.dueTo,
  ]);

describe("words that name a time, read from the post's own day", () => {
  test.each([
    ["be there this morning", "this morning", POST, POST],
    ["ready this Thursday", "this Thursday", "2024-09-26", "2024-09-26"],
    ["back by Friday", "by Friday", POST, "2024-09-27"],
    ["on Monday", "on Monday", "2024-09-30", "2024-09-30"],
    ["on Monday and Tuesday", "on Monday and Tuesday", "2024-09-30", "2024-10-01"],
    ["tomorrow", "tomorrow", "2024-09-25", "2024-09-25"],
    ["posted after midnight", "after midnight", "2024-09-25", "2024-09-25"],
    ["this weekend", "this weekend", "2024-09-28", "2024-09-29"],
    ["next week", "next week", "2024-09-30", "2024-10-06"],
    ["this week", "this week", POST, "2024-09-29"],
    ["this month", "this month", POST, "2024-09-30"],
    ["until the end of the year", "until the end of the year", POST, "2024-12-31"],
    ["by year end", "by year end", POST, "2024-12-31"],
    ["before the end of October", "before the end of October", POST, "2024-10-31"],
    ["before the 1st", "before the 1st", POST, "2024-10-01"],
    ["on October 3", "on October 3", "2024-10-03", "2024-10-03"],
    ["in two weeks", "in two weeks", "2024-10-08", "2024-10-08"],
    ["in November", "in November", "2024-11-01", "2024-11-30"],
    ["Wednesday morning", "Wednesday morning", "2024-09-25", "2024-09-25"],
  ])("%s", (text, words, from, to) => expect(windows(text)).toEqual([[words, from, to]]));

  test.each(["yesterday", "last week", "since Monday", "earlier this month", "two years ago"])(
    "gone by: %s",
    (text) => {
      const found = timeExpressions(text, { start: 0, end: text.length }, POST);
      expect(found.every(({ direction, dueTo }) => direction === "PAST" || dueTo === null)).toBe(true);
      expect(found.length).toBeGreaterThan(0);
    },
  );

  test.each([
    "the sun rose",
    "they march on",
    "a second look",
    "the end of the road",
    "Friday's child and monday",
  ])("no window in: %s", (text) =>
    expect(windows(text).filter(([, , to]) => to !== null && !text.startsWith("Friday"))).toEqual([]),
  );

  test("without a date of the post no day is computed", () => {
    const found = timeExpressions("by Friday and this morning", { start: 0, end: 26 }, null);
    expect(found.map(({ dueTo }) => dueTo)).toEqual([null, null]);
  });
});
