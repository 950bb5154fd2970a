import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NO_NEIGHBOURS, type TextNeighbours } from "#lib/domain/published";
import type { ComparedStatement, PublishedUpstream, StatementFate } from "#lib/domain/published-upstream";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { sourcesPicture } from "./sources-picture";
import { textSourcesView, upstreamNotes } from "./text-sources";

const ID = "0190f5a0-0000-7000-8000-000000000001";
const OTHER = "0190f5a0-0000-7000-8000-000000000002";

const OPEN: TextNeighbours = {
  ...NO_NEIGHBOURS,
  upstream: new Map([[ID, { href: "/articles/port-news", newerOn: null, goneOn: null }]]),
};

/** One fate a statement, from the first on; null where it wasn't compared. */
const fates = (...list: readonly (StatementFate | null)[]): ComparedStatement[] =>
  list.flatMap((change, i) => (change === null ? [] : [{ number: i + 1, change }]));

const upstream = (more: Partial<PublishedUpstream> = {}): PublishedUpstream => ({
  kind: "REPOSTS",
  page: {
    id: ID,
    title: "Port news",
    publisher: "Iraqi News Agency",
    url: "https://ina.example/1",
    postedAt: "2024-03-03",
    version: 1,
  },
  reasons: [],
  reason: null,
  by: "Mara",
  on: "2024-09-20",
  sentences: { verbatim: 4, changed: 1, added: 1, dropped: 2 },
  isCut: false,
  statements: [],
  ...more,
});

function pageOf(n: number, provenance: readonly PublishedUpstream[]) {
  const founding = foundingPublication();
  return { ...founding, statements: founding.statements.slice(0, n), provenance: [...provenance] };
}
const sentences = (n: number, ...provenance: readonly PublishedUpstream[]) =>
  textSourcesView(pageOf(n, provenance), NO_NEIGHBOURS)?.upstream?.sentences;

test("a page that is from nowhere says nothing", () => {
  expect(textSourcesView(foundingPublication(), NO_NEIGHBOURS)).toBeNull();
  expect(textSourcesView(pageOf(3, []), NO_NEIGHBOURS)).toBeNull();
});

test.each<[readonly (StatementFate | null)[], readonly string[]]>([
  [
    ["VERBATIM", "VERBATIM", "VERBATIM", "VERBATIM", "NUMBER", "ADDED"],
    [
      "4 of 6 statements here stand word for word in the page of Iraqi News Agency, 3 March 2024; 1 stands there changed; one wasn’t found there.",
    ],
  ],
  [
    ["VERBATIM"],
    ["The only statement here stands word for word in the page of Iraqi News Agency, 3 March 2024."],
  ],
  [
    ["VERBATIM", "VERBATIM"],
    ["All 2 statements here stand word for word in the page of Iraqi News Agency, 3 March 2024."],
  ],
  [
    ["NAME", "ADDED", "ADDED"],
    [
      "1 of 3 statements here stands in the page of Iraqi News Agency, 3 March 2024, changed; 2 weren’t found there.",
    ],
  ],
  [
    [null, "ADDED"],
    [
      "No statement here stands in the page of Iraqi News Agency, 3 March 2024; one wasn’t found there.",
      "One statement wasn’t compared.",
    ],
  ],
])("%j", (list, said) => {
  expect(sentences(list.length, upstream({ statements: fates(...list) }))).toEqual(said);
});

test("what stands in one of several pages was found", () => {
  const page = { ...upstream().page, id: OTHER, publisher: null, postedAt: null };
  const said = sentences(
    3,
    upstream({ statements: fates("VERBATIM", "ADDED", "ADDED") }),
    upstream({ page, kind: "QUOTES", statements: fates("ADDED", "VERBATIM", "ADDED") }),
  );
  expect(said).toEqual([
    "1 of 3 statements here stands word for word in the page of Iraqi News Agency, 3 March 2024.",
    "1 of 3 statements here stands word for word in a page without a publisher.",
    "One statement was found on none of these pages.",
  ]);
});

test("what is only cited says nothing of what was added, and what wasn't compared says so", () => {
  expect(sentences(2, upstream({ kind: "CITES" }))).toEqual([
    "This page names the page of Iraqi News Agency, 3 March 2024 as its source, and takes none of its words.",
  ]);
  expect(sentences(2, upstream({ sentences: null }))).toEqual([
    "This page is from the page of Iraqi News Agency, 3 March 2024. The statements of both weren’t compared.",
  ]);
});

