import type { Page } from "@playwright/test";
import { Client } from "pg";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, signIn } from "./newsroom";

test.use({ start: "newsroom: doubts" });

/** What the machine doubts of claims: looked over by the worker, decided on by an editor. */

/** Where a folder is named, every screen is drawn into it, for people to look at. */
const DRAWN = process.env.ONRECORD_SCREENS;
const FIRST = "Orvana sold 2.5 million phones in Karrada in May.";
const SECOND = "Orvana sold 2,500,000 phones in Karrada in May";
const WRONG = "Governor Pelta Voss resigned over the price of bread.";

let drawn = 0;
async function expectWell(page: Page) {
  drawn += 1;
  for (const [width, colorScheme] of [
    [360, "dark"],
    [360, "light"],
    [1280, "dark"],
    [1280, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (DRAWN)
      await page.screenshot({ path: `${DRAWN}/doubts-${drawn}-${width}-${colorScheme}.png`, fullPage: true });
  }
}

/** A claim of its own, made at a statement of a page under review. */
async function makeClaim(page: Page, nth: number, wording: string): Promise<void> {
  await page.goto("/desk?view=published");
  await page.locator('a.q-item[href^="/desk/articles/"]').last().click();
  const start = page.getByRole("button", { name: /^Start (reviewing|a new review)$/ });
  await expect(start.or(page.getByRole("button", { name: "Submit for publication" })).first()).toBeVisible();
  if (await start.isVisible()) await start.click();
  await page.getByRole("option", { name: new RegExp(`^${nth} `) }).click();
  await page.getByText("Make a new claim", { exact: true }).click();
  await page.getByLabel("The claim as one sentence that stands on its own").fill(wording);
  await page.getByRole("button", { name: "Make this claim and join it" }).click();
  await page.getByRole("link", { name: wording, exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/claims\//);
}

test("an editor looks through what the machine doubts", async ({ browser, product }) => {
  test.setTimeout(240_000);
  const page = await browserOf(browser, product.origin);
  const views = page.getByRole("navigation", { name: "Which doubts" });
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await makeClaim(page, 2, WRONG);
  const sql = new Client({ connectionString: product.running().databaseUrl });
  await sql.connect();
  for (const [slug, wording] of [
    ["phones-one", FIRST],
    ["phones-two", SECOND],
  ])
    await sql.query(
      `INSERT INTO "Claim" ("id", "slug", "wording", "unknowns") VALUES (gen_random_uuid(), $1, $2, '{}')`,
      [slug, wording],
    );
  const night = async () => {
    await sql.query(`SELECT graphile_worker.add_job('doubts', '{}'::json)`);
    await expect
      .poll(async () => (await sql.query(`SELECT 1 FROM "WordingLook" WHERE "model" = ''`)).rowCount, {
        timeout: 60_000,
      })
      .toBe(0);
  };

  await test.step("two claims that say the same are listed, one step from joining them", async () => {
    await night();
    await page.goto("/desk/claims");
    await page.getByRole("link", { name: /^Doubts: / }).click();
    await views.getByRole("link", { name: "Likely the same" }).click();
    const pair = page.getByRole("listitem").filter({ hasText: FIRST });
    await expect(pair).toContainText(SECOND);
    await expect(pair).toContainText("Both have 2500000");
    await expectWell(page);
    await pair.getByRole("link", { name: /^Look at joining them/ }).click();
    await expect(page.getByRole("heading", { name: "What joining does" })).toBeFocused();
    await page.goBack();
  });

  await test.step("dismissed with a reason, undone, dismissed and listed again from what was dismissed", async () => {
    const reason = page.getByLabel("How you know that they are right as they are");
    const dismiss = async () => {
      await page.getByRole("link", { name: /^They are right as they are: .*Orvana/ }).click();
      await reason.fill("Two reports of two quarters.");
      await expectWell(page);
      await page.getByRole("button", { name: "Dismiss this doubt" }).click();
      await expect(page.getByRole("heading", { name: /^Dismissed:/ })).toBeFocused();
    };
    await dismiss();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: /^They are right as they are: .*Orvana/ })).toBeVisible();
    await dismiss();
    await views.getByRole("link", { name: "Dismissed" }).click();
    await expect(page.getByText("Two reports of two quarters.")).toBeVisible();
    await expectWell(page);
    await page.getByRole("button", { name: /^List it again/ }).click();
    await expect(page.getByText("Nobody dismissed a doubt yet.")).toBeVisible();
  });

  await test.step("a statement that is joined wrongly leads to the place where it is parted", async () => {
    await page.goto("/desk/claims/doubts");
    const pair = page.getByRole("listitem").filter({ hasText: WRONG });
    await expect(pair).toBeVisible();
    await expectWell(page);
    await pair.getByRole("link", { name: /^Open where it is joined/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(WRONG);
    await expect(page).toHaveURL(/#c-appearances$/);
  });
  await sql.end();
});
