import { expect, test } from "vitest";
import { tokens } from "#lib/english/tokens";
import { analyse } from "#lib/pipeline/analyse";
import { isSetting } from "./setting";

test.each([
  "Near Port Ansel",
  "In the council chamber",
  "After the vote",
  "Outside the court on Monday",
  "Good Friday",
  "late on Tuesday",
  "3 July",
  "Sunday",
  "Bear Island",
  "Lake Orvana",
  "Bear Island, Palm Sunday",
])("%s says where or when", (words) => expect(isSetting(tokens(words))).toBe(true));

test.each([
  "Olga Petrov",
  "From Olga Petrov",
  "the council",
  "Veronica Lake",
  "April Sommer",
  "May",
  "Dawn",
  "In a letter to the council",
  "In the Harbour Post",
  "In Petrov’s words",
  "On behalf of the board",
  "Downing Street",
  "According to the clerk",
  "Near Port Ansel, Olga Petrov",
  "On Sunday Petrov",
  "On 3 July Olga Petrov",
])("%s may be who says it", (words) => expect(isSetting(tokens(words))).toBe(false));

test("what a preposition was cut off from is where it was", () => {
  const [before, ...words] = tokens("At the harbour wall");
  expect(isSetting(words, before)).toBe(true);
  expect(isSetting(words)).toBe(false);
});

const OPENING = "The council met on Monday at the old mill to talk about roads and water.";
const CLOSING = "The next meeting is planned for September at the same place.";
const labelsOf = (line: string) => {
  const { statements, text } = analyse({
    format: "text",
    content: ["The bridge vote", OPENING, line, CLOSING].join("\n\n"),
    url: null,
    publisher: null,
  });
  const start = text.indexOf(line);
  return statements
    .filter((one) => one.start >= start && one.start < start + line.length)
    .map(({ label }) => label);
};

test.each([
  "Near Port Ansel, last Friday: “Nobody came to help us for an hour.”",
  "Bear Island, Palm Sunday: “The ice is thin and the boats are gone.”",
  "In the council chamber: “We will not pay for this bridge.”",
  "After the vote: “It was a good day for the whole town.”",
])("nobody stands behind %s", (line) => expect(labelsOf(line)).not.toContain("REPORTED"));

test.each([
  "At the harbour on Monday, Olga Petrov: “The dam will hold this winter.”",
  "After the vote, in the rain, Mayor Olga Petrov: “It was a good day for the town.”",
  "Olga Petrov, near Port Ansel: “The dam will hold this winter.”",
])("somebody does behind %s", (line) => expect(labelsOf(line)).toEqual(["REPORTED"]));
