import { describe, expect, test } from "vitest";
import type { SpeakerKind } from "#lib/domain/labels";
import { sourceInWords, sourcesOf } from "./sources";
import { statement } from "./testing/founding-publication";

type Named = readonly [name: string, kind?: SpeakerKind, more?: { exact?: string; post?: number }];

const saying = (named: readonly Named[]) =>
  named.map(([name, kind = "PERSON", more], i) =>
    statement({ label: "REPORTED", number: i + 1, speaker: { name, kind }, ...more }),
  );
const counted = (...named: Named[]) =>
  sourcesOf(saying(named)).map((source) => [sourceInWords(source), source.statements.length]);

describe("one source that is written in several ways is one", () => {
  test.each<[string, string[], string]>([
    [
      "a title, a last name, a role in small letters",
      ["Finance Minister Taif Sami", "Sami", "the finance minister Taif Sami"],
      "Finance Minister Taif Sami",
    ],
    [
      "a role behind the name",
      ["Orla Quinn, the harbour master", "Quinn", "Ms Quinn"],
      "Orla Quinn, the harbour master",
    ],
    ["an initial", ["Minister A. Bell", "Adam Bell"], "Adam Bell"],
    ["a role alone", ["Mayor Lina Aziz", "the mayor", "Aziz"], "Mayor Lina Aziz"],
    [
      "a role that another ends with",
      ["Prime Minister Mohammed al-Sudani", "Minister al-Sudani"],
      "Prime Minister Mohammed al-Sudani",
    ],
    ["accents and full stops", ["Dr. José Peña", "Dr Pena"], "Dr. José Peña"],
    ["a middle name", ["Taif Hassan Sami", "Taif Sami"], "Taif Hassan Sami"],
  ])("%s", (_, names, shown) => {
    expect(counted(...names.map((name): Named => [name]))).toEqual([[shown, names.length]]);
  });

  test.each<[string, string[]]>([
    ["two persons of one last name", ["Anna Bell", "Adam Bell"]],
    ["Mr and Mrs", ["Mr Karim", "Mrs Karim"]],
    ["roles that are not one another's", ["Governor Sami", "Minister Sami"]],
    ["two whole names", ["Ali Hassan", "Ali Hussein"]],
    ["a role that nobody on the page has", ["Governor Ali Alaq", "the mayor"]],
  ])("and two people are never one: %s", (_, names) => {
    expect(counted(...names.map((name): Named => [name]))).toHaveLength(names.length);
  });

  test("a last name that two persons share is neither of them", () => {
    expect(counted(["Anna Bell"], ["Adam Bell"], ["Bell"], ["A. Bell"])).toHaveLength(4);
    expect(counted(["Anna Bell"], ["Adam Stone"], ["Bell"])).toEqual([
      ["Anna Bell", 2],
      ["Adam Stone", 1],
    ]);
  });

  test("an institution with and without its article, and by its kind where the page names one alone", () => {
    const [finance, ministry, trade] = ["the Finance Ministry", "the ministry", "the Ministry of Trade"];
    expect(
      counted([finance, "ORGANIZATION"], ["Finance Ministry", "ORGANIZATION"], [ministry, "ORGANIZATION"]),
    ).toEqual([[finance, 3]]);
    expect(
      counted([finance, "ORGANIZATION"], [trade, "ORGANIZATION"], [ministry, "ORGANIZATION"]),
    ).toHaveLength(3);
    expect(counted(["the two sides", "ORGANIZATION"], ["Two Sides Media", "ORGANIZATION"])).toHaveLength(2);
  });

  test("a person is no institution of the same name", () => {
    expect(counted(["Morgan"], ["Morgan", "ORGANIZATION"])).toHaveLength(2);
  });
});

describe("papers", () => {
  test("“said in a statement” goes back to who issued it, and each issuer is one", () => {
    const of = (exact: string): Named => ["a statement", "DOCUMENT", { exact }];
    expect(
      counted(
        of("The Finance Ministry said in a statement that the rate stays."),
        ["the Finance Ministry", "ORGANIZATION"],
        of("In a statement, the central bank said that transfers continue."),
        of("The bank will open a new branch, a statement said."),
      ),
    ).toEqual([
      ["the Finance Ministry", 2],
      ["the central bank", 1],
      ["a statement", 1],
    ]);
  });

  test("the parties to a joint statement are one first source, in the post that cites it", () => {
    const parties: Named[] = [
      ["Marland and Osteria", "ORGANIZATION"],
      ["a joint statement", "DOCUMENT"],
      ["the two sides", "ORGANIZATION"],
      ["the Osterian delegation", "ORGANIZATION"],
    ];
    expect(counted(...parties)).toEqual([["a joint statement of Marland and Osteria", 4]]);
    expect(counted(...parties, ["the two sides", "ORGANIZATION", { post: 1 }])).toHaveLength(2);
    expect(
      counted(
        ...parties,
        ["the Ministry of Trade and Industry", "ORGANIZATION"],
        ["Eurostat", "ORGANIZATION"],
      ),
    ).toHaveLength(3);
    expect(counted(["the two sides", "ORGANIZATION"], ["Marland and Osteria", "ORGANIZATION"])).toHaveLength(
      2,
    );
  });
});
