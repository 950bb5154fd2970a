import { expect, test } from "vitest";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { confirmedBy, toldBy } from "./told-by";

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

const confirmer = (text: string) => confirmedBy(sentencesIn(text)[0], emptyMemory())?.speaker?.name ?? null;

test.each([
  ["Her death was confirmed by her daughter, Maria Lopez.", "Maria Lopez"],
  ["The closure was first reported by the Harbour Gazette on Monday.", "the Harbour Gazette"],
  ["The sale was announced by the harbour board.", "the harbour board"],
  ["The stage has been declared safe by the building office.", "the building office"],
  ["The vote was ruled out of order by Judge Ana Ruiz.", "Judge Ana Ruiz"],
  ["The number of families was put at 14,000 by the Red Lantern Society.", "the Red Lantern Society"],
])("%s: %s", (text, name) => expect(confirmer(text)).toBe(name));

test.each([
  "The sale has not been confirmed by the harbour board.",
  "The sale was confirmed by a source.",
  "The sale was announced by accident.",
  "The crates were put on the quay by the harbour board.",
  "The island was ruled for years by the harbour board.",
  "The man who was confirmed by the senate has left.",
  "The sale was announced by the harbour board, and the men who had worked there for years went home that day.",
])("nobody stands behind: %s", (text) => expect(confirmer(text)).toBeNull());
