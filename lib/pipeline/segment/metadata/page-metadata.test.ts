import { describe, expect, test } from "vitest";
import { pageOfHtml } from "#lib/pipeline/segment/html/html-page";
import { linkedNodes } from "./json-ld";
import { metadataOf, type SeenLines, saidInPost } from "./page-metadata";
import { canonicalOf } from "./page-names";

const NOTHING: SeenLines = { titles: [], datelines: [], elsewhere: [], lead: null, from: 0, to: 0 };
const read = (
  html: string,
  seen: Partial<SeenLines> = {},
  url: string | null = "https://news.example/2024/07/24/talks",
) =>
  metadataOf({ format: "html", content: html, url, publisher: null }, pageOfHtml(html).head, {
    ...NOTHING,
    ...seen,
  });

describe("publication date", () => {
  test.each([
    [
      "linked data",
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-07-25T09:00:00+03:00"}]}</script>',
      "2024-07-25",
      "CERTAIN",
      "JSON-LD",
    ],
    [
      "OpenGraph",
      '<meta property="article:published_time" content="2024-07-25T09:00:00+03:00">',
      "2024-07-25",
      "CERTAIN",
      "OpenGraph",
    ],
    ["meta", '<meta name="pubdate" content="July 25, 2024">', "2024-07-25", "CERTAIN", "meta"],
    [
      "a named time element",
      '<time class="entry-date published" datetime="2024-07-25">today</time>',
      "2024-07-25",
      "CERTAIN",
      "time element",
    ],
    ["the address", "<p>x", "2024-07-24", "IMPLIED", "address"],
  ])("from %s", (_, html, day, certainty, foundIn) =>
    expect(read(html).dates.published).toEqual({ day, certainty, foundIn }),
  );

  test("from a visible line, in Arabic digits", () => {
    const { published } = read("<p>x", { datelines: ["نشر في ٢٥ تموز ٢٠٢٤"] }).dates;
    expect(published).toEqual({ day: "2024-07-25", certainty: "IMPLIED", foundIn: "visible text" });
  });

  test("a line that says updated is not taken for the publication where another line has it", () => {
    const seen = { datelines: ["Updated: July 27, 2024", "Published July 25, 2024"] };
    expect(read("<p>x", seen).dates.published?.day).toBe("2024-07-25");
    expect(read("<p>x", seen).dates.updated?.day).toBe("2024-07-27");
  });

  test("a dated line far from the article counts where the page says nothing else", () => {
    const seen = { elsewhere: ["Published July 25, 2024"] };
    expect(read("<p>x", seen, null).dates.published?.day).toBe("2024-07-25");
    expect(read("<p>x", seen).dates.published?.foundIn).toBe("address");
  });

  test("Greenwich's next day gives way to the day in the address", () => {
    const html = '<meta property="article:published_time" content="2024-07-25T02:30:00+00:00">';
    expect(read(html).dates.published?.day).toBe("2024-07-24");
  });

  test("nothing is made up", () => expect(read("<p>x", {}, null).dates.published).toBeNull());

  test("broken linked data is passed over", () => {
    expect(linkedNodes(["{not json", '{"@type":"Article","headline":"a\nb",}'])).toHaveLength(1);
    expect(linkedNodes(["null", "[]", '"x"', "{"])).toEqual([]);
  });
});

describe("canonical address", () => {
  const page = "https://www.news.example/2024/07/talks?utm=1";
  test.each([
    ["/2024/07/talks", "https://www.news.example/2024/07/talks"],
    ["https://news.example/2024/07/talks#top", "https://news.example/2024/07/talks"],
    ["https://other.example/2024/07/talks", null],
    ["https://www.news.example/", null],
    ["", null],
    ["javascript:alert(1)", null],
    ["http://[", null],
    [null, null],
  ])("%s", (href, expected) => expect(canonicalOf(href, page)).toBe(expected));
});

