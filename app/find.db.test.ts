import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { ArticlePublication } from "#lib/domain/publications";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import AboutPage from "./(reader)/about/page";
import PagesPage from "./(reader)/articles/page";
import { GET as feedOf } from "./(reader)/feeds/[name]/route";
import ReportPage from "./(reader)/report/page";
import SearchPage from "./(reader)/search/page";

/** The search as readers get it: HTML, without a script of its own. */

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  const founding = foundingPublication();
  for (const [slug, title] of [
    ["founding", founding.article.title],
    ["hostile", `<img src=x onerror=alert(1)> dinar </script><script>alert(2)</script>`],
  ] as const) {
    // No claim is published here.
    const statements = founding.statements.map((statement) => ({ ...statement, claim: null }));
    const content = { ...founding, statements, article: { ...founding.article, slug, title } };
    const at = new Date("2026-11-20T10:00:00Z");
    await rows.publishArticle(await rows.articleRow(slug), content, [], { ...who, at });
  }
  await rows.publishArticle(await rows.articleRow("arabic"), arabicPage(), [], {
    ...who,
    at: new Date("2026-11-19T10:00:00Z"),
  });
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

function arabicPage(): ArticlePublication {
  const founding = foundingPublication();
  const said = founding.statements.slice(0, 1).map((statement) => ({
    ...statement,
    exact: "قال مُحافِظ البنك إنّ الأسعار لن تتغيّر.",
    label: "REPORTED" as const,
    speaker: { name: "مُحافِظ البنك", kind: "PERSON" as const },
    claim: null,
  }));
  const article = { ...founding.article, slug: "arabic", title: "البنك ينفي تعديل السعر", language: "ar" };
  return {
    ...founding,
    article: { ...article, direction: "rtl", publisher: "صحيفة الخليج" },
    statements: said,
    sources: { publisherKind: null, speakers: [] },
  };
}

type Page = (props: { searchParams: Promise<Record<string, string>> }) => Promise<ReactNode>;

async function html(page: Page, asked: Record<string, string>): Promise<string> {
  const stream = await renderToReadableStream(createElement(page, { searchParams: Promise.resolve(asked) }));
  await stream.allReady;
  return new Response(stream).text();
}
const search = (asked: Record<string, string>) => html(SearchPage, asked);

test("what is found is marked in the page's own words, with its label and the way to the statement", async () => {
  const found = await search({ q: "memos banks" });
  expect(found).toMatch(/<mark>[Bb]anks?<\/mark>/);
  expect(found).toContain("/articles/founding#s16");
  expect(found).toContain("Unsourced");
  expect(found).toContain('value="memos banks"');
});

test("markup in titles and in what is typed stays text", async () => {
  const found = await search({ q: '<script>alert("dinar")</script>' });
  expect(found).not.toContain("<script>alert");
  const hostile = await search({ q: "onerror" });
  expect(hostile).toContain("&lt;img src=x <mark>onerror</mark>=alert(1)&gt;");
  expect(hostile).not.toContain("<img src=x");
});

test.each([
  [{ q: "zzzzzzzz" }, "How to go on|Use fewer words"],
  [{ q: "memos zzzzzzzz" }, "Try without it"],
  [{ q: "…" }, "no letter and no digit"],
  [{ q: "\u0000\ud800" }, "Search"],
  [{}, "Everything that is published is searched"],
  [{ q: "memos", in: "claims" }, "No claim has it"],
  [{ q: `${"dinar ".repeat(2_000)}` }, "You typed more than we look for"],
])("an answer that says how to go on: %#", async (asked, words) => {
  expect(await search(asked as Record<string, string>)).toMatch(new RegExp(words));
});

test.each([
  [{ q: "dinar", in: "everything" }],
  [{ q: "dinar", after: "x" }],
  [{ q: "dinar", after: "1", before: "2" }],
])("an address that was made up is no page: %#", async (asked) => {
  expect(await search(asked as Record<string, string>)).toContain('data-not-here=""');
});

test("a search is narrowed by links, each with how much it leaves, and a filter is taken away by its own", async () => {
  const page = await search({ q: "memos", in: "pages" });
  expect(page).toMatch(
    /href="\/search\?q=memos&amp;in=pages&amp;label=UNSOURCED_SPECULATION"[^>]*>.*?2<\/span>/,
  );
  expect(page).toContain("The numbers count all that is found.");
  const narrowed = await search({ q: "memos", in: "pages", label: "UNSOURCED_SPECULATION" });
  expect(narrowed).toMatch(
    /aria-label="Take away the filter Label: [^"]+" href="\/search\?q=memos&amp;in=pages"/,
  );
  expect(narrowed).toContain(
    'href="/feeds/search.atom?q=memos&amp;in=pages&amp;label=UNSOURCED_SPECULATION"',
  );
  expect(narrowed).toContain('<input type="hidden" name="label" value="UNSOURCED_SPECULATION"/>');
});

