import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { join, person } from "./newsroom";

/** A page by its address: fetched and read, refused with what to do, and tried again. */

test.use({ start: "empty: by its address" });

const editor = person("Ada Address");

/** The founding page as a blog would serve it. */
function blogPage(mark: string): string {
  const lines = readFileSync("seed/page.txt", "utf8").replace("192", mark).split("\n").filter(Boolean);
  return `<!doctype html><html><head><title>A page</title></head><body>${lines.map((line) => `<p>${line}</p>`).join("\n")}</body></html>`;
}

test("an editor gives addresses, by keyboard alone", async ({ page, product, otherSite }) => {
  test.setTimeout(180_000);
  await join(page, product.setUpLink ?? "", editor);

  await test.step("nothing is sent without an address", async () => {
    await page.goto("/desk");
    await page.getByRole("link", { name: "Give us a page" }).first().press("Enter");
    await page.getByRole("radio", { name: "As text" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "As an address" })).toBeChecked();
    await page.getByRole("button", { name: "Read this page" }).press("Enter");
    const field = page.getByLabel("The page’s address");
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/Write the page’s address first/);
    await page.keyboard.type("the council’s page");
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/beginning with https/);
    await expectAccessible(page);
  });

  await test.step("this machine is refused, and what to do is said", async () => {
    await page.getByLabel("The page’s address").fill("http://127.0.0.1/");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "not on the public internet" })).toContainText(
      "save the page in your browser and give it as a file",
    );
    await expect(page.getByLabel("The page’s address")).toHaveValue("http://127.0.0.1/");
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("a page of another site is fetched, read and opened", async () => {
    await page.getByLabel("The page’s address").fill(otherSite.put("/quay", { body: blogPage("193") }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await expect(page.getByRole("option").filter({ hasText: "suggested" })).not.toHaveCount(0);
    await expect(page.getByRole("option").filter({ hasText: "Baghdad / NINA" })).toBeVisible();
  });

  await test.step("a page that isn't there is refused, and fetched once it is", async () => {
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As an address" }).check();
    await page.getByLabel("The page’s address").fill(otherSite.put("/late", { status: 404 }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "no page at this address" })).toBeVisible();
    await page.goto("/desk");
    const item = page.getByRole("listitem").filter({ hasText: "/late" });
    await expect(item).toContainText("Refused");
    await item.getByRole("link").press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page was not taken in");
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    otherSite.put("/late", { body: blogPage("194") });
    await page.getByRole("button", { name: "Try again" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.getByRole("link", { name: "Open it" }).press("Enter");
    await expect(page).toHaveURL(/\/desk\/articles\//);
  });

  await test.step("one that answers with an error says that it is tried again by itself", async () => {
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As an address" }).check();
    await page.getByLabel("The page’s address").fill(otherSite.put("/broken", { status: 503 }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "We try again by ourselves." })).toBeVisible();
    await page.getByRole("link", { name: "See how it is doing" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /could not be fetched yet|is being fetched/,
    );
    await expect(page.getByText("it answered 503")).toBeVisible();
    await expectAccessible(page);
    otherSite.put("/broken", { body: blogPage("195") });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is read", {
      timeout: 60_000,
    });
  });
});
