import { expect, test } from "vitest";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { creditByRules } from "./sentence-rules";

const finder = (text: string) => creditByRules(sentencesIn(text)[0], emptyMemory())?.speaker?.name ?? null;

test.each([
  ["The tribunal found that the brakes had failed.", "the tribunal"],
  ["Half of the wells were dry by June, the water office found.", "the water office"],
  [
    "Geese live longer near people, researchers at Holm University concluded.",
    "researchers at Holm University",
  ],
])("who finds out tells: %s", (text, name) => expect(finder(text)?.toLowerCase()).toBe(name.toLowerCase()));

test.each([
  "The porter found that his bag was gone.",
  "The tribunal found a new home in the old mill.",
  "Divers found the anchor in the mud.",
])("nobody tells by finding in: %s", (text) => expect(finder(text)).toBeNull());
