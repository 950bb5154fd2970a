import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, signIn } from "./newsroom";

/** Work is given, narrowed and done in numbers, in the newsroom that the demo makes. */

test.use({ start: "newsroom" });

const rows = (page: Page) => page.locator(".q-list > li");

/** Two pages that nobody reviews. */
async function givePages(page: Page): Promise<void> {
  for (const name of ["Kirkuk", "Basra"]) {
    await page.goto("/desk/import");
    const said = `The council of ${name} will meet on Monday, an official said. It was built in 1931.`;
    await page
      .getByLabel("The page’s text")
      .fill(`Monday, September 16, 2024\n\nCouncil Of ${name} To Meet ${Math.random()}\n\n${said}`);
    await page.getByRole("button", { name: "Read this page" }).click();
    await expect(page).toHaveURL(/\/desk\/articles\//);
  }
}

test("work is chosen by keys, given to somebody, and given back by one undo", async ({
  browser,
  page,
  product,
}) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await givePages(page);
  const [first, second] = [rows(page).nth(0), rows(page).nth(1)];
  await page.goto("/desk?view=all&state=NONE&sort=newest");
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(1);
  const title = (await first.locator("a.q-item b").first().textContent()) ?? "";
  await first.getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await expect(second.getByRole("link")).toBeFocused();
  await expect(page.getByText("2 items are chosen.")).toBeVisible();
  await expectAccessible(page);
  await page.locator(".q-acts summary").click();
  await page.getByLabel("Give to").selectOption({ label: "Avan Karim" });
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await expect(page.getByText("2 items changed.")).toBeVisible();
  await expect(page.getByText("Nothing is chosen.")).toBeVisible();

  const avan = await browserOf(browser, product.origin);
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  await avan.goto("/desk?view=mine");
  await expect(avan.locator("a.q-item").filter({ hasText: title }).first()).toBeVisible();

  // Another day it is offered still.
  await page.reload();
  await expect(page.getByText(/^Your last act here .*: you gave or took 2 items\./)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone for 2 items.")).toBeVisible();
  await expect(page.getByText("Your last act here")).toHaveCount(0);
  await avan.reload();
  await expect(avan.locator("a.q-item").filter({ hasText: title })).toHaveCount(0);
});

test("a list is narrowed, has an address, and leads through its items and back", async ({
  page,
  product,
}) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await page.goto("/desk?view=all");
  const all = await rows(page).count();
  await page.getByRole("link", { name: "Without a source", exact: true }).click();
  await expect(page).toHaveURL(/sourcing=NONE/);
  await expect(page.getByRole("link", { name: /^Remove: Sourcing/ })).toBeVisible();
  const some = await rows(page).count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await page.locator('a.q-item[href^="/desk/articles/"]').first().click();
  await expect(page.getByRole("listbox", { name: "Sentences" })).toBeVisible();
  await expect(page).toHaveURL(/sourcing=NONE.*at=/);
  const first = page.url();
  await page.getByRole("link", { name: "Next item" }).click();
  await expect(page).not.toHaveURL(first);
  await page.goBack();
  await page.goBack();
  await expect(rows(page)).toHaveCount(some);

  await page.getByText("More filters").click();
  const publisher = page.getByRole("combobox", { name: "Publisher" });
  await publisher.fill("example");
  await expect(
    page.getByRole("listbox", { name: "Known publishers" }).getByRole("option").first(),
  ).toBeVisible();
  await publisher.press("ArrowDown");
  await publisher.press("Enter");
  await expect(publisher).not.toHaveValue("example");
  await page.getByLabel("Language").selectOption({ label: "English" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/publisher=.+language=en/);
  await expect(page.getByRole("link", { name: "Remove: Language: English" })).toBeVisible();

  await page.getByRole("searchbox").fill("no page says this at all");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Nothing in this list is like that.")).toBeVisible();
  await page.getByRole("link", { name: "Remove all filters" }).click();
  await expect(rows(page)).toHaveCount(all);
});

test("without a script items are chosen, dismissed with a reason, and brought back", async ({
  browser,
  page,
  product,
}) => {
  const noor = accountOf(product.printed, "Noor Salih");
  await signIn(page, noor);
  await givePages(page);
  const context = await browser.newContext({
    baseURL: product.origin,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto("/desk?view=unassigned&kind=ARTICLE");
  const before = await rows(plain).count();
  expect(before).toBeGreaterThan(0);
  await rows(plain).first().getByRole("checkbox").check();
  await plain.locator(".q-acts summary").click();
  await plain.getByLabel("Why it isn’t worth keeping").fill("Nothing here for us.");
  await plain.getByRole("button", { name: "Dismiss" }).click();
  await expect(plain.getByText("1 item changed.")).toBeVisible();
  await expect(rows(plain)).toHaveCount(before - 1);
  await plain.getByRole("button", { name: "Undo" }).click();
  await expect(plain.getByText("Undone for 1 item.")).toBeVisible();
  await expect(rows(plain)).toHaveCount(before);
  await context.close();
});

test("the list is read on a small screen, light and dark", async ({ page, product }) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  for (const [width, colorScheme] of [
    [360, "light"],
    [1280, "light"],
    [360, "dark"],
    [1280, "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/desk?view=all&sourcing=NONE");
    await rows(page).first().getByRole("checkbox").check();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const folder = process.env.ONRECORD_SCREENS;
    if (folder)
      await page.screenshot({ path: `${folder}/queue-${width}-${colorScheme}.png`, fullPage: true });
  }
});

test("a list is saved and shared, opened by a colleague, renamed and deleted", async ({
  browser,
  page,
  product,
}) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await page.goto("/desk?view=all&sourcing=NONE&sort=newest");
  await page.getByText("Save this list", { exact: true }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Nobody behind it");
  await page.getByLabel("Show it to everybody on the desk").check();
  await page.getByRole("button", { name: "Save this list" }).click();
  await expect(page.getByRole("link", { name: "Nobody behind it, shared" })).toBeVisible();
  await expectAccessible(page);

  const avan = await browserOf(browser, product.origin);
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  await avan.goto("/desk");
  await avan.getByRole("link", { name: "Nobody behind it, from Noor Salih" }).click();
  await expect(avan).toHaveURL(/sort=newest&sourcing=NONE/);

  await page.getByText("Rename or delete").click();
  await page.getByLabel("New name").fill("Unsourced");
  await page.getByRole("button", { name: /^Rename/ }).click();
  await expect(page.getByRole("link", { name: "Unsourced, shared" })).toBeVisible();
  await page.getByText("Delete…").click();
  await page.getByRole("button", { name: /^Delete the list/ }).click();
  await expect(page.getByRole("link", { name: "Unsourced, shared" })).toHaveCount(0);
});

test("what the machine is sure of is accepted on many pages by keys, and given back by one undo", async ({
  page,
  product,
}) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await givePages(page);
  await page.goto("/desk?view=all&state=NONE&sort=newest");
  const titles = [];
  for (const n of [0, 1]) titles.push(await rows(page).nth(n).locator("a.q-item b").first().textContent());
  await rows(page).first().getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await page.locator(".q-acts summary").press("Enter");
  await look(page, "accept-sure");
  const button = page.getByRole("button", { name: "Accept all that is sure" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 items changed.")).toBeVisible();
  await page.goto("/desk?view=mine&sort=newest");
  const items = rows(page).filter({ hasText: titles[0] ?? "" });
  await expect(items.first()).toBeVisible();
  await expect(page.getByText(/you accepted all that is sure on 2 items\./)).toBeVisible();
  const before = await items.first().textContent();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText("Undone for 2 items.")).toBeVisible();
  await expect(items.first()).not.toHaveText(before ?? "");
});
