import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn, step } from "./newsroom";

/** What was said stands in pieces: words between them are left out by keys, kept, published, and readers see a line with a gap. */

test.use({ start: "newsroom: pieces" });

const PAGE = [
  "Ministry Promises To Pay The Ferry Crews",
  "Monday, September 16, 2024",
  "“We will,” the harbour minister, Lina Aziz, said on Monday, “pay the crews of both ferries on Sunday.”\n\nThe quay was built in 1931.",
].join("\n\n");
const SAID = "“We will,” … “pay the crews of both ferries on Sunday.”";

const row = (page: Page, words: string) => page.getByRole("option").filter({ hasText: words });
const lines = (page: Page, within: string) => page.locator(`${within} .line`);

test("words are left out of a statement by keys, and readers see no line under them", async ({
  browser,
  page,
  product,
}) => {
  test.setTimeout(240_000);
  const showing = (pane: "Text" | "Inspector") => async () => {
    const radio = page.getByRole("radio", { name: pane });
    if (await radio.isVisible()) await radio.check({ force: true });
  };
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(PAGE);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//, { timeout: 60_000 });
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  const address = page.url();
  const first = row(page, "“We will,”");
  const inspector = page.getByRole("region", { name: "Inspector" });
  await first.click();
  await page.keyboard.press("a");
  await expectSaid(page, "Accepted.");

  await test.step("what the machine suggests is in pieces already, and is taken as one", async () => {
    await expect(first).toContainText("Left out: “the harbour minister, Lina Aziz, said on Monday,”.");
    await first.click();
    await page.keyboard.press("Enter");
    await inspector.getByRole("button", { name: /^Take back in: “the harbour minister/ }).press("Enter");
    await expectSaid(page, "Taken back in: “the harbour minister");
    await page.keyboard.press("Control+Enter");
    await expectSaid(page, "Saved.");
    await expect(first).not.toContainText("Left out:");
  });

  await test.step("one key leaves its source out, others move the ends of what is left out", async () => {
    await first.click();
    await page.keyboard.press("l");
    await expectSaid(page, "Left out: “");
    const gap = inspector.locator("#f-span .gap");
    while (!(await gap.innerText()).includes("the harbour")) await page.keyboard.press("<");
    while (!(await gap.innerText()).includes("Monday,")) await page.keyboard.press(".");
    await expect(gap).toHaveText(" the harbour minister, Lina Aziz, said on Monday, ");
    await expect(inspector.getByRole("list", { name: "Pieces of the statement" })).toContainText(
      "Piece 2 of 2 “pay the crews",
    );
    await look(page, "pieces-form", showing("Inspector"));
  });

  await test.step("it is taken back in, left out again, and saved by keys", async () => {
    await inspector.getByRole("button", { name: /^Take back in: “the harbour minister/ }).press("Enter");
    await expectSaid(page, "Taken back in: “the harbour minister");
    await expect(inspector.locator("#f-span .gap")).toHaveCount(0);
    await expect(inspector.getByRole("button", { name: "Leave words out of it" })).toBeFocused();
    await page.keyboard.press("l");
    const gap = inspector.locator("#f-span .gap");
    while (!(await gap.innerText()).includes("the harbour")) await page.keyboard.press("<");
    while (!(await gap.innerText()).includes("Monday,")) await page.keyboard.press(".");
    await page.keyboard.press("Control+Enter");
    await expectSaid(page, "Saved.");
    await expect(lines(page, "[role=option]").filter({ hasText: "We will" })).toHaveText("“We will,”");
  });

  await test.step("it stands so after a reload, is undone, and done again", async () => {
    await page.reload();
    await expect(first).toContainText("Left out: “the harbour minister, Lina Aziz, said on Monday,”.");
    await first.click();
    await page.keyboard.press("Control+z");
    await expectSaid(page, "Undone.");
    await expect(first).not.toContainText("Left out:");
    await page.keyboard.press("l");
    const gap = inspector.locator("#f-span .gap");
    while (!(await gap.innerText()).includes("the harbour")) await page.keyboard.press("<");
    while (!(await gap.innerText()).includes("Monday,")) await page.keyboard.press(".");
    await page.keyboard.press("Control+Enter");
    await expectSaid(page, "Saved.");
    await row(page, "The quay was built").click();
    await page.keyboard.press("a");
    await expectSaid(page, "Accepted.");
    await first.click();
    await look(page, "pieces-desk", showing("Text"));
    await expect(inspector).toContainText("Left out of the statement: from nothing to “the harbour minister");
  });

  await test.step("a second person publishes it", async () => {
    await step(page, "Submit for publication");
    const second = await browserOf(browser, product.origin);
    await signIn(second, accountOf(product.printed, "Noor Salih"));
    await second.goto(address);
    await step(second, "Publish");
    await second.context().close();
  });

  await test.step("a reader sees a line under the pieces alone, and hears what is no part of it", async () => {
    const reader = await browserOf(browser, product.origin);
    await reader.goto("/articles");
    await reader
      .getByRole("main")
      .getByRole("link", { name: /^Ministry Promises/ })
      .click();
    const text = reader.locator(".st-text").first();
    await expect(text.locator(".line")).toHaveText([
      "“We will,”",
      "“pay the crews of both ferries on Sunday.”",
    ]);
    await expect(text.locator(".gap")).toHaveText(
      " Not part of the statement: the harbour minister, Lina Aziz, said on Monday, The statement goes on: ",
    );
    await expect(text.getByText("End of statement.")).toHaveCount(1);
    await look(reader, "pieces-reader");
    await reader.getByRole("link", { name: "No. 1, link to this statement" }).click();
    await expect(reader).toHaveURL(/#s1$/);
    await expect(reader.locator("#s1:target")).toBeVisible();
    const { pathname } = new URL(reader.url());
    const told = await reader.request.get(`/api/v1${pathname}`);
    const [statement] = (await told.json()).statements;
    expect(statement.pieces.map(({ exact }: { exact: string }) => exact).join(" … ")).toBe(SAID);
    await reader.goto(`/embed${pathname}/statements/1`);
    await expect(reader.getByText(SAID)).toBeVisible();
    await reader.context().close();
  });
});
