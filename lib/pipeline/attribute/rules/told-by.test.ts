import { expect, test } from "vitest";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { toldBy } from "./told-by";

const teller = (text: string) => toldBy(sentencesIn(text)[0], emptyMemory())?.speaker?.name ?? null;

test.each([
  ["Nadia Orr was told by the clinic that the test was negative.", "the clinic"],
  ["Residents were warned by the coastguard that the path would flood.", "the coastguard"],
  ["The crew had been assured by Maria Lopez that the mill was safe.", "Maria Lopez"],
])("%s: %s", (text, name) => expect(teller(text)).toBe(name));

test.each([
  "The story was told by the fire that evening.",
  "The clinic told Nadia Orr that the test was negative.",
  "“I was told by the clinic that it was negative.”",
  "They were told by phone to leave.",
])("nobody is told of in: %s", (text) => expect(teller(text)).toBeNull());
