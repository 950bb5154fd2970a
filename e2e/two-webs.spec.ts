import { readFileSync } from "node:fs";
import { join as pathTo } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { ask, killWeb } from "./killing";
import { browserOf, expectSaid, join, person, signIn } from "./newsroom";
import { dataFolder, type Product, removeData, startProduct } from "./product";

/** Two web servers on one database. One is killed while words are saved on it: what it said was saved is there, nothing is there twice, and who works on the other sees it all. */

test.use({ start: "empty: two webs" });

const SAVES = 9;
const editor = person("Tara Twoweb");
const note = (page: Page) => page.getByLabel("Write a note");
const inspector = (page: Page) => page.getByRole("region", { name: "Inspector" });
const save = (page: Page) => page.getByRole("button", { name: "Save the note" }).click();

const kept = async (product: Product, body: string) =>
  (await ask(product, `SELECT 1 FROM "Annotation" WHERE "body" = '${body}'`)).length;

/** On the database of the first, with its secrets: as two machines of one newsroom. */
async function startSecond(first: Product, data: string): Promise<Product> {
  const secret = (name: string) => readFileSync(pathTo(first.data, name), "utf8").trim();
  return startProduct({
    data,
    env: {
      DATABASE_URL: first.ownerUrl(),
      ONRECORD_WORKING_DATABASE_URL: first.running().databaseUrl,
      NEXTAUTH_SECRET: secret("secret"),
      ONRECORD_SEALING_KEY: secret("sealing-key"),
    },
  });
}

async function goToRow(page: Page, href: string): Promise<void> {
  // The page that is left asks for itself anew as the server is back, which may cross this.
  await expect(() => page.goto(href).then(() => undefined)).toPass({ timeout: 60_000 });
  await page.getByRole("option").first().click();
  await expect(note(page)).toBeVisible();
}

test("words are saved on a server that is killed, and seen on the other", async ({
  browser,
  page,
  product,
}) => {
  test.setTimeout(480_000);
  await join(page, product.setUpLink ?? "", editor);
  const data = dataFolder();
  const second = await startSecond(product, data);
  try {
    const [version] = await ask(product, `SELECT "id" FROM "ArticleVersion"`);
    const href = `/desk/articles/${version?.id}`;
    await page.goto(href);
    await page.getByRole("button", { name: "Start reviewing" }).click();
    await expectSaid(page, "It is yours");
    await goToRow(page, href);
    await page.evaluate(() => document.body.setAttribute("data-same", "yes"));
    const there = await browserOf(browser, second.origin);
    await signIn(there, editor);
    await goToRow(there, href);

    for (let n = 0; n < SAVES; n += 1) {
      const body = `Words number ${n}.`;
      await note(there).fill(body);
      await save(there);
      if (n % 3 === 1) {
        await killWeb(second); // in the middle of it
        await goToRow(there, href);
        await expect.poll(() => kept(product, body), { timeout: 90_000 }).toBe(1);
        await expect(note(there)).toHaveValue("");
      } else {
        await expect(note(there)).toHaveValue("");
        expect(await kept(product, body)).toBe(1);
      }
      await expect(inspector(page)).toContainText(body, { timeout: 60_000 });
    }

    await test.step("both at once, each once", async () => {
      await note(page).fill("From the first server.");
      await note(there).fill("From the second server.");
      await Promise.all([save(page), save(there)]);
      for (const one of [page, there])
        for (const from of ["first", "second"])
          await expect(inspector(one)).toContainText(`From the ${from} server.`, { timeout: 60_000 });
    });

    expect(await page.evaluate(() => document.body.getAttribute("data-same"))).toBe("yes");
    const counts = `SELECT count(*)::int AS notes, count(DISTINCT "body")::int AS bodies,
      (SELECT count(*)::int FROM "AuditEvent" WHERE "action" = 'annotation.write') AS events FROM "Annotation"`;
    const all = SAVES + 2;
    expect(await ask(product, counts)).toEqual([{ notes: all, bodies: all, events: all }]);
    await there.context().close();
  } finally {
    await second.stop();
    removeData(data);
  }
});
