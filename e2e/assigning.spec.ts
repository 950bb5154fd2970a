import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn } from "./newsroom";

/** Work is given by rules in turn; and the places where a newsroom looks are at hand where a search is recorded. */

test.use({ start: "newsroom: assign" });

/** The title of a page that was just given. */
async function givePage(page: Page, name: string): Promise<string> {
  const title = `Council Of ${name} To Meet ${Math.random().toString(36).slice(2)}`;
  await page.goto("/desk/import");
  const said = `The council of ${name} will meet on Monday, an official said. It was built in 1931.`;
  await page.getByLabel("The page’s text").fill(`Monday, September 16, 2024\n\n${title}\n\n${said}`);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  return title;
}

const items = (page: Page, title: string) => page.locator("a.q-item").filter({ hasText: title });

test("a rule gives pages in turn, says so, and is taken back, changed, deleted and brought back", async ({
  browser,
  page: noor,
  product,
}) => {
  test.setTimeout(300_000);
  const [avan, mara] = [await browserOf(browser, product.origin), await browserOf(browser, product.origin)];
  await signIn(noor, accountOf(product.printed, "Noor Salih"));
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  await signIn(mara, accountOf(product.printed, "Mara Lind"));
  await givePage(noor, "Mosul");

  await test.step("a form that names nobody is refused, and keeps what was typed", async () => {
    await noor.goto("/desk/assigning");
    await expect(noor.getByText("No rule is here.")).toBeVisible();
    await noor.getByLabel("Name", { exact: true }).fill("What is in English");
    await noor.getByLabel("Only in one language").fill("en");
    await noor.getByRole("button", { name: "Save the rule" }).click();
    await expect(noor.getByText("Choose at least one person")).toBeVisible();
    await expect(noor.getByLabel("Name", { exact: true })).toHaveValue("What is in English");
    await noor.getByRole("button", { name: "What would it fit?" }).click();
    await expect(noor.getByText(/pages that came last:$/)).toBeVisible();
    await look(noor, "assigning-new");
  });

  await test.step("it is added, and shown with who is next", async () => {
    await noor.getByRole("checkbox", { name: "Avan Karim" }).check();
    await noor.getByRole("checkbox", { name: "Mara Lind" }).check();
    await noor.getByRole("button", { name: "Save the rule" }).click();
    await expect(noor.getByText("The rule is added, as the last one.")).toBeVisible();
    await expect(noor.getByRole("row", { name: /What is in English/ })).toContainText("Avan Karim (next)");
    await look(noor, "assigning-list");
  });

  let titles: string[] = [];
  await test.step("two pages come: one each, with a notice that names the rule", async () => {
    titles = [await givePage(noor, "Kirkuk"), await givePage(noor, "Basra")];
    for (const [of, title] of [
      [avan, titles[0] ?? ""],
      [mara, titles[1] ?? ""],
    ] as const) {
      await of.goto("/desk?view=mine");
      await expect(items(of, title).first()).toBeVisible();
      await of.goto("/desk/inbox");
      await expect(of.getByText("The rule “What is in English” gave you work").first()).toBeVisible();
    }
  });

  await test.step("the rule’s page says what it gave; one is taken back", async () => {
    await noor.goto("/desk/assigning");
    await noor.getByRole("link", { name: "What is in English" }).click();
    await expect(noor.getByText("Avan Karim: 1 page")).toBeVisible();
    await look(noor, "assigning-rule");
    await noor.getByRole("button", { name: `Take it back (${titles[0]})` }).click();
    await expect(noor.getByText("Avan Karim: 0 pages")).toBeVisible();
    await avan.goto("/desk?view=mine");
    await expect(items(avan, titles[0] ?? "")).toHaveCount(0);
  });

  const address = noor.url();
  await test.step("two change it at once: the second sees both sides, and saves over", async () => {
    await mara.goto(address);
    await mara.getByLabel("Name", { exact: true }).fill("English, by Mara");
    await noor.getByLabel("Name", { exact: true }).fill("English, by Noor");
    await noor.getByRole("button", { name: "Save the rule" }).click();
    await expect(noor.getByText("Saved. It holds for what comes from now on.")).toBeVisible();
    await mara.getByRole("button", { name: "Save the rule" }).click();
    await expect(mara.getByText("Noor Salih changed this rule while you did.")).toBeVisible();
    await expect(mara.getByText(/^“English, by Noor”: /)).toBeVisible();
    await expect(mara.getByLabel("Name", { exact: true })).toHaveValue("English, by Mara");
    await mara.getByRole("button", { name: "Save over the other change" }).click();
    await expect(mara.getByRole("heading", { level: 1, name: "English, by Mara" })).toBeVisible();
  });

  await test.step("a second rule goes first", async () => {
    await noor.goto("/desk/assigning");
    await noor.getByLabel("Name", { exact: true }).fill("Everything to Noor");
    await noor.getByRole("checkbox", { name: "Noor Salih" }).check();
    await noor.getByRole("button", { name: "Save the rule" }).click();
    await expect(noor.getByRole("row")).toHaveCount(3);
    await noor.getByRole("button", { name: "Earlier (Everything to Noor)" }).click();
    await expect(noor.getByRole("row").nth(1)).toContainText("Everything to Noor");
    const title = await givePage(noor, "Erbil");
    await noor.goto("/desk?view=mine");
    await expect(items(noor, title).first()).toBeVisible();
  });

  await test.step("it asks before it is deleted, and comes back", async () => {
    await noor.goto("/desk/assigning");
    await noor.getByRole("link", { name: "Everything to Noor" }).click();
    await noor.getByRole("button", { name: "Delete…" }).click();
    await noor.getByRole("dialog").getByRole("button", { name: "Delete the rule" }).click();
    await expect(noor).toHaveURL(/\/desk\/assigning$/);
    await expect(noor.getByRole("row", { name: /Everything to Noor/ })).toHaveCount(0);
    await noor.getByRole("button", { name: "Bring back (Everything to Noor)" }).click();
    await expect(noor.getByRole("row").nth(2)).toContainText("Everything to Noor");
  });
});

