import { describe, expect, test } from "vitest";
import { ABBREVIATIONS } from "./abbreviations";
import { CUE_CLASSES, VERB_CLASSES } from "./cue-verbs";
import { NOUN_CLASSES } from "./nouns";
import { POST_CLASSES } from "./posts";
import { tokens } from "./tokens";
import { type WordClass, wordsOf } from "./word-class";

const CLASSES: [string, WordClass][] = [
  ...Object.entries(NOUN_CLASSES),
  ...Object.entries(POST_CLASSES),
  ...Object.entries(VERB_CLASSES),
  ...CUE_CLASSES.map((one): [string, WordClass] => [`${one.type} ${one.needs}`, one]),
  ...ABBREVIATIONS.map((one): [string, WordClass] => [`${one.means}, ${one.before}`, one]),
];

describe.each(CLASSES)("the class %s", (_, one) => {
  test("holds no word twice", () => {
    const list = one.words.trim().split(/\s+/);
    expect(list.filter((word, i) => list.indexOf(word) !== i)).toEqual([]);
  });

  test("has an example with one of its words", () => {
    const words = wordsOf(one);
    expect(tokens(one.example).some(({ lower }) => words.has(lower))).toBe(true);
  });
});

test("no form of a cue stands in two classes", () => {
  const forms = CUE_CLASSES.flatMap((one) => [...wordsOf(one)]);
  expect(forms).toHaveLength(new Set(forms).size);
});