test("each page says why, who found it, how the texts compare; the way to it where readers can open it", () => {
  const one = upstream({
    reasons: [
      { code: "credits", name: "INA" },
      { code: "links", address: "https://ina.example/1" },
      { code: "posted-earlier", days: 1 },
      { code: "word-for-word", count: 4, of: 6 },
    ],
    reason: "Its foot says so.",
    isCut: true,
  });
  expect(textSourcesView(pageOf(3, [one]), OPEN)?.upstream?.items).toEqual([
    {
      key: ID,
      title: "Port news",
      href: "/articles/port-news",
      what: "Reposts: the page of Iraqi News Agency, 3 March 2024",
      address: "https://ina.example/1",
      lines: [
        "The text names INA as its source.",
        "The text gives its address.",
        "It was posted 1 day earlier.",
        "In the words of Mara: “Its foot says so.”",
        "Found by Mara, 20 September 2024.",
        "Sentence by sentence: 4 word for word, 1 changed, 1 not found there, 2 left out here.",
        "Only the beginning of one of the texts was compared.",
      ],
      since: [],
    },
  ]);
  expect(textSourcesView(pageOf(3, [one]), NO_NEIGHBOURS)?.upstream?.items[0]?.href).toBeNull();
});

test("what became of its headline is said with the words of both, which are facts of pages on the web", () => {
  const lines = (headline: PublishedUpstream["headline"]) =>
    textSourcesView(pageOf(1, [upstream(headline ? { headline } : {})]), NO_NEIGHBOURS)?.upstream?.items[0]
      ?.lines;
  expect(lines({ change: "NUMBER", here: ["Forty"], there: ["Four"] })).toContain(
    "Changed in the headline: a number, a date or a unit. Here: “Forty”. Upstream: “Four”.",
  );
  expect(lines({ change: "VERBATIM" })).toContain("The headline stands upstream word for word.");
  expect(lines({ change: "ADDED" })).toContain("The headline wasn’t found upstream.");
  expect(lines(undefined)?.join(" ")).not.toContain("headline");
});

test("a page that changed or went since says so, with the day", () => {
  const since = { href: null, newerOn: "2024-10-02", goneOn: "2024-11-05" };
  const around = { ...NO_NEIGHBOURS, upstream: new Map([[ID, since]]) };
  expect(textSourcesView(pageOf(1, [upstream()]), around)?.upstream?.items[0]?.since).toEqual([
    "That page changed since it was compared: another version of it was seen on 2 October 2024.",
    "That page is gone from its address: it was looked for on 5 November 2024.",
  ]);
});

test("twenty pages are listed, and how many more there are is said", () => {
  const many = Array.from({ length: 23 }, () => upstream({ statements: fates("VERBATIM") }));
  const view = textSourcesView(pageOf(1, many), NO_NEIGHBOURS);
  expect(view?.upstream?.items).toHaveLength(20);
  expect(view?.upstream?.more).toBe("and 3 more");
});

const copy = (n: number) => ({
  slug: `copy-${n}`,
  title: `Copy ${n}`,
  publisher: n === 2 ? null : `Blog ${n}`,
  postedAt: `2024-03-0${9 - n}`,
  kind: "REPOSTS" as const,
  verbatim: n === 2 ? 0 : 4,
  statements: 6,
});

test("pages that have it from here are listed, and said how many there are", () => {
  const around = { ...NO_NEIGHBOURS, downstream: [copy(1), copy(2)], downstreamCount: 2 };
  const view = textSourcesView(foundingPublication(), around);
  expect(view?.upstream).toBeNull();
  expect(view?.downstream).toEqual({
    sentence: "2 pages that are published here have their text from this one.",
    items: [
      {
        href: "/articles/copy-1",
        title: "Copy 1",
        what: "Reposts: the page of Blog 1, 8 March 2024; 4 of its 6 statements stand here word for word",
      },
      {
        href: "/articles/copy-2",
        title: "Copy 2",
        what: "Reposts: a page without a publisher, 7 March 2024",
      },
    ],
    more: null,
    href: `/articles/${foundingPublication().article.slug}`,
    earlier: null,
    later: null,
  });
  const many = { ...around, downstreamCount: 200, isAllCounted: false };
  expect(textSourcesView(foundingPublication(), many)?.downstream).toMatchObject({
    sentence: "At least 200 pages that are published here have their text from this one.",
    more: "and at least 198 more",
  });
  expect(textSourcesView(foundingPublication(), { ...many, later: "there" })?.downstream).toMatchObject({
    more: null,
    later: "there",
  });
});

