import { describe, expect, test } from "vitest";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { isPlainlyTold } from "./plain-telling";
import { creditByRules } from "./sentence-rules";

/** Whether the rules see a credit in the text’s first sentence, and its form says that all of it is told. */
function isTold(text: string): boolean {
  const [sentence] = sentencesIn(text);
  const found = creditByRules(sentence, emptyMemory());
  return found !== null && isPlainlyTold(sentence, found.mainCredit);
}

describe("somebody tells the whole sentence", () => {
  test.each([
    "The quay will be widened next year, the water board said on Monday.",
    "The quay will be widened, Mayor Ana Ruiz told reporters.",
    "“The quay will be widened,” said Ana Ruiz.",
    "“The quay will be widened,” beamed Ana Ruiz on Friday.",
    "The quay will be widened, the mayor, Ana Ruiz, said.",
    "As the Harbour Mail reported on Friday, the quay will be widened.",
    "The quay will be widened, as the Harbour Mail reported, and nobody has been asked.",
    "Ana Ruiz said that the quay would be widened.",
    "Yet Ana Ruiz, who ran the ferry for years and knows the quay, said few of the planks were sound.",
    "Ana Ruiz says the quay will be widened.",
    "Eleven boats will be lost this winter, the harbour board forecast on Monday.",
    "The quay could be widened as early as this week, the report states.",
    "At the end of the long meeting, the report said, nobody voted for it.",
    "The quay, Mayor Ana Ruiz said, will be widened next year.",
    "The quay, Mayor Ana Ruiz told the harbour board, will be widened next year.",
    "The plan, says curator Hal Wren, was to hang them by year.",
    "The piles had rotted since May, explains Petra Vane, who dives for the harbour board and keeps two boats.",
    "The piles had rotted since May, said baker turned diver Petra Vane, 52.",
    "The Harbour Board said two cranes would be sold.",
    "The Harbour Board said 84 planks had been counted.",
    "The Selm Labour Tribunal ruled that she had been dismissed for nothing.",
    "The Tenants’ League accused the mayor of turning off the heating.",
  ])("%s", (text) => expect(isTold(text)).toBe(true));
});

describe("the form alone doesn’t say so", () => {
  test.each([
    ["a clause below", "When asked for a reason, the mayor said nothing of the sort on Monday."],
    ["a noun before a name", "The town wants a word with its former treasurer, claims manager Hal Dorn."],
    ["thanks", "The Harbour Board said little about the cranes."],
    ["who stands accused", "The man accused of turning off the heating, Hal Dorn, lives abroad."],
    ["a game", "The umpire ruled the ball out."],
    ["what it is that was added", "After the film appeared, police added charges of theft."],
    [
      "an adjective of a name",
      "The board is at odds with its treatment of Tom Hale, alleged pirate Lev Roche.",
    ],
    ["a paper without a name", "A viral post claims that the quay was sold."],
    ["a paper that nobody has told of", "The quay was sold last week, a viral post claims."],
    ["a group that may be any", "Campaigners warn that the quay will be sold."],
    ["nobody who can be found", "The quay will be sold next year, a source said."],
    ["when it was said", "Ana Ruiz said on Monday, as the quay shut."],
    ["all that was said", "Ana Ruiz said goodbye to the crew of the ferry on the quay."],
    ["no cue at all", "The mayor, as everybody in the harbour has seen, is old."],
  ])("%s: %s", (_, text) => expect(isTold(text)).toBe(false));
});
