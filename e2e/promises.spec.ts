import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, expectSaid, signIn, step } from "./newsroom";

/** A promise ends: one editor records what became of it, another one publishes that, and readers see it. */

test.use({ start: "newsroom" });

const QUOTE = "No bank has had a memo from us, the central bank said.";
const REASON = "No memo came: the central bank says so.";

test("what became of a promise is recorded by one, published by another, and read", async ({
  browser,
  page,
  product,
}) => {
  test.setTimeout(240_000);
  const writer = await browserOf(browser, product.origin);
  const second = await browserOf(browser, product.origin);
  await signIn(writer, accountOf(product.printed, "Avan Karim"));
  await signIn(second, accountOf(product.printed, "Noor Salih"));

  await test.step("it stands in the list of what fell due, the oldest first", async () => {
    await writer.goto("/desk");
    await writer.getByRole("link", { name: "Fell due", exact: true }).click();
    await expect(writer.getByRole("heading", { level: 1 })).toHaveText("Promises that fell due");
    await expect(writer.getByText(/^\d+ overdue, \d+ due today\.$/)).toBeVisible();
    await expectAccessible(writer);
    await writer.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(writer);
    await writer.setViewportSize({ width: 1280, height: 900 });
    const item = writer.getByRole("listitem").filter({ hasText: "Banks got memos" });
    await expect(item).toContainText("Overdue since 18 September 2024.");
    await item.getByRole("link", { name: /^Record what happened/ }).click();
  });

  await test.step("without evidence nothing is recorded, and nothing typed is lost", async () => {
    await writer.getByRole("radio", { name: "It did not happen" }).check();
    await writer.getByLabel("Known since").fill("2024-09-20");
    await writer.getByRole("button", { name: "Record it" }).click();
    await expect(writer.locator("p.error", { hasText: "Give the words of the evidence." })).toBeVisible();
    await writer.getByLabel("Quotation", { exact: true }).fill(QUOTE);
    await writer.getByLabel("Day of the quotation").fill("2024-09-20");
    await writer.getByLabel("Publisher of the quotation").fill("The Baghdad Gazette");
    await writer.getByLabel("Address").fill("https://gazette.example/no-memo");
    await writer.getByLabel("Your note").fill("We asked two banks as well.");
    await expectAccessible(writer);
    await writer.getByRole("button", { name: "Record it" }).click();
    await expectSaid(writer, "Recorded in the page’s review.");
    await expect(writer.getByText("It did not happen. Known since 20 September 2024.")).toBeVisible();
    await page.goto("/");
    await expect(page.getByText("It did not happen")).toHaveCount(0);
  });

  await test.step("it is handed in with a reason, and whoever wrote it doesn't publish it", async () => {
    await writer.getByRole("link", { name: "Look over the review, and hand it in" }).click();
    await step(writer, "Submit for publication", { label: "What changes, and why", text: REASON });
    await expect(writer.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
    await second.goto(writer.url());
    await second.getByRole("link", { name: "See what readers will see" }).click();
    await expect(second.getByText("It did not happen. Known since 20 September 2024.").first()).toBeVisible();
    await second.getByRole("link", { name: "Back to the review" }).click();
    await step(second, "Publish");
  });

  await test.step("a reader finds it beside the statement, with its evidence and who recorded it", async () => {
    await page.goto("/");
    await page
      .getByRole("link", { name: /Iraq, US Agree/ })
      .first()
      .click();
    await page.getByText("It did not happen. Known since 20 September 2024.").click();
    await expect(page.getByText(QUOTE)).toBeVisible();
    await expect(page.getByText(/The Baghdad Gazette.*, 20 September 2024/)).toBeVisible();
    await expect(page.getByText("We asked two banks as well.")).toBeVisible();
    await expect(page.getByText(/Recorded by .*Avan Karim/)).toBeVisible();
    await expect(page.getByText(REASON).first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("and on the page of the claim", async () => {
    await page.getByRole("link", { name: "The claim in full" }).first().click();
    await expect(page.getByText("It did not happen. Known since 20 September 2024.")).toBeVisible();
    await expect(page.getByText(QUOTE)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("it has left the list of what waits", async () => {
    await writer.goto("/desk/promises");
    await expect(writer.getByText("Banks got memos")).toHaveCount(0);
  });
});
