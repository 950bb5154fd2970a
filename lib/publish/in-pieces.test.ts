import { expect, test } from "vitest";
import { ArticlePublication } from "#lib/domain/publications";
import { articleView } from "./article-view";
import { changeLines } from "./change-words";
import { statementChanges } from "./changes";
import { asItWasSaid } from "./claim-view";
import { cardOfStatement } from "./embeds/card";
import { partsOf } from "./parts";
import { foundingPublication, publicationOf } from "./testing/founding-publication";

/** A published statement whose words stand in pieces, wherever readers meet it. */

const EXACT = "“We will,” the minister said, “pay on Sunday.”";
const place = (words: string, from: number) => {
  const start = from + EXACT.indexOf(words);
  return { start, end: start + words.length };
};
const broken = (start: number) => ({
  label: "REPORTED" as const,
  exact: EXACT,
  start,
  end: start + EXACT.length,
  content: [place("“We will,”", start), place("“pay on Sunday.”", start)],
});
const SAID = "“We will,” … “pay on Sunday.”";
const page = publicationOf([broken(40)]);

test("content without pieces is read as it was, and with them as it is", () => {
  expect(ArticlePublication.parse(foundingPublication())).toEqual(foundingPublication());
  expect(ArticlePublication.parse(page).statements[0]?.content).toEqual(broken(40).content);
});

test("on its page all words stand in their place, and what is said is told from what is not", () => {
  const [item] = articleView(page, "2026-11-28").posts[0]?.items ?? [];
  if (item?.kind !== "statement") throw new Error("the statement is shown");
  expect(item.statement.pieces).toEqual([
    { text: "“We will,”", isSaid: true },
    { text: " the minister said, ", isSaid: false },
    { text: "“pay on Sunday.”", isSaid: true },
  ]);
  expect(item.statement.firstWords).toBe(SAID);
});

test("where it stands alone, it is its pieces", () => {
  const [statement] = page.statements;
  if (statement === undefined) throw new Error("it has a statement");
  const { article } = page;
  const post = { headline: null, date: null, isTeaser: false };
  expect(
    asItWasSaid({ appearances: [{ article, post, isOwnPost: true, statement }] as never })[0]?.words,
  ).toBe(SAID);
  const published = {
    content: page,
    publishedAt: "2026-11-28T10:00:00.000Z",
    corrections: [],
    history: { proof: "VERIFIED" },
  };
  const where = { origin: "https://onrecord.example", today: "2026-11-28", timeZone: "UTC" };
  expect(cardOfStatement(published as never, 1, where as never)?.text).toBe(SAID);
});

test("other pieces of the same words are a correction; the same pieces further on are none", () => {
  const whole = publicationOf([{ ...broken(40), content: undefined }]);
  expect(statementChanges(whole, page)).toMatchObject([{ kind: "CHANGED", facts: ["content"] }]);
  expect(changeLines(whole, page)[0]?.lines).toEqual([{ name: "What is said", from: EXACT, to: SAID }]);
  const further = publicationOf([broken(90)]);
  expect(statementChanges(page, further)).toEqual([]);
  const keyOf = (content: ArticlePublication) => partsOf(content).find(({ name }) => name === "1")?.key;
  expect(keyOf(further)).toBe(keyOf(page));
  expect(keyOf(whole)).not.toBe(keyOf(page));
});
