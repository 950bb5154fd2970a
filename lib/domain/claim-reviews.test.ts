import { describe, expect, test } from "vitest";
import { FACT_CHECK_BOUNDS } from "./bounds";
import { claimReviewsIn } from "./claim-reviews";
import { FactCheck } from "./fact-checks";

const HERE = "https://checks.example/quay";
const read = (...blocks: unknown[]) => claimReviewsIn(blocks, HERE).checks;
const NOTHING: FactCheck = {
  claim: null,
  rating: null,
  value: null,
  worst: null,
  best: null,
  by: null,
  title: null,
  day: null,
  url: HERE,
};
const REVIEW = {
  "@type": "ClaimReview",
  claimReviewed: "The quay was sold.",
  reviewRating: {
    "@type": "Rating",
    alternateName: "Half true",
    ratingValue: 3,
    worstRating: 1,
    bestRating: 5,
  },
  author: { "@type": "Organization", name: "Gazette Check" },
  datePublished: "2026-03-04T23:30:00-08:00",
  url: "https://checks.example/quay-sold",
  headline: "Was the quay sold?",
};
const WHOLE: FactCheck = {
  claim: "The quay was sold.",
  rating: "Half true",
  value: "3",
  worst: "1",
  best: "5",
  by: "Gazette Check",
  title: "Was the quay sold?",
  day: "2026-03-04",
  url: "https://checks.example/quay-sold",
};
const one = (more: object) => read({ ...REVIEW, ...more })[0];

describe("a review is found", () => {
  test.each<[string, unknown]>([
    ["as the block itself", REVIEW],
    ["in a list", [{ "@type": "WebSite" }, REVIEW]],
    ["in a graph", { "@context": "https://schema.org", "@graph": [{ "@type": "WebPage" }, REVIEW] }],
    ["with its type in a list", { ...REVIEW, "@type": ["Review", "ClaimReview"] }],
    ["with a whole type", { ...REVIEW, "@type": "http://schema.org/ClaimReview" }],
    ["with a prefix", { ...REVIEW, "@type": "schema:ClaimReview" }],
    ["inside of an article", { "@type": "NewsArticle", mainEntity: { review: [REVIEW] } }],
    [
      "in a data feed",
      { "@type": "DataFeed", dataFeedElement: [{ "@type": "DataFeedItem", item: [REVIEW] }] },
    ],
  ])("%s", (_, block) => expect(read(block)).toEqual([WHOLE]));

  test("with others on the page, in their order, and once where it is written twice", () => {
    const other = (claimReviewed: string) => ({ ...REVIEW, claimReviewed });
    const blocks = [
      [REVIEW, other("The mill was sold.")],
      { "@graph": [REVIEW, other("The inn was sold.")] },
    ];
    expect(read(...blocks).map(({ claim }) => claim)).toEqual([
      "The quay was sold.",
      "The mill was sold.",
      "The inn was sold.",
    ]);
  });

  test.each<[string, unknown]>([
    ["of products", { "@type": "Review", reviewRating: { ratingValue: 4 } }],
    ["without a type", { claimReviewed: "The quay was sold." }],
    ["of a type that is called alike", { ...REVIEW, "@type": "NoClaimReviewer" }],
    ["that says nothing", { "@type": "ClaimReview", url: HERE, author: "Gazette Check" }],
    ["nowhere: a text", "ClaimReview"],
    ["nowhere: nothing", null],
  ])("but none %s", (_, block) => expect(read(block)).toEqual([]));
});

