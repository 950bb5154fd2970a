import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, signIn } from "./newsroom";

/** What people marked on a page in Hypothesis: given, looked at, imported, taken back, imported again and decided on. */

test.use({ start: "newsroom: annotations" });

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Paint The Old Quay",
  "The mayor, Lina Aziz, said that the quay will be painted. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.",
].join("\n\n");
/** The machine suggests this with the words behind it alone. */
const EXACT = "The quay was built";

test("marks from another program are looked at, imported, taken back, and decided on", async ({
  browser,
  product,
}) => {
  test.setTimeout(240_000);
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(PAGE);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  await expect(page.getByRole("option").filter({ hasText: "suggested" })).not.toHaveCount(0);
  const row = (quote: string, tags: readonly string[]) => ({
    user: "acct:maria@hypothes.is",
    created: "2026-11-02T09:30:00+00:00",
    text: "Who says so? <script>alert(1)</script>",
    tags,
    target: [{ selector: [{ type: "TextQuoteSelector", exact: quote }] }],
  });
  const search = {
    total: 2,
    rows: [row(EXACT, ["doubtful"]), row("Words that stand nowhere on this page", [])],
  };
  const file = {
    name: "search.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(search)),
  };
  const give = async () => {
    await page.getByLabel("File", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByText("2 marks from Hypothesis.", { exact: true })).toBeVisible();
  };

  await test.step("what is no such file is refused, with why", async () => {
    await page.getByRole("link", { name: "Marks from other programs" }).click();
    await page.getByLabel("Or paste what is in it").fill("Just words.");
    await page.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByText(/neither JSON nor WebAnno TSV 3/)).toBeVisible();
    await expect(page.getByLabel("Or paste what is in it")).toHaveValue("Just words.");
    await page.getByLabel("Or paste what is in it").fill("");
  });

  await test.step("a file is read: what its tag says is chosen, and shown before anything is suggested", async () => {
    await give();
    await expect(page.getByRole("heading", { name: "Not suggested: 2" })).toBeVisible();
    await expect(page.getByText("These words don’t stand in this version of the page.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
    await page.getByLabel("Tag “doubtful”").selectOption("UNNAMED_BARE");
    await page.getByLabel("Marks whose tags say nothing about the source").selectOption("LEAVE_OUT");
    await page.getByRole("button", { name: "Show what would come of it" }).click();
    await expect(page.getByRole("heading", { name: "Suggested: 1", exact: true })).toBeVisible();
    await expect(page.getByText(EXACT, { exact: true })).toBeVisible();
    await look(page, "marks-preview");
  });

  await test.step("it is imported in one act, and taken back in one", async () => {
    await page.getByRole("button", { name: "Import 1 suggestion" }).click();
    await expect(page.getByText(/^Imported by Avan Karim/)).toBeVisible();
    await page.getByRole("button", { name: /^Take it back/ }).click();
    await expect(page.getByText(/^Taken back by Avan Karim/)).toBeVisible();
    await look(page, "marks-files");
  });

  await test.step("given and imported again, it is a suggestion like the others, with who marked it", async () => {
    await give();
    await page.getByLabel("Tag “doubtful”").selectOption("UNNAMED_BARE");
    await page.getByLabel("Marks whose tags say nothing about the source").selectOption("LEAVE_OUT");
    await page.getByRole("button", { name: "Show what would come of it" }).click();
    await page.getByRole("button", { name: "Import 1 suggestion" }).click();
    await expect(page.getByText(/^Imported by Avan Karim/).first()).toBeVisible();
    await page.getByRole("link", { name: "Back to the page" }).click();
    await page.getByRole("option").filter({ hasText: EXACT }).first().click();
    await expect(page.getByText("by whoever marked it in another program.")).toBeVisible();
    await expect(
      page.getByText(/^Marked by maria in Hypothesis on 2 November 2026: doubtful\./),
    ).toBeVisible();
    await look(page, "marks-suggested");
  });
});
