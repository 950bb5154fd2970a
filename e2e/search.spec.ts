import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";

/** A reader narrows a search by links, takes filters away again, and follows what is left; without a script, on a phone as on a wide screen. */

test.use({ start: "newsroom" });

test("what is found is narrowed, counted and followed", async ({ page }) => {
  await page.goto("/search?q=memo");
  const narrow = page.getByRole("region", { name: "Narrow this search" });

  await test.step("each choice says how much it leaves, and leaves as much", async () => {
    await expectAccessible(page);
    const label = narrow.getByRole("link", { name: /^Unsourced speculation/ });
    const n = Number(/(\d+)$/.exec((await label.innerText()).trim())?.[1]);
    expect(n).toBeGreaterThan(0);
    await label.click();
    await expect(page).toHaveURL(/\/search\?q=memo&label=[A-Z_]+$/);
    const here = page.getByRole("navigation", { name: "Search in" }).locator("[aria-current=page]");
    await expect(here).toHaveText(`Pages and claims ${n}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search for “memo”");
    await expectAccessible(page);
  });

  await test.step("statements are a list of their own, with the words marked", async () => {
    await page
      .getByRole("navigation", { name: "Search in" })
      .getByRole("link", { name: /^Statements/ })
      .click();
    await expect(page).toHaveURL(/in=statements&label=/);
    await expect(page.locator(".item-title mark").first()).toHaveText(/memo/i);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "To the filters" }).click();
    await expect(narrow.getByRole("heading", { level: 2 })).toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("it can be followed by programs, as it is narrowed", async () => {
    const feed = page.locator('link[rel="alternate"][type="application/feed+json"]');
    const address = new URL((await feed.getAttribute("href")) ?? "", page.url());
    expect(address.search).toMatch(/^\?q=memo&in=statements&label=/);
    const answer = await page.request.get(`${address.pathname}${address.search}`);
    const { items } = await answer.json();
    expect(items.length).toBe(await page.locator(".items > li").count());
  });

  await test.step("a name that isn't among the choices is typed, and an empty answer leads back", async () => {
    await narrow.getByLabel("Who said it").fill("Nobody At All");
    await narrow.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("Nothing is found under these filters.")).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole("navigation", { name: "Filters" })
      .getByRole("link", { name: "Take away the filter Who said it: Nobody At All" })
      .click();
    await expect(page.locator(".items > li").first()).toBeVisible();
    await page.getByRole("navigation", { name: "Filters" }).getByRole("link").click();
    await expect(page).toHaveURL(/\/search\?q=memo&in=statements$/);
  });
});

test("a filter that can't be read is named, and narrows nothing", async ({ page }) => {
  await page.goto("/search?q=memo&date=yesterday");
  await expect(page.getByRole("alert").filter({ hasText: "Posted" })).toBeVisible();
  await expect(page.locator(".items > li").first()).toBeVisible();
  await expectAccessible(page);
});

test("without a script all of it works", async ({ browser, product }) => {
  const plain = await (
    await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false })
  ).newPage();
  await plain.goto("/search?q=memo");
  await plain.getByRole("region", { name: "Label" }).getByRole("link").first().click();
  await expect(plain.getByRole("navigation", { name: "Filters" })).toBeVisible();
  await plain.getByRole("searchbox").fill("bank");
  await plain.getByRole("button", { name: "Search" }).click();
  await expect(plain).toHaveURL(/q=bank&label=/);
});
