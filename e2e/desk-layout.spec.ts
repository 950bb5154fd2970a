import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./journey";
import { accountOf, currentRow, signIn } from "./newsroom";

/** Where things are on the screen that editors work in all day: the text has room, what is found is seen, the keyboard is somewhere. */

const HEIGHT = 900;

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error("nothing is drawn");
  return box;
}

/** What stands on top in the middle of this element is the element itself. */
async function expectUncovered(element: Locator) {
  await expect(element).toBeInViewport();
  expect(
    await element.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      return on !== null && (one.contains(on) || on.contains(one));
    }),
  ).toBe(true);
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);

test("a page under review at 1280 × 900, by keys", async ({ page, product }) => {
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto("/desk?view=published");
  await page.locator('a.q-item[href^="/desk/articles/"]').last().click();
  await expect(page).toHaveURL(/\/desk\/articles\//);

  await test.step("the head leaves two thirds of the height to the text", async () => {
    const head = await boxOf(page.locator(".t-head"));
    expect(head.height).toBeLessThanOrEqual(HEIGHT / 3);
    expect(HEIGHT - (head.y + head.height)).toBeGreaterThanOrEqual(HEIGHT / 2);
  });

  await test.step("the panes scroll, and no empty room below them", async () => {
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(HEIGHT);
  });

  await test.step("after Start the focus is on the page’s rows", async () => {
    const start = page.getByRole("button", { name: /^Start (reviewing|a new review)$/ });
    await start.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Submit for publication" })).toBeVisible();
    await expect.poll(() => focused(page)).toBe(true);
  });

  await test.step("a refused save leads to the field that is to blame, in view", async () => {
    await page
      .getByRole("option", { name: /attributed to/ })
      .first()
      .click();
    await page.keyboard.press("s");
    const name = page.getByRole("combobox", { name: "Who is behind it" });
    await expect(name).toBeFocused();
    await name.fill("");
    await page.keyboard.press("Control+Enter");
    const wrong = page.locator("[aria-invalid=true]").first();
    await expect(wrong).toBeFocused();
    await expect(wrong).toBeInViewport();
  });

  await test.step("the focus is at a row once the form is given up", async () => {
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe(true);
    await expect(currentRow(page)).toBeVisible();
  });

  await test.step("what m finds isn’t hidden behind the bar", async () => {
    await page.getByRole("option", { name: /^2 / }).click();
    await page.keyboard.press("m");
    const field = page.getByRole("searchbox", { name: "Find a claim" });
    await expect(field).toBeFocused();
    await field.fill("memos");
    const found = page.getByRole("button", { name: /^Join/ }).first();
    await expectUncovered(found);
  });
});

test("a dialog that is open stays, whatever the window’s width becomes", async ({ page, product }) => {
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto("/desk?view=published");
  await page.locator('a.q-item[href^="/desk/articles/"]').last().click();
  await page.getByText("About this page").first().click();
  await page.getByRole("button", { name: "Put right" }).first().click();
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByRole("textbox").last();
  await reason.fill("The masthead says so.");
  for (const width of [360, 700, 1280, 360]) {
    await page.setViewportSize({ width, height: HEIGHT });
    await expectUncovered(reason);
    await expect(reason).toHaveValue("The masthead says so.");
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe(true);
});
