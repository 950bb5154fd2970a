import { expect, test } from "vitest";
import { creditsOf, type PublishedPart } from "#lib/domain/credits";
import type { ArticlePublication } from "#lib/domain/publications";
import { creditLines } from "./credit-lines";
import { partsOf, publishedParts } from "./parts";
import { foundingPublication } from "./testing/founding-publication";

const page = foundingPublication();
const published: ArticlePublication = {
  ...page,
  writers: [{ name: "Mara" }],
  publishedBy: { name: "Avan" },
};

test("one wrote, another published: one sentence", () => {
  expect(creditLines(published)).toEqual([
    "Written by Mara. Read and published by Avan, who wrote none of it.",
  ]);
});

test("the version of the guideline is told last, where one was kept", () => {
  expect(creditLines({ ...published, guideline: 3 })).toEqual([
    "Written by Mara. Read and published by Avan, who wrote none of it.",
    "Judged by version 3 of our guideline.",
  ]);
});

test.each([
  [null, "Nobody read it blind: whoever read it saw what was written."],
  [{ readers: 2 }, "2 people labelled it first, each without seeing what the other said."],
  [
    { readers: 2, labels: { same: 11, of: 12 } },
    "2 people labelled it first, each without seeing what the other said: of 12 statements that both marked, 11 got the same label from both.",
  ],
])("whether it was read blind is told where it was kept: %j", (readBlind, line) => {
  expect(creditLines({ ...published, readBlind, guideline: 3 })).toEqual([
    "Written by Mara. Read and published by Avan, who wrote none of it.",
    line,
    "Judged by version 3 of our guideline.",
  ]);
});

test("after a correction each group of statements has its own writers and reader, and it is said that nobody read all", () => {
  const credits = [
    { parts: ["1", "2", "3", "5"], writtenBy: ["Mara"], readBy: "Avan" },
    { parts: ["4", "claim:x"], writtenBy: ["Mara", "Avan"], readBy: "Mara" },
  ];
  expect(creditLines({ ...published, publishedBy: { name: "Mara" }, credits })).toEqual([
    "Statements 1 to 3, 5: written by Mara, read by Avan.",
    "Statement 4 and the wording of a claim: written by Mara and Avan, read by Mara.",
    "Published by Mara.",
    "Nobody read the whole who wrote none of it.",
  ]);
});

const avan = { id: "2", name: "Avan" };
const earlier = publishedParts(published);

test("what is published again as it was keeps its credit; what is new is unread", () => {
  const [first, ...rest] = page.statements;
  if (first === undefined) throw new Error("the page has statements");
  const changed = { ...page, statements: [{ ...first, label: "OPINION" as const }, ...rest] };
  const { credits, unread } = creditsOf(partsOf(changed), () => [avan], earlier, "Ida");
  expect(credits[0]).toEqual({ parts: ["1"], writtenBy: ["Mara", "Avan"], readBy: "Ida" });
  expect(credits[1]).toMatchObject({ writtenBy: ["Mara"], readBy: "Avan" });
  expect(unread).toEqual([avan]);
});

test.each<[string, (statement: ArticlePublication["statements"][number]) => object]>([
  ["another place on the page", () => ({ start: 1, end: 2, number: 99, id: "other", post: 1 })],
])("%s is no change of a statement", (_, change) => {
  const moved = { ...page, statements: page.statements.map((one) => ({ ...one, ...change(one) })) };
  expect(creditsOf(partsOf(moved), () => [avan], earlier, "Ida").unread).toEqual([]);
});

test.each<[string, object]>([
  ["a note", { notes: ["Ask the archive."] }],
  ["a speaker", { speaker: { name: "Somebody", kind: "PERSON" } }],
  ["the sourcing", { sourcing: "DOCUMENT" }],
  ["a reason for another label", { labelReason: "x" }],
  ["a claim", { claim: { slug: "other", wording: "Other." } }],
  ["the words", { exact: "x" }],
])("%s is one", (_, change) => {
  const changed = {
    ...page,
    statements: page.statements.map((one, i) => (i === 2 ? { ...one, ...change } : one)),
  };
  expect(creditsOf(partsOf(changed), () => [avan], earlier, "Ida").unread).toEqual([avan]);
});

test("a claim's wording is a part of its own: another wording leaves the statement as it was read", () => {
  const withClaim = (wording: string) => ({
    ...page,
    statements: page.statements.map((one, i) => (i === 0 ? { ...one, claim: { slug: "c", wording } } : one)),
  });
  const before: PublishedPart[] = partsOf(withClaim("A.")).map((part) => ({
    ...part,
    writtenBy: ["Mara"],
    readBy: "Avan",
  }));
  const { credits } = creditsOf(partsOf(withClaim("B.")), () => [avan], before, "Ida");
  expect(credits.at(-1)).toEqual({ parts: ["claim:c"], writtenBy: ["Mara", "Avan"], readBy: "Ida" });
  expect(credits[0]?.parts).toContain("1");
});
