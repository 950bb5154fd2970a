import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, currentRow, expectSaid, signIn } from "./newsroom";

/** The parts of a page are put right with the keyboard alone; what follows is said first, and nothing that was marked is lost. */

test.use({ start: "newsroom" });

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Widen The Quay",
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.",
  "No comments:",
  "Post a Comment",
  "TNT Wed. 18 Sept. 2024 “Dock workers got memos telling them to be ready this morning because ...",
].join("\n\n");

const ARABIC = [
  "الاثنين 16 سبتمبر 2024",
  "مجلس الميناء يوافق على توسيع الرصيف",
  "وافق مجلس الميناء يوم الاثنين على توسيع الرصيف، كما قالت رئيسة البلدية لينا عزيز. وأضافت أن العمل سيبدأ في الربيع المقبل.",
  "قالت الوزارة إنها ستدفع نصف الكلفة. وقال عضو في المجلس إن السفن ستدخل في أيار.",
].join("\n\n");

async function give(page: Page, text: string): Promise<void> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(text);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
}

/** Looked at in both themes, wide and narrow: `SHOTS` names a folder for pictures. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await expectNoSidewaysScroll(page);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png` });
    }
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("an editor puts a part right, and takes it back", async ({ page, product }) => {
  test.setTimeout(240_000);
  const dialog = page.getByRole("dialog");
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, PAGE);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  const memos = page.getByRole("option").filter({ hasText: "Dock workers" });
  await memos.click();
  await memos.press("a");
  await expect(memos).not.toContainText("suggested");

  await test.step("the key leads to the button; the dialog says what follows before anything is saved", async () => {
    await memos.click();
    await memos.press("p");
    await expect(page.getByRole("button", { name: "Put this part right" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toContainText("This part is now: teaser: another post.");
    await dialog.getByRole("radio", { name: "Reader’s comment" }).check();
    await expect(dialog.getByRole("status", { name: "What follows" })).toContainText(
      "1 statement doesn’t count any more",
    );
    await look(page, "dialog");
  });

  await test.step("without a reason it isn't saved; with one the statement is set aside, and kept", async () => {
    await dialog.getByLabel("Why").fill("A reader signed it.");
    await dialog.getByLabel("Why").press("Tab");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(memos).toContainText("not the article’s: kept, not handed in");
    await expect(currentRow(page)).toContainText("Dock workers");
    await expect(page.getByText("This statement stands in a part that isn’t the article’s.")).toBeVisible();
    await look(page, "aside");
  });

  await test.step("a paragraph is parted at the sentence that one stands on, and is one again with the part above", async () => {
    const built = page.getByRole("option").filter({ hasText: "The quay was built" });
    await built.click();
    await built.press("p");
    await page.keyboard.press("Enter");
    await dialog.getByRole("radio", { name: "It is two parts" }).check();
    await expect(dialog.getByLabel("The second part begins with")).toContainText("The quay was built");
    await dialog.getByLabel("Why").fill("They are two paragraphs.");
    await look(page, "split");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("group", { name: "Article text" })).toHaveCount(2);
    await built.click();
    await built.press("p");
    await page.keyboard.press("Enter");
    await dialog.getByRole("radio", { name: "It is one with the part above" }).check();
    await expect(dialog).toContainText("Above it:");
    await dialog.getByLabel("Why").fill("They belong together.");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("group", { name: "Article text" })).toHaveCount(1);
  });

  await test.step("what was put right is listed, and taken back from the last on", async () => {
    await memos.click();
    for (const left of [3, 4, 5]) {
      const list = page.getByText(`What was put right of this page’s parts (${left})`);
      await expect(list).toBeVisible();
      if (left === 3) await list.click();
      await page.getByRole("button", { name: "Take the last one back" }).click();
      await dialog.getByLabel("Why").fill("It was right before.");
      if (left === 3) await look(page, "take-back");
      await dialog.getByRole("button", { name: "Take the last one back" }).click();
      await expect(dialog).toBeHidden();
    }
    await expect(memos).not.toContainText("not the article’s");
    await expect(page.getByText("took back what was put right of the page’s parts").first()).toBeVisible();
  });
});

/** Its last paragraphs are taken for a comment. */
const WITH_COMMENT = [
  "Monday, September 16, 2024",
  "Ferry Company Adds Two Morning Trips",
  "The ferry company agreed on Monday to add two morning trips, the mayor, Lina Aziz, said. The boats were built in 1931.",
  "2 comments:",
  "Anonymous said...",
  "The ministry said on Tuesday that the northern pier will close in May. “Work goes on,” said Lina Aziz, the mayor.",
  "September 17, 2024 at 9:12 AM",
].join("\n\n");

test("text that becomes the article’s is read, and what is found is suggested; corrected back it is out of sight", async ({
  page,
  product,
}) => {
  test.setTimeout(180_000);
  const dialog = page.getByRole("dialog");
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, WITH_COMMENT);
  const pier = page.getByRole("option").filter({ hasText: "northern pier" }).first();
  await expect(pier).not.toContainText("suggested");
  await pier.click();
  await pier.press("p");
  await page.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: "Article text" }).check();
  await expect(dialog.getByRole("status", { name: "What follows" })).toContainText(
    "Statements are looked for in the text that becomes the article’s",
  );
  await look(page, "will-look");
  await dialog.getByLabel("Why").fill("The report goes on here.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText("We looked for statements in the text that was put right, and suggest 2 more."),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(pier).toContainText("suggested");
  await look(page, "looked");
  await pier.click();
  await page.getByText("What was put right of this page’s parts (1)").click();
  await page.getByRole("button", { name: "Take the last one back" }).click();
  await dialog.getByLabel("Why").fill("It is a comment after all.");
  await dialog.getByRole("button", { name: "Take the last one back" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("We looked for statements in the text that was put right")).toBeHidden();
  await expect(page.getByText("looked for statements in text that was put right").first()).toBeVisible();
});

test("an Arabic page, from right to left", async ({ page, product }) => {
  test.setTimeout(120_000);
  const dialog = page.getByRole("dialog");
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, ARABIC);
  const row = page.getByRole("option").filter({ hasText: "قالت الوزارة" }).first();
  await row.click();
  await row.press("p");
  await page.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: "Caption" }).check();
  await look(page, "arabic");
  await dialog.getByLabel("Why").fill("تحت الصورة");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("group", { name: "Caption" })).toHaveCount(1);
});
