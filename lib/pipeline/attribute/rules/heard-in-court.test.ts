import { expect, test } from "vitest";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { heardInCourt } from "./heard-in-court";

const heard = (text: string) => heardInCourt(sentencesIn(text)[0])?.mainCredit ?? null;

test.each([
  ["The court heard that the guard had left his post at nine.", "the court"],
  ["The driver never braked, a court has heard.", "a court"],
  [
    "He owed the bank £80,000, jurors at Harbour Crown Court were told on Friday.",
    "jurors at Harbour Crown Court",
  ],
  [
    "An inquest into the death of a deckhand heard how the alarm failed twice.",
    "an inquest into the death of a deckhand",
  ],
  ["On Monday the court heard that the guard had left his post at nine.", "the court"],
  ["On the second day of the trial the jury was told the alarm had failed.", "the jury"],
  ["Earlier this week jurors heard that the guard had slept.", "jurors"],
  ["Councillors were told the pool would stay shut until spring.", "Councillors"],
])("somebody said so in public: %s", (text, speaker) =>
  expect(heard(text)).toMatchObject({ speaker, sourcing: "UNNAMED_QUALIFIED" }),
);

test.each([
  "The court heard the man’s appeal against his sentence at some length on Monday.",
  "The committee heard a presentation by two engineers on the state of the wall.",
  "The court heard evidence from nine people over four days in May.",
  "The jury was told by the judge that it could go home early.",
  "The court told the man that he could go home early.",
  "In the shop next to the court we heard that the mill was to close.",
  "Neighbours heard that the mill was to close before the summer.",
  "The band heard that the hall was full, and played on.",
  "“The court heard that it was me,” he said on the steps outside.",
  "The committee heard from two engineers and a farmer on Monday.",
])("nothing was said before a court in: %s", (text) => expect(heard(text)).toBeNull());
