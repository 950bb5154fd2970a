import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, expectSaid, signIn } from "./newsroom";

/** A rumour that returns is seen where it is read, before anybody has made a claim of it, and afterwards belongs to the same claim by one press. */

test.use({ start: "newsroom: elsewhere" });

const SAID = "The Eldmouth council will close the northern bridge to lorries on 2 August 2024.";
const DENIED = "The Eldmouth council will not close the northern bridge to lorries on 2 August 2024.";

/** The address of the page that came of it, with its statement chosen. */
async function give(page: Page, words: string, heading: string): Promise<string> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(`July 25, 2024\n\n${heading}\n\n${words}`);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  await choose(page);
  return page.url();
}

const choose = (page: Page) => page.getByRole("option").filter({ hasText: "northern bridge" }).click();
const elsewhere = (page: Page) =>
  page.locator(".i-sec").filter({ has: page.getByRole("heading", { name: "On other pages" }) });

test("what other pages say stands beside a statement that no claim holds, and joins the same claim once there is one", async ({
  page,
  product,
}) => {
  test.setTimeout(240_000);
  const toSection = async (width: number) => {
    if (width === 360) await page.getByText("Inspector", { exact: true }).first().click();
    await elsewhere(page).scrollIntoViewIfNeeded();
  };
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  const first = await give(page, SAID, "Letters to the bridge keeper");
  await expect(elsewhere(page)).toContainText("The machine found no other page", { timeout: 60_000 });

  const second = await give(page, SAID, "From the fish market");
  await expect(elsewhere(page)).toContainText("The same:", { timeout: 60_000 });
  await expect(elsewhere(page).getByRole("link", { name: "Letters to the bridge keeper" })).toBeVisible();
  const denial = await give(page, DENIED, "The council answers");
  await expect(elsewhere(page)).toContainText("It contradicts this:", { timeout: 60_000 });
  await expect(elsewhere(page)).toContainText("2 pages");
  await expect(page.getByRole("link", { name: "2 other pages contradict it" })).toBeVisible();
  await look(page, "elsewhere-denial", toSection);

  await page.goto(first);
  await choose(page);
  await page.getByText("Make a new claim", { exact: true }).click();
  await page.getByLabel("The claim as one sentence that stands on its own").fill(SAID);
  await page.getByRole("button", { name: "Make this claim and join it" }).click();
  const claim = page.getByRole("link", { name: SAID, exact: true }).first();
  await expect(claim).toBeVisible();

  await page.goto(second);
  await choose(page);
  await expect(elsewhere(page)).toContainText("Joined to:");
  await look(page, "elsewhere-head");
  await look(page, "elsewhere-joined", toSection);
  await elsewhere(page).getByRole("button", { name: "Join this to it, too" }).press("Enter");
  await expectSaid(page, "joined");
  await expect(elsewhere(page).getByRole("button", { name: "Join this to it, too" })).toHaveCount(0);

  await page.goto(denial);
  await choose(page);
  await expect(elsewhere(page)).toContainText("Joined to:");
  await expect(elsewhere(page).getByRole("button", { name: "Join this to it, too" })).toHaveCount(0);

  await page.goto(first);
  await choose(page);
  await claim.click();
  const others = page.getByRole("region", { name: "On pages that aren’t joined" });
  await expect(others).toContainText(`It contradicts this: ${DENIED}`);
  await expect(others.getByRole("link", { name: "The council answers" })).toBeVisible();
  await others.scrollIntoViewIfNeeded();
  await look(page, "elsewhere-claim");
});

test("without a connection it says so", async ({ page, product }) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await page.route("**/desk/suggestions/*/elsewhere", (route) => route.abort());
  await give(page, SAID, "At the lock");
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText("can’t be looked at now");
});