describe("names", () => {
  test("author and publisher by reference", () => {
    const html =
      '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#p"},"publisher":{"name":"The Desk"}},{"@type":"Person","@id":"#p","name":"Rebin Aziz"}]}</script>';
    expect(read(html, {}, null)).toMatchObject({ author: "Rebin Aziz", publisher: "The Desk" });
  });

  test.each([
    ["By Anna Whitfield | July 25, 2024", "Anna Whitfield"],
    ["بقلم: حسن التميمي", "حسن التميمي"],
    ["July 25, 2024 | By Anna Whitfield", "Anna Whitfield"],
    ["Published by accident", null],
  ])("a visible line: %s", (line, author) => expect(read("<p>x", { datelines: [line] }).author).toBe(author));
});

describe("title", () => {
  const line = (text: string, level: number, chance: number, isBeforeBody = true) => ({
    text,
    level,
    chance,
    isBeforeBody,
  });
  test("the visible line that bears out what the page calls itself", () => {
    const titles = [
      line("The Desk", 1, 0.2),
      line("Talks end in Washington", 2, 0.6),
      line("Other story", 3, 0.1, false),
    ];
    const html =
      '<title>Talks end in Washington | The Desk</title><meta property="og:site_name" content="The Desk">';
    expect(read(html, { titles }).title).toBe("Talks end in Washington");
  });
  test.each([
    ["Prices of talks", 0.2, "Talks end in Washington"],
    ["Prices of talks", 0.8, "Prices of talks"],
    ["Talks end in Washington", 0.2, "Talks end in Washington"],
    ["World news Talks end in Washington", 0.8, "Talks end in Washington"],
    ["Live: Talks end in Washington", 0.8, "Live: Talks end in Washington"],
  ])("a heading, %s, held for a headline by %d", (text, chance, title) => {
    const titles = [line(text, 1, chance)];
    expect(read("<title>Talks end in Washington | The Desk</title>", { titles }).title).toBe(title);
  });
  test("declared, without the site's name, where no line is a title", () => {
    expect(read("<title>Talks end in Washington | The Desk</title>").title).toBe("Talks end in Washington");
  });
  test.each([
    ["The Desk | Talks end in Washington", "Talks end in Washington"],
    ["The Desk: Talks end", "Talks end"],
    ["news.example Talks end", "Talks end"],
    ["news.examples of talks", "news.examples of talks"],
    ["Talks end: what now", "Talks end: what now"],
  ])("the site's name in front: %s", (declared, title) => {
    const html = `<title>${declared}</title><meta property="og:site_name" content="The Desk">`;
    expect(read(html).title).toBe(title);
  });
  test.each([
    ["Talks end in Washington (paper.example) 87", "Talks end in Washington"],
    ["Talks end in Washington 12", "Talks end in Washington"],
    ["Talks end in Washington after 12 days", "Talks end in Washington after 12 days"],
    ["Talks end in Washington (updated) again", "Talks end in Washington (updated) again"],
  ])("a note behind the title: %s", (text, title) => {
    const html = "<title>Talks end in Washington | The Desk</title>";
    expect(read(html, { titles: [line(text, 1, 0.9)] }).title).toBe(title);
  });
  test.each([
    [2, "Talks end in Washington", "Talks end in Washington"],
    [2, "Another title", "An end to the talks in Washington"],
    [1, "Talks end in Washington", "An end to the talks in Washington"],
  ])("a heading of level %d that differs, where the page also says: %s", (level, other, title) => {
    const html = `<title>Talks end in Washington | The Desk</title><meta property="og:title" content="${other}">`;
    expect(read(html, { titles: [line("An end to the talks in Washington", level, 0.9)] }).title).toBe(title);
  });
  test("null where there is none", () => expect(read("<p>x").title).toBeNull());
});

test("the day of an older post below is not the agency's", () => {
  const lines = ["By Mina Wire, November 19, 2026", "Older Post: Wednesday, November 18, 2026"];
  expect(saidInPost(lines, null, "2026-11-19").agencyDate).toBeNull();
  expect(saidInPost(["Wednesday, November 18, 2026 | Mina Wire"], null, "2026-11-19").agencyDate).toBe(
    "2026-11-18",
  );
});
