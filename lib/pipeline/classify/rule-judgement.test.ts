import { describe, expect, test } from "vitest";
import { mainCreditByRules } from "#lib/pipeline/attribute/main-credit";
import { creditByRules } from "#lib/pipeline/attribute/rules/sentence-rules";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { judgementByRules } from "./rule-judgement";

const NEWS = { hasPrediction: false };

function judged(text: string, context = NEWS, type: "BODY" | "TEASER" = "BODY") {
  const [sentence] = sentencesIn(text, type);
  return judgementByRules(
    sentence,
    mainCreditByRules(sentence, creditByRules(sentence, emptyMemory())),
    context,
  );
}

describe("how the source puts it", () => {
  test.each([
    ["Maria Lopez said that the bridge is open.", "CT+"],
    ["Maria Lopez denied that the bridge is open.", "CT-"],
    ["The mayor rejected that the bridge is closed.", "CT-"],
    ["Maria Lopez dismissed the report as invented.", "CT-"],
    ["Maria Lopez said that the bridge is not open.", "CT-"],
    ["Maria Lopez said that the bridge might open.", "PS+"],
    ["Maria Lopez said that the bridge might not open.", "PS-"],
    ["Maria Lopez said that the bridge is likely to open.", "PR+"],
    ["Maria Lopez said that the bridge probably never opened.", "PR-"],
    ["Maria Lopez said in May that the bridge is open.", "CT+"],
  ])("%s", (text, source) => {
    expect(judged(text)).toMatchObject({ writer: "Uu", source });
  });

  test("nobody stands behind it: no source is certain of anything", () => {
    expect(judged("Word is that the bridge is open.")).toMatchObject({
      sourcing: "UNNAMED_BARE",
      source: null,
    });
  });
});

describe("how the writer puts it", () => {
  test.each([
    ["The bridge is open again.", "CT+", "narration"],
    ["The bridge is not open yet.", "CT-", "narration"],
    ["The bridge could open again.", "PS+", "hedged"],
    ["The bridge is expected to open again.", "PR+", "hedged"],
    ["The bridge isn't expected to open again.", "PR-", "hedged"],
    ["The bridge opened in May.", "CT+", "narration"],
    ["The delegates who are expected to vote met here.", "CT+", "narration"],
    ["The sign over the bridge reads “perhaps closed”.", "CT+", "narration"],
  ])("%s", (text, writer, rule) => {
    expect(judged(text)).toMatchObject({ writer, rule, source: null });
  });
});

describe("nobody is credited", () => {
  test.each([
    ["I saw the crane fall.", "first-hand", "FIRST_HAND"],
    ["Baghdad is the capital of Iraq.", "common-knowledge", "NOT_NEEDED"],
    ["A previous version of this report misnamed the crane's owner.", "own-page", "NONE"],
    ["Correction: the original version of our story gave another year.", "own-page", "NONE"],
    ["An earlier version of the treaty was burnt.", "narration", "NONE"],
    ["I think that the crane will fall.", "own-voice", "NONE"],
    ["Clearly the crane was old.", "judgement", "NONE"],
    ["It was a shameful decision about the crane.", "evaluation", "NONE"],
    ["Prices will fall soon.", "forecast", "NONE"],
    ["Expect price rises in the port.", "forecast", "NONE"],
  ])("%s", (text, rule, sourcing) => expect(judged(text)).toMatchObject({ rule, sourcing }));

  test.each([
    ["an agenda is no forecast", "The council will meet in the port.", NEWS],
    ["nor is what has a window", "Prices will fall soon.", { ...NEWS, hasPrediction: true }],
    ["nor are words in quotation marks", "The sign over the port reads “I think it will fall”.", NEWS],
  ])("%s", (_, text, context) => expect(judged(text, context).rule).toBe("narration"));

  test("a teaser is another post's first words", () => {
    expect(judged("The bridge that fell last year ...", NEWS, "TEASER")).toMatchObject({
      rule: "teaser-claim",
      sourcing: "UNNAMED_BARE",
      flags: { cutOff: true },
    });
  });
});

describe("vague groups", () => {
  test.each([
    ["Some strategists said that the bank will close.", "UNNAMED_BARE"],
    ["Many of the residents said that the bank will close.", "UNNAMED_BARE"],
    ["Critics said that the bank will close.", "UNNAMED_BARE"],
    ["Two strategists said that the bank will close.", "UNNAMED_QUALIFIED"],
    ["The residents of the quay said that the bank will close.", "UNNAMED_QUALIFIED"],
  ])("%s", (text, sourcing) => expect(judged(text).sourcing).toBe(sourcing));
});

test.each([
  ["Maria Lopez said that the mayor had told her the news.", "second-hand"],
  ["Maria Lopez said that the mayor had read the news.", "cue-verb"],
])("%s: %s", (text, rule) => expect(judged(text).rule).toBe(rule));
