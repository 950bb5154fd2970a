import { expect, test } from "vitest";
import { isBarePaper, issuerOf } from "./issuers";

test.each([
  [
    "BAGHDAD (Northern Wire) - The Finance Ministry said in a statement that the rate stays.",
    "the Finance Ministry",
  ],
  ["Baghdad / NINA / The Oil Ministry said in a statement that wells were closed.", "the Oil Ministry"],
  ["In a statement on Monday, the central bank said that transfers continue.", "the central bank"],
  [
    "“Nothing changes,” the Port Authority of Basra said on Tuesday in a press statement.",
    "the Port Authority of Basra",
  ],
  ["Mirfield Town Council announced in its statement that the bridge is safe.", "Mirfield Town Council"],
  ["The tests failed, Orla Quinn wrote in a statement.", "Orla Quinn"],
  ["In its statement, Northern Rail also said trains run.", "Northern Rail"],
])("names who issued it: %s", (sentence, who) => {
  expect(issuerOf("a statement", sentence)).toBe(who);
});

test.each([
  "The bank will open a new branch, a statement said.",
  "In a statement on Monday, he said that transfers continue.",
  "It said in a statement that reserves grew.",
  "Its spokesman said in a statement that reserves grew.",
  "Her lawyers said on Monday in a statement that she will appeal.",
  "These officials announced in a statement that the port is open.",
  "Both said in a joint press release that talks go on.",
  "A statement was read out in the hall where the mayor said nothing.",
])("names nobody: %s", (sentence) => {
  expect(issuerOf("a statement", sentence)).toBeNull();
});

test("what the name says goes first, and a joint statement is its parties' own", () => {
  expect(issuerOf("a statement from the Interior Ministry", "The mayor said in a statement.")).toBe(
    "the Interior Ministry",
  );
  expect(issuerOf("a joint statement", "The two sides said in a joint statement that it is so.")).toBeNull();
  expect(issuerOf("the minutes of the council", "The council said in a statement.")).toBeNull();
  expect(
    ["a statement", "the press release", "its written statement", "a joint statement", "the minutes"].filter(
      isBarePaper,
    ),
  ).toEqual(["a statement", "the press release", "its written statement"]);
});
