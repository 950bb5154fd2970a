import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, signIn } from "./newsroom";

/** The ways through the desk: in groups that stand open where there is room, and behind one button where there is none. */

/** Where a folder is named, every screen is drawn into it, for people to look at. */
const DRAWN = process.env.ONRECORD_SCREENS;

/** The most that is sent: for the list of work, and for a text beside what is said of it, of which 250 kB are asked. */
const LIST_KB = 190;
const TEXT_KB = 250;

async function expectWell(page: Page, name: string) {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (DRAWN) await page.screenshot({ path: `${DRAWN}/nav-${name}-${colorScheme}.png` });
  }
}

/** The scripts that the document at this address names, in kB as gzip makes them. No browser that we support reads one for those without modules. */
async function scriptsAt(page: Page, address: string): Promise<number> {
  const html = (await (await page.request.get(address)).text()).replace(/<script[^>]* nomodule[^>]*>/gi, "");
  const named = new Set([...html.matchAll(/static\/chunks\/[^"\\]+\.js/g)].map(([path]) => path));
  expect(named.size).toBeGreaterThan(5);
  const sizes = [...named].map(async (path) => {
    const script = await page.request.get(`/_next/${path}`);
    expect(script.status()).toBe(200);
    return gzipSync(await script.body()).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

const main = (page: Page) => page.getByRole("navigation", { name: "Main" });
const groupsOf = (page: Page) => main(page).locator("p:visible");

test("a newcomer sees what matters, wide and narrow", async ({ browser, product }) => {
  test.setTimeout(240_000);
  const page = await browserOf(browser, product.origin);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, accountOf(product.printed, "Avan Karim"));

  await test.step("an editor has groups, none of them an admin’s, and is told where this is", async () => {
    await page.goto("/desk");
    await expect(groupsOf(page)).toHaveText(["Work", "Archive", "Readers’ site"]);
    await expect(page.getByRole("button", { name: "Menu" })).toBeHidden();
    await expect(main(page).locator("[aria-current]")).toHaveText(["Desk"]);
    await expect(main(page).getByRole("list", { name: "Work" }).getByRole("link").first()).toHaveText("Desk");
    await expectWell(page, "1280");
    await page.goto("/desk/claims");
    await expect(main(page).locator("[aria-current]")).toHaveText(["Index"]);
    await page.goto("/desk/import");
    await expect(main(page).locator("[aria-current]")).toHaveText(["Give us a page"]);
  });

  await test.step("on a phone they are behind one button, by keys", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto("/desk");
    await expect(main(page)).toBeHidden();
    await expectWell(page, "360-shut");
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.press("Enter");
    await expect(groupsOf(page)).toHaveText(["Work", "Archive", "Readers’ site"]);
    await expectWell(page, "360-open");
    await page.keyboard.press("Tab");
    await expect(main(page).getByRole("link", { name: "Desk", exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(main(page)).toBeHidden();
    await expect(menu).toBeFocused();
    await menu.press("Enter");
    await main(page).getByRole("link", { name: "Feeds", exact: true }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Feeds");
    await expect(main(page)).toBeHidden();
  });

  await test.step("beside a text they leave the height to it, and letters do nothing under an open menu", async () => {
    await page.goto("/desk?view=published");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.locator('a.q-item[href^="/desk/articles/"]').last().click();
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await expect(main(page)).toBeHidden();
    await expectWell(page, "text-1280-shut");
    await page.getByRole("button", { name: "Menu" }).press("Enter");
    await expectWell(page, "text-1280-open");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(main(page)).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole("button", { name: "Menu" }).click();
    await expectWell(page, "text-360-open");
  });

  await test.step("what is seldom opened comes when it is, and is said to be on its way, or not to come", async () => {
    const scripts = /\/static\/chunks\//;
    const meanings = page.getByRole("dialog", { name: "What the words mean" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.press("Escape");
    await page.route(scripts, (route) => route.abort());
    await page.keyboard.press("h");
    await expect(page.getByRole("alert").filter({ hasText: "can’t be fetched now" })).toBeVisible();
    await expectWell(page, "text-1280-lost");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.unroute(scripts);
    await page.keyboard.press("h");
    await expect(meanings).toBeVisible();
    await page.reload();

    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(scripts, (route) => released.then(() => route.continue()));
    await page.getByRole("button", { name: "Menu" }).focus();
    await page.keyboard.press("h");
    await expect(page.getByRole("status").filter({ hasText: "Working…" })).toBeVisible();
    release();
    await expect(meanings).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(meanings).toBeHidden();
    await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
  });

  await test.step("each screen is sent the scripts and words of its own parts", async () => {
    expect(await scriptsAt(page, "/desk")).toBeLessThan(LIST_KB);
    expect(await scriptsAt(page, page.url())).toBeLessThan(TEXT_KB);
  });
});

test("an admin has a group of their own; it needs no script", async ({ browser, product }) => {
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await page.goto("/desk");
  const signedIn = await page.context().storageState();
  const plain = await (
    await browser.newContext({
      baseURL: product.origin,
      javaScriptEnabled: false,
      storageState: signedIn,
      viewport: { width: 360, height: 800 },
    })
  ).newPage();
  await plain.goto("/admin/jobs");
  await plain.getByRole("button", { name: "Menu" }).click();
  await expect(groupsOf(plain)).toHaveText(["Work", "Archive", "Admin", "Readers’ site"]);
  await expect(main(plain).locator("[aria-current]")).toHaveText(["Jobs"]);
  await plain.context().close();
});
