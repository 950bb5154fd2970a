import type { Response } from "@playwright/test";
import { expect, test } from "./journey";
import { ask, killWeb } from "./killing";
import { browserOf, currentRow, expectSaid, join, person } from "./newsroom";

/** Kill -9 of the web server while somebody saves. What their screen acknowledged is there when the server is back. */

test.use({ start: "empty: killed web" });

const KILLS = 3;

test("an editor accepts suggestions while the web server is killed", async ({ browser, product }) => {
  test.setTimeout(300_000);
  const page = await browserOf(browser, product.origin);
  await join(page, product.setUpLink ?? "", person("Ada Admin"));
  const [version] = await ask(product, `SELECT "id" FROM "ArticleVersion"`);
  await page.goto(`/desk/articles/${version?.id}`);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");

  await expect(page.getByRole("button", { name: "Submit for publication" })).toBeVisible();

  const rows = page.getByRole("option");
  const waiting = rows.filter({ hasText: "suggested" });
  const all = await waiting.count();
  let left = all;
  const accept = async () => {
    await waiting.first().click();
    await currentRow(page).press("a");
  };
  /** The screen runs ahead of the server: only its answer, sent when the verb is done, acknowledges. A page that was just loaded hears no keys for a moment. */
  const acceptAndSee = async () => {
    await expect(async () => {
      // A tab says where it is by POST, too; only an act carries this header.
      const isAnswer = (response: Response) =>
        response.ok() && response.request().headers()["next-action"] !== undefined;
      const answer = page.waitForResponse(isAnswer, { timeout: 5_000 });
      await accept();
      await answer;
    }).toPass({ timeout: 60_000 });
    await expect(waiting).not.toHaveCount(left);
    left = await waiting.count();
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    await acceptAndSee();
    await accept();
    await killWeb(product); // in the middle of it
    // The page that is left asks for itself anew as the server is back, which may cross the reload.
    await expect(() => page.reload()).toPass({ timeout: 60_000 });
    await expect(rows.first()).toBeVisible();
    const now = await waiting.count();
    expect(now).toBeLessThanOrEqual(left); // the one under way may be there; the acknowledged ones are
    left = now;
  }
  while (left > 0) await acceptAndSee();
  const counts = `SELECT (SELECT count(*) FROM "Statement")::int AS statements,
    (SELECT count(*) FROM "SuggestionDecision" WHERE "statementId" IS NOT NULL)::int AS decisions,
    (SELECT count(*) FROM "AuditEvent" WHERE "action" = 'suggestion.accept')::int AS events`;
  expect(await ask(product, counts)).toEqual([{ statements: all, decisions: all, events: all }]);
});
