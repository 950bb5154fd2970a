import { expect, test } from "vitest";
import { headlineChange } from "./headlines";

test.each([
  ["Four Ferries Are Back On The Shatt", "Four ferries are back on the Shatt", "VERBATIM"],
  ["“Bread” Gets Dearer In Kelm.", "Bread gets dearer in Kelm", "VERBATIM"],
  ["Four Ferries Are Back On The Shatt", "Nine Ferries Are Back On The Shatt", "NUMBER"],
  ["Mayor Of Kelm Opens The New Bridge", "Mayor Of Harlen Opens The New Bridge", "NAME"],
  ["Council Of Kelm Approves The Bridge", "Council Of Kelm Rejects The Bridge", "POLARITY"],
  ["Iraq, Jordan Found A Company For Their Pipeline", "Pipeline news from the blog", "ADDED"],
  ["سعر الصرف ثابت", "سعر الصرف ثابت", "VERBATIM"],
  [null, "Nine Ferries Are Back", "ADDED"],
  ["", "Nine Ferries Are Back", "ADDED"],
  ["---", "Nine Ferries Are Back", "ADDED"],
  ["Four Ferries Are Back", "", "ADDED"],
] as const)("%j became %j: %s", (there, here, change) => expect(headlineChange(here, there)).toBe(change));

test("letters of one sound are one, and a headline without an end is compared to a bound", () => {
  expect(headlineChange("سعر الصرف ثابت في العراق", "سعر الصرف ثابت في العراق".replaceAll("ي", "ی"))).toBe(
    "VERBATIM",
  );
  const long = "bridge ".repeat(200_000);
  expect(headlineChange(`${long}a`, `${long}b`)).toBe("VERBATIM");
});
