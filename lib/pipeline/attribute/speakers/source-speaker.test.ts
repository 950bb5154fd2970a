import { describe, expect, test } from "vitest";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { emptyMemory } from "./memory";
import type { NamedSpeaker } from "./page-speakers";
import { sourceSpeaker } from "./source-speaker";

/** Who speaks in a text whose source and cue are these words, and in whose source the name finder sees `speaker`. */
function told(text: string, source: string, cue: string, speaker: NamedSpeaker | null = null) {
  const spanOf = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  return sourceSpeaker(
    { source: [spanOf(source)], cue: [spanOf(cue)], speaker },
    sentencesIn(text)[0],
    emptyMemory(),
  );
}

const FRANK: NamedSpeaker = { name: "Frank26", kind: "PERSON", isWhole: true };
test("a nickname with a number is nobody who can be found, whatever the name finder takes it for", () =>
  expect(told("Frank26 said no.", "Frank26", "said", FRANK)).toMatchObject({
    kind: "PSEUDONYM",
    sourcing: "UNNAMED_BARE",
  }));

const RUIZ: NamedSpeaker = { name: "Ana Ruiz", kind: "PERSON" };

describe("a single name", () => {
  test.each([
    ["“No,” said Mirela, a teacher who was there.", "Mirela", "PERSON"],
    ["“No,” said Mirela, 34, at the gate.", "Mirela", "PERSON"],
    ["“No,” said Mirela, who runs a stall.", "Mirela", "PERSON"],
    ["“No,” said Mirela, a company in Skarn.", "Mirela", "ORGANIZATION"],
    ["“No,” said Mirela on Monday.", "Mirela", "ORGANIZATION"],
  ])("%s", (text, source, kind) => expect(told(text, source, "said")?.kind).toBe(kind));
});

