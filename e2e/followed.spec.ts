import { parseHTML } from "linkedom";
import { expect, test } from "./journey";

/** What programs find from the first page on: feeds by their links, the calendar, where every page is, and what a page says to a machine. */

test.use({ start: "demo: followed" });

test("a program finds every page, every feed and the calendar by following links alone", async ({
  product,
}) => {
  const read = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(new URL(address, product.origin), { headers, redirect: "manual" });
    return {
      status: answer.status,
      type: answer.headers.get("content-type") ?? "",
      headers: answer.headers,
      text: await answer.text(),
    };
  };
  const robots = await read("/robots.txt");
  expect(robots.text).toContain("Disallow: /desk");
  const index = await read(/^Sitemap: (.+)$/m.exec(robots.text)?.[1] ?? "");
  const files = [...index.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  expect(files.length).toBeGreaterThan(1);
  const pages = (await Promise.all(files.map((file) => read(file)))).flatMap(({ text }) =>
    [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? ""),
  );
  expect(pages.filter((page) => page.includes("/articles/")).length).toBeGreaterThan(0);
  const claims = pages.filter((page) => page.includes("/claims/"));
  expect(claims.length).toBeGreaterThan(0);
  for (const page of pages) {
    const { status, text } = await read(page);
    expect([page, status]).toEqual([page, 200]);
    const { document } = parseHTML(text);
    const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
      JSON.parse(script.textContent ?? ""),
    );
    expect([page, data.length]).toEqual([page, /\/(?:articles|claims)\/./.test(page) ? 1 : 0]);
  }

  const list = parseHTML((await read("/claims")).text).document;
  const feeds = [...list.querySelectorAll('link[rel="alternate"]')];
  expect(feeds.map((link) => link.getAttribute("type"))).toEqual([
    "application/atom+xml",
    "application/rss+xml",
    "application/feed+json",
  ]);
  for (const link of feeds) {
    const address = link.getAttribute("href") ?? "";
    const feed = await read(address);
    expect(feed).toMatchObject({ status: 200, type: `${link.getAttribute("type")}; charset=utf-8` });
    for (const claim of claims) expect(feed.text).toContain(claim);
    const again = await read(address, { "if-none-match": feed.headers.get("etag") ?? "" });
    expect([address, again.status]).toEqual([address, 304]);
  }
  const calendar = await read("/feeds/due.ics");
  expect(calendar).toMatchObject({ status: 200, type: "text/calendar; charset=utf-8" });

  for (const nothing of ["/feeds/claims.pdf", "/feeds/toString.atom", "/sitemaps/1999-01-01", "/sitemaps/x"])
    expect([nothing, (await read(nothing)).status]).toEqual([nothing, 404]);
});
