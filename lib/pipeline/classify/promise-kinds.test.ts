import { expect, test } from "vitest";
import { attributionEngine } from "#lib/pipeline/attribute/engine";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { predictionIn } from "./prediction";

/** A promise is what somebody said will be. Kinds of sentences that name a day and promise nothing for it, beside ones that do. */

/** A Wednesday. */
const POSTED = "2024-09-18";

function dueOf(text: string): string | null {
  const [sentence] = sentencesIn(text);
  return predictionIn(text, sentence, null, POSTED, attributionEngine().read(text).page)?.dueTo ?? null;
}

test.each([
  ["a denial", "The ferry company denied that its captain knew of the leak before August."],
  ["a denial", "Denied: the harbour master knew of the crack before October."],
  ["a denial", "The minister denies that the dam will be sold in November."],
  ["a denial", "The bakery has not agreed to close on Friday."],
  ["a postponement", "The launch that was set for Friday has been postponed."],
  ["a postponement", "The hearing planned for next Monday was called off."],
  ["a postponement", "The vote due on Thursday has been put off without a new day."],
  ["a postponement", "The hearing was postponed from October 4."],
  ["a postponement", "The vote was postponed on Monday until further notice."],
  ["a postponement", "The hearing was not postponed to October 4, the clerk said."],
  ["a removal", "The office was moved to London in May."],
  ["a removal", "The meeting was moved to Room 4."],
  ["a day in the past", "The hearing was postponed to 4 October 2023."],
  ["a routine agenda", "The choir meets every Tuesday in the old mill."],
  ["a routine agenda", "The council usually sits on the first Monday of the month."],
  ["a routine agenda", "The market opens at nine on Saturdays."],
  ["a day in the past", "The bridge was to open on 2 May 2024."],
  ["a day in the past", "The mayor promised in June that rents would fall."],
  ["a state that lasts", "Small farms are exempt until 2029."],
  ["a state that lasts", "Exempt until 2029."],
  ["a state that lasts", "The permit is valid through December 2026."],
  ["a denial", "The spokesman rejected claims that the bank will close in November."],
  ["a denial", "He dismissed reports that the line would open by May."],
  ["a denial", "The chairman refuted reports that the plant would shut before March."],
  ["a denial", "The bank dismissed talk that it would merge in May."],
  ["a denial", "It is untrue that the school will shut in October, the head said."],
  ["a denial", "It is not true that the bridge will be tolled from January."],
  ["a denial", "Rumours that the rate will change on Monday are nonsense, the bank said."],
  ["a denial", "Claims that the ferry will stop in November are false, the owner said."],
  ["a denial", "Nobody expects the bridge to open in October."],
  ["a denial", "No one thinks that the bank will reopen on Monday."],
  ["what did not happen", "Had the board agreed, the rink would have opened in October."],
  ["a plan that was dropped", "The concert scheduled for 5 October has been cancelled."],
  ["a plan that was dropped", "The strike planned for Friday is off."],
  ["a plan that was dropped", "The picnic set for Sunday was called off."],
  ["a plan that was dropped", "The vote that was set for Tuesday has been scrapped."],
  ["another's demand", "The unions demand that the mayor resign by Friday."],
  ["another's demand", "Farmers urged the ministry to cut the levy by January."],
  ["another's demand", "The opposition called on the government to publish the contract by Monday."],
  ["another's demand", "The teachers insisted that the school reopen by Monday."],
  ["another's demand", "Residents are demanding an answer by Friday."],
  ["another's demand", "Lawmakers called for a vote by 1 October."],
  ["another's demand", "The union asked for an answer by October 4."],
  ["another's demand", "They demanded that the mine close and the pit be filled by Monday."],
  ["a routine agenda", "The committee meets on the second Tuesday of each month."],
  ["a routine agenda", "The choir sings on the last Sunday of every month."],
])("%s promises nothing: %s", (_, text) => expect(dueOf(text)).toBeNull());

test.each([
  ["an announcement", "The ferry will stop running on Friday.", "2024-09-20"],
  ["a plan", "The museum plans to open its new wing in November.", "2024-11-30"],
  ["a day that is set", "The trial is set for October 7.", "2024-10-07"],
  ["a new day", "The hearing was postponed to October 4.", "2024-10-04"],
  ["a new day", "The launch that was set for Friday has been postponed to October 4.", "2024-10-04"],
  ["a new day", "The match, planned for Saturday, was postponed to October 4.", "2024-10-04"],
  ["a new day", "The council postponed the vote on the bridge to 4 November.", "2024-11-04"],
  ["a new day", "The vote has been put off until next Thursday.", "2024-09-26"],
  ["a new day", "They rescheduled the launch for November 3.", "2024-11-03"],
  ["a new day", "The trial was adjourned to October 21.", "2024-10-21"],
  ["a new day", "The hearing was brought forward to October 1.", "2024-10-01"],
  ["a new day", "The audit was moved from October 4 to November 2.", "2024-11-02"],
  ["a new day", "The strike was delayed until October 4.", "2024-10-04"],
  [
    "an announcement beside a denial",
    "He denied the report and will publish the list on Friday.",
    "2024-09-20",
  ],
  [
    "an announcement beside a refusal",
    "The board rejected the bid and will vote again on Friday.",
    "2024-09-20",
  ],
  ["an announcement beside a demand", "The unions demanded a vote and will strike on Monday.", "2024-09-23"],
  ["an announcement beside nobody", "Nobody was hurt, and the road will reopen on Monday.", "2024-09-23"],
  ["what somebody stands by", "The mayor insisted that the pool will open on Monday.", "2024-09-23"],
  ["what will be asked", "The envoy will ask parliament for a vote on Friday.", "2024-09-20"],
  ["an order", "Staff were told to be ready by Friday.", "2024-09-20"],
  [
    "an announcement beside a dropped plan",
    "The strike was called off, and trains will run from Monday.",
    "2024-09-23",
  ],
  ["what is to be", "Salaries are to be paid on Sunday, the treasurer said.", "2024-09-22"],
])("%s is due: %s", (_, text, due) => expect(dueOf(text)).toBe(due));
