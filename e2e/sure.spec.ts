import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, expectSaid, signIn } from "./newsroom";

/** All that the machine is sure of is accepted with one button, and given back with one key. */

test.use({ start: "newsroom" });

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Mend The Crane",
  "The mayor, Lina Aziz, said that the crane will be mended. Work begins next spring, she said.\n\nThe ministry said that it will pay half of the cost. The minister, Omar Salih, said the work will cost four million dollars. He told reporters on Tuesday that no homes would be lost.",
].join("\n\n");

async function give(page: Page, text: string): Promise<void> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(text);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
}

test("an editor accepts what is sure at once, and gives it back", async ({ page, product }) => {
  test.setTimeout(120_000);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, PAGE);
  const button = page.getByRole("button", { name: /^Accept the \d+ that are sure$/ });
  await expect(page.getByRole("button", { name: "Start reviewing" })).toBeVisible();
  await expect(button).toHaveCount(0);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  const waiting = page.getByRole("option").filter({ hasText: "suggested" });
  const all = await waiting.count();
  const n = Number((await button.textContent())?.match(/\d+/)?.[0]);
  expect(n).toBeGreaterThan(1);
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      if (width === 360) await page.getByRole("radio", { name: "Text" }).check({ force: true });
      await button.click();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/sure-${width}-${colorScheme}.png` });
      await page.keyboard.press("Escape");
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/surely-${width}-${colorScheme}.png` });
    }
  await page.setViewportSize({ width: 1280, height: 900 });
  await button.click();
  await page.getByRole("dialog").getByRole("button", { name: "Accept them" }).click();
  await expectSaid(page, `${n} suggestions accepted.`);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(waiting).toHaveCount(all - n);
  await page.reload();
  await expect(waiting).toHaveCount(all - n);
  await page.keyboard.press("Control+z");
  await expect(waiting).toHaveCount(all);
});

test("what the words mean is one key away, beginning with those of the statement", async ({
  page,
  product,
}) => {
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, PAGE.replaceAll("crane", "lift").replaceAll("Crane", "Lift"));
  await page.locator(".row[role=option]").first().focus();
  await page.keyboard.press("]");
  await page.keyboard.press("h");
  const dialog = page.getByRole("dialog", { name: "What the words mean" });
  await expect(dialog.getByRole("heading", { level: 3 })).toHaveText([
    "At this statement",
    "Who stands behind it",
    "What readers are told",
  ]);
  await expect(dialog.getByRole("heading", { name: "At this statement" })).toBeInViewport();
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/help-${width}-${colorScheme}.png` });
    }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});
