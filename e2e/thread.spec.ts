import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { browserOf, currentRow, expectSaid, invite, join, person, step } from "./newsroom";

/** One thread through the whole product: from a page to a reader. Nothing in it is mocked. */

test.use({ start: "empty: one thread" });

const CLAIM =
  "Banks got memos on 17 September 2024 telling them to get ready and to be there on the morning of 18 September 2024.";
const NOTE = "A mistranslation: the Prime Minister’s name is al-Sudani.";
const admin = person("Ada Admin");
const writer = person("Edda Editor");
const second = person("Bo Second");

test("from a page to a reader, with an admin and two editors", async ({ browser, page, product }) => {
  test.setTimeout(300_000);
  const adminPage = await browserOf(browser, product.origin);
  const writerPage = await browserOf(browser, product.origin);
  const secondPage = await browserOf(browser, product.origin);

  await test.step("readers find an empty state that says how to begin", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Onrecord tells what was reported from what was merely said.",
    );
    await expectAccessible(page);
  });

  await test.step("the first admin sets up, and invites two editors", async () => {
    expect(product.setUpLink).not.toBeNull();
    await join(adminPage, product.setUpLink ?? "", admin);
    await join(writerPage, await invite(adminPage, writer, "Editor"), writer);
    await join(secondPage, await invite(adminPage, second, "Editor"), second);
    await expectAccessible(adminPage);
    await page.goto(product.setUpLink ?? "");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /This link was used|doesn’t lead anywhere/,
    );
  });

  await test.step("an editor gives a page, and sees every statement marked", async () => {
    await writerPage.goto("/desk/import");
    await writerPage
      .getByLabel("The page’s text")
      .fill(readFileSync("seed/page.txt", "utf8").replace("192", "193"));
    await writerPage.getByLabel("Who published it, if you know").fill("dinarevaluation.blogspot.com");
    await expectAccessible(writerPage);
    await writerPage.getByRole("button", { name: "Read this page" }).click();
    await expect(writerPage).toHaveURL(/\/desk\/articles\//);
    await expect(writerPage.getByRole("option").filter({ hasText: "suggested" })).toHaveCount(16);
    await writerPage.getByRole("button", { name: "Start reviewing" }).click();
    await expectSaid(writerPage, "It is yours");
  });

  const address = writerPage.url();

  await test.step("accepts, corrects and rejects with the keyboard", async () => {
    const rows = writerPage.getByRole("option");
    const waiting = rows.filter({ hasText: "suggested" });
    await rows.filter({ hasText: "Baghdad / NINA" }).click();
    await expect(writerPage.getByRole("heading", { name: "Statement 1 of 16" })).toBeVisible();
    await expectAccessible(writerPage);
    for (let left = 16; left > 1; left -= 1) {
      await currentRow(writerPage).press("a");
      await expect(waiting).toHaveCount(left - 1);
    }
    await expect(currentRow(writerPage)).toContainText("Banks got memos");
    await currentRow(writerPage).press("x");
    await expect(waiting).toHaveCount(0);
    await writerPage.keyboard.press("Control+z");
    await expect(waiting).toHaveCount(1);
    await currentRow(writerPage).press("Enter");
    await writerPage.getByRole("radio", { name: "Unnamed, not described" }).check();
    await writerPage.keyboard.press("Control+Enter");
    await expect(waiting).toHaveCount(0);
  });

  await test.step("adds a note for readers", async () => {
    await writerPage.getByRole("option").filter({ hasText: "Iraqi-Sudanese" }).click();
    await writerPage.getByLabel("Write a note").fill(NOTE);
    await writerPage.getByLabel("Show it to readers").check();
    await writerPage.getByRole("button", { name: "Save the note" }).click();
    await expect(writerPage.getByText("Readers see it.")).toBeVisible();
  });

  await test.step("makes a claim of the rumour, with a search, evidence and a verdict", async () => {
    await writerPage.getByRole("option").filter({ hasText: "Banks got memos" }).click();
    await writerPage.getByText("Make a new claim", { exact: true }).click();
    await writerPage.getByLabel("The claim as one sentence that stands on its own").fill(CLAIM);
    await writerPage.getByRole("button", { name: "Make this claim and join it" }).click();
    await writerPage.getByRole("link", { name: CLAIM, exact: true }).click();
    await expect(writerPage).toHaveURL(/\/desk\/claims\//);
    await writerPage.getByText("Record a search", { exact: true }).click();
    await writerPage.getByLabel("What did you look for?").fill("The memo, or a report of it");
    await writerPage
      .getByLabel("Where", { exact: true })
      .fill("Central Bank of Iraq, notices of September 2024");
    await writerPage.getByLabel("When", { exact: true }).fill("2026-11-21");
    await writerPage.getByRole("button", { name: "Record it" }).click();
    await expect(writerPage.getByText("Nothing found").first()).toBeVisible();
    await writerPage.getByText("Add evidence", { exact: true }).click();
    await writerPage.getByRole("radio", { name: "Context" }).check();
    await writerPage.getByLabel("What it is").fill("The blog’s page of 25 July 2024");
    await writerPage.getByLabel("Its address").fill("https://dinarevaluation.blogspot.com/");
    await writerPage.getByRole("button", { name: "Add it" }).click();
    await expect(writerPage.getByRole("link", { name: "The blog’s page of 25 July 2024" })).toBeVisible();
    await writerPage.getByRole("radio", { name: "No evidence found" }).check();
    await writerPage
      .getByLabel("What it rests on")
      .fill("We looked and found nothing that shows such a memo.");
    await writerPage.getByRole("button", { name: "Save the verdict" }).click();
    await expectSaid(writerPage, "The verdict is saved.");
    await expectAccessible(writerPage);
    await step(writerPage, "Submit for publication");
  });

  const claimAddress = writerPage.url();

  await test.step("nobody publishes what they wrote", async () => {
    await writerPage.goto(address);
    await step(writerPage, "Submit for publication");
    await expect(writerPage.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
    await page.goto("/");
    await expect(page.getByText("Iraq, US Agree")).toHaveCount(0);
  });

  await test.step("the second editor publishes both", async () => {
    for (const item of [address, claimAddress]) {
      await secondPage.goto(item);
      await secondPage.getByRole("link", { name: "See what readers will see" }).click();
      await expect(secondPage.getByRole("heading", { level: 1 })).toHaveText("What readers will see");
      await expect(secondPage.getByText("Nothing of this is published yet: all of it is new.")).toBeVisible();
      await expectAccessible(secondPage);
      await secondPage.getByRole("link", { name: "Back to the review" }).click();
      await step(secondPage, "Publish");
      await expect(
        secondPage.getByRole("link", { name: /readers see it|readers’ page|Readers/i }).first(),
      ).toBeVisible();
    }
  });

  let articleAddress = "";
  await test.step("a reader finds the page, with its marked excerpts", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: /Iraq, US Agree/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "1 of 16 statements on this page has no source; it is not part of the report above it.",
    );
    articleAddress = page.url();
    await expect(page.getByText("The report above does not vouch for the text below.")).toBeVisible();
    await expect(page.getByText(NOTE)).toBeVisible();
    await expect(page.getByText("Overdue since 18 September 2024. Nothing is recorded yet.")).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("and the claim, with verdict, searches and a history that adds up", async () => {
    await page.getByRole("link", { name: /claim in full/i }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(CLAIM);
    await expect(page.getByText("No evidence found", { exact: true })).toBeVisible();
    await expect(
      page.getByRole("paragraph").filter({ hasText: "It means that nobody has shown it." }),
    ).toBeVisible();
    await expect(async () => {
      await page.reload(); // the record is checked in the background, right after something is published
      await expect(page.getByText("Verified.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await expectAccessible(page);
  });

  await test.step("what is withdrawn says so, with its reason and its history, and the claim loses its page", async () => {
    await secondPage.goto(address);
    await step(secondPage, "Withdraw", { label: "Why it is withdrawn", text: "The page was a forgery." });
    const answer = await page.goto(articleAddress);
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("We withdrew this page on");
    await expect(page.getByText("The page was a forgery.")).toBeVisible();
    await expect(page.getByText("Iraq, US Agree")).toBeVisible();
    await expect(page.getByRole("list", { name: "History" }).getByText("Withdrawn.")).toBeVisible();
    await expect(page.getByText("Banks got memos")).toHaveCount(0);
    await expectAccessible(page);
    await page.goto("/corrections");
    await expect(page.getByRole("row").filter({ hasText: "The page was a forgery." })).toContainText(
      "Iraq, US Agree",
    );
  });

  await test.step("a disabled person is out on their next request", async () => {
    await adminPage.goto("/admin/people");
    const row = adminPage.getByRole("row").filter({ hasText: writer.email });
    await row.getByRole("button", { name: /Disable/ }).click();
    await adminPage.getByLabel("Reason").fill("Left the newsroom");
    await adminPage.getByRole("button", { name: "Disable", exact: true }).last().click();
    await expect(adminPage.getByText(/disabled and signed out/)).toBeAttached();
    await writerPage.goto("/desk");
    await expect(writerPage).toHaveURL(/\/sign-in/);
  });
});
