import { test as base, expect } from "@playwright/test";
import { parseHTML } from "linkedom";
import { fill } from "./filled";
import { accountOf, signIn, step } from "./newsroom";
import { dataFolder, type Product, removeData, startProduct } from "./product";

/** What browsers keep of readers' pages, what programs find from the first page on, and one address that asks for all of them. */

const LIMIT = 120;

const test = base.extend<object, { readonly product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      const data = dataFolder();
      const env = { ONRECORD_CLIENT_REQUESTS: String(LIMIT), ONRECORD_TRUSTED_PROXIES: "1" };
      const product = await startProduct({ data, printed: await fill(data), env });
      try {
        await use(product);
      } finally {
        await product.stop();
        removeData(data);
      }
    },
    { scope: "worker", timeout: 600_000 },
  ],
  baseURL: async ({ product }, use) => use(product.origin),
});

const from = (address: string) => ({ "X-Forwarded-For": address });

/** Asked and read to its end, on a connection that others may use after. */
async function read(address: string, headers: Record<string, string>) {
  const answer = await fetch(address, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

test("one address that asks for five hundred pages at once is told to wait, and others read on", async ({
  product,
}) => {
  const { text } = await read(product.origin, from("198.51.100.9"));
  const [file = ""] = text.match(/\/_next\/static\/[^"]+\.css/) ?? [];
  const files = Array.from({ length: 100 }, () => read(product.origin + file, from("198.51.100.10")));
  expect((await Promise.all(files)).map(({ status }) => status)).toEqual(Array(100).fill(200));

  const asked = Array.from({ length: 500 }, () => read(`${product.origin}/claims`, from("203.0.113.7")));
  const readers = ["/", "/claims", "/corrections", "/method"].map((path, i) =>
    read(product.origin + path, from(`198.51.100.${i}`)),
  );
  expect((await Promise.all(readers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const answers = await Promise.all(asked);
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers } of refused) {
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  }
});

test("a browser's copy holds until something is published, and what was published shows on the next request", async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({
    baseURL: product.origin,
    extraHTTPHeaders: from("198.51.100.20"),
  });
  const reader = await context.newPage();
  const errors: string[] = [];
  reader.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await reader.goto("/claims");
  const copy = { ...from("198.51.100.21"), "If-None-Match": "" };
  // A check of the record that ends in between is news to readers, too.
  await expect(async () => {
    const first = await fetch(`${product.origin}/claims`, { headers: from("198.51.100.21") });
    copy["If-None-Match"] = first.headers.get("etag") ?? "";
    expect((await fetch(`${product.origin}/claims`, { headers: copy })).status).toBe(304);
  }).toPass();
  await reader.goto("/");
  await reader.goto("/claims"); // shown from the browser's copy, with the policy that came with it
  await expect(reader.getByRole("heading", { level: 1 })).toBeVisible();
  await reader.locator("html[lang]").waitFor();
  expect(errors).toEqual([]);

  const desk = await (
    await browser.newContext({ baseURL: product.origin, extraHTTPHeaders: from("198.51.100.22") })
  ).newPage();
  await signIn(desk, accountOf(product.printed, "Noor Salih"));
  await desk.goto("/desk?view=to-publish");
  const item = desk.locator('a.q-item[href^="/desk/articles/"]').first();
  const title = (await item.locator("b").textContent()) ?? "";
  await item.click();
  await step(desk, "Publish");
  expect((await fetch(`${product.origin}/claims`, { headers: copy })).status).toBe(200);
  await reader.goto("/");
  await expect(reader.getByText(title).first()).toBeVisible();
});

test("a program finds every page, every feed and the calendar by following links alone", async ({
  product,
}) => {
  const read = async (address: string, more: Record<string, string> = {}) => {
    const answer = await fetch(new URL(address, product.origin), {
      headers: { ...from("198.51.100.30"), ...more },
      redirect: "manual",
    });
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
    expect([page, data.length]).toEqual([
      page,
      /\/(?:articles|claims|publishers|authors|speakers)\/./.test(page) ? 1 : 0,
    ]);
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

  for (const nothing of [
    "/feeds/claims.pdf",
    "/feeds/toString.atom",
    "/sitemaps/1999-01-01",
    "/sitemaps/2026-13-01",
    "/sitemaps/2026-02-30",
    "/sitemaps/x",
  ])
    expect([nothing, (await read(nothing)).status]).toEqual([nothing, 404]);
});
