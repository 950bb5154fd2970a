import { expect, test } from "vitest";
import { sentencePieces } from "./sentence-pieces";

test("each side shows its own words, and marks those that the other hasn't", () => {
  const { older, newer } = sentencePieces("Four workers were injured.", "Forty workers were injured.");
  expect(older.map(({ text }) => text).join("")).toBe("Four workers were injured.");
  expect(newer.map(({ text }) => text).join("")).toBe("Forty workers were injured.");
  expect(older.filter(({ kind }) => kind === "REMOVED").map(({ text }) => text.trim())).toEqual(["Four"]);
  expect(newer.filter(({ kind }) => kind === "ADDED").map(({ text }) => text.trim())).toEqual(["Forty"]);
});

test("the same words have no mark", () => {
  const { older, newer } = sentencePieces("It is so.", "It is so.");
  expect([...older, ...newer].every(({ kind }) => kind === "SAME")).toBe(true);
});

test("a word that was drawn into another leaves each side its own spaces", () => {
  const { older, newer } = sentencePieces(
    "The Iraqi Prime Minister spoke.",
    "The Iraqi-Sudanese Prime Minister spoke.",
  );
  expect(older.map(({ text }) => text).join("")).toBe("The Iraqi Prime Minister spoke.");
  expect(newer.map(({ text }) => text).join("")).toBe("The Iraqi-Sudanese Prime Minister spoke.");
});
