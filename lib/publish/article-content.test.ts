import { expect, test } from "vitest";
import { articleContent, type ReviewedArticle, type ReviewedStatement } from "./article-content";
import { claimContent } from "./claim-content";

function statement(start: number, more: Partial<ReviewedStatement> = {}): ReviewedStatement {
  return {
    id: `s${start}`,
    start,
    end: start + 10,
    exact: "ten units.",
    label: "REPORTED",
    sourcing: "NAMED_PERSON",
    factualityWriter: "Uu",
    factualitySource: "CT+",
    time: "PAST",
    flags: {},
    quoteMode: "INDIRECT",
    attributionScope: "SENTENCE",
    relayDepth: 1,
    speaker: { name: "Lina Aziz", kind: "PERSON" },
    source: [{ start, end: start + 3 }],
    cue: [],
    prediction: null,
    post: 0,
    segmentType: "BODY",
    labelReason: null,
    notes: [],
    claim: null,
    ...more,
  };
}

const reviewed: ReviewedArticle = {
  article: {
    id: "a",
    slug: "quay",
    title: "The quay",
    url: null,
    publisher: null,
    author: null,
    agency: null,
    agencyDate: null,
    place: null,
    postedAt: "2024-09-16",
    language: "en",
    direction: "ltr",
    version: 1,
    fetchedAt: "2024-09-20T08:00:00.000Z",
    versionsSeen: 1,
    isSample: false,
  },
  text: "🙂 ".repeat(40),
  publisherKind: null,
  posts: [{ headline: "The quay", date: "2024-09-16", isTeaser: false }],
  statements: [statement(50), statement(10), statement(30)],
  writers: ["Mara", "Cleo"],
  publishedBy: "Avan",
};

test("statements stand in page order and are numbered from 1", () => {
  const { statements, writers } = articleContent(reviewed);
  expect(statements.map(({ number, start }) => [number, start])).toEqual([
    [1, 10],
    [2, 30],
    [3, 50],
  ]);
  expect(statements[0]).toMatchObject({ post: 0, factuality: { writer: "Uu", source: "CT+" } });
  expect(writers).toEqual([{ name: "Mara" }, { name: "Cleo" }]);
});

test("nothing goes in that readers' content has no place for", () => {
  const [first] = articleContent({
    ...reviewed,
    statements: [Object.assign(statement(10), { revision: 7, changedByName: "Mara", privateNote: "Ask." })],
  }).statements;
  expect(Object.keys(first ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/revision|changedByName|privateNote|source$|cue/)]),
  );
});

const [ONE, TWO] = ["0190f000-0000-7000-8000-000000000001", "0190f000-0000-7000-8000-000000000002"];

test("of each statement it is kept whose record it is in, by the numbers that readers see", () => {
  const of = (start: number, speaker: ReviewedStatement["speaker"]) => statement(start, { speaker });
  const { sources, statements } = articleContent({
    ...reviewed,
    publisherKind: "BLOG",
    statements: [
      of(50, { id: ONE, name: "Lina Aziz", kind: "PERSON", role: "mayor" }),
      of(10, { id: TWO, name: "وزارة المالية", kind: "ORGANIZATION" }),
      of(30, { name: "Karim", kind: "PERSON" }),
    ],
  });
  expect(sources).toEqual({
    publisherKind: "BLOG",
    speakers: [
      { number: 1, id: TWO, role: null },
      { number: 3, id: ONE, role: "mayor" },
    ],
  });
  expect(statements[2]?.speaker).toEqual({ name: "Lina Aziz", kind: "PERSON" });
});

test.each([
  ["officials", "UNNAMED"],
  ["a joint statement", "DOCUMENT"],
  ["The Treaty of Lausanne", "DOCUMENT"],
  ["the ministry", "ORGANIZATION"],
  ["the mayor", "PERSON"],
] as const)("no record is kept of %s, which is somebody else on each page", (name, kind) => {
  const said = statement(10, { speaker: { id: ONE, name, kind } });
  expect(articleContent({ ...reviewed, statements: [said] }).sources?.speakers).toEqual([]);
});

test("the order in which statements come makes no difference to what is frozen", () => {
  const backwards = { ...reviewed, statements: [...reviewed.statements].reverse() };
  expect(articleContent(backwards)).toEqual(articleContent(reviewed));
});

test("a claim's searches stand in the order of their days", () => {
  const { searches } = claimContent({
    claim: { id: "c", slug: "quay", wording: "The quay is wide.", unknowns: [] },
    verdict: { code: "UNRESOLVED", explanation: "Nobody measured it." },
    evidence: [],
    searches: ["2024-09-19", "2024-09-17", "2024-09-18"].map((searchedAt) => ({
      lookedFor: "a",
      place: "b",
      searchedAt,
    })),
    writers: ["Mara"],
    publishedBy: "Avan",
  });
  expect(searches.map(({ searchedAt }) => searchedAt)).toEqual(["2024-09-17", "2024-09-18", "2024-09-19"]);
});

test("what is left out of a statement is no part of its promise", () => {
  const exact = "The bridge, she said, opens in May.";
  const promise = {
    text: "in May",
    dueFrom: "2027-05-01",
    dueTo: "2027-05-31",
    precision: "MONTH" as const,
    resolvedFrom: null,
  };
  const of = (more: Partial<ReviewedStatement>) =>
    articleContent({
      ...reviewed,
      text: exact,
      statements: [statement(0, { exact, end: exact.length, source: [], prediction: promise, ...more })],
    }).statements[0];
  const pieces = [
    { start: 0, end: 11 },
    { start: 22, end: exact.length },
  ];
  const said = of({ content: pieces });
  expect(said?.content).toEqual(pieces);
  expect(said?.template?.words).not.toContain("she said");
  expect(of({})?.template?.words).toContain("she said");
});
