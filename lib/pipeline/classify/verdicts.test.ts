import { describe, expect, test } from "vitest";
import { analyse } from "#lib/pipeline/analyse";
import { Arbiter } from "./arbiter";
import { EvidenceList } from "./evidence/evidence-list";
import { SOURCING_CLASSES, type SourcingClass } from "./model-judgement";

const BITS = 8;
const AT_MOST_RIGHT = [0, 1];

/** An arbiter that thinks the same of every sentence: only what no share can do is left to be seen. */
function alwaysSaying(found: SourcingClass): Arbiter {
  const list = new EvidenceList((1 << BITS) - 1);
  list.add("always");
  const classes = SOURCING_CLASSES.length;
  const weights = new Float32Array((1 << BITS) * classes);
  weights[(list.ids[0] ?? 0) * classes + SOURCING_CLASSES.indexOf(found)] = 9;
  const calibration = { REPORTED: AT_MOST_RIGHT, UNSOURCED: AT_MOST_RIGHT, TOLD: AT_MOST_RIGHT };
  return new Arbiter({ bits: BITS, classes, weights, scale: 1 }, calibration, "2.0.0");
}

const HEAD = "Ferry talk\n\nBy Lena Moss\n3 May 2024\n\n";
const read = (text: string, found: SourcingClass) =>
  analyse(
    { format: "text", content: `${HEAD}${text}`, url: null, publisher: null },
    "MODELS",
    alwaysSaying(found),
  );
const told = (text: string, found: SourcingClass) =>
  read(text, found).statements.map(({ label, attributedTo }) => [label, attributedTo]);

describe("nobody is a source without a credit", () => {
  test("plain words are nobody's, whatever the evidence seems to say", () => {
    const found = told("The ferry left the quay at noon on Friday. It was full of cars.", "NAMED");
    expect(found).toHaveLength(2);
    for (const [label, attributedTo] of found) {
      expect(label).not.toMatch(/^REPORTED/);
      expect(attributedTo).toBeNull();
    }
  });
  test("a source that nobody can find vouches for nothing", () => {
    for (const [label] of told("A source said that the ferry was sold to a bank on Friday.", "NAMED"))
      expect(label).not.toMatch(/^REPORTED/);
  });
  test("nor does the end of a quotation that a nickname begins", () => {
    const text =
      "MarkZ [via Quay]: “The banks are very excited now. Some have been told to expect funds on Friday.”";
    for (const [label] of told(text, "NAMED")) expect(label).not.toMatch(/^REPORTED/);
  });
  test("an outlet by name does, whoever told it", () => {
    const text = "A source told the Harbour Times that the ferry was sold to a bank on Friday.";
    for (const found of ["NAMED", "UNNAMED_QUALIFIED", "MEDIA_REPORT"] as const)
      expect(read(text, found).statements).toMatchObject([
        { label: "REPORTED", sourcing: "MEDIA_REPORT", attributedTo: "a source" },
      ]);
  });
  test("whom a sentence names without a name is said, also where nobody can ask them", () =>
    expect(told("The ferry workers warn that the line will be sold to a bank.", "UNNAMED_BARE")).toEqual([
      ["UNSOURCED_SPECULATION", "the ferry workers"],
    ]));
  test("and nobody stands under what the writer judges", () =>
    expect(told("The ferry workers warn that the line will be sold to a bank.", "OPINION")).toEqual([
      ["OPINION", null],
    ]));
  test("somebody who can be found does", () =>
    expect(told("Ana Reyes said that the ferry was sold to a bank on Friday.", "NAMED")).toEqual([
      ["REPORTED", "Ana Reyes"],
    ]));
});

describe("a telling goes on", () => {
  const SAID = "Ana Reyes said that the ferry was sold to a bank on Friday.";
  test("into the next sentence", () =>
    expect(told(`${SAID} The crew was told by letter on the same day.`, "NAMED")).toEqual([
      ["REPORTED", "Ana Reyes"],
      ["REPORTED", "Ana Reyes"],
    ]));
  test("as the evidence has it, not because it stands there", () =>
    expect(told(`${SAID} The crew was told by letter on the same day.`, "NARRATION").at(-1)).toEqual([
      "UNSOURCED_ASSERTION",
      null,
    ]));
});

describe("a quotation without a cue", () => {
  const QUOTED = "“The ferry was sold to a bank on Friday. Nobody asked the crew about it.”";
  test.each([
    [
      "is told by the only person whom the sentence before it names",
      "Ana Reyes met the crew on the quay.",
      "Ana Reyes",
    ],
    ["also behind what that person does", "The quay was wet. Nurse Tilda Lund shut her bag.", "Tilda Lund"],
    [
      "is told by nobody in particular where that sentence names two",
      "Ana Reyes met Tom Hale on the quay.",
      null,
    ],
    ["is told by nobody in particular where that sentence names no one", "The quay was wet and empty.", null],
  ])("%s", (_, before, speaker) => {
    const found = told(`${before}\n\n${QUOTED}`, "NAMED").slice(-2);
    const label = speaker === null ? "REPORTED_UNNAMED" : "REPORTED";
    expect(found).toEqual([
      [label, speaker],
      [label, speaker],
    ]);
  });
  test("is told by whoever signs it", () =>
    expect(
      told("The quay was wet.\n\n“Nobody asked the crew about it.”\n\n— Olga Brand, pilot", "NAMED")[1],
    ).toEqual(["REPORTED", "Olga Brand"]));
  test("is not reported where the evidence is against it", () => {
    for (const [label] of told(`Ana Reyes met the crew on the quay.\n\n${QUOTED}`, "OPINION"))
      expect(label).not.toMatch(/^REPORTED/);
  });
});

test("a source that is written out is one, though nothing tells what it is", () =>
  expect(told("The plaque states: “The ferry was sold to a bank on Friday.”", "NAMED")).toEqual([
    ["REPORTED_UNNAMED", "The plaque"],
  ]));

test("a line that is no statement is none", () =>
  expect(told("The ferry left the quay at noon on Friday.", "NO_STATEMENT")).toEqual([]));

test("a rule with the last word keeps it", () =>
  expect(told("According to Ana Reyes, the ferry was sold to a bank on Friday.", "OPINION")).toEqual([
    ["REPORTED", "Ana Reyes"],
  ]));

test("what is sure says so, and what is not does not", () => {
  const [statement] = read("Ana Reyes said that the ferry was sold to a bank on Friday.", "NAMED").statements;
  expect(statement).toMatchObject({ isSure: true });
  const [plain] = read("The ferry left the quay at noon on Friday.", "NAMED").statements;
  expect(plain).toMatchObject({ isSure: false });
});

describe("whoever didn't speak vouches for nothing", () => {
  const SAID = "Ana Reyes said that the ferry was sold to a bank on Friday.";
  test.each([
    "The council declined to discuss the sale of the ferry.",
    "Port officials have not answered our questions about the ferry.",
    "Tom Hale did not respond to a request for comment on the ferry.",
  ])("%s", (text) => {
    const [label, attributedTo] = told(text, "NAMED").at(-1) ?? [];
    expect([label?.startsWith("REPORTED"), attributedTo]).toEqual([false, null]);
  });
  test("and nor does whoever spoke before", () => {
    const [label] =
      told(`${SAID} The council declined to discuss the sale of the ferry.`, "NAMED").at(-1) ?? [];
    expect(label).not.toMatch(/^REPORTED/);
  });
});
