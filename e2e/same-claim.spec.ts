import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, expectSaid, signIn } from "./newsroom";

/** What was found out about a claim is used again for a new statement that may say the same: in one act, by keys, with one undo. */

test.use({ start: "newsroom: same claim" });

const CLAIM = "The Eldmouth council will close the northern bridge to lorries on 2 August 2024.";
const AGAIN = "The northern bridge will be closed to lorries by the Eldmouth council on 9 September 2024.";

/** A page with one statement, in a review of one's own, and that statement chosen. */
async function give(page: Page, words: string): Promise<void> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(`July 25, 2024\n\nFrom the bridge\n\n${words}`);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  await page.getByRole("option").filter({ hasText: words }).click();
}

/** A claim in the words of the page that says it first. */
async function claimOf(page: Page, words: string): Promise<void> {
  await give(page, words);
  await page.getByText("Make a new claim", { exact: true }).click();
  await page.getByLabel("The claim as one sentence that stands on its own").fill(words);
  await page.getByRole("button", { name: "Make this claim and join it" }).click();
  await expect(page.getByRole("link", { name: words, exact: true }).first()).toBeVisible();
}

test("a match that isn't sure is joined by one press, and given back by one undo", async ({
  page,
  product,
}) => {
  test.setTimeout(180_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await claimOf(page, CLAIM);

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

const MARKET = "The Marlow council will open the fish market on 2 August 2024.";
const DENIED = "The Marlow council will not open the fish market on 2 August 2024.";
const LATER = "The Marlow council will open the fish market on 9 September 2024.";

test("what a statement is to a claim is affirmed or refused by a person, stands on the claim’s page, and is taken back", async ({
  page,
  product,
}) => {
  test.setTimeout(300_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await claimOf(page, MARKET);
  const inspector = page.getByRole("region", { name: "Inspector" });
  const press = (name: string) => inspector.getByRole("button", { name, exact: true }).click();
  const related = page.getByRole("region", { name: "Statements that relate to it" });
  const waiting = page.getByRole("region", { name: "Seen elsewhere, not decided" });
  /** The claim beside the statement: what other pages say of it stands further down. */
  const claim = inspector.getByRole("link", { name: MARKET, exact: true }).first();
  /** The match that is judged, in the pane that holds it. */
  const atMatch = async () => {
    const tab = page.getByRole("radio", { name: "Inspector" });
    if (await tab.isVisible()) await tab.check({ force: true });
    await claim.scrollIntoViewIfNeeded();
  };
  /** The claim's page by the link beside the match, looked at, and back to the statement there. */
  const onClaim = async (words: string, looked: () => Promise<void>) => {
    await claim.click();
    await expect(page.getByRole("heading", { name: "Seen elsewhere, not decided" })).toBeVisible();
    await looked();
    await page.goBack();
    await page.getByRole("option").filter({ hasText: words }).click();
  };

  await test.step("a contradiction is affirmed, and taken back", async () => {
    await give(page, DENIED);
    await expect(inspector).toContainText(`It contradicts a claim: ${MARKET}`);
    await look(page, "match-waits", atMatch);
    await press("Right: it contradicts the claim");
    await expectSaid(page, "Kept: it stands on the claim’s page too.");
    await expect(inspector).toContainText("Noor Salih affirmed it");
    await look(page, "match-affirmed", atMatch);
    await onClaim(DENIED, async () => {
      await expect(related).toContainText(/Contradicts it.*will not open the fish market.*From the bridge/s);
      await expect(related).toContainText("Affirmed by Noor Salih");
      await expect(waiting).not.toContainText(DENIED);
      await look(page, "claim-affirmed");
    });
    await press("Take that back");
    await expectSaid(page, "The match waits again.");
    await onClaim(DENIED, async () => {
      await expect(related).toHaveCount(0);
      await expect(waiting).toContainText(DENIED);
    });
    await expect(inspector.getByRole("button", { name: "Right: it contradicts the claim" })).toBeVisible();
  });

  await test.step("a wrong one is refused, and taken back", async () => {
    await give(page, LATER);
    await expect(inspector).toContainText(`The same for another time: ${MARKET}`);
    await press("Not the same promise");
    await expectSaid(page, "Kept: the machine was wrong.");
    await expect(inspector).toContainText("Noor Salih said that it isn’t so");
    await look(page, "match-refused", atMatch);
    await onClaim(LATER, async () => {
      await expect(related).toHaveCount(0);
      await expect(waiting).not.toContainText(LATER);
    });
    await press("Take that back");
    await expectSaid(page, "The match waits again.");
    await onClaim(LATER, async () => {
      await expect(waiting).toContainText(LATER);
      await look(page, "claim-waits");
    });
    await expect(inspector.getByRole("button", { name: "Not the same promise" })).toBeVisible();
  });
});
