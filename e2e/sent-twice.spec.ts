import { expect, test } from "./journey";
import { join, person } from "./newsroom";

/** Somebody clicks twice, goes back and sends again: it is done once. */

test.use({ start: "empty: sent twice" });

const noor = person("Noor Salih");

test("a double click makes one token, and one page", async ({ page, product, browser }) => {
  await join(page, product.setUpLink ?? "", noor);

  await test.step("two clicks on the button of a form", async () => {
    await page.goto("/admin/tokens");
    await page.getByLabel("Name", { exact: true }).fill("Night run");
    await page.getByRole("radio", { name: "In 30 days" }).check();
    await page.getByRole("button", { name: "Make the token" }).dblclick();
    await expect(page.getByRole("textbox", { name: "Token of Night run" })).toHaveValue(/^onrecord_/);
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("heading", { name: "1 token works" })).toBeVisible();
  });

  await test.step("the next sending of the same form is another one", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Night run");
    await page.getByRole("radio", { name: "In 30 days" }).check();
    await page.getByRole("button", { name: "Make the token" }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("heading", { name: "2 tokens work" })).toBeVisible();
  });

  await test.step("without scripts the same form sent twice is one page", async () => {
    const context = await browser.newContext({
      baseURL: product.origin,
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto("/desk/import");
    const key = plain.locator('input[name="sendKey"]');
    await expect(key).toHaveValue(/^[0-9a-f]{32}$/);
    const first = await key.inputValue();
    const give = async () => {
      await key.evaluate((field, value) => field.setAttribute("value", value), first);
      await plain
        .getByLabel("The page’s text")
        .fill("The quay stays closed until May, the council said on Monday.");
      await plain.getByRole("button", { name: "Read this page" }).click();
      await expect(plain).toHaveURL(/\/desk\/import\/[0-9a-f-]+$/);
      return plain.url();
    };
    const address = await give();
    await plain.goto("/desk/import");
    expect(await key.inputValue()).not.toBe(first);
    expect(await give()).toBe(address);
    await context.close();
  });
});
