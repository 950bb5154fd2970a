import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { join, person } from "./newsroom";

/** Several pages at once: dropped, pasted as addresses, cancelled, and what the admin sees of those that failed. */

test.use({ start: "empty: several files" });

const admin = person("Ada Admin");

/** The founding page with another number in it, so that each is a page of its own. */
const pageText = (mark: string) => readFileSync("seed/page.txt", "utf8").replace("192", mark);

/** Drop files on the field, as a person does from another window. */
async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]) {
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, text } of given) made.items.add(new File([text], name));
    return made;
  }, files);
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
}

async function narrow(page: Page) {
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const item = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("an admin drops files, gives addresses, cancels one, and mends what failed", async ({
  browser,
  page,
  product,
  otherSite,
}) => {
  test.setTimeout(300_000);
  await join(page, product.setUpLink ?? "", admin);

  await test.step("what is wrong with one of several is said by its name, before anything is sent", async () => {
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As files" }).check();
    await drop(page, [
      { name: "quay.txt", text: pageText("201") },
      { name: "scan.html", text: "%PDF-1.7 and so on" },
      { name: "bridge.txt", text: pageText("202") },
      { name: "empty.txt", text: "" },
    ]);
    await expect(page.getByText("4 files are chosen.")).toBeVisible();
    await expect(item(page, "scan.html")).toContainText("This is a PDF file, not text.");
    await expect(item(page, "empty.txt")).toContainText("This file is empty.");
    await expectAccessible(page);
    await narrow(page);
  });

  await test.step("what doesn’t arrive is sent again; the others are read", async () => {
    let isDown = true;
    await page.route("**/desk/import/give", (route) => {
      const fails = isDown && (route.request().postData() ?? "").includes("bridge.txt");
      return fails ? route.abort() : route.continue();
    });
    await page.getByRole("button", { name: "Read these pages" }).click();
    await expect(page.getByRole("heading", { name: "Your 4 pages" })).toBeFocused();
    await expect(item(page, "bridge.txt")).toContainText("Not sent");
    await expect(item(page, "scan.html")).toContainText("Refused");
    isDown = false;
    await page.getByRole("button", { name: "Send the failed one again" }).press("Enter");
    await expect(item(page, "quay.txt").getByRole("link", { name: /Open it/ })).toBeVisible();
    await expect(item(page, "bridge.txt").getByRole("link", { name: /Open it/ })).toBeVisible();
    await expect(page.getByText("2 of 4 read, 2 refused.").first()).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveJSProperty("value", 1);
    await expect(page.getByRole("status").filter({ hasText: "2 of 4 read, 2 refused." })).toBeAttached();
    await expectAccessible(page);
    await narrow(page);
    await page.getByRole("button", { name: "Give us others" }).click();
    await expect(page.getByRole("button", { name: "Read this page" })).toBeVisible();
  });

  await test.step("of several addresses one is cancelled, and that is taken back", async () => {
    await page.getByRole("radio", { name: "As several addresses" }).check();
    const broken = otherSite.put("/broken", { status: 503 });
    const addresses = page.getByLabel("The pages’ addresses");
    await addresses.fill(`${broken}\nthe council’s page\n${broken}`);
    await page.getByRole("button", { name: "Read these pages" }).press("Enter");
    await expect(item(page, "the council’s page")).toContainText("Write the whole address");
    await expect(item(page, "This address stands in the list already.")).toBeVisible();
    const waits = item(page, broken).first();
    await expect(waits).toContainText("it answered 503");
    await waits.getByRole("button", { name: /^Cancel/ }).press("Enter");
    await expect(waits).toContainText("Cancelled");
    await expect(waits.getByRole("button", { name: /^Try again/ })).toBeFocused();
    await expectAccessible(page);
    await waits.getByRole("link", { name: /Look at it/ }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page was cancelled");
    await expectAccessible(page);
    await narrow(page);
    otherSite.put("/broken", {
      body: `<title>A bridge</title><p>${pageText("203").replaceAll("\n", "</p><p>")}</p>`,
    });
    await page.getByRole("button", { name: "Try again" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is read", {
      timeout: 60_000,
    });
  });

  await test.step("the desk lists what waits, and cancels it there", async () => {
    const address = otherSite.put("/later", { status: 503 });
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As several addresses" }).check();
    await page.getByLabel("The pages’ addresses").fill(address);
    await page.getByRole("button", { name: "Read this page" }).press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "We try again by ourselves." })).toBeVisible();
    await page.goto("/desk");
    const waits = item(page, "/later");
    await waits.getByRole("button", { name: /^Cancel/ }).press("Enter");
    await expect(waits).toContainText("Cancelled");
    await expect(waits.getByRole("button", { name: /^Try again/ })).toBeFocused();
    await expectAccessible(page);
    await narrow(page);
  });

  await test.step("an empty list of failed jobs says so", async () => {
    await page.goto("/admin/people");
    await page.getByRole("link", { name: "Jobs", exact: true }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jobs");
    await expect(page.getByText("Nothing failed.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("our own fault is listed with what the program said, and tried again once it is mended", async () => {
    const database = new Client({ connectionString: product.ownerUrl() });
    await database.connect();
    await database.query(
      `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
    );
    await database.query(
      `CREATE TRIGGER break_it BEFORE INSERT ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION break_it()`,
    );
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As files" }).check();
    await drop(page, [
      { name: "tower.txt", text: pageText("204") },
      { name: "market.txt", text: pageText("205") },
    ]);
    await page.getByRole("button", { name: "Read these pages" }).click();
    // The queue waits longer before each next try; here the last one comes at once.
    const hurry = `UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1, run_at = now()
      WHERE locked_at IS NULL AND last_error IS NOT NULL AND attempts < max_attempts - 1`;
    const failed = `SELECT count(*)::int AS n FROM "Import" WHERE "fault" = 'OURS'`;
    await expect
      .poll(
        async () => {
          await database.query(hurry);
          return (await database.query(failed)).rows[0]?.n;
        },
        { timeout: 60_000 },
      )
      .toBe(2);
    await expect(item(page, "tower.txt")).toContainText("Something went wrong on our side");
    await expect(item(page, "tower.txt")).not.toContainText("the disk is full");
    await page.goto("/admin/jobs");
    await expect(page.getByRole("heading", { name: "Failed: 2" })).toBeVisible();
    const tower = page.getByRole("row").filter({ hasText: "tower.txt" });
    await tower.getByText("What the program said").click();
    await expect(tower.getByText("the disk is full")).toBeVisible();
    await expectAccessible(page);
    await narrow(page);

    await tower.getByRole("button", { name: "Remove (tower.txt)" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Remove this from the list?" });
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("heading", { name: "Failed: 2" })).toBeVisible();
    await tower.getByRole("button", { name: "Remove (tower.txt)" }).press("Enter");
    await dialog.getByRole("button", { name: "Remove" }).press("Enter");
    await expect(page.getByText("tower.txt: it is off the list.")).toBeFocused();

    await database.query(`DROP TRIGGER break_it ON "Suggestion"`);
    await database.end();
    await page.getByRole("button", { name: "Try again (market.txt)" }).press("Enter");
    await expect(page.getByText("market.txt: it is tried again.")).toBeFocused();
    await expect(page.getByText("Nothing failed.")).toBeVisible();
    await page.goto("/desk?view=unassigned");
    await expect(page.getByText("market.txt")).toHaveCount(0, { timeout: 30_000 });
  });

  await test.step("without scripts one file is given as well, and leads to its own screen", async () => {
    const context = await browser.newContext({
      baseURL: product.origin,
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto("/desk/import");
    await expect(plain.getByRole("radio", { name: "As files" })).toBeHidden();
    await plain.getByRole("button", { name: "Read this page" }).click();
    await expect(plain.getByRole("alert").filter({ hasText: "There is nothing to read yet." })).toBeVisible();
    await plain.getByLabel("Or its file").setInputFiles({
      name: "plain.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(pageText("206")),
    });
    await plain.getByRole("button", { name: "Read this page" }).click();
    await expect(plain).toHaveURL(/\/desk\/import\/[0-9a-f-]{36}$/);
    await expect(plain.getByText("plain.txt")).toBeVisible();
    await context.close();
  });
});
