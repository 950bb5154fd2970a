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
])("%s is due: %s", (_, text, due) => expect(dueOf(text)).toBe(due));
