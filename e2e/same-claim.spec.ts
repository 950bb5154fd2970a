import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { accountOf, expectSaid, signIn } from "./newsroom";

/** What was found out about a claim is used again for a new statement that may say the same: in one act, by keys, with one undo. */

test.use({ start: "newsroom: same claim" });

const CLAIM = "The Eldmouth council will close the northern bridge to lorries on 2 August 2024.";
const AGAIN = "The northern bridge will be closed to lorries by the Eldmouth council on 9 September 2024.";

async function give(page: Page, words: string): Promise<void> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(`July 25, 2024\n\nFrom the bridge\n\n${words}`);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  await page.getByRole("option").filter({ hasText: "northern bridge" }).click();
}

test("a match that isn't sure is joined by one press, and given back by one undo", async ({
  page,
  product,
}) => {
  test.setTimeout(180_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await give(page, CLAIM);
  await page.getByText("Make a new claim", { exact: true }).click();
  await page.getByLabel("The claim as one sentence that stands on its own").fill(CLAIM);
  await page.getByRole("button", { name: "Make this claim and join it" }).click();
  await expect(page.getByRole("link", { name: CLAIM, exact: true }).first()).toBeVisible();

  await give(page, AGAIN);
  const row = page.getByRole("option").filter({ hasText: "northern bridge" });
  const note = page.locator(".match-note");
  await expect(note).toContainText(CLAIM);
  const acts: string[] = [];
  page.on("request", (asked) => {
    const { "next-action": act } = asked.headers();
    if (act !== undefined && /"suggestionId"|"statementId"/.test(asked.postData() ?? "")) acts.push(act);
  });
  await note.getByRole("button", { name: "Join it" }).press("Enter");
  await expect(row).not.toContainText("suggested");
  await expectSaid(page, "joined");
  await expect(page.getByRole("region", { name: "Inspector" }).locator(".val a").first()).toHaveText(CLAIM);
  expect(acts).toHaveLength(1);
  await page.keyboard.press("Control+z");
  await expect(row).toContainText("suggested");
  await expectSaid(page, "Undone.");
  await page.reload();
  await row.click();
  await expect(row).toContainText("suggested");
  await expect(note.getByRole("button", { name: "Join it" })).toBeVisible();
});
