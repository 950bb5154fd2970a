import { expect, test } from "vitest";
import { EVALUATIVE, EVALUATIVE_CLASS, WORDING_CLASSES } from "./claim-wordings";
import { phraseBook } from "./phrases";
import { tokens } from "./tokens";

const classes = Object.entries(WORDING_CLASSES).map(
  ([name, { example, phrases }]) =>
    [name, example, phrases.split("|").map((phrase) => phrase.trim().replace(/\s+/g, " "))] as const,
);

test.each(classes)(
  "%s: its example holds one of its phrases, and none stands twice",
  (_, example, phrases) => {
    expect(phraseBook(phrases).find(tokens(example))).not.toBeNull();
    expect(new Set(phrases).size).toBe(phrases.length);
  },
);

test.each(classes)("%s: each phrase is cut as sentences are, so that it can be found", (_, __, phrases) => {
  const cut = (phrase: string) =>
    tokens(phrase.replace("*", "them"))
      .map(({ lower }) => lower)
      .join(" ");
  expect(phrases.filter((phrase) => cut(phrase) !== phrase.replace("*", "them"))).toEqual([]);
});

test("the example of praise or blame holds such a word", () => {
  expect(tokens(EVALUATIVE_CLASS.example).some(({ lower }) => EVALUATIVE.has(lower))).toBe(true);
});
