import { describe, expect, test } from "vitest";
import type { ArticlePublication } from "#lib/domain/publications";
import { articleView } from "./article-view";
import { foundingPublication, publicationOf } from "./testing/founding-publication";

const TODAY = "2026-11-23";
const TWO_POSTS = [
  { headline: "A dam", date: "2024-07-25", isTeaser: false },
  { headline: null, date: "2024-09-18", isTeaser: true },
];

describe("the founding page", () => {
  const view = articleView(foundingPublication(), TODAY);

  test("begins with its answer", () => {
    expect(view.kicker).toBe("A page of dinarevaluation.blogspot.com, posted 25 July 2024");
    expect(view.answer).toBe(
      "1 of 16 statements on this page has no source; it is not part of the report above it.",
    );
    expect(view.lede).toBe(
      "The page is headed “Iraq, US Agree To Reach Understanding On Concept Of New Phase Of Security Relationship, 25 JULY”. 11 of its statements are attributed to a joint statement of Iraq and the United States, 4 are the agency’s plain narration, and 1 comes from a later post that names nobody.",
    );
  });

  test("its posts stand apart, and only the rumour's has a band", () => {
    expect(view.posts.map((post) => [post.name, post.boundary?.title ?? null])).toEqual([
      ["Report: NINA, 24 July 2024, reposted", null],
      ["Teaser: another post, 18 September 2024", "The report above does not vouch for the text below."],
    ]);
    expect(view.posts[1]?.boundary?.text).toBe(
      "Below is the start of another post, of 18 September 2024. It is not part of the report.",
    );
  });

  test("leaves out the middle of the long run and says what it left out", () => {
    const items = view.posts[0]?.items ?? [];
    expect(items.map((item) => (item.kind === "statement" ? item.statement.number : item.words))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7],
      "6 statements not shown here (No. 8 to 13), all reported, all attributed to the two sides, the delegations or the Iraqi representatives.",
      ...[14, 15],
    ]);
    const elided = items.find((item) => item.kind === "elided");
    expect(elided?.statements.map((statement) => statement.number)).toEqual([8, 9, 10, 11, 12, 13]);
    expect(elided?.statements[0]?.firstWords).toBe(
      "In addition, the delegations reached an understanding on the…",
    );
  });

  test("an editor's note stands apart, and says so where it was published before notes were signed", () => {
    const read = view.posts.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "statement" ? [item.statement] : item.statements)),
    );
    expect(read.find(({ number }) => number === 3)?.notes).toEqual([
      { by: null, text: "“Iraqi-Sudanese” is a mistranslation: the Prime Minister’s name is al-Sudani." },
    ]);
    expect(read.filter(({ notes }) => notes.length > 0)).toHaveLength(1);
  });

  test("the side notes say who is behind each statement", () => {
    const notes = new Map(
      view.posts.flatMap((post) =>
        post.items.flatMap((item) =>
          item.kind === "statement" ? [[item.statement.number, item.statement.sentences.join(" ")]] : [],
        ),
      ) as [number, string][], // each inner array is a pair, which flatMap widens to a list
    );
    expect(notes.get(1)).toBe("Attributed to Iraq and the United States, by NINA.");
    expect(notes.get(2)).toBe("Attributed to a joint statement.");
    expect(notes.get(3)).toBe("NINA names nobody here.");
    expect(notes.get(4)).toBe("Attributed to the two sides. Named in another sentence.");
    expect(notes.get(6)).toBe(
      "NINA names nobody here. A plan with no date. Open. “shortly after the conclusion of the Higher Military Committee” gives no day, so it can’t fall due.",
    );
    expect(notes.get(16)).toBe(
      "No source given. Somebody is supposed to know; nobody is named. A document is mentioned, not shown. The page itself cuts the sentence off.",
    );
  });

  test("the rumour fell due, and the plan without a day didn't", () => {
    const statements = view.posts.flatMap((post) =>
      post.items.flatMap((item) => (item.kind === "statement" ? [item.statement] : [])),
    );
    expect(statements.filter((statement) => statement.due !== null).map((s) => s.number)).toEqual([16]);
    expect(statements.find((statement) => statement.number === 16)?.due).toEqual({
      isOpen: false,
      line: "Overdue since 18 September 2024. Nothing is recorded yet.",
      outcome: null,
      sentence: "Fell due 796 days ago. Nothing recorded.",
      explanation:
        "“this morning” in a post of 18 September 2024 means that day. We record what happened only with evidence; the calendar alone decides nothing.",
      bar: {
        from: { day: "18 Sept. 2024", word: "said, and due" },
        to: { day: "23 Nov. 2026", word: "today" },
        words:
          "From 18 September 2024, the day it was said and fell due, to today, 23 November 2026: 796 days without a record.",
      },
    });
  });

  test("the legend says which labels the page doesn't have", () => {
    expect(view.legend.filter((entry) => entry.isMissing).map((entry) => entry.label)).toEqual([
      "REPORTED_UNNAMED",
      "OPINION",
      "BACKGROUND",
    ]);
  });
});