describe("what it says is read, whatever it is written as", () => {
  test.each<[string, object, string | null]>([
    ["a list", { claimReviewed: ["The quay was sold.", "x"] }, "The quay was sold."],
    ["a value with a language", { claimReviewed: { "@value": "Der Kai", "@language": "de" } }, "Der Kai"],
    [
      "left out, and what was reviewed has a text",
      { claimReviewed: undefined, itemReviewed: { text: "The quay." } },
      "The quay.",
    ],
    [
      "empty, and what was reviewed is a list",
      { claimReviewed: " ", itemReviewed: [{ name: "The quay." }] },
      "The quay.",
    ],
    ["nowhere", { claimReviewed: {}, itemReviewed: 7 }, null],
  ])("the claim: %s", (_, more, claim) => expect(one(more)?.claim).toBe(claim));

  test.each<[string, unknown, Partial<FactCheck>]>([
    ["words alone", "Mostly false", { rating: "Mostly false", value: null }],
    ["a number alone", 2, { rating: null, value: "2" }],
    ["a number as text", "2.5", { rating: null, value: "2.5" }],
    [
      "a list of ratings",
      [{ ratingValue: "1" }, { alternateName: "False" }],
      { rating: "False", value: "1" },
    ],
    [
      "a name in its place",
      { name: "Pants on fire", ratingValue: 0 },
      { rating: "Pants on fire", value: "0" },
    ],
    ["a list of words", { alternateName: ["خاطئ"] }, { rating: "خاطئ" }],
    ["nothing", undefined, { rating: null, value: null, worst: null, best: null }],
    ["true", true, { rating: null, value: null }],
  ])("the rating: %s", (_, reviewRating, says) => expect(one({ reviewRating })).toMatchObject(says));

  test.each<[string, object, string | null]>([
    ["a text", { author: "Gazette Check" }, "Gazette Check"],
    ["several", { author: [{ name: "Ana" }, { name: "Ben" }, "Ana"] }, "Ana, Ben"],
    ["the publisher, where no author is named", { author: {}, publisher: { name: "Gazette" } }, "Gazette"],
    ["nobody", { author: null }, null],
  ])("who reviewed: %s", (_, more, by) => expect(one(more)?.by).toBe(by));

  test("what it names by an id stands elsewhere in the data", () => {
    const graph = [
      { "@type": "Organization", "@id": "#org", name: "Gazette Check" },
      { "@type": "Claim", "@id": "#claim", text: "The quay was sold." },
      { ...REVIEW, claimReviewed: undefined, author: { "@id": "#org" }, itemReviewed: { "@id": "#claim" } },
    ];
    expect(read({ "@graph": graph })).toEqual([WHOLE]);
    expect(read({ "@graph": [...graph].reverse() })).toEqual([WHOLE]);
  });

  test.each<[unknown, string | null]>([
    ["2026-03-04", "2026-03-04"],
    [["2026-03-04 10:00"], "2026-03-04"],
    ["2026-02-30", null],
    ["4 March 2026", null],
    ["20260304", null],
    [1772582400, null],
  ])("the day %j is %j", (datePublished, day) => expect(one({ datePublished })?.day).toBe(day));

  test.each<[string, object, string | null]>([
    ["relative", { url: "/sold?a=b#c" }, "https://checks.example/sold?a=b#c"],
    ["a list", { url: ["https://a.example/x"] }, "https://a.example/x"],
    [
      "the page that it is about",
      { url: undefined, mainEntityOfPage: { "@id": "https://a.example/x" } },
      "https://a.example/x",
    ],
    ["a script", { url: "javascript:alert(1)" }, HERE],
    ["with a password", { url: "https://a:b@c.example/" }, HERE],
    ["too long", { url: `https://a.example/${"x".repeat(2_000)}` }, HERE],
    ["left out", { url: undefined }, HERE],
  ])("the address: %s", (_, more, url) => expect(one(more)?.url).toBe(url));

  test("without an address of the data there is none but its own", () => {
    const of = (url: string | undefined) => claimReviewsIn([{ ...REVIEW, url }], null).checks[0]?.url;
    expect([of("https://a.example/x"), of("/x"), of(undefined)]).toEqual(["https://a.example/x", null, null]);
  });
});

test("claims as the Fact Check Tools name them are read", () => {
  const claims = [
    {
      text: "The quay was sold.",
      claimant: "A blog",
      claimReview: [
        {
          publisher: { name: "Gazette Check", site: "checks.example" },
          url: "https://checks.example/quay-sold",
          title: "Was the quay sold?",
          reviewDate: "2026-03-04T00:00:00Z",
          textualRating: "Half true",
          languageCode: "en",
        },
        { publisher: { site: "b.example" }, textualRating: "No" },
      ],
    },
  ];
  expect(read({ claims })).toEqual([
    { ...WHOLE, value: null, worst: null, best: null },
    { ...NOTHING, claim: "The quay was sold.", rating: "No", by: "b.example", url: null },
  ]);
});

describe("what is hostile", () => {
  test("has a bound, and no mark that turns its neighbours", () => {
    const long = `\u202Eevil\u0000 \n\t${"x".repeat(50_000)}\uD800`;
    const found = one({ claimReviewed: long, author: long, headline: long, reviewRating: long, url: long });
    expect(FactCheck.parse(found)).toEqual(found);
    expect(found?.claim).toMatch(/^evil\uFFFD x+…$/);
    const { claim, name, title, rating } = FACT_CHECK_BOUNDS;
    expect(found?.claim).toHaveLength(claim);
    expect(found?.by).toHaveLength(name);
    expect(found?.title).toHaveLength(title);
    expect(found?.rating).toHaveLength(rating);
  });

  test("is looked at to a depth and a number, and ends", () => {
    const deep = JSON.parse(
      `${'{"a":['.repeat(5_000)}{"@type":"ClaimReview","claimReviewed":"x"}${"]}".repeat(5_000)}`,
    );
    expect(read(deep)).toEqual([]);
    const wide = claimReviewsIn([Array.from({ length: 500_000 }, () => 0), REVIEW], null);
    expect(wide).toEqual({ checks: [], isCut: true });
    const others = Array.from({ length: FACT_CHECK_BOUNDS.read + 5 }, (_, i) => ({
      ...REVIEW,
      headline: `${i}`,
    }));
    const many = claimReviewsIn([others], null);
    expect(many.checks).toHaveLength(FACT_CHECK_BOUNDS.read);
    expect(many.isCut).toBe(true);
  });

  test("leads nowhere: ids in a circle, names of prototypes", () => {
    const circle = { ...REVIEW, "@id": "#a", author: { "@id": "#b" } };
    expect(read([circle, { "@id": "#b", author: { "@id": "#a" }, name: { "@id": "#a" } }])[0]?.by).toBeNull();
    expect(
      read(JSON.parse('{"__proto__":{"@type":"ClaimReview","claimReviewed":"x"},"@type":"Thing"}')),
    ).toHaveLength(1);
  });
});
