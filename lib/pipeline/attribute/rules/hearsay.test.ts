import { describe, expect, test } from "vitest";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { hearsayIn, hedgedReportIn } from "./hearsay";

const cueOf = (text: string, read: typeof hearsayIn, type: "BODY" | "TEASER" = "BODY") => {
  const cue = read(sentencesIn(text, type)[0])?.cue[0];
  return cue === undefined ? null : text.slice(cue.start, cue.end);
};

describe("a wording that passes something on", () => {
  test.each([
    ["Word is the banks will open at midnight.", "Word is"],
    ["The keeper is linked with a move to the coast.", "linked with a move"],
    ["The bank is said to be up for sale.", "is said to"],
    ["The Gazette understands the offer was made on Friday.", "Gazette understands"],
    ["Two insiders spoke of a deal in the night.", "spoke of"],
    ["Speculation has been mounting since May that the mill will shut.", "Speculation has been mounting"],
    ["Gossip soon spread that the vicar had a twin.", "Gossip soon spread"],
    ["There were several reports of smoke above the depot.", "several reports"],
    ["Rumour: the lido opens at night.", "Rumour"],
    ["The claim: frogs fell on the village.", "The claim"],
    ["A widely shared video claims that frogs fell on the village.", "A widely shared video claims"],
    ["Reports have emerged that the mill is for sale.", "Reports have emerged"],
    ["Reports were coming in of smoke above the depot.", "Reports were coming"],
    ["Reports of a second leak at the mill surfaced on Friday.", "Reports of"],
    ["On Friday it was reported that the mill is for sale.", "it was reported that"],
    ["The club is reported to have sold its keeper.", "reported to have"],
    ["Talk among the traders is that the mill is for sale.", "Talk among the traders is"],
    ["Whispers on the quay have it that the mill is for sale.", "Whispers on the quay have it"],
    ["A mate of mine heard from a fitter that the mill is for sale.", "of mine heard"],
    [
      "A voice note passed around the school claims frogs fell.",
      "A voice note passed around the school claims",
    ],
    ["My cousin’s bank manager was told the rate is in.", "My cousin’s bank manager was told"],
    ["The word on the quay was that the mill is for sale.", "The word on the quay was"],
    [
      "If a leak seen online is to be believed, the boat has sails.",
      "If a leak seen online is to be believed",
    ],
    ["The boat will have sails, if rumours are to be believed.", "if rumours are to be believed"],
    [
      "One message that went round the school alleged frogs fell.",
      "One message that went round the school alleged",
    ],
  ])("%s", (text, cue) => expect(cueOf(text, hearsayIn)).toBe(cue));

  test.each([
    "Smoke from stoves has been linked with asthma.",
    "She said to them that the bank is up for sale.",
    "The reader understands the offer.",
    "“Word is the banks will open,” Lopez said.",
    "The mayor spoke of a deal in the night.",
    "The bridge was built in 1931.",
    "Talk of the past spreads warmth in the home.",
    "The council wrote several reports on the mill.",
    "“Rumours spread that I was ill,” the vicar said.",
    "The claim was paid in May.",
    "A message from the mayor claims that frogs fell on the village.",
    "The video claims that frogs fell on the village.",
    "A video shows that frogs fell on the village.",
    "Police reports surfaced in court on Monday.",
    "Reports of the board are read by nobody.",
    "The leak was reported to the mill on Friday.",
    "Word in the title is spelt with a capital.",
    "The talk in the hall is on Monday.",
    "If Ana Ruiz is to be believed, the mill is safe.",
  ])("nothing is passed on in: %s", (text) => expect(cueOf(text, hearsayIn)).toBeNull());

  test("in a teaser, inside quotation marks too", () => {
    expect(cueOf("“Word is the banks will open.”", hearsayIn, "TEASER")).toBe("Word is");
  });

  test("names nobody", () => {
    const mainCredit = hearsayIn(sentencesIn("Word is the banks will open at midnight.")[0]);
    expect(mainCredit).toMatchObject({ source: [], speaker: null, kind: null, sourcing: "UNNAMED_BARE" });
  });
});

describe("a report that is hedged", () => {
  test.each([
    ["The deal has reportedly been signed.", "reportedly"],
    ["The mayor allegedly took the boat.", "allegedly"],
  ])("%s", (text, cue) => expect(cueOf(text, hedgedReportIn)).toBe(cue));

  test.each([
    "The man who reportedly took the boat was seen in town.",
    "The allegedly stolen boat was seen in town.",
    "“It has reportedly been signed,” Lopez said.",
    "The deal was reported to the council.",
  ])("the main clause isn't hedged in: %s", (text) => expect(cueOf(text, hedgedReportIn)).toBeNull());
});
