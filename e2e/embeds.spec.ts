import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";

/** What another site puts into its own pages: cards that it may frame, and nothing else of ours. */

/** Where a folder is named, every card is drawn into it, for people to look at. */
const DRAWN = process.env.ONRECORD_SCREENS;

/** Somebody else's page, with this in its text. */
const paper = (html: string) => ({
  body: `<!doctype html><html lang="en"><title>The Paper</title><main><h1>The Paper</h1>${html}</main>`,
});

async function firstOf(page: Page, list: "articles" | "claims"): Promise<string> {
  const { data } = await (await page.request.get(`/api/v1/${list}`)).json();
  return new URL(data[0].page).pathname;
}

test("a page, a statement and a claim are taken over by another site, without a script of ours", async ({
  browser,
  page,
  product,
  otherSite,
}) => {
  const plain = await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false });
  const reader = await plain.newPage();
  const [article, claim] = [await firstOf(page, "articles"), await firstOf(page, "claims")];
  const addresses: string[] = [];
  for (const [n, path] of [article, `${article}?put=1`, claim].entries()) {
    await reader.goto(path);
    if (n !== 1) await reader.getByText("Put this into your own page").click();
    const frame = await reader.getByLabel("A card, without scripts and cookies").inputValue();
    const text = await reader.getByLabel("Plain HTML, to publish as your own text").inputValue();
    const address = otherSite.put(`/${n}`, paper(frame + text));
    const other = await (await browser.newContext()).newPage();
    await other.goto(address);
    const card = other.frameLocator("iframe");
    await expect(card.getByRole("link", { name: /on Onrecord$/ })).toBeVisible();
    await expect(other.locator("blockquote").getByRole("link", { name: /on Onrecord$/ })).toBeVisible();
    const opened = other.waitForEvent("popup");
    await card.getByRole("link", { name: /on Onrecord$/ }).click();
    expect(new URL((await opened).url()).pathname).toBe(path.replace(/\?.*/, ""));
    for (const width of [360, 1280])
      for (const colorScheme of ["light", "dark"] as const) {
        await other.setViewportSize({ width, height: 900 });
        await other.emulateMedia({ colorScheme });
        const inside = other.frames()[1];
        const { wide, high } = (await inside?.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          high: document.documentElement.scrollHeight - document.documentElement.clientHeight,
        }))) ?? { wide: 1, high: 1 };
        expect([width, wide]).toEqual([width, 0]);
        if (width === 1280) expect(high).toBe(0);
        if (DRAWN)
          await other.screenshot({ path: `${DRAWN}/paper-${n}-${width}-${colorScheme}.png`, fullPage: true });
      }
    addresses.push((await other.locator("iframe").getAttribute("src")) ?? "");
    await other.context().close();
    // What looks for faults is a script, and none runs under the card's own policy: its words are put where one may.
    const html = await (await page.request.get(addresses.at(-1) ?? "")).text();
    await page.goto(otherSite.put(`/card-${n}`, { body: html }));
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 900 });
    await expectNoSidewaysScroll(page);
  }
  expect(addresses.map((one) => new URL(one).pathname.replace(/[^/]+$/, ""))).toEqual([
    "/embed/articles/",
    expect.stringMatching(/^\/embed\/articles\/.+\/statements\/$/),
    "/embed/claims/",
  ]);
  await plain.close();
});

