import { describe, expect, test } from "vitest";
import { mainCreditByRules } from "#lib/pipeline/attribute/main-credit";
import { creditByRules } from "#lib/pipeline/attribute/rules/sentence-rules";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { isClaim } from "./claim-form";

function claims(text: string, type: "BODY" | "TEASER" = "BODY"): boolean {
  const [sentence] = sentencesIn(text, type);
  return isClaim(sentence, mainCreditByRules(sentence, creditByRules(sentence, emptyMemory())));
}

describe("a claim about the world", () => {
  test.each([
    "The bridge is open again.",
    "Maria Lopez asked: “Why is the bridge closed?”",
    "Heavy rain over the whole of the north.",
    "The old bridge over the river was closed again on Monday night",
  ])("%s", (text) => expect(claims(text)).toBe(true));
});

describe("no claim", () => {
  test.each([
    ["a question", "Is the bridge open again?"],
    ["a greeting", "Good morning to all who read this."],
    ["a directive", "Click here to read the whole report."],
    ["a signature", "— Anna Reed, in the harbour"],
    ["a wait", "We'll just have to wait for the report."],
    ["a bare heading", "The Bridge of Sorrows"],
    ["a short line without a full stop", "The council closed the bridge"],
    ["two words", "Bridge closed."],
    ["an exclamation without a verb", "What a day!"],
  ])("%s: %s", (_, text) => expect(claims(text)).toBe(false));
});

describe("a teaser", () => {
  test("that passes something on claims it", () =>
    expect(claims("Word is that the bridge was sold ...", "TEASER")).toBe(true));
  test("that quotes somebody under a nickname claims it", () =>
    expect(claims("HARBORFOX Thurs. 25 July “The bridge was sold to a bank in spring ...", "TEASER")).toBe(
      true,
    ));
  test("that is a title claims nothing", () =>
    expect(claims("The bridge and its friends", "TEASER")).toBe(false));
});
