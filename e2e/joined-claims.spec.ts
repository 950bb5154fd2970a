import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, signIn, step } from "./newsroom";

/** Two claims that are one: joined, undone, joined under an open screen, told to readers by a second person, parted. */

/** Where a folder is named, every screen is drawn into it, for people to look at. */
const DRAWN = process.env.ONRECORD_SCREENS;
const FIRST = "The northern quay was sold to the harbour bank.";
const SECOND = "The harbour bank bought the northern quay.";

let drawn = 0;
async function expectWell(page: Page) {
  drawn += 1;
  for (const [width, colorScheme] of [
    [360, "dark"],
    [1280, "light"],
    [360, "light"],
    [1280, "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (DRAWN)
      await page.screenshot({ path: `${DRAWN}/joined-${drawn}-${width}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A claim of its own, made at a statement of a page under review; the address of its desk. */
async function makeClaim(page: Page, nth: number, wording: string): Promise<string> {
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
  return page.url();
}

async function verdict(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole("radio", { name: "Unresolved" }).check();
  await page.getByLabel("What it rests on").fill("Nothing that we found settles it.");
  await page.getByRole("button", { name: "Save the verdict" }).click();
  await expect(page.getByRole("button", { name: "Submit for publication" })).toBeEnabled();
}

test("two claims become one, and two again", async ({ browser, product }) => {
  test.setTimeout(240_000);
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  const one = await makeClaim(page, 2, FIRST);
  const other = await makeClaim(page, 3, SECOND);

  await test.step("the other is found by mistyped words; what moves is shown before anything does", async () => {
    await page.goto(one);
    const way = page.getByRole("link", { name: "The same as another claim?" });
    await expect(way).toBeInViewport();
    await way.press("Enter");
    const find = page.getByRole("searchbox", { name: "Which claim says the same" });
    await expect(find).toBeFocused();
    await expect(find).toBeInViewport();
    await find.fill("harbour bank bougt quay");
    await page.getByRole("button", { name: "Find" }).click();
    await expectWell(page);
    await page.getByRole("link", { name: /^Look at joining with “The harbour bank bought/ }).click();
    await expect(page.getByRole("heading", { name: "What joining does" })).toBeFocused();
    await expect(page.getByText("1 statement on 1 page.")).toBeVisible();
    await expectWell(page);
    await page.getByRole("button", { name: "Join them" }).click();
    await expect(page).toHaveURL(/with=/);
    await page.getByLabel("How you know that they say the same").fill("The deed of sale.");
  });

  const colleague = await browserOf(browser, product.origin);
  const wording = colleague
    .getByRole("region", { name: /wording/i })
    .getByRole("textbox")
    .first();
  await test.step("somebody has the other screen open meanwhile, and types there", async () => {
    await signIn(colleague, accountOf(product.printed, "Mara Lind"));
    await colleague.goto(one);
    await expect(colleague.getByRole("heading", { level: 1 })).toHaveText(FIRST);
    await wording.fill("Other words of mine.");
    await expect(colleague.getByRole("status").filter({ hasText: "Draft saved" }).first()).toBeVisible();
  });

  await test.step("they are joined, and undone, and joined again", async () => {
    await page.getByRole("button", { name: "Join them" }).click();
    await expect(page.getByRole("heading", { name: /^Joined:/ })).toBeFocused();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(SECOND);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Nothing was joined with this claim.")).toBeVisible();
    const id = one.slice(one.lastIndexOf("/") + 1);
    await page.goto(`${one}?with=${other.slice(other.lastIndexOf("/") + 1)}`);
    await page.getByLabel("How you know that they say the same").fill("The deed of sale, page 2.");
    await page.getByRole("button", { name: "Join them" }).click();
    await expect(page).toHaveURL(new RegExp(`merged=${id}`));
    await expectWell(page);
  });

  await test.step("whoever had it open is told which it is now, and keeps their words", async () => {
    await expect(colleague.getByText(/^This claim was joined with/)).toBeVisible();
    await expect(wording).toHaveValue("Other words of mine.");
    await colleague.getByRole("button", { name: "Save the wording" }).click();
    await expect(colleague.getByRole("alert").filter({ hasText: SECOND }).first()).toBeVisible();
    await colleague.reload();
    await expect(colleague.getByText(/^This claim was joined with/)).toBeVisible();
    await expectWell(colleague);
  });

  await test.step("readers are told once somebody else has published it", async () => {
    await verdict(page, other);
    await step(page, "Submit for publication");
    const reviewer = await browserOf(browser, product.origin);
    await signIn(reviewer, accountOf(product.printed, "Mara Lind"));
    await reviewer.goto(other);
    await step(reviewer, "Publish");
    await reviewer.context().close();
    const reader = await browserOf(browser, product.origin);
    await reader.goto("/claims");
    await reader.getByRole("link", { name: SECOND }).first().click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(SECOND);
    await expectWell(reader);
    await reader.context().close();
  });

  await test.step("parted with a reason, each stands alone", async () => {
    await page.goto(other);
    await page.getByRole("link", { name: /^Part “The northern quay/ }).click();
    await page.getByLabel("Why they are two").fill("Another quay.");
    await expectWell(page);
    await page.getByRole("button", { name: "Part them" }).click();
    await expect(page.getByRole("heading", { name: /^Parted:/ })).toBeFocused();
    await page.getByRole("link", { name: "Look at it" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(FIRST);
    await expect(
      page.getByRole("list").filter({ hasText: "The deed of sale, page 2." }).first(),
    ).toBeVisible();
  });
  await colleague.context().close();
  await page.context().close();
});
