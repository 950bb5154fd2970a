import { expect, test } from "vitest";
import { NO_FACETS } from "#lib/domain/search-filter";
import { around, foundPage, piecesOf } from "./search-view";
import { foundingPublication } from "./testing/founding-publication";

const shown = (text: string, ...hits: string[]) =>
  piecesOf(text, new Set(hits))
    .map(({ text: words, isHit }) => (isHit ? `[${words}]` : words))
    .join("");

test.each([
  ["Banks got memos.", ["banks", "memos"], "[Banks] got [memos]."],
  ["The bank’s banker", ["bank"], "The [bank]’s banker"],
  ["<b>bank</b> & bank", ["bank"], "<b>[bank]</b> & [bank]"],
  ["قال مُحافِظ البنك", ["مُحافِظ"], "قال [مُحافِظ] البنك"],
  ["nothing here", ["bank"], "nothing here"],
  ["", ["bank"], ""],
])("%s", (text, hits, expected) => {
  expect(shown(text, ...hits)).toBe(expected);
});

test("the words around are cut between words, and what was found is among them", () => {
  const long = `${"before it ".repeat(60)}the memo came ${"after it ".repeat(60)}`;
  const cut = around(long, new Set(["memo"]));
  expect(cut).toMatch(/^…\S.* memo came .*\S…$/);
  expect(cut.length).toBeLessThan(260);
  expect(around("A short memo.", new Set(["memo"]))).toBe("A short memo.");
  expect(around(`memo ${"after it ".repeat(60)}`, new Set(["memo"]))).toMatch(/^memo after .*…$/);
});

test.each([["😀".repeat(400)], [`x${"😀".repeat(400)}`], ["x".repeat(900)]])(
  "one endless word is cut between characters",
  (text) => {
    expect(around(text, new Set())).not.toMatch(/\p{Surrogate}/u);
  },
);

test("of a page the statements with most of the words are shown, and the others are counted", () => {
  const founding = foundingPublication();
  const says = ["Banks wait.", "Memos went to banks.", "Nothing.", "Banks and memos and banks.", "Banks."];
  const [like] = founding.statements;
  if (like === undefined) throw new Error("the founding page has statements");
  const statements = says.map((exact, i) => ({ ...like, number: i + 1, exact }));
  const page = foundPage({ ...founding, statements }, new Set(["banks", "memos"]), NO_FACETS);
  expect([page.statements.map(({ number }) => number), page.more]).toEqual([[2, 4], 2]);
});