/** The first claim of the desk that can be changed. */
async function openClaim(page: Page): Promise<void> {
  await page.goto("/desk/claims");
  const links = page.locator('main a[href^="/desk/claims/"]:not([href*="doubts"], [href*="evidence"])');
  await expect(links.first()).toBeVisible();
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const href of hrefs) {
    await page.goto(href);
    await expect(page.getByRole("heading", { name: "Searches that found nothing" })).toBeVisible();
    if (await page.getByText("Record a search", { exact: true }).isVisible()) return;
  }
  throw new Error("no claim can be changed");
}

test("the usual places are kept by an editor, and fill a search record by one click or key", async ({
  page,
  product,
}) => {
  test.setTimeout(200_000);
  await signIn(page, accountOf(product.printed, "Mara Lind"));

  await test.step("a place is kept; an address that leads nowhere is refused", async () => {
    await page.goto("/desk/places");
    await page.getByLabel("Name of the place").fill("The land register");
    await page.getByLabel("Address of a search there").fill("https://register.example/");
    await page.getByRole("button", { name: "Keep the place" }).click();
    await expect(page.getByText(/^Write \{query\} where/)).toBeVisible();
    await page.getByLabel("Address of a search there").fill("https://register.example/?q={query}");
    await page.getByRole("button", { name: "Keep the place" }).click();
    await expect(page.getByRole("row", { name: /The land register/ })).toBeVisible();
    await page.getByLabel("Name of the place").fill("Our archive");
    await page.getByRole("button", { name: "Keep the place" }).click();
    await expect(page.getByRole("row", { name: /Our archive/ })).toBeVisible();
    await look(page, "places");
  });

  await test.step("on a claim a click and a key fill the place, and a link leads to the search", async () => {
    await openClaim(page);
    await page.getByText("Record a search", { exact: true }).click();
    await page.getByLabel("What did you look for?").fill("dam & quay");
    await page.getByRole("button", { name: "Looked in: The land register" }).click();
    const where = page.getByLabel("Where", { exact: true });
    await expect(where).toHaveValue("The land register");
    const link = page.getByRole("link", { name: /^Look there: The land register/ });
    await expect(link).toHaveAttribute("href", "https://register.example/?q=dam%20%26%20quay");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await look(page, "places-claim");
    await where.press("Alt+1");
    await expect(where).toHaveValue("Our archive");
    await expect(link).toHaveCount(0);
    await page.getByRole("button", { name: "Record it" }).click();
    await expect(page.getByRole("cell", { name: "Our archive" })).toBeVisible();
  });

  await test.step("by keys alone: one opens it at the place, one chooses the place, one records it with today’s date", async () => {
    await page.locator("#claim-title").focus();
    await page.keyboard.press("r");
    const where = page.getByLabel("Where", { exact: true });
    await expect(where).toBeFocused();
    await expect(where).toBeInViewport();
    await page.keyboard.press("Alt+2");
    await expect(where).toHaveValue("The land register");
    const wording = (await page.locator("#claim-title").textContent()) ?? "";
    await page.keyboard.press("Enter");
    await expectSaid(page, "The search is recorded.");
    const row = page.getByRole("row", { name: wording }).filter({ hasText: "The land register" });
    await expect(row).toContainText("Nothing found");
    // While somebody types it is a letter.
    await page.getByLabel("What did you look for?").fill("");
    await page.keyboard.press("r");
    await expect(page.getByLabel("What did you look for?")).toHaveValue("r");
    await page.getByLabel("What did you look for?").fill("");
  });

  await test.step("a place goes for good, once asked, and what was recorded stays", async () => {
    const claim = page.url();
    await page.goto("/desk/places");
    await page.getByRole("button", { name: "Delete… : Our archive" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete the place" }).click();
    await expect(page.getByRole("row", { name: /Our archive/ })).toHaveCount(0);
    await page.goto(claim);
    await expect(page.getByRole("cell", { name: "Our archive" })).toBeVisible();
  });
});