describe("the answer", () => {
  const answer = (...args: Parameters<typeof publicationOf>) =>
    articleView(publicationOf(...args), TODAY).answer;
  const reported = { label: "REPORTED" } as const;
  const unsourced = { label: "UNSOURCED_SPECULATION" } as const;

  test.each([
    [[], "This page holds no statement."],
    [[reported], "The only statement on this page has a named source."],
    [[unsourced], "The only statement on this page has no source."],
    [[reported, unsourced], "1 of 2 statements on this page has no source."],
    [[reported, unsourced, unsourced], "2 of 3 statements on this page have no source."],
    [[unsourced, unsourced], "2 of 2 statements on this page have no source."],
    [[reported, reported], "All 2 statements on this page have a named source."],
    [
      [reported, { label: "UNSOURCED_ASSERTION" }],
      "All 2 statements on this page have a named source or are plain narration.",
    ],
    [[{ label: "OPINION" }, { label: "OPINION" }], "All 2 statements on this page are opinion."],
    [
      [reported, { label: "REPORTED_UNNAMED" }, { label: "BACKGROUND" }],
      "All 3 statements on this page have a named source, have a source that is described but not named or need no source.",
    ],
  ] as [Parameters<typeof publicationOf>[0], string][])("%j", (statements, expected) => {
    // literals widen in a table
    expect(answer(statements)).toBe(expected);
  });

  test("says that several stand apart from the report", () => {
    expect(
      answer([reported, { ...unsourced, post: 1 }, { ...unsourced, post: 1 }], { posts: TWO_POSTS }),
    ).toBe("2 of 3 statements on this page have no source; they are not part of the report above them.");
  });

  test("doesn't excuse a report that holds one itself", () => {
    expect(answer([unsourced, { ...unsourced, post: 1 }], { posts: TWO_POSTS })).toBe(
      "2 of 2 statements on this page have no source.",
    );
  });

  test("speaks of the report below where the other post comes first", () => {
    const posts = [...TWO_POSTS].reverse();
    expect(answer([unsourced, { ...reported, post: 1 }], { posts })).toBe(
      "1 of 2 statements on this page has no source; it is not part of the report below it.",
    );
  });

  test("of a page with nothing but a teaser speaks of no report", () => {
    expect(answer([{ ...unsourced, post: 1 }], { posts: TWO_POSTS })).toBe(
      "The only statement on this page has no source.",
    );
  });
});

describe("the sentence after it", () => {
  const lede = (...args: Parameters<typeof publicationOf>) =>
    articleView(
      publicationOf(args[0], { ...args[1], article: { title: "A dam", agency: null, ...args[1]?.article } }),
      TODAY,
    ).lede;

  test("names the source where there is only one", () => {
    const speaker = { name: "the ministry", kind: "ORGANIZATION" } as const;
    expect(lede([{ label: "REPORTED", speaker }])).toBe(
      "The page is headed “A dam”. 1 of its statements is attributed to the ministry.",
    );
  });

  test("counts every label that the page has", () => {
    expect(
      lede(
        [
          { label: "REPORTED_UNNAMED" },
          { label: "UNSOURCED_ASSERTION" },
          { label: "OPINION" },
          { label: "BACKGROUND" },
          { label: "UNSOURCED_SPECULATION" },
          { label: "UNSOURCED_SPECULATION", post: 1 },
        ],
        {
          posts: [TWO_POSTS[0], { headline: null, date: null, isTeaser: true }].filter(
            (p) => p !== undefined,
          ),
        },
      ),
    ).toBe(
      "The page is headed “A dam”. 1 of its statements is attributed to somebody described but not named, 1 is plain narration, 1 is opinion, 1 needs no source, 1 names nobody who can be found, and 1 comes from another post that names nobody.",
    );
  });

  test("says no more than the heading where there is no statement", () => {
    expect(lede([])).toBe("The page is headed “A dam”.");
  });
});

