import { buffer } from "node:stream/consumers";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";

/** From a page to the record of whoever published it, to the list behind a number of it, and to the statement. */

test.use({ start: "newsroom" });

const SHOTS = process.env.ONRECORD_SHOTS;

test("a reader goes from a page to its publisher's record, and from a number to what it counts", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/articles");
  await page.getByRole("main").getByRole("heading", { level: 2 }).first().getByRole("link").click();
  await page.getByRole("navigation", { name: "Records" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/publishers\/[0-9a-f-]{36}$/);
  const answer = page.getByRole("heading", { level: 1 });
  await expect(answer).toHaveText(/: \d+ statements? on \d+ pages? that we read\.$/);
  const record = page.url();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      if (SHOTS)
        await page.screenshot({ path: `${SHOTS}/record-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  // What the chart shows is said in words, and stands in a table below.
  await expect(page.getByRole("img", { name: /^Statements over time, by label\./ })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const all = page.getByRole("row", { name: /^All/ }).first().getByRole("link");
  const n = Number(await all.textContent());
  expect(n).toBeGreaterThan(0);
  await all.click();
  await expect(page).toHaveURL(`${record}/statements`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/record-list-360.png`, fullPage: true });
  const items = page.getByRole("main").getByRole("heading", { level: 2 });
  expect(await items.count()).toBe(Math.min(n, 20));
  await items.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/articles\/.+#s\d+$/);
});

test("a byline leads to its author's record, and from there to the publisher's", async ({ page }) => {
  await page.goto("/articles");
  await page
    .getByRole("main")
    .getByRole("link", { name: /READ-THROUGH BY DELTA RAY/ })
    .click();
  await page.getByRole("main").getByRole("link", { name: "Delta Ray", exact: true }).click();
  await expect(page).toHaveURL(/\/authors\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Delta Ray: \d+ statements on 1 page that we read\.$/,
  );
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      if (SHOTS)
        await page.screenshot({ path: `${SHOTS}/author-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  const feed = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  const answer = await page.request.get((await feed.getAttribute("href")) ?? "");
  expect(await answer.text()).toContain("READ-THROUGH BY DELTA RAY");
  const records = page.getByRole("navigation", { name: "Records" });
  await records.getByRole("link", { name: "The record of dinar-notes.example" }).click();
  await expect(page).toHaveURL(/\/publishers\/[0-9a-f-]{36}$/);
});

test("a record is a document without a script, and nothing stands where none is", async ({
  page,
  request,
}) => {
  await page.goto("/articles");
  await page.getByRole("main").getByRole("heading", { level: 2 }).first().getByRole("link").click();
  const href = await page
    .getByRole("navigation", { name: "Records" })
    .getByRole("link")
    .first()
    .getAttribute("href");
  const answer = await request.get(href ?? "");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toMatch(/<script(?! type="application\/ld\+json")/);
  expect(answer.headers().etag).toMatch(/^W\//);
  const copy = await request.get(href ?? "", { headers: { "if-none-match": answer.headers().etag ?? "" } });
  expect(copy.status()).toBe(304);
  const { statementCount, page: readers } = await (await request.get(`/api/v1${href}`)).json();
  expect(readers).toMatch(new RegExp(`${href}$`));
  expect(await answer.text()).toContain(`: ${statementCount} statement`);
  for (const none of [
    "/publishers/nobody",
    "/authors/00000000-0000-4000-8000-000000000000",
    "/speakers/00000000-0000-4000-8000-000000000000",
    "/no/such",
    `${href}/x`,
  ])
    expect([none, (await request.get(none)).status()]).toEqual([none, 404]);
});

test("a reader takes a claim's evidence with them", async ({ page }) => {
  await page.goto("/claims");
  await page.getByRole("main").getByRole("heading", { level: 2 }).first().getByRole("link").click();
  const [, slug] = new URL(page.url()).pathname.split("/claims/");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take the evidence with you (ZIP)" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe(`onrecord-${slug}.zip`);
  const zip = await buffer(await file.createReadStream());
  expect(zip.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(zip.length).toBeGreaterThan(10_000);
});
