import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Analysis } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import { analyse } from "./analyse";
import { articlesIn, MOST_POSTS } from "./part";
import { archiveText, blog, type MadePost, posts, starts, type Theme, themes } from "./testing/made-blogs";

// A loaded machine is slow, and a property is asked of many pages.
vi.setConfig({ testTimeout: 60_000 });

const read = (format: "html" | "text", content: string) =>
  analyse({ format, content, url: "https://harbour.example/", publisher: null }, "RULES");

/** Every span of an analysis lies in its own text, in order; every index points to something. */
function isWhole(analysis: Analysis): void {
  Analysis.parse(analysis);
  const { text, segments, statements, attributions } = analysis;
  let last = 0;
  for (const { start, end, post } of segments) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    expect(end).toBeGreaterThan(start);
    expect(analysis.posts[post]).toBeDefined();
    last = end;
  }
  expect(text.length).toBe(last);
  for (const { start, end, segment, post, attributions: own, prediction } of statements) {
    const around = segments[segment];
    expect(around?.post).toBe(post);
    expect(start).toBeGreaterThanOrEqual(around?.start ?? Number.POSITIVE_INFINITY);
    expect(end).toBeLessThanOrEqual(around?.end ?? -1);
    for (const index of own) expect(attributions[index]).toBeDefined();
    if (prediction) expect(text.slice(prediction.start, prediction.end)).toBe(prediction.text);
  }
  for (const { source, cue, content } of attributions)
    for (const [start, end] of [...source, ...cue, ...content]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
}

const bare = (text: string) => text.replace(/\s/g, "");

/** Together the parts are the page, and what was proposed of it. */
function isPartition(page: Analysis): void {
  const parts = articlesIn(page).map(({ analysis }) => analysis);
  if (parts.length > 1) parts.forEach(isWhole);
  expect(bare(parts.map(({ text }) => text).join(""))).toBe(bare(page.text));
  const quotes = (one: Analysis) => one.statements.map(({ start, end }) => one.text.slice(start, end));
  expect(parts.flatMap(quotes)).toEqual(quotes(page));
  // None of them belongs to two posts, or to none.
  expect(parts.flatMap(({ attributions }) => attributions)).toHaveLength(page.attributions.length);
  expect(parts.flatMap(({ segments }) => segments.map(({ type }) => type))).toEqual(
    page.segments.map(({ type }) => type),
  );
}

const teasersOf = ({ posts }: Analysis) => posts.filter(({ isTeaser }) => isTeaser);
const mainOf = ({ posts }: Analysis) => posts.filter(({ isTeaser }) => !isTeaser);

describe.each(Object.keys(posts) as (keyof typeof posts)[])("pages in %s", (language) => {
  const given = posts[language];

  test.each(Object.keys(themes) as Theme[])("a home page built as %s: each post is one article", (theme) => {
    const page = read("html", blog(language, given, theme));
    const found = articlesIn(page);
    expect(found.map(({ heading }) => heading)).toEqual(given.map(({ title }) => title));
    found.forEach(({ analysis }, i) => {
      const { title, day, paragraphs } = given[i] as MadePost;
      const date = theme === "undated" ? null : day;
      expect(analysis).toMatchObject({ title, publishedAt: date, dates: { updated: null }, canonical: null });
      expect(mainOf(analysis)).toEqual([{ headline: title, date, isTeaser: false }]);
      for (const [n, other] of given.entries())
        for (const line of other.paragraphs) expect(analysis.body.includes(line)).toBe(n === i);
      expect(analysis.body).toContain(paragraphs[0]);
      for (const { postedAt, post } of analysis.statements)
        if (analysis.posts[post]?.isTeaser === false) expect(postedAt).toBe(date);
    });
    isPartition(page);
  });

  test("what the models find crosses no post", () => {
    const content = blog(language, given, "wordpress");
    isPartition(analyse({ format: "html", content, url: null, publisher: null }, "MODELS"));
  });

  test("an archive as plain text", () => {
    const page = read("text", archiveText(language, given));
    expect(articlesIn(page).map(({ heading, analysis }) => [heading, analysis.publishedAt])).toEqual(
      given.map(({ title, day }) => [title, day]),
    );
    isPartition(page);
  });
});

