import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, signIn } from "./newsroom";

/** Every form of the people who are signed in keeps what is typed, and none keeps a secret. */

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Draft saved" }).first();

/** What is sent gets through, and nothing that the page would say afterwards. */
async function refuseAllButOnePost(page: Page) {
  let posts = 0;
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    posts += 1;
    return posts > 1 ? route.abort() : route.fallback();
  });
}

async function expectWell(page: Page) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}

test("an admin’s forms come back after a reload, on another page, on another device", async ({
  browser,
  page,
  product,
}) => {
  test.setTimeout(180_000);
  const noor = accountOf(product.printed, "Noor Salih");
  await signIn(page, noor);

  await test.step("an invitation, with the role that was chosen", async () => {
    await page.goto("/admin/people");
    await page.getByLabel("E-mail").fill("somebody@example.org");
    await page.getByRole("radio", { name: /^Editor:/ }).check();
    await expect(saved(page)).toBeVisible();
    await expectWell(page);
    await page.reload();
    await expect(page.getByLabel("E-mail")).toHaveValue("somebody@example.org");
    await expect(page.getByRole("radio", { name: /^Editor:/ })).toBeChecked();
    await page.goto("/admin/tokens");
    await page.goto("/admin/people");
    await expect(page.getByLabel("E-mail")).toHaveValue("somebody@example.org");
  });

  await test.step("a reason in a dialog, after it was left", async () => {
    const open = () =>
      page
        .getByRole("button", { name: /^Disable/, disabled: false })
        .first()
        .click();
    const reason = page.getByRole("dialog").getByRole("textbox");
    await open();
    await reason.fill("Left the newsroom in November.");
    await expect(page.getByRole("dialog").getByText("Draft saved")).toBeVisible();
    await expectWell(page);
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await open();
    await expect(reason).toHaveValue("Left the newsroom in November.");
    await page.keyboard.press("Escape");
  });

  await test.step("on another device of the same person, and for nobody else", async () => {
    const other = await browserOf(browser, product.origin);
    await signIn(other, noor);
    await other.goto("/admin/people");
    await expect(other.getByLabel("E-mail")).toHaveValue("somebody@example.org");
    const editor = await browserOf(browser, product.origin);
    await signIn(editor, accountOf(product.printed, "Mara Lind"));
    await editor.goto("/desk/feeds");
    await expect(editor.getByLabel("Address", { exact: false }).first()).toHaveValue("");
    await other.context().close();
    await editor.context().close();
  });

  await test.step("without a connection they wait, and what was sent is no draft any more", async () => {
    const refuse = async (route: {
      abort: () => Promise<void>;
      fallback: () => Promise<void>;
      request: () => { method: () => string };
    }) => (route.request().method() === "POST" ? route.abort() : route.fallback());
    await page.goto("/desk/feeds");
    const field = page.getByRole("textbox").first();
    await page.route("**/*", refuse);
    await field.fill("https://feeds.example/news.xml");
    await expect(page.getByText(/no connection|could not reach|not reach/i).first()).toBeVisible();
    await page.unroute("**/*", refuse);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(saved(page)).toBeVisible();
    await page.reload();
    await expect(field).toHaveValue("https://feeds.example/news.xml");
    await field.fill("");

    await page.goto("/admin/people");
    await expect(page.getByLabel("E-mail")).toHaveValue("somebody@example.org");
    await refuseAllButOnePost(page);
    await page.getByRole("button", { name: "Make invitation link" }).click();
    await expect(page.getByRole("textbox", { name: /^Link for/ })).toBeVisible();
    const other = await browserOf(browser, product.origin);
    await signIn(other, noor);
    await other.goto("/admin/people");
    await expect(other.getByLabel("E-mail")).toHaveValue("");
    await other.context().close();
    await page.unrouteAll();
    await page.reload();
    await expect(page.getByLabel("E-mail")).toHaveValue("");
  });

  await test.step("a password is kept nowhere", async () => {
    await page.goto("/desk/account");
    await page.getByLabel("Your password now").fill("a secret that is kept nowhere");
    await page.getByLabel("New password", { exact: true }).fill("another that is kept nowhere");
    await page.getByLabel("New password", { exact: true }).press("Tab");
    await page.reload();
    await expect(page.getByLabel("Your password now")).toHaveValue("");
    const kept = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const open = indexedDB.open("onrecord");
          open.onsuccess = () => {
            const all = open.result.transaction("waiting-drafts").objectStore("waiting-drafts").getAll();
            all.onsuccess = () => resolve(JSON.stringify(all.result));
          };
          open.onerror = () => resolve("");
        }),
    );
    expect(kept).not.toContain("kept nowhere");
  });
});
