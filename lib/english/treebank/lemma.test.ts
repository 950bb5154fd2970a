import { expect, test } from "vitest";
import { lemmaOf } from "./lemma";
import { TAGS } from "./tagger";

test.each([
  ["said", "VBD", "say"],
  ["says", "VBZ", "say"],
  ["arguing", "VBG", "argue"],
  ["denied", "VBD", "deny"],
  ["agreed", "VBD", "agree"],
  ["announced", "VBN", "announce"],
  ["telling", "VBG", "tell"],
  ["planned", "VBD", "plan"],
  ["warning", "VBG", "warn"],
  ["need", "VBP", "need"],
  ["agencies", "NNS", "agency"],
  ["children", "NNS", "child"],
  ["sources", "NNS", "source"],
  ["news", "NN", "news"],
] as const)("%s as %s is %s", (word, tag, base) => expect(lemmaOf(word, TAGS.indexOf(tag))).toBe(base));
