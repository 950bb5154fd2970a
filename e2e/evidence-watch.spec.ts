import { Client } from "pg";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn, step } from "./newsroom";

/** The worker looks again at the page behind evidence of a published verdict: it goes, editors find it listed, readers are told beside what was published. */

test.use({ start: "newsroom: evidence-watch" });

const QUOTE = "The memo was sent to no bank by the international department";
const TITLE = "Minutes of the central bank";
const PAGE = `<!doctype html><html><head><title>Minutes</title></head><body><p>${QUOTE}, the minutes say.</p><p>Nobody spoke against it.</p></body></html>`;

test("a page behind evidence goes, and comes back", async ({ browser, page, product, otherSite }) => {
  test.setTimeout(300_000);
  const sql = new Client({ connectionString: product.running().databaseUrl });
  await sql.connect();
  const watched = async () => {
    const { rows } = await sql.query(
      `SELECT w.looks, w.trouble FROM "EvidenceWatch" w JOIN "Evidence" e ON e.id = w."evidenceId" WHERE e.title = $1`,
      [TITLE],
    );
    return rows[0];
  };
  /** Days pass: the worker looks until the page’s trouble was seen so often. */
  const looks = async (
    path: string,
    status: number,
    body: string,
    upTo: { looks: number; trouble: string | null },
  ) => {
    otherSite.put(path, { status, body });
    const oneMore = async () => {
      await sql.query(
        `UPDATE "EvidenceWatch" SET "nextLookAt" = now() WHERE "evidenceId" = (SELECT id FROM "Evidence" WHERE title = $1)
         AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'evidence')`,
        [TITLE],
      );
      await sql.query(`SELECT graphile_worker.add_job('look', '{}'::json, job_key := 'look')`);
    };
    await expect(async () => {
      const seen = await watched();
      if (seen.looks !== upTo.looks) await oneMore();
      expect(seen).toMatchObject(upTo);
    }).toPass({ timeout: 120_000, intervals: [1000] });
  };
  const writer = await browserOf(browser, product.origin);
  const second = await browserOf(browser, product.origin);
  await signIn(writer, accountOf(product.printed, "Avan Karim"));
  await signIn(second, accountOf(product.printed, "Noor Salih"));

  let claimAddress = "";
  await test.step("a verdict is published that rests on it", async () => {
    await writer.goto("/desk/claims");
    await expect(writer.getByRole("link", { name: "Evidence to look at: none lost" })).toBeVisible();
    await writer.getByRole("link", { name: /^Banks got memos on 17 September/ }).click();
    await writer.getByText("Add evidence", { exact: true }).click();
    await writer.getByRole("radio", { name: "Against", exact: true }).check();
    await writer.getByLabel("What it is").fill(TITLE);
    await writer.getByLabel("Its address").fill(otherSite.put("/minutes", { body: PAGE }));
    await writer.getByLabel("Who published it").fill("The central bank");
    await writer.getByLabel("Dated", { exact: true }).fill("2024-09-20");
    await writer.getByLabel("The words that matter").fill(QUOTE);
    await writer.getByRole("button", { name: "Add it" }).click();
    await expectSaid(writer, "The evidence is added.");
    await expect(writer.getByText(/^Looked at again on .*: it is as it was\.$/)).toBeVisible({
      timeout: 60_000,
    });
    await writer.getByRole("radio", { name: "Contradicted" }).check();
    await writer.getByLabel("What it rests on").fill("The bank’s own minutes say that there was none.");
    await writer.getByRole("button", { name: "Save the verdict" }).click();
    await expectSaid(writer, "The verdict is saved.");
    await step(writer, "Submit for publication", {
      label: "What changes, and why",
      text: "The bank’s minutes came to us.",
    });
    claimAddress = writer.url();
    await second.goto(claimAddress);
    await step(second, "Publish");
  });

  await test.step("it stands in the list of all evidence, by its words, its site and its kind", async () => {
    await writer.goto("/desk/claims");
    await writer.getByRole("navigation", { name: "Index" }).getByRole("link", { name: "Evidence" }).click();
    const pieces = writer.getByRole("main").getByRole("heading", { level: 2 });
    await expect(pieces.first()).toHaveText(TITLE);
    await writer.getByRole("searchbox", { name: /^Find evidence/ }).fill("memos of the harbour");
    await writer.getByRole("button", { name: "Find", exact: true }).click();
    await expect(writer.getByRole("status")).toHaveText(/^No evidence is like this\./);
    await writer.getByRole("searchbox", { name: /^Find evidence/ }).fill("memo international department");
    await writer.getByRole("combobox", { name: "What it does" }).selectOption("Against");
    await writer.getByRole("button", { name: "Show", exact: true }).click();
    await expect(pieces).toHaveText([TITLE]);
    await look(writer, "evidence-list");
    await writer.getByRole("link", { name: "Remove: What it does: Against" }).click();
    await writer.getByRole("link", { name: /^All from / }).click();
    await expect(writer.getByRole("link", { name: /^Remove: Site: / })).toBeVisible();
    await expect(pieces).toHaveText([TITLE]);
    await expect(writer.getByText(/^A copy was kept on .* The quotation stands there\./)).toBeVisible();
    await writer.getByRole("link", { name: `See it with the claim : ${TITLE}` }).click();
    await expect(writer).toHaveURL(/#evidence-[0-9a-f-]+$/);
    const piece = writer.locator(new URL(writer.url()).hash);
    await expect(piece).toContainText(TITLE);
    await expect(piece).toBeInViewport();
  });

  await test.step("one look that finds no page is not said as a loss", async () => {
    await looks("/minutes", 410, "", { looks: 1, trouble: "GONE" });
    await writer.goto(claimAddress);
    await expect(writer.getByText(/^At the last look, on .*It was last seen well on/)).toBeVisible();
    await look(writer, "evidence-watch-first");
  });

  await test.step("three are: on the claim, and in a list", async () => {
    await looks("/minutes", 410, "", { looks: 3, trouble: "GONE" });
    await writer.goto(claimAddress);
    await expect(writer.getByText(/^The link gives no page any more: since /)).toBeVisible();
    await look(writer, "evidence-watch-claim");
    await writer.goto("/desk/claims");
    await writer.getByRole("link", { name: "Evidence to look at: 1 without a page" }).click();
    await expect(writer.getByRole("heading", { name: TITLE })).toBeVisible();
    await expect(writer.getByText("Readers see this claim.")).toBeVisible();
    await writer.getByRole("link", { name: "All evidence", exact: true }).click();
    await expect(writer.getByText("To look at: its link gives no page any more.")).toBeVisible();
    await writer.getByRole("link", { name: "No page any more" }).click();
    await look(writer, "evidence-watch-list");
    await writer.getByRole("link", { name: "Quotation not found" }).click();
    await expect(writer.getByText("No evidence lost its quotation.")).toBeVisible();
    await writer.goBack();
    await writer.getByRole("link", { name: `Open the evidence of the claim : ${TITLE}` }).click();
    await expect(writer).toHaveURL(/\/desk\/claims\/[0-9a-f-]+#evidence$/);
  });

  const told = page.getByText(/^This link has led to no page since /);
  await test.step("readers are told beside it, and what was published is as it was", async () => {
    await page.goto("/claims");
    await page
      .getByRole("link", { name: /Banks got memos on 17 September/ })
      .first()
      .click();
    await expect(told).toBeVisible();
    await look(page, "evidence-watch-reader");
    const { rows } = await sql.query(
      `SELECT 1 FROM "Publication" WHERE content::text LIKE '%led to no page%'`,
    );
    expect(rows).toEqual([]);
  });

  await test.step("it comes back, and nobody is told any more", async () => {
    await looks("/minutes", 200, PAGE, { looks: 0, trouble: null });
    await page.reload();
    await expect(page.getByText(TITLE)).toBeVisible();
    await expect(told).toHaveCount(0);
    await writer.goto("/desk/claims/evidence?view=gone");
    await expect(writer.getByText("No evidence lost its page.")).toBeVisible();
  });
  await sql.end();
});
