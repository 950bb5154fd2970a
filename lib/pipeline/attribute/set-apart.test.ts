import { describe, expect, test } from "vitest";
import { analyse } from "#lib/pipeline/analyse";

/** Whose words are set apart from those that say whose they are. All pages are made up. */

const ABOVE = "Ferry talks end in Marl Sound\n\nBy Ina Vell\n12 May 2024\n\n";

/** Of the statement that holds these words: its label and whom it is credited to. */
function creditOf(text: string, words: string) {
  const { statements, text: whole } = analyse({
    format: "text",
    content: `${ABOVE}${text}`,
    url: null,
    publisher: null,
  });
  const found = statements.find(({ start, end }) => whole.slice(start, end).includes(words));
  return found === undefined ? null : [found.label, found.attributedTo];
}

describe("a name that has the line to itself, with a colon", () => {
  const below = (name: string) =>
    `Both boats came in at noon. The talks went on below deck.\n\n${name}:\n“The mast came down in March and nobody told us.”\n\nThe next round is in June.`;

  test.each(["Captain Orla Fenn", "Orla Fenn"])("%s says what is quoted below it", (name) => {
    expect(creditOf(below(name), "mast came down")).toEqual(["REPORTED", "Orla Fenn"]);
  });

  test.each(["Call Notes", "Frank26", "Late on Sunday", "Bruce [X]"])("%s is nobody who says it", (name) =>
    expect(creditOf(below(name), "mast came down")?.[0]).not.toBe("REPORTED"),
  );
});

describe("a paragraph that a colon announces", () => {
  const TOLD = "The boats lay still for nine days in April. Two captains have left the company since.";

  test("is whose the line before it says", () => {
    const page = `The talks ended on Sunday without a deal. The port authority of Marl said in a statement:\n\n${TOLD}\n\nThe next round is in June.`;
    expect(creditOf(page, "lay still")).toEqual(["REPORTED", "the port authority of Marl’s statement"]);
    expect(creditOf(page, "next round")?.[0]).not.toBe("REPORTED");
  });

  test("is nobody's where the line names nobody", () => {
    const page = `The talks ended on Sunday without a deal. This is how it went:\n\n${TOLD}\n\nThe next round is in June.`;
    expect(creditOf(page, "lay still")?.[0]).not.toBe("REPORTED");
  });
});

describe("a name below", () => {
  const POST = "We will not sail in a gale for anybody. Nine days is a short wait.";
  const page = (line: string, about = "Captain Orla Fenn speaks for the crews.") =>
    `${about} The talks ended on Sunday.\n\n${POST}\n\n${line}\n\nThe next round is in June, and the harbour stays shut.`;

  test.each([
    ["— Orla Fenn (@orlafenn) May 11, 2024", "Orla Fenn"],
    ["— Orla Fenn, captain of the Marl Belle", "Orla Fenn"],
  ])("%s signs what stands above it", (line, speaker) => {
    expect(creditOf(page(line), "not sail in a gale")).toEqual(["REPORTED", speaker]);
    expect(creditOf(page(line), "harbour stays shut")?.[0]).not.toBe("REPORTED");
  });

  test.each([
    ["a name that the page doesn't tell of", "— Delta Rook, who knows"],
    ["an account that the page doesn't tell of", "— Storm Riders (@stormriders) May 11, 2024"],
    ["a handle alone", "— (@marlwatch) May 11, 2024"],
    ["a sentence with a dash before it", "— Orla Fenn went home."],
  ])("%s signs nothing", (_, line) => {
    expect(creditOf(page(line), "not sail in a gale")?.[0]).not.toBe("REPORTED");
  });
});

