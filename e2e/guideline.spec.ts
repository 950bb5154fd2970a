import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, invite, join, person, signIn } from "./newsroom";

/** Admins write the guideline in versions, two of them at once; everybody at the desk reads it, from the help at a statement too. */

test.use({ start: "newsroom: guideline" });

const text = (page: Page) => page.getByLabel("Guideline", { exact: true });
const note = (page: Page) => page.getByLabel("What changed, and why");
const save = (page: Page) => page.getByRole("button", { name: "Save a new version" });

test("a guideline is begun, read, changed by two at once, compared, and brought back", async ({
  page,
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  const zed = person("Zed Admin");
  const other = await browserOf(browser, product.origin);
  await join(other, await invite(page, zed, "Admin"), zed);

  await test.step("nobody wrote one: the definitions of the house are where one begins", async () => {
    await page.goto("/desk");
    await page.getByRole("link", { name: "Guideline" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No guideline yet");
    await look(page, "none");
    await page.getByRole("link", { name: "Write the first version" }).click();
    await expect(text(page)).toHaveValue(/## Unnamed, not described `UNNAMED_BARE`/);
    await look(page, "write");
    await note(page).fill("Where we begin.");
    await save(page).click();
    await expect(page).toHaveURL(/\/desk\/guideline$/);
    await expect(page.getByText(/Version 1, saved by Noor Salih/).first()).toBeVisible();
    await look(page, "read");
  });

  await test.step("what is typed is kept, and shown as it will look; HTML stays words", async () => {
    await page.goto("/admin/guideline");
    await text(page).fill(
      "## Sources say `UNNAMED_BARE`\n\nNobody is **named**. <b>So</b> we ask.\n\n## Typo `OPINON`",
    );
    await expect(page.getByText("nothing leads to these headings: OPINON")).toBeVisible();
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.reload();
    await expect(text(page)).toHaveValue(/Nobody is \*\*named\*\*/);
    await page.getByText("How it will look").click();
    await expect(page.locator(".guideline").getByText("<b>So</b> we ask.")).toBeVisible();
    await expect(page.locator(".guideline b")).toHaveText(["named"]);
  });

  await test.step("another admin saves first: both sides are there, and nothing is lost", async () => {
    await other.goto("/admin/guideline");
    await text(other).fill("## Sources say `UNNAMED_BARE`\n\nSomebody is supposed to know.");
    await note(other).fill("Shorter.");
    await save(other).click();
    await expect(other).toHaveURL(/\/desk\/guideline$/);
    await note(page).fill("Ask first.");
    await save(page).click();
    await expect(page.getByText("Zed Admin saved version 2 since you began")).toBeVisible();
    await expect(page.getByText("Somebody saved a version since you began.", { exact: false })).toBeVisible();
    await expect(text(page)).toHaveValue(/Nobody is \*\*named\*\*/);
    await expect(note(page)).toHaveValue("Ask first.");
    await page.getByText("Version 2, as it was typed").click();
    await expect(page.getByText("Somebody is supposed to know.")).toBeVisible();
    await look(page, "both");
    await page.getByRole("button", { name: "Save mine as the newest version" }).click();
    await expect(page).toHaveURL(/\/desk\/guideline$/);
    await expect(page.getByText(/Version 3, saved by Noor Salih/).first()).toBeVisible();
  });

  await test.step("two versions are compared word by word, and an earlier one is brought back", async () => {
    await page.getByRole("link", { name: "What changed from version 2 to 3" }).click();
    await expect(page.locator("del").filter({ hasText: "Somebody" })).toBeVisible();
    await expect(page.locator("ins").filter({ hasText: "Nobody" })).toBeVisible();
    await look(page, "changes");
    await page.goto("/desk/guideline/2");
    await expect(page.getByText("The newest is version 3.", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "Bring this version back" }).click();
    await page.getByLabel("Why").fill("It was clearer.");
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect(page.getByText(/It brings version 2 back/).first()).toBeVisible();
  });

  await test.step("help at a statement leads to its section; an editor reads, and doesn’t write", async () => {
    const editor = await browserOf(browser, product.origin);
    await signIn(editor, accountOf(product.printed, "Avan Karim"));
    await editor.goto("/desk");
    await editor.locator("main a[href^='/desk/articles/']").first().click();
    await expect(editor).toHaveURL(/\/desk\/articles\//);
    await expect(editor.getByRole("main")).toBeVisible();
    await editor.keyboard.press("h");
    const help = editor.getByRole("dialog", { name: "What the words mean" });
    const section = help.getByRole("link", { name: "In the guideline of Unnamed, not described" }).first();
    await expect(section).toHaveAttribute("href", "/desk/guideline#UNNAMED_BARE");
    await editor.goto("/desk/guideline#UNNAMED_BARE");
    await expect(editor.locator("#UNNAMED_BARE")).toBeInViewport();
    await expect(editor.getByRole("link", { name: "Write the next version" })).toBeHidden();
    await editor.goto("/desk/guideline/2");
    await expect(editor.getByRole("button", { name: "Bring this version back" })).toBeHidden();
    expect((await editor.goto("/admin/guideline"))?.status()).not.toBe(200);
  });
});
