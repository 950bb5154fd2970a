import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, currentRow, signIn } from "./newsroom";

/** How good suggestions are: seen by everybody at the desk, switched by an admin, said on the next page that comes in. */

test.use({ start: "newsroom" });

const SHOTS = process.env.ONRECORD_SHOTS;
const PAGE = `Quay Work Begins

Monday, November 16, 2026

The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said. The quay was built in 1931 by two brothers from the north. The old crane stands on the pier, and the new one will be set up beside it.`;

/** Looked at in both themes, wide and narrow; drawn where a folder is named. */
async function look(page: Page, name: string, widths = [1280, 360]): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      if (SHOTS)
        await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("an admin switches a rule off; the next page says so; it is switched on again", async ({
  browser,
  product,
}) => {
  test.setTimeout(240_000);
  const admin = await browserOf(browser, product.origin);
  await signIn(admin, accountOf(product.printed, "Noor Salih"));
  const editor = await browserOf(browser, product.origin);
  await signIn(editor, accountOf(product.printed, "Mara Lind"));
  const reason = "Three of four were wrong in September.";

  await test.step("the table names rules in words, with what was published of them", async () => {
    await admin.getByRole("link", { name: "Suggestions", exact: true }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText("How good suggestions are");
    const table = admin.getByRole("table", { name: "Every rule and model, part by part" });
    await table.getByRole("link", { name: "What several said together" }).click();
    await expect(admin).toHaveURL(/\/desk\/suggestions\?rule=source%2Fjoint-statement/);
    const weeks = admin.getByRole("table", { name: "Week by week: what readers are told" });
    await expect(weeks.getByRole("row").nth(1)).toContainText("100 % (76 to 100 %)");
    await look(admin, "suggestions");
    await table.getByRole("link", { name: "The publisher’s own voice, where nothing else is found" }).click();
    await expect(admin).toHaveURL(/\/desk\/suggestions\?rule=source%2Fnarration/);
    await expect(admin.getByText("An example of its reason")).toBeVisible();
  });

  await test.step("who isn’t an admin sees it, and no switch", async () => {
    await editor.goto("/desk/suggestions");
    await expect(editor.getByText("Admins can switch a rule off.")).toBeVisible();
    await expect(editor.getByRole("button", { name: /^Switch it/ })).toHaveCount(0);
  });

  await test.step("it asks first, and why", async () => {
    await admin.getByRole("button", { name: /^Switch it off/ }).click();
    const dialog = admin.getByRole("dialog");
    await expectAccessible(admin);
    if (SHOTS) await admin.screenshot({ path: `${SHOTS}/suggestions-ask.png` });
    await dialog.getByLabel("Why").fill(reason);
    await dialog.getByRole("button", { name: "Switch it off" }).click();
    await expect(dialog).toBeHidden();
    await expect(admin.getByText(/^Switched off by Noor Salih, /)).toContainText(reason);
    await expect(admin.getByText(`· switched off`)).toBeVisible();
    if (SHOTS) await admin.screenshot({ path: `${SHOTS}/suggestions-off.png`, fullPage: true });
  });

  await test.step("the next page says it beside what that rule suggests", async () => {
    await editor.goto("/desk/import");
    await editor.getByLabel("The page’s text").fill(PAGE);
    await editor.getByRole("button", { name: "Read this page" }).click();
    await expect(editor).toHaveURL(/\/desk\/articles\//);
    const row = editor.getByRole("option").filter({ hasText: "The quay was built in 1931" });
    await expect(row).toContainText("suggested, not sure");
    await row.click();
    await expect(currentRow(editor)).toContainText("The quay was built in 1931");
    const inspector = editor.getByRole("region", { name: "Inspector" });
    await expect(inspector.getByText("Switched off", { exact: true })).toBeVisible();
    await expect(
      inspector.getByText(/before this page came in, so that this suggestion counts as not sure:/),
    ).toContainText(reason);
    await look(editor, "suggestions-annotator");
    await editor.setViewportSize({ width: 360, height: 900 });
    await editor.getByRole("region", { name: "Panes" }).getByText("Inspector").click();
    await look(editor, "suggestions-inspector", [360]);
    await inspector.getByRole("link", { name: "source/narration 1" }).click();
    await expect(editor.getByText(/^Switched off by Noor Salih, /)).toContainText(reason);
  });

  await test.step("and it is switched on again", async () => {
    await admin.getByRole("button", { name: "Switch it on again" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Why").fill("Retrained.");
    await dialog.getByRole("button", { name: "Switch it on again" }).click();
    await expect(dialog).toBeHidden();
    await expect(admin.getByText("Every rule and model is on.")).toBeVisible();
    await expect(admin.getByText(/^On again by Noor Salih, /)).toContainText("Retrained.");
  });
});
