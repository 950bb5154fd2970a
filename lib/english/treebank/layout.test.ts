import { expect, test } from "vitest";
import { readPage } from "./document";

function sentences(text: string): string[] {
  const { layout, tokens } = readPage(text);
  return Array.from({ length: layout.sentences.length - 1 }, (_, k) => {
    const from = layout.sentences[k] ?? 0;
    const to = layout.sentences[k + 1] ?? 0;
    return text.slice(tokens.start[from], tokens.end[to - 1]);
  });
}

test.each([
  [["The vote passed.", "Nobody objected."]],
  [["Dr. Salim Aziz met Sen. Rowe in Washington.", "He left at noon."]],
  [["He works for the U.S. Treasury."]],
  [["She lives in the U.S.", "They do not."]],
  [["“It is over.”", "She left."]],
  [["“Is it over?” she asked."]],
  [["Prices rose 3.5 percent in Jan. 2015.", "Wages fell."]],
  [["J. K. Osman wrote it."]],
])("%j", (expected) => expect(sentences(expected.join(" "))).toEqual(expected));

test("a blank line ends a sentence, with or without a full stop", () => {
  expect(sentences("A headline\n\nThe story begins.")).toEqual(["A headline", "The story begins."]);
});

test("a line that only wraps does not", () => {
  expect(sentences("The ministry said that\nthe plan would go on.")).toHaveLength(1);
});

test("no sentence is longer than the models can bear", () => {
  const { layout } = readPage("word ".repeat(3000));
  for (let k = 0; k + 1 < layout.sentences.length; k++) {
    expect((layout.sentences[k + 1] ?? 0) - (layout.sentences[k] ?? 0)).toBeLessThanOrEqual(250);
  }
});