describe("who speaks", () => {
  test.each([
    [
      "Philip Luther, a director at the charity, said no.",
      "Philip Luther, a director",
      "said",
      "Philip Luther",
    ],
    ["A spokeswoman, Anna Reed, said no.", "A spokeswoman, Anna Reed,", "said", "Anna Reed"],
    ["The chief had quit, somebody in the crowd said.", "the crowd", "said", "somebody in the crowd"],
    [
      "Shortly after Lund’s death, the harbour board said no.",
      "Lund’s death, the harbour board",
      "said",
      "the harbour board",
    ],
    ["Hours after Lund’s death, the board said no.", "Lund’s death, the board", "said", "the board"],
    ["Economists at Harbour Capital, a bank, said no.", "Harbour Capital, a bank", "said", "Harbour Capital"],
    ["In a twist, engineer Omar Aziz said no.", "a twist, engineer Omar Aziz", "said", "Omar Aziz"],
    [
      "The Bishop of Skarn, the Rt Rev Omar Aziz, said no.",
      "The Bishop of Skarn, the Rt Rev Omar Aziz",
      "said",
      "Rev Omar Aziz",
    ],
    ["Neighbour Lily Chow said no.", "Neighbour Lily Chow", "said", "Lily Chow"],
    [", a lawsuit said no.", ", a lawsuit", "said", "a lawsuit"],
    ["The director, engineer Omar Aziz, said no.", "The director, engineer Omar Aziz,", "said", "Omar Aziz"],
  ])("%s", (text, source, cue, name) => expect(told(text, source, cue)?.name).toBe(name));

  test.each([
    ["Speaking to the Harbour Mail Ana Ruiz said no.", "Speaking to the Harbour Mail Ana Ruiz", "Ana Ruiz"],
    ["Tilda's stylist, Lev Roche, said no.", "Tilda's stylist, Lev Roche,", "Lev Roche"],
  ])("%s: the name, and not what stands before it", (text, source, name) =>
    expect(told(text, source, "said")?.name).toBe(name),
  );

  test("a surname or a role is the person that the name finder knows for it", () => {
    expect(told("The mayor said no.", "The mayor", "said", RUIZ)?.name).toBe("Ana Ruiz");
    expect(told("Ruiz said no.", "Ruiz", "said", RUIZ)?.name).toBe("Ana Ruiz");
  });

  test("a pronoun is that person where the page has named nobody else", () => {
    expect(told("She said no.", "She", "said", RUIZ)?.name).toBe("Ana Ruiz");
    expect(told("She said no.", "She", "said")).toBeNull();
  });

  test.each([
    "Islanders",
    "Fishermen",
    "Midwives",
    "Townsfolk",
    "Passers-by",
    "Berliners",
    "Texans",
    "Kurds",
  ])("%s are a group, also where the name finder sees a name", (word) => {
    const found = { name: word, kind: "PERSON" as const };
    expect(told(`${word} said no.`, word, "said", found)).toMatchObject({ sourcing: "UNNAMED_BARE" });
  });

  test.each(["Sanders", "Walters", "Winters"])(
    "“%s” is somebody's name, also where the page has no other",
    (name) =>
      expect(told(`${name} said no.`, name, "said", { name, kind: "PERSON" })).toMatchObject({
        name,
        kind: "PERSON",
      }),
  );

  test.each([
    ["12:05 Ana Ruiz tweets: “No.”", "12:05 Ana Ruiz tweets", ":", "Ana Ruiz", "PERSON"],
    ["9.15am Ana Ruiz writes: “No.”", "9.15am Ana Ruiz", "writes", "Ana Ruiz", "PERSON"],
    ["14:20 Harbour Board: “No.”", "14:20 Harbour Board", ":", "Harbour Board", "ORGANIZATION"],
  ])(
    "the time of an entry and a verb that slipped in are no part of a name: %s",
    (text, source, cue, name, kind) => expect(told(text, source, cue)).toMatchObject({ name, kind }),
  );

  test("an outlet of one word isn't somebody of that name, and who has a whole name isn't an outlet", () => {
    const marca: NamedSpeaker = { name: "Marca", kind: "PERSON" };
    expect(told("Marca claims it is off.", "Marca", "claims", marca)).toMatchObject({ kind: "MEDIA" });
    const forbes: NamedSpeaker = { name: "Ed Forbes", kind: "PERSON" };
    expect(told("Forbes said it is off.", "Forbes", "said", forbes)).toMatchObject({ name: "Ed Forbes" });
  });

  test("“Rogers” is a person where the page has the whole name", () => {
    const found = { name: "Kim Rogers", kind: "PERSON" as const };
    expect(told("Rogers said no.", "Rogers", "said", found)?.name).toBe("Kim Rogers");
    expect(told("Evans said no.", "Evans", "said", { name: "Evans", kind: "PERSON" })?.sourcing).not.toBe(
      "UNNAMED_BARE",
    );
  });

  test("what an office is of is no part of a name", () => {
    const source = "The Minister of Energy Reza Aziz";
    expect(told(`${source} said no.`, source, "said")?.name).toBe("Reza Aziz");
    expect(told("The 48-page report said no.", "The 48-page report", "said")).toMatchObject({
      kind: "DOCUMENT",
      name: "the 48-page report",
    });
  });

  test("a common plural at a sentence's beginning is a group that nobody can ask, and no name", () => {
    expect(told("Locals said no.", "Locals", "said")).toMatchObject({ sourcing: "UNNAMED_BARE" });
  });

  test("one word before a colon is a nickname, a paper, or a person whom the page names in full", () => {
    expect(told("WillowB: the branch is ready.", "WillowB", ":")).toMatchObject({ kind: "PSEUDONYM" });
    expect(told("Report: the branch is ready.", "Report", ":")).toMatchObject({ kind: "DOCUMENT" });
    expect(told("Ruiz: the branch is ready.", "Ruiz", ":", RUIZ)).toMatchObject({ kind: "PERSON" });
  });
});

test.each([
  ["I said no.", "I"],
  ["We said no.", "We"],
  ["That said no.", "That"],
])("nobody speaks in: %s", (text, source) => expect(told(text, source, "said")).toBeNull());
