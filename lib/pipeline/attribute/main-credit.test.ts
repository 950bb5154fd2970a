import { describe, expect, test } from "vitest";
import type { Credit } from "./credit";
import { chooseMainCredit, mainCreditByRules } from "./main-credit";
import type { Resolved } from "./model-credits";
import { creditByRules } from "./rules/sentence-rules";
import { emptyMemory } from "./speakers/memory";
import { speakerOf } from "./speakers/noun-phrase";
import { sentencesIn } from "./testing/sentences";

function byRules(text: string) {
  const [sentence] = sentencesIn(text);
  return mainCreditByRules(sentence, creditByRules(sentence, emptyMemory()));
}

/** What the models would find: `content` of the sentence's words, credited to its first two words. */
function byModels(text: string, content: string, confidence = 0.9, isVoiced = true): Resolved {
  const [sentence] = sentencesIn(text);
  const start = text.indexOf(content);
  const credit: Credit = {
    source: [],
    cue: [{ start: text.indexOf("said"), end: text.indexOf("said") + 4 }],
    content: [{ start, end: start + content.length }],
    speaker: "Ana Ruiz",
    kind: "PERSON",
    type: "ASSERTION",
    quoteMode: "INDIRECT",
    score: confidence,
  };
  const speaker = speakerOf(sentence.tokens.slice(0, 2));
  const found = {
    ...credit,
    speaker: null,
    confidence,
    grounds: {},
    isVoiced,
    isSilent: false,
    naming: [],
    hasSubject: false,
  };
  return { found, home: 0, first: 0, last: 0, credit, speaker };
}

function chosen(text: string, touching: readonly Resolved[], type: "BODY" | "TEASER" = "BODY") {
  const [sentence] = sentencesIn(text, type);
  return chooseMainCredit(sentence, 0, byRules(text), touching).mainCredit?.rule ?? null;
}

describe("between rules and models", () => {
  const SAID = "Ana Ruiz said that the bridge is open again.";
  const CONTENT = "that the bridge is open again";

  test("a speech verb is the models' to read", () => {
    expect(chosen(SAID, [])).toBe("cue-verb");
    expect(chosen(SAID, [byModels(SAID, CONTENT)])).toBe("attribution-model");
  });

  test.each([
    ["a credit phrase", "According to Eurostat, prices in the region rose by four percent.", "according-to"],
    ["hearsay", "Word is the banks will open at midnight with new notes.", "hearsay-wording"],
    ["a hedge", "The prince has reportedly told his friends that it went well.", "hedged-report"],
    ["a statement", "The ministry said in a statement that the bridge is open.", "in-a-statement"],
  ])("%s stands, whatever the models say", (_, text, rule) => {
    expect(chosen(text, [byModels(text, text.slice(20, -1), 1)])).toBe(rule);
  });

  test.each([
    ["covers less than half of the sentence", byModels(SAID, "is open again")],
    ["is likelier wrong than right", byModels(SAID, CONTENT, 0.49)],
    ["tells what somebody wants or does", byModels(SAID, CONTENT, 0.9, false)],
    ["has a source that names nobody", { ...byModels(SAID, CONTENT), speaker: null }],
  ])("an attribution that %s isn't taken", (_, found) => expect(chosen(SAID, [found])).toBe("cue-verb"));

  test("who tells a sentence in its own words goes before whoever told the one before it", () => {
    const text = "Omar Lund said no. Ana Ruiz claims that the bridge is open again.";
    const [, own] = sentencesIn(text);
    const [before] = sentencesIn(text);
    if (own === undefined) throw new RangeError("one sentence");
    const carried = byModels(text, "that the bridge is open again");
    const found = { ...carried.found, cue: [{ start: text.indexOf("said"), end: before.end }] };
    const ruled = mainCreditByRules(own, creditByRules(own, emptyMemory()));
    expect(chooseMainCredit(own, 1, ruled, [{ ...carried, found }]).mainCredit?.rule).toBe("cue-verb");
    expect(chooseMainCredit(own, 1, null, [{ ...carried, found }]).mainCredit?.rule).toBe(
      "attribution-model",
    );
  });

  test("a teaser is the rules' alone", () => {
    expect(chosen(SAID, [byModels(SAID, CONTENT)], "TEASER")).toBe("cue-verb");
  });

  test("of several the surest that covers most is taken", () => {
    const [sentence] = sentencesIn(SAID);
    const [less, more] = [byModels(SAID, CONTENT, 0.6), byModels(SAID, CONTENT, 0.8)];
    expect(chooseMainCredit(sentence, 0, null, [less, more, less]).from).toBe(more);
  });
});

describe("a hedge takes the speaker away", () => {
  test("on the telling itself", () => {
    expect(byRules("The prince has reportedly told his friends that it went well.")?.speaker).toBeNull();
  });

  test("and not in what is told", () => {
    const mainCredit = byRules("The prince told his friends that it reportedly went well.");
    expect(mainCredit).toMatchObject({ speaker: "the prince", rule: "cue-verb" });
  });
});
