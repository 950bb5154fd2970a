import { describe, expect, test } from "vitest";
import { attributionEngine } from "#lib/pipeline/attribute/engine";
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
    ["The bridge will be shut until at least Friday.", ["until at least Friday", "2024-09-18", "2024-09-20"]],
    [
      "The bridge will be shut until at least 30 September.",
      ["until at least 30 September", "2024-09-18", "2024-09-30"],
    ],
    ["From October, the bridge will be free.", ["From October", "2024-10-01", "2024-10-31"]],
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
    ["since when", "The bridge has been shut since Christmas and will rust."],
    ["how long no lower one was seen", "The yield will be the lowest in five years."],
    ["a habit", "The ferry will normally end its season in August."],
  ])("%s", (_, text) => expect(windowIn(text)).toBeNull());

  test.each([null, POSTED])(
    "a time gone by beside a verb of what is to come, in a post of %s",
    (postedAt) => {
      expect(windowIn("The bridge closed last week and will open.", postedAt)).toBeNull();
      expect(windowIn("The mayor met them earlier this week and will resign.", postedAt)).toBeNull();
    },
  );
});

describe("by the tree: a time is a promise only where what governs it lies ahead", () => {
  const byTree = (text: string, postedAt: string | null = POSTED) => {
    const [sentence] = sentencesIn(text);
    const found = predictionIn(text, sentence, null, postedAt, attributionEngine().read(text).page);
    return found === null ? null : [found.text, found.dueTo];
  };

  test.each([
    ["The tram line will reopen in the spring of 2025.", ["in the spring of 2025", "2025-05-31"]],
    ["The trial is scheduled for October 7.", ["for October 7", "2024-10-07"]],
    ["The museum plans to sell the barge next month.", ["next month", "2024-10-31"]],
    ["The council voted to keep the ferry until 2030.", ["until 2030", "2030-12-31"]],
    ["They are leaving tomorrow.", ["tomorrow", "2024-09-19"]],
    ["The mill is shutting in November.", ["in November", "2024-11-30"]],
    ["The union was told that the mill is shutting in November.", ["in November", "2024-11-30"]],
    ["Norland will vote on May 3.", ["on May 3", "2025-05-03"]],
    ["The board will meet on 4 June, its clerk said.", ["on 4 June", "2025-06-04"]],
    ["The May Day parade will start on Monday.", ["on Monday", "2024-09-23"]],
    ["The strike starts on Monday.", ["on Monday", "2024-09-23"]],
    ["The parties met ahead of the Oct. 27 election.", ["Oct. 27", "2024-10-27"]],
    ["The court will rule on Thursday next week.", ["on Thursday next week", "2024-09-26"]],
    ["The engineers will return a week from Monday.", ["from Monday", "2024-09-30"]],
    ["The harvest will end in the middle of October.", ["in the middle of October", "2024-10-20"]],
    [
      "The quay will be closed for at least the next three weeks.",
      ["for at least the next three weeks", "2024-10-09"],
    ],
    ["The mill will open once the dam is full.", ["once the dam is full", null]],
    ["The mill will eventually close.", ["eventually", null]],
  ])("%s", (text, found) => expect(byTree(text)).toEqual(found));

  test.each([
    ["which of several", "The council will cut the 2026 budget."],
    ["whose trade", "Shopkeepers fear the closure will cost them the Christmas trade."],
    ["a month that has begun", "Prices are falling in September."],
    ["a day that was, though without a year", "The board met on May 3 and said no."],
    ["a month before the verb", "Launched in June, the scheme is growing."],
    ["a day not long ago", "The bridge, shut on Sept. 2, will open."],
    [
      "a deed of a day",
      "The captain was chosen on Monday to lead the pilots, who asked how she would pay them.",
    ],
    ["soon after something", "The pump caught fire shortly after leaving the yard and will be scrapped."],
    ["an ordinal", "Inspectors will look at the lift on the 4th floor."],
    ["a century", "The law will be rewritten for the 21st century."],
    ["a name with a time in it", "The Quick Dry:Soon rack would suit a small kitchen."],
    ["a plan that nobody has", "The owner has no plans to sell the mill in October."],
    ["a refusal", "She declined to say whether the mill would close on Friday."],
    ["what won't be", "Roberts won't return in October."],
    ["how often", "Clerks will sit in the office four days a week."],
    ["counted from another day", "Members are required to declare gifts within 28 days of receiving them."],
    ["asked on a day", "Asked on Monday whether he would resign, he shook his head."],
    ["a condition", "If the dam breaks tomorrow, I would leave."],
    ["a month that is over", "At a fair this February he said that the mill would last."],
    ["how long something took", "The dam was empty until October."],
    ["a wish of the past", "Ana hoped to be back at work in May."],
    ["soon enough", "The end can't come soon enough."],
    ["as soon as", "He said that he would write as soon as he had a line."],
  ])("none: %s", (_, text) => expect(byTree(text)).toBeNull());

  test("the year that stands once counts for both days of a range", () => {
    expect(byTree("July 30-Aug. 14, 1932: the first games on the river.", "1932-06-26")?.[1]).not.toBe(
      "1932-07-30",
    );
    expect(byTree("July 30-Aug. 14, 1932: the first games on the river.")).toBeNull();
  });
});
