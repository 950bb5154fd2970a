import { expect, test } from "vitest";
import { saidWords } from "#lib/domain/content-pieces";
import { analyse } from "#lib/pipeline/analyse";
import { articlesIn } from "#lib/pipeline/part";
import { archiveText, posts } from "#lib/pipeline/testing/made-blogs";

/** What is said in each statement of a page with these lines: its pieces, joined. */
function said(...lines: string[]): string[] {
  const content = ["Ferries To Run Again", "Monday, September 16, 2024", ...lines].join("\n\n");
  const [part] = articlesIn(analyse({ format: "text", content, url: null, publisher: null }));
  const { text, statements = [] } = part?.analysis ?? { text: "" };
  return statements.map(({ start, end, content: pieces = [] }) =>
    saidWords({
      start,
      end,
      exact: text.slice(start, end),
      content: pieces.map(([a, b]) => ({ start: a, end: b })),
    }),
  );
}

test.each([
  ["“The bridge,” said the mayor, Lina Aziz, “opens on Monday.”", "“The bridge,” … “opens on Monday.”"],
  [
    '"We have no money," the minister said on Friday, "and we will not borrow any."',
    '"We have no money," … "and we will not borrow any."',
  ],
  ["The bridge, officials said, opens on Monday.", "The bridge … opens on Monday."],
  ["The harbour, the minister said, will be closed until May.", "The harbour … will be closed until May."],
  [
    "The cost, according to the harbour ministry, will be 40 million dinars.",
    "The cost … will be 40 million dinars.",
  ],
  ["“The 😀 bridge 👩‍🚀,” said the mayor, “opens on Monday.”", "“The 😀 bridge 👩‍🚀,” … “opens on Monday.”"],
])("who says it is left out of the middle: %s", (line, pieces) => expect(said(line)).toEqual([pieces]));

test.each([
  "The bridge opens on Monday, the mayor said.",
  "The mayor said that the bridge opens on Monday.",
  "“The bridge opens on Monday,” said the mayor, Lina Aziz.",
  "In May, the minister said that the harbour will be closed.",
  "Prices rose by 4% in May, according to Craig Bryan, head of the statistics office.",
  "The minister, who said the harbour is safe, resigned on Friday.",
  "The bridge, built in 1931, opens on Monday.",
  "“We will wait,” said the mayor, who called the plan “a dream.”",
  "“We will wait,” the mayor said, adding that the plan is “a dream.”",
  "The harbour will be closed, the minister said, referring to the storm.",
])("nothing is left out of: %s", (line) => expect(said(line)).toEqual([line]));

test("the statement stays its sentence, also where the page holds other posts", () => {
  const line = "The cost of the bridge, according to the harbour ministry, will be 40 million dinars.";
  const content = archiveText(
    "en",
    posts.en.map((post) => ({ ...post, paragraphs: [line, ...post.paragraphs] })),
  );
  const parts = articlesIn(analyse({ format: "text", content, url: null, publisher: null }));
  expect(parts).toHaveLength(posts.en.length);
  for (const { analysis } of parts) {
    const { text, statements } = analysis;
    const one = statements.find(({ start, end }) => text.slice(start, end) === line);
    expect(one?.content?.map(([start, end]) => text.slice(start, end))).toEqual([
      "The cost of the bridge",
      "will be 40 million dinars.",
    ]);
  }
});
