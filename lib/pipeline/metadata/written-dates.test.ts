import { expect, test } from "vitest";
import { writtenDates } from "./written-dates";

test.each([
  ["Thursday, July 25, 2024", "2024-07-25"],
  ["Wednesday 24 July 2024 | Politics", "2024-07-24"],
  ["Wed. 18 Sept. 2024", "2024-09-18"],
  ["2024-07-24 13:05", "2024-07-24"],
  ["25.12.2023", "2023-12-25"],
  ["the 3rd of May, 2019", "2019-05-03"],
  ["2023 Jan 7", "2023-01-07"],
  ["July 30, 2019January 18, 2023", "2019-07-30"],
  ["الخميس ٢٥ تموز ٢٠٢٤", "2024-07-25"],
  ["١٤/٣/٢٠٢٥", "2025-03-14"],
  ["12 كانون الثاني 2023", "2023-01-12"],
  ["25 يوليو، 2024", "2024-07-25"],
  ["٢٥ی تەممووزی ٢٠٢٤", "2024-07-25"],
  ["14 ئازار 2025", "2025-03-14"],
])("%s", (text, day) => expect(writtenDates(text)[0]?.day).toBe(day));

test("07/08/2024 is two days in two countries", () => {
  expect(writtenDates("07/08/2024")[0]).toMatchObject({ day: "2024-07-08", isAmbiguous: true });
  expect(writtenDates("25/08/2024")[0]).toMatchObject({ day: "2024-08-25", isAmbiguous: false });
});

test.each(["30 February 2024", "May we meet in 2024", "1.2.3.4", "version 10.2.2020.1", "July 2024", "call 555-12-1234", ""])(
  "no date in: %s",
  (text) => expect(writtenDates(text)).toEqual([]),
);

test("a date is where it says", () => {
  const text = "Posted on ٢٥ تموز ٢٠٢٤ by us";
  const [date] = writtenDates(text);
  expect(text.slice(date?.start, date?.end)).toBe("٢٥ تموز ٢٠٢٤");
});
