import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { expectSaid, join, person } from "./newsroom";

/** A page of another site that changes: fetched again, told what became of each statement, and gone. */

test.use({ start: "empty: a page that changes" });

const editor = person("Vera Versions");

const AGREED = "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.";
const COST = "The ministry of transport said that it will pay half of the cost.";
const BUILT = "The old quay was built by the navy in 1931, according to the city archive.";
const FILLER = [
  "Work on the new quay is planned by the council for the coming spring.",
  "The fishermen met in the town hall in the evening, and many of them had questions.",
  "Two ferries leave from the quay every hour in the summer months.",
];

function pageOf(sentences: readonly string[], clock: string): string {
  const lines = sentences.map((line) => `<p>${line}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>Quay to be widened</title>
    <meta property="article:published_time" content="2024-09-16T08:00:00Z"></head>
    <body><nav><a href="/">Home</a> <a href="/now">${clock}</a></nav>
    <article><h1>Quay to be widened</h1><p>Monday, September 16, 2024</p>${lines}</article></body></html>`;
}

/** Press the button that fetches the page again, and wait until it is said what was found. */
async function fetchAgain(page: Page, found: string): Promise<void> {
  const again = page.getByRole("button", { name: "Fetch it again" });
  await again.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: `: ${found}.` })).toBeVisible({ timeout: 60_000 });
  await expect(again).toHaveAttribute("aria-disabled", "false");
}

async function expectFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("an editor follows a page that changes", async ({ page, product, otherSite }) => {
  test.setTimeout(240_000);
  await join(page, product.setUpLink ?? "", editor);
  const sentences = [AGREED, COST, ...FILLER, BUILT];

  await test.step("it is fetched once, and says of itself what it knows", async () => {
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As an address" }).check();
    await page
      .getByLabel("The page’s address")
      .fill(otherSite.put("/quay", { body: pageOf(sentences, "12:01") }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await page.getByText("About this page").press("Enter");
    await expect(page.getByText("16 September 2024 (certain, found in its OpenGraph fields)")).toBeVisible();
    await expect(page.getByText(/Version \d of/)).toHaveCount(0);
    await expectFine(page);
  });

  await test.step("at a pace that is set, and from now on is", async () => {
    await page.getByLabel("Fetch it again by itself").selectOption("Every day");
    await page.getByRole("button", { name: "Set", exact: true }).press("Enter");
    await expect(page.getByText(/Next on /)).toBeVisible();
    await page.reload();
    await page.getByText("About this page").press("Enter");
    await expect(page.getByLabel("Fetch it again by itself")).toHaveValue("DAILY");
  });

  await test.step("a clock that moved on makes no version", async () => {
    otherSite.put("/quay", { body: pageOf(sentences, "12:02") });
    await fetchAgain(page, "only trivial changes");
    await expect(page.getByText(/Version \d of/)).toHaveCount(0);
  });

  await test.step("a changed text is a new version, and each statement says what became of it", async () => {
    const changed = [
      AGREED.replace("on Monday", "on Friday"),
      ...FILLER,
      BUILT,
      "The mayor thanked the council for it.",
    ];
    otherSite.put("/quay", { body: pageOf(changed, "12:03") });
    await fetchAgain(page, "a new version");
    const strip = page.getByRole("region", { name: "Versions of this page" });
    await expect(strip).toContainText("Version 1 of 2.");
    await expect(strip).toContainText("1 statement reworded, 1 statement removed.");
    const inspector = page.getByRole("region", { name: "Inspector" });
    await page.getByRole("option").filter({ hasText: COST }).click();
    await expect(inspector).toContainText("Removed since");
    await page.getByRole("option").filter({ hasText: AGREED }).click();
    await expect(inspector).toContainText("Reworded since");
    await expect(inspector.locator("del")).toContainText("Monday");
    await expect(inspector.locator("ins")).toContainText("Friday");
    await page.getByRole("option").filter({ hasText: BUILT }).click();
    await expect(inspector).toContainText("Still stands in version 2");
    await expectFine(page);
  });

  await test.step("what changed is read on a page of its own", async () => {
    await page.getByRole("link", { name: "See what changed" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "What changed from version 1 to version 2",
    );
    const text = page.getByRole("region", { name: "The text" });
    await expect(text.getByRole("deletion").filter({ hasText: "Monday" })).toBeVisible();
    await expect(text.getByRole("insertion").filter({ hasText: "Friday" })).toBeVisible();
    await expect(text.getByText("removed:").first()).toBeAttached();
    await text
      .getByText(/\d+ words unchanged/)
      .first()
      .press("Enter");
    await expect(
      text.getByText("Work on the new quay").or(text.getByText("Two ferries leave")).first(),
    ).toBeVisible();
    const statements = page.getByRole("region", { name: "Statements of version 1" }).getByRole("listitem");
    await expect(statements.filter({ hasText: COST })).toContainText("Removed since");
    await expectFine(page);
  });

  await test.step("labels that she gave the older version go with the very same words", async () => {
    await page.getByRole("link", { name: /^Version 1, fetched/ }).press("Enter");
    await page.getByRole("button", { name: "Start reviewing" }).press("Enter");
    await page.getByRole("option").filter({ hasText: BUILT }).click();
    await page.getByRole("button", { name: "Accept a", exact: true }).press("Enter");
    await page.getByRole("option").filter({ hasText: "council agreed on" }).click();
    await page.getByRole("button", { name: "Accept a", exact: true }).press("Enter");
    await expect(page.getByText("2 confirmed")).toBeVisible();
    await page.getByRole("link", { name: /^Version 2, fetched/ }).press("Enter");
    await expect(page.getByText("version 2.")).toBeVisible();
    await page.getByRole("button", { name: "Start reviewing" }).press("Enter");
    await page.getByRole("button", { name: "Take over my labels from version 1" }).press("Enter");
    await expectSaid(page, "1 statement taken over. 1 was not");
    await expect(page.getByText("1 confirmed")).toBeVisible();
    await expect(page.getByRole("option").filter({ hasText: "The old quay was built" })).not.toContainText(
      "suggested",
    );
    await expectFine(page);
  });

  await test.step("the newer version is the newest, and the page that is gone keeps both", async () => {
    const strip = page.getByRole("region", { name: "Versions of this page" });
    await expect(strip).toContainText("Version 2 of 2. It is the newest one.");
    otherSite.put("/quay", { status: 410 });
    await page.getByText("About this page").press("Enter");
    await fetchAgain(page, "no page at its address");
    await expect(strip).toContainText("The page is gone since");
    await strip.getByRole("link", { name: /^Version 1, fetched/ }).press("Enter");
    await expect(page.getByRole("option").filter({ hasText: "pay half of the cost" })).toBeVisible();
    await expectFine(page);
  });
});
