import { expect, test } from "vitest";
import { callsItselfOpinion } from "./opinion-page";

const page = (text: string, type: "CHROME" | "BODY") => ({
  text,
  segments: [
    {
      start: 0,
      end: text.length,
      type,
      post: 0,
      reason: { axis: "SEGMENT", rule: "segment/page-furniture", version: "1", score: 1 },
    } as const,
  ],
});

test.each([
  ["its section", "Opinion", null],
  ["letters", "Letters to the editor", null],
  ["its address", "Home", "https://harbour.example/opinion/quay"],
  ["its address, in a longer name", "Home", "https://harbour.example/our_editorial-today"],
])("a page of opinion by %s", (_, text, url) =>
  expect(callsItselfOpinion(page(text, "CHROME"), url)).toBe(true),
);

test.each([
  ["a section of news", page("News", "CHROME"), "https://harbour.example/news/quay"],
  ["the word in the article itself", page("Opinion is divided.", "BODY"), null],
  ["the word far down in the furniture", page(`${"x".repeat(600)} Opinion`, "CHROME"), null],
  ["a longer word", page("Opinionated", "CHROME"), "https://harbour.example/opinionated"],
])("none by %s", (_, given, url) => expect(callsItselfOpinion(given, url)).toBe(false));