describe("turns", () => {
  const INTRO = "Captain Orla Fenn has sailed the Marl Belle for twenty years. We met her on the quay.\n\n";

  test("of questions and answers are those of the one who is named before them", () => {
    const page = `${INTRO}Q: What was the worst day?\n\nA: The mast came down in March of 2019. Nobody was hurt.\n\nThe owners paid for a new one.\n\nQ: And now?\n\nA: The engine was made in 1971.\n\nThe talks go on in June.`;
    expect(creditOf(page, "mast came down")).toEqual(["REPORTED", "Orla Fenn"]);
    expect(creditOf(page, "owners paid")).toEqual(["REPORTED", "Orla Fenn"]);
    expect(creditOf(page, "talks go on")?.[0]).not.toBe("REPORTED");
  });

  test("under initials and last names too", () => {
    const initials = `${INTRO}IV: What was the worst day?\n\nOF: The mast came down in March of 2019.\n\nIV: And now?\n\nOF: The engine was made in 1971.`;
    expect(creditOf(initials, "mast came down")).toEqual(["REPORTED", "Orla Fenn"]);
    const names = `The committee heard Captain Orla Fenn on Friday.\n\nCHAIR: Who steered?\n\nFENN: The mate steered from the bridge that night.\n\nCHAIR: Who else was there?\n\nFENN: The cook stood beside him.`;
    expect(creditOf(names, "mate steered")).toEqual(["REPORTED", "Orla Fenn"]);
  });

  test("of a transcript in which nobody asks, under the last names of those whom it names", () => {
    const page = `The committee heard Captain Orla Fenn and the engineer Ivo Brandt.\n\nCHAIR: Thank you for coming.\n\nFENN: The mate steered from the bridge that night.\n\nBRANDT: The crack was forty millimetres long.\n\nCHAIR: We will adjourn.`;
    expect(creditOf(page, "mate steered")).toEqual(["REPORTED", "Orla Fenn"]);
    expect(creditOf(page, "forty millimetres")).toEqual(["REPORTED", "Ivo Brandt"]);
  });

  test("between questions that stand alone, where the page says that it is an interview", () => {
    const turns =
      "What was the worst day?\n\nThe mast came down in March of 2019.\n\nWho paid for it?\n\nThe owners bought a new one within a week.\n\nWhat is left to mend?\n\nThe engine was made in 1971.";
    expect(creditOf(`${INTRO}${turns}`, "mast came down")).toEqual(["REPORTED", "Orla Fenn"]);
    const plain = `Captain Orla Fenn has sailed the Marl Belle for twenty years.\n\n${turns}`;
    expect(creditOf(plain, "mast came down")?.[0]).not.toBe("REPORTED");
  });

  test("are theirs whose whole name is the label", () => {
    const page =
      "Notes of a talk on the quay.\n\nINTERVIEWER: What was the worst day?\n\nMARTA QUILL: The mast came down in March of 2019.\n\nINTERVIEWER: And now?\n\nMARTA QUILL: The engine was made in 1971.";
    expect(creditOf(page, "mast came down")).toEqual(["REPORTED", "Marta Quill"]);
  });

  test.each([
    [
      "a nickname of two words answers",
      "Notes of last night’s call.\n\nHOST: Any news?\n\nBIG FISH: The mast came down in March of 2019.\n\nHOST: And now?\n\nBIG FISH: The engine was made in 1971.",
    ],
    [
      "a role answers",
      "Notes of last night’s call.\n\nHOST: Any news?\n\nBANK INSIDER: The mast came down in March of 2019.\n\nHOST: And now?\n\nBANK INSIDER: The engine was made in 1971.",
    ],
    [
      "two could answer",
      "Orla Fenn and Ivo Brandt sail the Marl Belle. We met them on the quay.\n\nQ: What was the worst day?\n\nA: The mast came down in March of 2019.\n\nQ: And now?\n\nA: The engine was made in 1971.",
    ],
    [
      "names head what is told of them",
      "Keepers Orla Fenn and Ivo Brandt played on Sunday.\n\nFENN: The mast came down in March of 2019. Slow on the deck.\n\nBRANDT: Strong in the air.\n\nVERDICT: A draw was fair.",
    ],
    [
      "whole names head what is told of them",
      "Keepers Orla Fenn and Ivo Brandt played on Sunday.\n\nOrla Fenn: The mast came down in March of 2019. Slow on the deck.\n\nIvo Brandt: Strong in the air.\n\nOrla Fenn: Sailed again in May.",
    ],
    [
      "a nickname answers",
      "Notes of last night’s call.\n\nQ: Any news?\n\nBIGFISH: The mast came down in March of 2019.\n\nQ: And now?\n\nBIGFISH: The engine was made in 1971.",
    ],
  ])("are nobody's where %s", (_, page) => {
    expect(creditOf(page, "mast came down")?.[0]).not.toBe("REPORTED");
  });
});
