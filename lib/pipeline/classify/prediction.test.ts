import { describe, expect, test } from "vitest";
import { mainCreditByRules } from "#lib/pipeline/attribute/main-credit";
import { creditByRules } from "#lib/pipeline/attribute/rules/sentence-rules";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { predictionIn } from "./prediction";

/** A Wednesday. */
const POSTED = "2024-09-18";

function windowIn(text: string, postedAt: string | null = POSTED, type: "BODY" | "TEASER" = "BODY") {
  const [sentence] = sentencesIn(text, type);
  const mainCredit = mainCreditByRules(sentence, creditByRules(sentence, emptyMemory()));
  const found = predictionIn(text, sentence, mainCredit, postedAt);
  return found === null ? null : [found.text, found.dueFrom, found.dueTo];
}

describe("a window that lies ahead", () => {
  test.each([
    ["The bridge will open tomorrow.", ["tomorrow", "2024-09-19", "2024-09-19"]],
    ["The bridge will open by Friday.", ["by Friday", "2024-09-18", "2024-09-20"]],
    [
      "It closed last week and will open on 30 September 2024.",
      ["on 30 September 2024", "2024-09-30", "2024-09-30"],
    ],
    [
      "The bridge will open shortly after the end of the vote.",
      ["shortly after the end of the vote", null, null],
    ],
  ])("%s", (text, window) => expect(windowIn(text)).toEqual(window));
});

describe("no window", () => {
  test.each([
    ["a time gone by", "The bridge opened last week."],
    ["a day gone by, with a verb of what is to come", "The bridge, closed on 3 May 2024, will open."],
    ["when somebody spoke", "Maria Lopez said on Monday that the bridge will open."],
    ["no time at all", "The bridge will open."],
    ["an event behind us", "The bridge opened once the vote was over."],
  ])("%s", (_, text) => expect(windowIn(text)).toBeNull());

  test.each([null, POSTED])(
    "a time gone by beside a verb of what is to come, in a post of %s",
    (postedAt) => {
      expect(windowIn("The bridge closed last week and will open.", postedAt)).toBeNull();
      expect(windowIn("The mayor met them earlier this week and will resign.", postedAt)).toBeNull();
    },
  );
});
