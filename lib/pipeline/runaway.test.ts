import { describe, expect, test, vi } from "vitest";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import { analyse } from "./analyse";
import { readAsEnglish } from "./testing/whole";

// A loaded machine is slow; a rule that runs away takes hours.
vi.setConfig({ testTimeout: 120_000 });

/** Inputs at which a pattern that backtracks would take hours: a suite that ends is the proof. */
describe("no input makes a rule run away", () => {
  const SIZE = 60_000;
  const of = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length));
  test.each([
    "     ",
    "\u00A0",
    '"',
    "“",
    "” ",
    ".",
    ". ",
    "...",
    "?!",
    "a",
    "a ",
    "A ",
    "A. ",
    "U.S.",
    "said ",
    "he said ",
    ", ",
    "(",
    ")(",
    "- ",
    "— ",
    "/ ",
    "A / ",
    "1",
    "1 ",
    "1,",
    "12:",
    "9/9/",
    "2024-",
    "May ",
    "by ",
    "the end of ",
    "in ",
    "said, ",
    "Mr. ",
    '"x" ',
    "“x” said ",
    "\n",
    " \n",
    "a\n",
    "A:  ",
    "|",
    "By ",
    "<",
    "<a ",
    "http://",
    "@a ",
    "\u200B",
    "ة ",
    "👩‍👩‍👧 ",
    "and ",
    "who ",
    "X said Y, ",
    "Photo: ",
    "views ",
    "reportedly ",
    "in a statement ",
    "according to ",
    "as soon as ",
    "1st ",
    "Jan. ",
    "A-",
    "'",
    "a'",
    "a&",
  ])("%j over and over", (unit) => {
    const content = of(unit);
    const page = `A title of the page\n\nThe council said ${content}\n\nNo comments:\n\nTNT ${content}...`;
    try {
      expect(readAsEnglish("text", page).text.length).toBe(page.length);
    } catch (error) {
      // "too_large" is a page of 100,000 lines: that is clear.
      if (!(error instanceof AppError)) throw error;
    }
  });

  test("nor does the largest page that is taken in", () => {
    const paragraph = `${"The council said on Monday that the bridge, built in 1931, will open again by Friday. ".repeat(12)}\n\n`;
    const page = paragraph.repeat(Math.floor(MAX_PAGE_BYTES / paragraph.length));
    const analysis = analyse({ format: "text", content: page, url: null, publisher: null });
    expect(analysis.statements.length).toBe(5000);
  });
});