describe("teasers", () => {
  const [first, second, third] = posts.en;
  if (!first || !second || !third) throw new Error("three posts are needed");

  test("two whole posts and three starts are two articles, and the starts stay starts", () => {
    const page = read("html", blog("en", [first, second], "wordpress", starts));
    const found = articlesIn(page);
    expect(found.map(({ heading }) => heading)).toEqual([first.title, second.title]);
    const teasers = found.map(({ analysis }) => teasersOf(analysis).map(({ headline }) => headline));
    expect(teasers[0]).toEqual([]);
    for (const { title } of starts) expect(teasers[1]).toContain(title);
    expect(teasersOf(found[1]?.analysis as Analysis)[0]?.date).toBe(starts[0]?.day);
    isPartition(page);
  });

  test("one post and many starts are one article, the page as it is", () => {
    const page = read("html", blog("en", [first], "wordpress", [...starts, ...starts]));
    const found = articlesIn(page);
    expect(found).toHaveLength(1);
    expect(found[0]?.analysis).toBe(page);
  });

  test("a later title without any text is no article", () => {
    const empty = { ...second, paragraphs: [] };
    const found = articlesIn(read("html", blog("en", [first, empty, third], "wordpress")));
    expect(found.map(({ heading }) => heading)).toEqual([first.title, third.title]);
  });
});

test("an article with subheadings is one, whatever stands under them", () => {
  const [first] = posts.en;
  const section = (title: string, more = "") =>
    `<h2>${title}</h2>${more}<p>The harbour office said on Friday that work on the third pier will begin in spring.</p>`;
  const html = `<html><title>${first?.title}</title><body><article><h1>${first?.title}</h1><p>July 26, 2024</p><p>${first?.paragraphs.join("</p><p>")}</p>${section("The first pier")}${section("What comes next", "<p>July 27, 2024</p>")}${section("Who pays for it")}</article></body></html>`;
  expect(articlesIn(read("html", html))).toHaveLength(1);
});

test("the founding page is one article with a teaser", () => {
  const found = articlesIn(read("text", readFileSync("seed/page.txt", "utf8")));
  expect(found).toHaveLength(1);
  expect(teasersOf(found[0]?.analysis as Analysis)).toHaveLength(1);
});

describe("names", () => {
  const [first, second] = posts.en;
  const namesOf = (list: readonly MadePost[]) =>
    articlesIn(read("html", blog("en", list, "wordpress"))).map(({ name }) => name);

  test("are the same when a post comes on top and another rolls off", () => {
    const [, a, b] = namesOf(posts.en);
    const [onTop, c, d] = namesOf([
      { ...first, title: "A new notice for the fishermen" },
      ...posts.en.slice(1),
    ]);
    expect([c, d]).toEqual([a, b]);
    expect([a, b]).not.toContain(onTop);
  });

  test("differ where one heading comes back on another day, and where it stands twice on one day", () => {
    const again = { ...first, day: second.day, shown: second.shown, paragraphs: second.paragraphs };
    const [newer, older] = namesOf([first, again]);
    expect(newer).not.toBe(older);
    const twice = { ...again, day: first.day, shown: first.shown };
    const both = namesOf([first, twice]);
    expect(new Set(both).size).toBe(2);
    // The one below was there first.
    expect(both[1]).toBe(newer);
  });

  test("don't hang on case, marks or white space", () => {
    const other = { ...first, title: `“${first.title.toUpperCase()}”` };
    expect(namesOf([other, second])[0]).toBe(namesOf([first, second])[0]);
  });
});

test.each(Object.keys(themes) as Theme[])("a long page built as %s: each of its posts is found", (theme) => {
  const many = Array.from({ length: 60 }, (_, n) => {
    const post = posts.en[n % posts.en.length] ?? posts.en[0];
    return { ...post, title: `${post.title}, part ${n + 1}` };
  });
  const found = articlesIn(read("html", blog("en", many, theme)));
  expect(found.map(({ heading }) => heading)).toEqual(many.map(({ title }) => title));
});