test("a card is the one thing that others may frame, and says nothing about whoever looks", async ({
  browser,
  page,
  product,
  otherSite,
}) => {
  const [article, claim] = [await firstOf(page, "articles"), await firstOf(page, "claims")];
  for (const path of [`/embed${article}`, `/embed${article}/statements/1`, `/embed${claim}`]) {
    const answer = await page.request.get(path, { headers: { Cookie: "theme=dark" } });
    const headers = answer.headers();
    expect([path, answer.status(), headers["set-cookie"], headers["x-frame-options"]]).toEqual([
      path,
      200,
      undefined,
      undefined,
    ]);
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; .*frame-ancestors \*$/,
    );
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, no-cache",
      "cross-origin-resource-policy": "cross-origin",
    });
    const mark = headers.etag ?? "";
    const again = await page.request.get(path, { headers: { "If-None-Match": mark } });
    expect([again.status(), again.headers()["x-frame-options"]]).toEqual([304, undefined]);
    const html = await answer.text();
    expect(html).not.toMatch(/<script|\son\w+=|<link rel="(?!canonical)|<img|url\(/i);
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  }
  for (const path of [article, claim, "/", "/desk", "/sign-in", "/embed", "/oembed", "/api/v1/claims"]) {
    const headers = (await page.request.get(path, { maxRedirects: 0 })).headers();
    expect([path, headers["x-frame-options"]]).toEqual([path, "DENY"]);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
  const address = otherSite.put("/framed", paper(`<iframe src="${product.origin}${article}"></iframe>`));
  const other = await (await browser.newContext()).newPage();
  await other.goto(address);
  await expect(other.frameLocator("iframe").getByRole("heading")).toHaveCount(0);
});

test("a program asks how a page is shown, by what the page says of itself", async ({ page, product }) => {
  const [article, claim] = [await firstOf(page, "articles"), await firstOf(page, "claims")];
  for (const path of [article, claim]) {
    await page.goto(path);
    const links = page.locator('link[rel="alternate"]');
    const json = await links.and(page.locator('[type="application/json+oembed"]')).getAttribute("href");
    const xml = await links.and(page.locator('[type="text/xml+oembed"]')).getAttribute("href");
    const answer = await page.request.get(json ?? "");
    expect(answer.headers()).toMatchObject({
      "content-type": "application/json",
      "access-control-allow-origin": "*",
    });
    const said = await answer.json();
    expect(said).toMatchObject({ type: "rich", version: "1.0", provider_name: "Onrecord" });
    expect(said.html).toContain(`src="${product.origin}/embed${path}"`);
    const other = await page.request.get(xml ?? "");
    expect(other.headers()["content-type"]).toMatch(/^text\/xml/);
    const fields = await page.evaluate(
      (text) =>
        [...new DOMParser().parseFromString(text, "text/xml").querySelectorAll("oembed > *")].map((one) => [
          one.localName,
          one.textContent,
        ]),
      await other.text(),
    );
    expect(Object.fromEntries(fields)).toEqual(
      Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)])),
    );
  }
  const asked = (query: string) => page.request.get(`/oembed?${query}`).then((answer) => answer.status());
  const url = encodeURIComponent(`${product.origin}${article}`);
  expect(await asked("")).toBe(400);
  expect(await asked(`url=${url}&maxwidth=wide`)).toBe(400);
  expect(await asked(`url=${url}&format=yaml`)).toBe(501);
  expect(await asked(`url=${encodeURIComponent("https://elsewhere.example/articles/x")}`)).toBe(404);
  expect(await asked(`url=${encodeURIComponent(`${product.origin}/desk`)}`)).toBe(404);
});

test("a link to a page or a claim has a picture, made in a process of its own", async ({ page, product }) => {
  for (const path of [await firstOf(page, "articles"), await firstOf(page, "claims")]) {
    await page.goto(path);
    const url = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    expect(url).toMatch(new RegExp(`^${product.origin}${path}/picture\\.png\\?of=[0-9a-f]{12}$`));
    await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute("content", "summary_large_image");
    const answer = await page.request.get(url);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
    const again = await page.request.get(url, { headers: { "If-None-Match": answer.headers().etag ?? "" } });
    expect(again.status()).toBe(304);
    if (DRAWN) writeFileSync(`${DRAWN}/link-${path.split("/")[1]}.png`, await answer.body());
  }
  expect((await page.request.get("/articles/no-such-page/picture.png")).status()).toBe(404);
});