describe("the picture", () => {
  test("goes from the earliest page down, with this one between those above and below", () => {
    const nobody = { ...upstream().page, id: OTHER, publisher: null, postedAt: null };
    const content = pageOf(2, [upstream({ page: nobody }), upstream()]);
    const around = { ...NO_NEIGHBOURS, downstream: [copy(1), copy(2)], downstreamCount: 2 };
    const { boxes, words, height, caption } = sourcesPicture(content, around);
    expect(boxes.map(({ place, name, day, isNobodys }) => [place, name, day, isNobodys])).toEqual([
      ["UP", "Iraqi News Agency", "3 March 2024", false],
      ["UP", "Publisher not named", "no day", true],
      ["HERE", "dinarevaluation.blogspot.com", "This page, 25 July 2024", false],
      ["DOWN", "Publisher not named", "7 March 2024", false],
      ["DOWN", "Blog 1", "8 March 2024", false],
    ]);
    expect(boxes.map(({ y }) => y)).toEqual([0, 58, 116, 174, 232]);
    expect(height).toBe(276);
    expect(words).toContain(
      "This page has its text from 2 pages above it. 2 pages below have it from this one.",
    );
    expect(caption).not.toContain("drawn");
  });

  test("holds twenty pages beside this one, and says how many it leaves out", () => {
    const content = pageOf(
      2,
      Array.from({ length: 30 }, () => upstream()),
    );
    const downstream = Array.from({ length: 20 }, () => copy(1));
    const around = { ...NO_NEIGHBOURS, downstream, downstreamCount: 100 };
    const { boxes, caption } = sourcesPicture(content, around);
    expect(boxes).toHaveLength(21);
    expect(caption).toContain("110 more aren’t drawn.");
  });

  test("a line from a page that nobody is named for is nobody's, on the way down as well", () => {
    const founding = foundingPublication();
    const content = { ...founding, article: { ...founding.article, publisher: null } };
    const around = { ...NO_NEIGHBOURS, downstream: [copy(1)], downstreamCount: 1 };
    expect(sourcesPicture(content, around).boxes.map(({ isNobodys }) => isNobodys)).toEqual([true, true]);
  });
});

describe("beside a statement", () => {
  const changed = { number: 1, change: "NUMBER" as const, here: ["Forty"], there: ["Four", "4"] };
  const noted = (now: TextNeighbours, ...provenance: PublishedUpstream[]) =>
    upstreamNotes(pageOf(3, provenance), now).get(1);
  test("words upstream are shown while readers can open the page, and no longer", () => {
    const one = upstream({ statements: [changed] });
    expect(noted(OPEN, one)).toBe(
      "Changed: a number, a date or a unit. Here: “Forty”. Upstream: “Four” and “4”.",
    );
    expect(noted(NO_NEIGHBOURS, one)).toBe("Changed: a number, a date or a unit. Here: “Forty”.");
    expect(
      noted({ ...OPEN, upstream: new Map([[ID, { href: null, newerOn: null, goneOn: null }]]) }, one),
    ).not.toContain("Four");
  });

  test("of several pages the one where it stands best is named", () => {
    const page = { ...upstream().page, id: OTHER, publisher: "The Gazette" };
    expect(
      noted(OPEN, upstream({ statements: [changed] }), upstream({ page, statements: fates("VERBATIM") })),
    ).toBe("Word for word in the page of The Gazette, 3 March 2024.");
  });

  test("nothing stands beside what wasn't compared", () => {
    expect(noted(OPEN, upstream({ statements: fates(null, "VERBATIM") }))).toBeUndefined();
    expect(noted(OPEN)).toBeUndefined();
  });
});

describe("in Arabic", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubEnv("ONRECORD_LANGUAGE", "ar");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("the sentence, the pages and the notes are", async () => {
    const arabic = await import("./text-sources");
    const one = upstream({ statements: fates("VERBATIM", "VERBATIM", "NUMBER", "ADDED") });
    const page = pageOf(4, [one]);
    const view = arabic.textSourcesView(page, NO_NEIGHBOURS);
    expect(view?.upstream?.sentences.join(" ")).toMatch(/^عبارتان من أصل 4 عبارات هنا تردان حرفيًا/u);
    expect(arabic.upstreamNotes(page, NO_NEIGHBOURS).get(4)).toBe("لم نجدها في الأصل.");
  });
});
