import { expect, test } from "vitest";
import { analyse } from "#lib/pipeline/analyse";

/** What lies ahead in grammar alone, or is told of as no plan, is promised by nobody. All sentences are made up. */

const read = (sentence: string) => {
  const content = `Marl Sound news\n\nBy Ina Vell\n12 May 2025\n\nThe ferry lay at the quay all week. ${sentence} The cranes were painted in April.`;
  const { statements, text } = analyse({ format: "text", content, url: null, publisher: null });
  return statements.find(({ start, end }) => text.slice(start, end) === sentence);
};

test.each([
  "He would go on to win the Marl cup three times in the next ten years.",
  "The board has no plans to reopen the pool next summer, a spokeswoman said.",
  "There are no plans to reopen the pool by August, the mayor said.",
])("%s", (sentence) => expect(read(sentence)?.prediction ?? null).toBeNull());

test.each([
  "The board plans to reopen the pool next summer, a spokeswoman said.",
  "The board will go on to vote in June, the mayor said.",
])("%s is a promise", (sentence) => expect(read(sentence)?.prediction ?? null).not.toBeNull());
