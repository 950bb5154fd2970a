import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { browserOf, invite, join, person } from "./newsroom";

/** Feeds: followed, chosen from a page, broken with the reason, and the pages that come from them. */

test.use({ start: "empty: feeds" });

const admin = person("Fia Feeds");
const contributor = person("Cato Contributor");

/** The founding page as a blog would serve it. */
function blogPage(mark: string): string {
  const lines = readFileSync("seed/page.txt", "utf8").replace("192", mark).split("\n").filter(Boolean);
  return `<!doctype html><html><head><title>A page</title></head><body>${lines.map((line) => `<p>${line}</p>`).join("\n")}</body></html>`;
}

const item = (path: string, title: string) =>
  `<item><title>${title}</title><link>${path}</link><guid isPermaLink="false">${path}</guid></item>`;
const rss = (title: string, items: readonly string[]) => ({
  type: "application/rss+xml",
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>/</link>${items.join("")}</channel></rss>`,
});

async function follow(page: Page, address: string): Promise<void> {
  await page.goto("/desk/feeds");
  await page.getByLabel("The feed’s address").fill(address);
  await page.getByRole("button", { name: "Follow it" }).press("Enter");
  await expect(page).toHaveURL(/\/desk\/feeds\/[0-9a-f-]{36}$/);
}

const head = (page: Page) => page.getByRole("heading", { level: 1 });
/** What is read by a worker somewhere: longer than a click takes. */
const AWHILE = { timeout: 60_000 };

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("an editor follows feeds, and their pages come to the desk", async ({
  browser,
  page,
  product,
  otherSite,
}) => {
  test.setTimeout(300_000);
  await join(page, product.setUpLink ?? "", admin);
  otherSite.put("/quay", { body: blogPage("196") });
  otherSite.put("/news.xml", rss("The Harbour News", [item("/quay", "The quay is open")]));

  await test.step("none is followed at first, and nothing is sent without an address", async () => {
    await page.goto("/desk");
    await page.getByRole("link", { name: "Feeds", exact: true }).press("Enter");
    await expect(page.getByText("No feed is followed yet.")).toBeVisible();
    await expect(page.locator("nav [aria-current]")).toHaveText(["Feeds"]);
    await page.getByRole("button", { name: "Follow it" }).press("Enter");
    const field = page.getByLabel("The feed’s address");
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/beginning with https/);
    await expectGood(page);
  });

  await test.step("a web page is no feed: one that it names is chosen", async () => {
    const links = `<link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"><link rel="alternate" type="application/atom+xml" title="Comments" href="/comments.xml">`;
    await follow(page, otherSite.put("/", { body: `<!doctype html><title>Harbour</title>${links}<p>Hello` }));
    await expect(head(page)).toHaveText("This is a web page: choose one of its feeds", AWHILE);
    await expectGood(page);
    await page.getByRole("button", { name: "Follow this one (News)" }).press("Enter");
    await expect(head(page)).toBeFocused();
    await expect(head(page)).toHaveText("This feed is followed", AWHILE);
    await expect(page.getByText("The Harbour News")).toBeVisible();
  });

  await test.step("its page is fetched, read, and opened from the feed", async () => {
    const row = page.getByRole("row").filter({ hasText: "The quay is open" });
    await expect(row.getByRole("link", { name: /^Open the page/ })).toBeVisible(AWHILE);
    await expect(row).toContainText("Taken in");
    await expectGood(page);
    await row.getByRole("link", { name: /^Open the page/ }).press("Enter");
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await expect(page.getByRole("option").filter({ hasText: "Baghdad / NINA" })).toBeVisible();
  });

  await test.step("an item that is edited is fetched again, and a new one comes with it", async () => {
    await page.goto("/desk/feeds");
    await page.getByRole("link", { name: "The Harbour News" }).press("Enter");
    otherSite.put("/quay", { body: blogPage("197") });
    otherSite.put("/pier", { body: blogPage("198") });
    otherSite.put(
      "/news.xml",
      rss("The Harbour News", [
        item("/pier", "The pier"),
        item("/quay", "The quay is closed"),
        item("/gone", "A slip"),
      ]),
    );
    await page.getByRole("button", { name: "Look now" }).press("Enter");
    const edited = page.getByRole("row").filter({ hasText: "The quay is closed" });
    await expect(edited).toContainText(/Changed .*, and fetched again/, AWHILE);
    await expect(
      page.getByRole("row").filter({ hasText: "The pier" }).getByRole("link", { name: /^Open/ }),
    ).toBeVisible(AWHILE);
    await expect(page.getByRole("row").filter({ hasText: "A slip" })).toContainText(
      "no page at this address",
      AWHILE,
    );
  });

  await test.step("the same page from another feed is here already", async () => {
    await follow(
      page,
      otherSite.put("/json", {
        type: "application/feed+json",
        body: JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          title: "Mirror",
          items: [{ id: "1", url: `http://${otherSite.host}/quay`, title: "Again" }],
        }),
      }),
    );
    await expect(page.getByRole("row").filter({ hasText: "Again" })).toContainText("Here already", AWHILE);
    await expect(
      page.getByRole("row").filter({ hasText: "Again" }).getByRole("link", { name: /^Open/ }),
    ).toBeVisible(AWHILE);
  });

  await test.step("a broken one says that it is, why, and since when", async () => {
    await follow(
      page,
      otherSite.put("/broken.xml", { type: "text/xml", body: "<rss><channel><title>x</title><item>" }),
    );
    await expect(head(page)).toHaveText("This feed is broken", AWHILE);
    await expect(
      page.getByText(/it ends too early\. Tell the site\. Since \d+ .*It is tried once a day\./),
    ).toBeVisible();
    await expectGood(page);
    otherSite.put("/broken.xml", rss("Mended", []));
    await page.getByRole("button", { name: "Look now" }).press("Enter");
    await expect(head(page)).toHaveText("This feed is followed", AWHILE);
    await expect(page.getByText("Nothing came from it yet.")).toBeVisible();
  });

  await test.step("it is paused, goes on, and is unfollowed after a question", async () => {
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    await expect(head(page)).toHaveText("This feed is paused");
    await expect(head(page)).toBeFocused();
    await page.getByRole("button", { name: "Go on" }).press("Enter");
    await expect(head(page)).toHaveText("This feed is followed", AWHILE);
    await page.getByRole("button", { name: "Unfollow" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("The pages that came from it stay");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(head(page)).toHaveText("This feed is followed");
    await page.getByRole("button", { name: "Unfollow" }).press("Enter");
    await dialog.getByRole("button", { name: "Unfollow" }).press("Enter");
    await expect(page).toHaveURL(/\/desk\/feeds$/);
    await expect(page.getByRole("link", { name: "Mended" })).toHaveCount(0);
    await expect(page.getByRole("row").filter({ hasText: "The Harbour News" })).toContainText("3 items");
    await expectGood(page);
  });

  await test.step("one address is followed once", async () => {
    await page.getByLabel("The feed’s address").fill(`http://${otherSite.host}/news.xml`);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("The feed’s address")).toHaveAccessibleDescription(/followed already/);
  });

  await test.step("a list of subscriptions goes out, and comes in", async () => {
    await page.getByRole("button", { name: "Follow all of them" }).press("Enter");
    await expect(page.getByLabel("A list of subscriptions")).toHaveAccessibleDescription(
      /Choose a file first/,
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download ours as a list" }).click(),
    ]);
    const list = readFileSync(await download.path(), "utf8");
    expect(list).toContain(`text="The Harbour News" type="rss" xmlUrl="http://${otherSite.host}/news.xml"`);
    otherSite.put("/listed.xml", rss("Listed", []));
    const more = `<outline text="x" xmlUrl="http://${otherSite.host}/listed.xml"/><outline text="y" xmlUrl="feed:y"/></body>`;
    await page.getByLabel("A list of subscriptions").setInputFiles({
      name: "list.opml",
      mimeType: "text/x-opml",
      buffer: Buffer.from(list.replace("</body>", more)),
    });
    await page.getByRole("button", { name: "Follow all of them" }).press("Enter");
    await expect(
      page.getByText("1 feed is followed now. 2 were followed already. 1 has no address"),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "Listed" })).toBeVisible(AWHILE);
    await expectGood(page);
  });

  await test.step("a contributor sees what is followed, and changes nothing", async () => {
    const other = await browserOf(browser, product.origin);
    await join(other, await invite(page, contributor, "Contributor"), contributor);
    await other.goto("/desk/feeds");
    await other.getByRole("link", { name: "The Harbour News" }).click();
    await expect(head(other)).toHaveText("This feed is followed");
    await expect(other.getByRole("button", { name: /Look now|Pause|Unfollow/ })).toHaveCount(0);
    await other.goto("/desk/feeds");
    await expect(other.getByLabel("The feed’s address")).toHaveCount(0);
    await other.context().close();
  });
});
