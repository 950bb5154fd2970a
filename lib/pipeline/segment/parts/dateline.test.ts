import { expect, test } from "vitest";
import { agencyIn, authorIn, datesNextPost, isDateline } from "./dateline";

test.each([
  ["By Simon Reed", "Simon Reed"],
  ["By Jean-Paul Wilson – Economy", "Jean-Paul Wilson"],
  ["By Ann Nelson | Updated", "Ann Nelson"],
  ["By Ann Lee on Monday", "Ann Lee"],
  ["By Jo Nixon Dec 12, 2016", "Jo Nixon"],
  ["Published on Monday", null],
])("%s", (line, author) => expect(authorIn(line)).toBe(author));

test.each([
  "Older Post: Wednesday, November 18, 2026",
  "Previous entry | 18.11.2026",
  "« Newer post – November 18, 2026 at 9:12 AM",
  "From the archives: 3 May 2019",
  "Previous: Tuesday 17 November 2026",
  "Next | November 20, 2026",
  "Older posts: 18 November 2026",
  "Older post (Wednesday, November 18, 2026)",
])("dates the post below: %s", (line) => {
  expect(datesNextPost(line)).toBe(true);
});

test.each([
  "Older Post",
  "Older posts from November 18, 2026 that readers liked best of all this year",
  "Wednesday, November 18, 2026",
  "Earlier this week, on November 18, 2026, the bank closed.",
  "Previous",
  "Next week, on November 25, 2026, the bank opens.",
  "Next: the governor speaks on 25 November 2026",
  "Previous governors left office on 18 November 2026",
])("dates nothing below: %s", (line) => {
  expect(datesNextPost(line)).toBe(false);
});

test.each([
  "Additional reporting by Bo Lund",
  "– additional reporting by Bo Lund",
  "With reports from the Harbour Gazette",
  "H/T: Harbour Post",
])("says who else told it: %s", (line) => expect(isDateline(line)).toBe(true));

test.each([
  "Report by auditors slams the council",
  "Reports from Skarn say that the quay is shut",
  "Research by Bo Lund has shown that it leaks. It is old.",
])("tells something: %s", (line) => expect(isDateline(line)).toBe(false));

test.each(["Source: the Harbour Gazette", "Source: Harbour News Agency", "Source: harbour.example"])(
  "says where the words are from: %s",
  (line) => expect(isDateline(line)).toBe(true),
);

test.each(["Source: The talks on salaries resume", "Source: Parliament will vote on the budget"])(
  "is a title: %s",
  (line) => expect(isDateline(line)).toBe(false),
);

test("the agency behind a place, in a line of its own", () => {
  expect(agencyIn("Skarn/ Mada Post")).toBe("Mada Post");
  expect(agencyIn("Skarn / Harbour")).toBeNull();
});