test("Arabic is found by folded letters, marked as it is written, and runs from right to left by itself", async () => {
  const found = await search({ q: "الاسعار", speaker: "محافظ البنك" });
  expect(found).toMatch(/dir="auto" lang="ar"[^>]*>[^<]*<mark>الأسعار<\/mark>/);
  expect(found).toContain("Who said it: \u2068محافظ البنك\u2069");
  expect(found).toContain('<span dir="auto">صحيفة الخليج</span>');
  const statements = await search({ q: "محافظ", in: "statements", language: "ar" });
  expect(statements).toContain("<mark>مُحافِظ</mark>");
  // What the filter leaves of a page is shown, though no word was looked for.
  expect(await search({ speaker: "محافظ البنك", in: "pages" })).toContain('href="/articles/arabic#s1"');
});

test("filters alone are a search, and one that can't be read is named", async () => {
  expect(await search({ label: "UNSOURCED_SPECULATION" })).toContain("/articles/founding#s");
  expect(await search({ in: "statements", q: "memos" })).toMatch(
    /href="\/articles\/(founding|hostile)#s\d+"/,
  );
  const broken = await search({ q: "memos", date: "yesterday" });
  expect(broken).toMatch(/role="alert"[^>]*>1 filter can’t be read and narrows nothing: Posted\./);
  expect(await search({ q: "memos", speaker: "Nobody at all" })).toContain("Take a filter away:");
});

const feed = async (name: string, query: string) => {
  const answer = await feedOf(new Request(`https://onrecord.example/feeds/${name}?${query}`), {
    params: Promise.resolve({ name }),
  });
  return { status: answer.status, text: await answer.text() };
};

test("a search can be followed: its page links the feed, and the feed has what the page has", async () => {
  const page = await search({ q: "memos banks", in: "pages" });
  expect(page).toContain('href="/feeds/search.atom?q=memos+banks&amp;in=pages"');
  const { status, text } = await feed("search.json", "q=memos+banks&in=pages");
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    title: "Onrecord: memos banks",
    feed_url: expect.stringMatching(/\/feeds\/search\.json\?q=memos\+banks&in=pages$/),
    items: [{ url: expect.stringMatching(/\/articles\//) }, { url: expect.stringMatching(/\/articles\//) }],
  });
  expect(JSON.parse((await feed("search.json", "q=zzzzzzzz")).text).items).toEqual([]);
});

test("a search that is narrowed can be followed, by its filters alone too", async () => {
  const { text } = await feed("search.json", "in=statements&label=UNSOURCED_SPECULATION");
  expect(JSON.parse(text)).toMatchObject({
    feed_url: expect.stringMatching(/\/feeds\/search\.json\?in=statements&label=UNSOURCED_SPECULATION$/),
    items: expect.arrayContaining([
      expect.objectContaining({ url: expect.stringMatching(/\/articles\/founding#s\d+$/) }),
    ]),
  });
});

test.each(["q=", "q=%E2%80%A6", "q=x&in=drafts", "", "label=SECRET", "q=x&date=soon"])(
  "a search for nothing is no feed: %j",
  async (query) => {
    expect((await feed("search.atom", query)).status).toBe(404);
  },
);

test("markup that was looked for stays text in every feed", async () => {
  const query = `${new URLSearchParams({ q: '<script>alert("onerror")</script>' })}`;
  for (const format of ["atom", "rss"]) {
    const { text } = await feed(`search.${format}`, query);
    expect(text).toContain("onerror");
    // What stands in a section of characters is text to XML.
    expect(text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")).not.toMatch(/<script|<img/);
  }
});

test("the page about the newsroom says what it was told to say, and what it wasn't", async () => {
  const about = () => html(async () => AboutPage(), {});
  expect(await about()).toContain("hasn’t said yet who pays for it");
  vi.stubEnv("ONRECORD_NEWSROOM", "The <Quay> Desk");
  vi.stubEnv("ONRECORD_NEWSROOM_FUNDING", "Readers, 9 of 10.\nA foundation.");
  const said = await about();
  expect(said).toContain("The &lt;Quay&gt; Desk publishes here.");
  expect(said).toContain("Readers, 9 of 10.");
  expect(said).not.toContain("hasn’t said yet who pays for it");
  for (const way of ["/method", "/corrections", "/report"]) expect(said).toContain(`href="${way}"`);
  vi.unstubAllEnvs();
});

test("an error report is a form that needs no script, about a page of ours alone", async () => {
  const form = await html(ReportPage, { about: "/articles/founding" });
  expect(form).toMatch(/<input[^>]*name="about"[^>]*value="\/articles\/founding"/);
  expect(form).toMatch(/<textarea[^>]*name="words"/);
  expect(await html(ReportPage, { about: "https://example.org" })).not.toContain("example.org");
});

test("the list of pages has each page with its answer", async () => {
  const list = await html(PagesPage, {});
  expect(list).toContain("3 pages are published.");
  expect(list).toContain("/articles/founding");
});