test("a page of 500 posts gives its first ones, and says so", () => {
  const [first] = posts.en;
  const many = Array.from({ length: 500 }, (_, n) => ({ ...first, title: `${first.title}, part ${n + 1}` }));
  const found = articlesIn(read("html", blog("en", many, "wordpress")));
  expect(found).toHaveLength(MOST_POSTS);
  expect(found.at(-1)?.heading).toBe(many[MOST_POSTS - 1]?.title);
  expect(found.at(-1)?.analysis.notes.at(-1)?.remark).toContain(`the ${500 - MOST_POSTS} below this one`);
  expect(found[0]?.analysis.notes.map(({ remark }) => remark).join()).not.toContain("not taken in");
});

test("any page: its parts are its slices, and together they are all of it", () => {
  const made = fc.constantFrom(...Object.values(posts).flat(), { ...posts.en[0], title: "", paragraphs: [] });
  const theme = fc.constantFrom(...(Object.keys(themes) as Theme[]));
  const language = fc.constantFrom(...(Object.keys(posts) as (keyof typeof posts)[]));
  fc.assert(
    fc.property(
      fc.array(made, { maxLength: 6 }),
      theme,
      language,
      fc.nat(3),
      fc.boolean(),
      (list, built, tongue, count, isText) => {
        const given = list as MadePost[];
        const content = isText
          ? archiveText(tongue, given)
          : blog(tongue, given, built, starts.slice(0, count));
        try {
          isPartition(read(isText ? "text" : "html", content));
        } catch (error) {
          // A page without a word is refused: that is clear.
          if (!(error instanceof AppError)) throw error;
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe("a post cut out of a page keeps its day and its byline, and the report above takes neither", () => {
  const REPORT =
    "Baghdad / Northern Wire / The Central Bank of Iraq said on Thursday that the official rate stays at 1,310 dinars to the dollar until the end of the year. The governor told reporters that reserves had grown by four percent.";
  const CALL =
    "It is done, go to the bank on Friday. The screens have the new rate already, and my contact saw it there himself last night.";
  const inText = (day: string) =>
    [
      "Thursday, November 19, 2026",
      "Central Bank Keeps The Rate At 1,310",
      REPORT,
      "Posted by Harbour Blog at 9:12 AM",
      "No comments:",
      "Post a Comment",
      day,
      "Guru Call: It Is Done",
      "by TankMan",
      CALL,
      "No comments:",
    ].join("\n\n");
  const inHtml = (day: string) => {
    const post = (date: string, title: string, text: string, by: string) =>
      `<div class="date-outer"><h2 class="date-header"><span>${date}</span></h2><div class="post hentry">
       <h3 class="post-title"><a href="https://harbour.example/${title.length}.html">${title}</a></h3>
       <div class="post-body"><p>${text}</p></div><div class="post-footer">Posted by <span class="fn">${by}</span> at 9:12 AM</div></div></div>`;
    return `<!DOCTYPE html><html lang="en"><head><title>Harbour Blog</title></head><body><div class="posts">
      ${post("Thursday, November 19, 2026", "Central Bank Keeps The Rate At 1,310", REPORT, "Harbour Blog")}
      ${post(day, "Guru Call: It Is Done", CALL, "TankMan")}</div></body></html>`;
  };

  test.each([
    "Older Post: Wednesday, November 18, 2026",
    "« Previous post – November 18, 2026",
    "Earlier: 18 November 2026",
    "Wednesday, November 18, 2026",
  ])("%s", (day) => {
    for (const page of [read("text", inText(day)), read("html", inHtml(day))]) {
      const [report, call, ...others] = articlesIn(page).map(({ analysis }) => analysis);
      expect(others).toEqual([]);
      expect(report).toMatchObject({
        publishedAt: "2026-11-19",
        author: "Harbour Blog",
        agency: "Northern Wire",
        agencyDate: null,
      });
      expect(call).toMatchObject({
        title: "Guru Call: It Is Done",
        publishedAt: "2026-11-18",
        author: "TankMan",
        agency: null,
        agencyDate: null,
      });
      expect(new Set(call?.statements.map(({ postedAt }) => postedAt))).toEqual(new Set(["2026-11-18"]));
    }
  });

  test("a pager's day under a report that nothing follows is nobody's", () => {
    const [only, ...others] = articlesIn(
      read("text", inText("Older Post: Wednesday, November 18, 2026").split("\n\nGuru Call")[0] ?? ""),
    );
    expect(others).toEqual([]);
    expect(only?.analysis).toMatchObject({ publishedAt: "2026-11-19", agencyDate: null });
  });
});
