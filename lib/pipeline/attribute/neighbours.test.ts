import { describe, expect, test } from "vitest";
import type { MainCredit } from "./credit";
import { carryOver } from "./neighbours";
import { creditByRules } from "./rules/sentence-rules";
import { emptyMemory, remember } from "./speakers/memory";
import { sentencesIn } from "./testing/sentences";

const NOBODY = { text: "", namesIn: () => [] };

/** For each sentence who is credited with it and by which rule, once neighbours were looked at. */
function carried(text: string) {
  const sentences = sentencesIn(text);
  const memory = emptyMemory();
  const own = sentences.map((sentence) => {
    const found = creditByRules(sentence, memory);
    remember(memory, sentence, found?.speaker ?? null, found !== null);
    return found?.mainCredit ?? null;
  });
  return carryOver(sentences, own, NOBODY).map(
    (mainCredit) => mainCredit && [mainCredit.speaker, mainCredit.rule],
  );
}

describe("a source is carried over", () => {
  test("along one quotation", () => {
    const [first, second, third] = carried("“We waited. Nobody came. It was cold,” Jo Hale said.");
    expect([first, second]).toEqual([
      ["Jo Hale", "same-quotation"],
      ["Jo Hale", "same-quotation"],
    ]);
    expect(third).toEqual(["Jo Hale", "cue-verb"]);
  });

  test("to the quotation after it, also in the next paragraph", () => {
    expect(carried("“We waited,” Jo Hale said.\n\n“It was a long day.”")[1]).toEqual([
      "Jo Hale",
      "quotation-goes-on",
    ]);
  });

  test("back to a quotation whose speaker comes next", () => {
    expect(carried("“It was a long day.”\n\n“We waited for hours,” said Jo Hale.")[0]).toEqual([
      "Jo Hale",
      "speaker-follows",
    ]);
  });

  test("to a lead that tells the same news", () => {
    const text =
      "The harbour bridge reopens on Monday.\n\nThe harbour bridge reopens on Monday, the council said.";
    expect(carried(text)[0]).toEqual(["the council", "lead"]);
  });
});

test("what parties agree is a document's where the next sentence cites their joint statement", () => {
  const agreed = "The two sides agreed to a truce.";
  const sourcingOf = (next: string) => {
    const sentences = sentencesIn(`${agreed}\n\n${next}`);
    const own = sentences.map((sentence) => creditByRules(sentence, emptyMemory())?.mainCredit ?? null);
    return carryOver(sentences, own, NOBODY)[0]?.sourcing;
  };
  expect(sourcingOf("The two sides said in a joint statement that talks go on.")).toBe("DOCUMENT");
  expect(sourcingOf("The two sides said that talks go on.")).toBe("NAMED_ORGANIZATION");
});

describe("an outlet in the bracket behind a paragraph", () => {
  const column = (...outlets: string[]) =>
    ["Rovers will sell the winger", "The rival club eyes a keeper", "The striker is near to a move"]
      .map((line, i) => `${line}.${outlets[i] === undefined ? "" : ` (${outlets[i]})`}`)
      .join("\n\n");
  const speakersOf = (text: string) =>
    carried(text).flatMap((credit) => (credit === null ? [] : [credit[0]]));

  test("stands behind it where three are named", () =>
    expect(speakersOf(column("Harbour Post", "Quay Norte", "Sports Mail"))).toEqual([
      "Harbour Post",
      "Quay Norte",
      "Sports Mail",
    ]));
  test.each([
    ["two", ["Harbour Post", "Quay Norte"]],
    ["one word over and over", ["Laughter", "Laughter", "Laughter"]],
    ["small letters", ["pictured", "see map", "right"]],
  ])("%s tell nothing", (_, outlets) => expect(speakersOf(column(...outlets))).toEqual([]));
  test("and not where somebody tells", () =>
    expect(
      speakersOf(`${column("Harbour Post", "Quay Norte", "Sports Mail")}\n\n“No,” Jo Hale said. (Daily Bay)`),
    ).toContain("Jo Hale"));
});

describe("a source isn't carried over", () => {
  test("to a plain sentence", () => {
    expect(carried("“We waited,” Jo Hale said.\n\nThe committee was set up in 2019.")[1]).toBeNull();
  });

  test("over a paragraph in between", () => {
    const text = "“We waited,” Jo Hale said.\n\nIt rained.\n\n“It was a long day.”";
    expect(carried(text)[2]).toBeNull();
  });

  test("from a sentence without a quotation", () => {
    expect(carried("Jo Hale said that they waited.\n\n“It was a long day.”")[1]).toBeNull();
  });

  test("from a document to a quotation", () => {
    expect(carried("“We waited,” the report said.\n\n“It was a long day.”")[1]).toBeNull();
  });

  test("to a lead that tells other news", () => {
    expect(carried("The harbour was calm.\n\nThe bridge reopens on Monday, the council said.")[0]).toBeNull();
  });

  test("to a lead from somebody whom nobody can find", () => {
    const text =
      "The harbour bridge reopens on Monday.\n\nThe harbour bridge reopens on Monday, a source said.";
    expect(carried(text)[0]).toBeNull();
  });
});

test("what is carried over names its origin, and is less sure", () => {
  const sentences = sentencesIn("“We waited,” Jo Hale said.\n\n“It was a long day.”");
  const [first] = sentences;
  const origin = creditByRules(first, emptyMemory())?.mainCredit as MainCredit; // Jo Hale's
  const [, second] = carryOver(sentences, [origin, null], NOBODY);
  expect(second).toMatchObject({ origin, scope: "CARRIED_OVER", source: [], cue: [] });
  expect(second?.score).toBeLessThan(origin.score);
});
