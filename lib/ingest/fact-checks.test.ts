import { describe, expect, test } from "vitest";
import { FACT_CHECK_BOUNDS } from "#lib/domain/bounds";
import { readFactChecks } from "./fact-checks";

const WORDING = "The harbour council of Kelm sold the old quay to a Norwegian company in 2024.";
const review = (claimReviewed: string | undefined, alternateName = "False") => ({
  "@type": "ClaimReview",
  claimReviewed,
  reviewRating: { alternateName },
});
const read = (content: string, url: string | null = null) =>
  readFactChecks({ content, url, wording: WORDING });
const claimsOf = ({ checks }: ReturnType<typeof read>) => checks.map(({ check }) => check.claim);

test("a page's blocks are read, and what is no JSON is counted; the likest to our claim stands first", () => {
  const block = (text: string) => `<script type="application/ld+json">${text}</script>`;
  const page = [
    "<!doctype html><html><head><title>Fact-checks</title>",
    block(JSON.stringify(review("Bread prices tripled in May."))),
    block("{ broken"),
    block(JSON.stringify(review(undefined, "Unproven"))),
    block(JSON.stringify(review("The inn was closed."))),
    block(
      JSON.stringify(review("Kelm's harbour council sold the old quay to a company from Norway in 2024.")),
    ),
    "</head><body></body></html>",
  ].join("\n");
  const found = read(page, "https://checks.example/week");
  expect(found).toMatchObject({ total: 4, unreadable: 1, isCut: false });
  expect(claimsOf(found)).toEqual([
    "Kelm's harbour council sold the old quay to a company from Norway in 2024.",
    "Bread prices tripled in May.",
    null,
    "The inn was closed.",
  ]);
  expect(found.checks.map(({ likeness }) => likeness)).toEqual(["LIKE", "OTHER", null, "OTHER"]);
  expect(found.checks.every(({ check }) => check.url === "https://checks.example/week")).toBe(true);
});

describe("a page that says it in its elements", () => {
  const SCHEMA = "https://schema.org";
  const page = (claim: string, more = "") => `<!doctype html><html><body>
    <nav itemscope itemtype="${SCHEMA}/SiteNavigationElement"><a itemprop="url" href="/">Home</a></nav>
    <article itemscope itemtype="${SCHEMA}/NewsArticle">
      <h1 itemprop="headline">Was the quay sold?</h1>
      <section itemscope itemtype="http://schema.org/ClaimReview">
        <h2 itemprop="name">The quay,
          looked at</h2>
        <a itemprop="url" href="/checks/quay">To this review</a>
        <time itemprop="datePublished" datetime="2024-05-21T08:00:00+02:00">on Tuesday</time>
        <p>They said: <q itemprop="claimReviewed">${claim}</q></p>
        <p itemprop="author" itemscope itemtype="${SCHEMA}/Organization"><span itemprop="name">Quay Watch</span></p>
        <div itemprop="reviewRating" itemscope itemtype="${SCHEMA}/Rating">
          <meta itemprop="ratingValue" content="1"><meta itemprop="worstRating" content="1"><meta itemprop="bestRating" content="5">
          <strong itemprop="alternateName">Mostly <em>false</em></strong>
        </div>
        <div itemprop="itemReviewed" itemscope itemtype="${SCHEMA}/Claim"><p itemprop="text">Another wording.</p></div>
      </section>
    </article>${more}</body></html>`;

  test("gives the same as one that says it in a block", () => {
    const found = read(page(WORDING), "https://checks.example/week");
    expect(found).toMatchObject({ total: 1, unreadable: 0, isCut: false });
    expect(found.checks).toEqual([
      {
        likeness: "SAME",
        check: {
          claim: WORDING,
          rating: "Mostly false",
          value: "1",
          worst: "1",
          best: "5",
          by: "Quay Watch",
          title: "The quay, looked at",
          day: "2024-05-21",
          url: "https://checks.example/checks/quay",
        },
      },
    ]);
  });

  test("is read beside its blocks, and what both say is said once", () => {
    const { check } = read(page(WORDING)).checks[0] ?? {};
    const same = {
      "@type": "ClaimReview",
      claimReviewed: check?.claim,
      name: check?.title,
      author: { name: check?.by },
      datePublished: check?.day,
      reviewRating: { alternateName: check?.rating, ratingValue: 1, worstRating: 1, bestRating: 5 },
      url: "/checks/quay",
    };
    const block = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
    const url = "https://checks.example/week";
    expect(read(page(WORDING, block(same)), url).total).toBe(1);
    expect(read(page(WORDING, block(review("The inn was closed."))), url).total).toBe(2);
  });

  test("is said to be cut where more stands in it than is read, and its blocks are read even so", () => {
    const bomb = "<div itemscope>".repeat(2_000);
    const block = `<script type="application/ld+json">${JSON.stringify(review(WORDING))}</script>`;
    expect(read(`${block}${bomb}`)).toMatchObject({ total: 1, isCut: true });
  });
});

describe("of a data feed of many", () => {
  const many = Array.from({ length: 3_000 }, (_, i) =>
    review(`Town number ${i} opened a school for ${i + 3} children.`),
  );
  const feed = (elements: readonly unknown[]) =>
    JSON.stringify({
      "@type": "DataFeed",
      dataFeedElement: elements.map((item) => ({ "@type": "DataFeedItem", item })),
    });

  test("those are told that are worded like our claim", () => {
    const like = [
      review("The old quay of Kelm was sold to a Norwegian company by the harbour council in 2024."),
      review("The harbour council of Kelm did not sell the old quay to a Norwegian company in 2024.", "True"),
    ];
    const found = read(feed([...many.slice(0, 2_000), ...like, ...many.slice(2_000)]));
    expect(found.total).toBe(3_002);
    expect(claimsOf(found)).toEqual(like.map(({ claimReviewed }) => claimReviewed));
    expect(found.checks.map(({ likeness }) => likeness)).toEqual(["SAME", "LIKE"]);
    expect(found.checks.length).toBeLessThanOrEqual(FACT_CHECK_BOUNDS.shown);
  });

  test("our own wording is likely our claim, and stands first", () => {
    const found = read(feed([review(`${WORDING.slice(0, -5)} after all.`), ...many, review(WORDING)]));
    expect(found.checks[0]).toMatchObject({ check: { claim: WORDING }, likeness: "SAME" });
  });

  test("none is told where none is", () => {
    const found = read(feed(many));
    expect([found.total, found.checks]).toEqual([3_000, []]);
  });
});

test.each(["", "Just words.", "<html><p>ClaimReview</p></html>", "[]", '{"@type":"NewsArticle"}', "null"])(
  "there is none in %j",
  (content) => expect(read(content)).toEqual({ checks: [], total: 0, isCut: false, unreadable: 0 }),
);