describe("what is left out", () => {
  const shown = (statements: Parameters<typeof publicationOf>[0]) =>
    (articleView(publicationOf(statements), TODAY).posts[0]?.items ?? []).map((item) =>
      item.kind === "statement" ? item.statement.number : item.statements.map((s) => s.number),
    );
  const many = (label: "REPORTED" | "UNSOURCED_SPECULATION" | "OPINION", n: number) =>
    Array.from({ length: n }, () => ({ label }));

  test("a run of five is shown whole", () => expect(shown(many("REPORTED", 5))).toEqual([1, 2, 3, 4, 5]));
  test("a run of six is not", () => expect(shown(many("REPORTED", 6))).toEqual([1, [2, 3, 4, 5], 6]));
  test.each(["UNSOURCED_SPECULATION", "OPINION"] as const)("never %s", (label) => {
    expect(shown(many(label, 8))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  test("never one with a note, a promise, a claim or a reason", () => {
    const run = many("REPORTED", 13);
    const change = {
      notes: ["Look."],
      claim: { slug: "a", wording: "A." },
    };
    expect(shown(run.map((s, i) => (i === 6 ? { ...s, ...change } : s)))).toEqual([
      ...[1, [2, 3, 4, 5], 6],
      7,
      ...[8, [9, 10, 11, 12], 13],
    ]);
  });
});

test("another post with the same labels has no band", () => {
  const view = articleView(
    publicationOf([{ label: "OPINION" }, { label: "OPINION", post: 1 }], { posts: TWO_POSTS }),
    TODAY,
  );
  expect(view.posts.map((post) => post.boundary)).toEqual([null, null]);
});

test("a page without publisher and date still has its words", () => {
  const view = articleView(
    publicationOf([{ label: "UNSOURCED_ASSERTION" }], {
      article: { publisher: null, agency: null, postedAt: null },
      posts: [{ headline: null, date: null, isTeaser: false }],
    }),
    TODAY,
  );
  expect(view.kicker).toBe("A page that was given to us without its publisher");
  expect(view.posts[0]?.name).toBe("Article: This page");
  expect(view.posts[0]?.items).toMatchObject([{ statement: { sentences: ["Nobody is named here."] } }]);
});

test("a page has its own byline", () => {
  const article = { publisher: "harbour.example", author: "TankMan", postedAt: "2026-11-18" };
  const view = articleView(publicationOf([{ label: "OPINION" }], { article }), TODAY);
  expect(view.kicker).toBe("A page of harbour.example, by TankMan, posted 18 November 2026");
  expect(view.byline).toEqual(["A page of harbour.example, by ", "TankMan", ", posted 18 November 2026"]);
});

describe("a page that was looked at in part", () => {
  const unsourced = { label: "UNSOURCED_SPECULATION" } as const;
  const arabic = { language: "ar", direction: "rtl" } as const;

  test.each<[number, Partial<ArticlePublication["article"]>, string, RegExp]>([
    [
      1,
      { ...arabic },
      "1 statement marked; the rest was not assessed.",
      /^.*It is in Arabic\. Statements are looked for in pages in English alone/,
    ],
    [2, { language: "ckb" }, "2 statements marked; the rest was not assessed.", /It is in Central Kurdish\./],
    [
      1,
      { language: null },
      "1 statement marked; the rest was not assessed.",
      /Its language could not be told\./,
    ],
    [
      3,
      { language: "en", assessed: "PART" },
      "3 statements marked; the rest was not assessed.",
      /It is longer than what is looked at/,
    ],
    [
      1,
      { language: "en", assessed: "PART", corrected: ["LANGUAGE"] },
      "1 statement marked; the rest was not assessed.",
      /It was taken for a page in another language/,
    ],
    [0, { language: "de" }, "No statement of this page was assessed.", /It is in German\./],
  ])("%i marked, %j: it says so first, and counts nothing", (n, article, answer, why) => {
    const view = articleView(
      publicationOf(
        Array.from({ length: n }, () => unsourced),
        { article },
      ),
      TODAY,
    );
    expect(view.answer).toBe(answer);
    expect(view.lede).toMatch(why);
    expect(`${view.lede} ${view.strip?.caption} ${view.strip?.words}`).not.toMatch(
      /of its statements|The page as|The page’s/,
    );
    expect(view.legend.some(({ isMissing }) => isMissing)).toBe(false);
    expect(view.strip?.legend ?? "not the whole page").toMatch(/not the whole page/);
  });

  test("what was published of an English page before this was kept is a whole", () => {
    expect(articleView(publicationOf([unsourced]), TODAY).answer).toBe(
      "The only statement on this page has no source.",
    );
  });
});

describe("what is nobody's is laid at nobody's door", () => {
  const POSTS = [TWO_POSTS[0], { headline: "Guru call", date: "2024-09-18", isTeaser: false }].filter(
    (p) => p !== undefined,
  );
  const told = { label: "UNSOURCED_ASSERTION" } as const;
  const reported = { label: "REPORTED", speaker: { name: "the ministry", kind: "ORGANIZATION" } } as const;
  const notesOf = (...args: Parameters<typeof publicationOf>) =>
    articleView(publicationOf(...args), TODAY).posts.map((post) =>
      post.items.flatMap((item) => (item.kind === "statement" ? item.statement.sentences : [])),
    );

  test("a post under an agency's report takes nothing from it, not even where the report has no statement", () => {
    const article = { agency: "Northern Wire", publisher: "blog.example" };
    expect(notesOf([told, { ...told, post: 1 }], { posts: POSTS, article })).toEqual([
      ["Northern Wire names nobody here."],
      ["Nobody is named here."],
    ]);
    expect(
      notesOf(
        [
          { ...told, post: 1 },
          { ...reported, post: 1 },
        ],
        { posts: POSTS, article },
      ),
    ).toEqual([["Nobody is named here.", "Attributed to the ministry."]]);
    const lede = (statements: Parameters<typeof publicationOf>[0]) =>
      articleView(publicationOf(statements, { posts: POSTS, article }), TODAY).lede;
    expect(lede([told])).toContain("is the agency’s plain narration");
    expect(lede([told, { ...told, post: 1 }])).toContain("are plain narration");
  });

  test("“No source given” never stands beside a marked source", () => {
    const unsourced = { label: "UNSOURCED_SPECULATION" } as const;
    const of = (statement: Parameters<typeof publicationOf>[0][number]) => notesOf([statement])[0]?.join(" ");
    expect(of({ ...unsourced, sourcing: "UNNAMED_BARE" })).toBe(
      "No source given. Somebody is supposed to know; nobody is named.",
    );
    expect(
      of({ ...unsourced, sourcing: "UNNAMED_BARE", speaker: { name: "a source", kind: "UNNAMED" } }),
    ).toBe("Attributed to a source. Somebody is supposed to know; nobody is named.");
    expect(
      of({ ...unsourced, sourcing: "SECOND_HAND", speaker: { name: "Guru Frank", kind: "PSEUDONYM" } }),
    ).toBe("Said by Guru Frank. Passed on from somebody who is not named.");
    const memo = { name: "a memo", kind: "DOCUMENT" } as const;
    expect(
      of({
        ...unsourced,
        sourcing: "DOCUMENT",
        flags: { documentMentionedNotProduced: true },
        speaker: memo,
      }),
    ).toBe("Attributed to a memo. A document is mentioned, not shown.");
    const chosen = { sourcing: "NAMED_PERSON", labelReason: "He denied it." } as const;
    expect(of({ ...unsourced, ...chosen, speaker: { name: "Ali Hassan", kind: "PERSON" } })).toBe(
      "Said by Ali Hassan. The editors chose this label: He denied it.",
    );
  });

  test("“said in a statement” names who issued it", () => {
    const exact = "The Finance Ministry said in a statement that the rate stays.";
    const speaker = { name: "a statement", kind: "DOCUMENT" } as const;
    expect(
      notesOf([{ label: "REPORTED", sourcing: "DOCUMENT", exact, speaker }], { article: { agency: null } }),
    ).toEqual([["Attributed to a statement by the Finance Ministry."]]);
  });

  test("nothing is reposted by a publisher whom nobody knows", () => {
    const article = { agency: "NINA", publisher: null };
    const view = articleView(publicationOf([told, reported], { article }), TODAY);
    expect(view.posts[0]?.name).toBe("Report: NINA, 24 July 2024");
    expect(JSON.stringify(view.chain)).not.toContain("reposted");
    expect(view.chain[0]?.boxes.at(-1)).toMatchObject({
      title: "This page",
      lines: ["Carries the name of NINA, a news agency", "Posted 25 July 2024", "2 statements"],
    });
  });
});
