import type { Page } from "@playwright/test";
import { type ModelServer, refuses, says, startModelServer } from "#lib/llm/testing/model-server";
import { test as base, expect } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, signIn } from "./newsroom";

/** An editor asks a language model for wordings and searches; an admin sees what that cost. The model's server is made here, and answers as it is told. */

const KEY = "sk-of-nobody-at-all";

const test = base.extend<object, { readonly modelServer: ModelServer }>({
  start: ["newsroom: proposals", { scope: "worker" }],
  modelServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      const server = await startModelServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  env: [
    async ({ modelServer }, use) =>
      use({
        ONRECORD_LLM_URL: modelServer.url,
        ONRECORD_LLM_KEY: KEY,
        ONRECORD_LLM_MODEL: "small-1",
        ONRECORD_LLM_PRICE_IN: "1",
        ONRECORD_LLM_PRICE_OUT: "2",
        ONRECORD_LLM_CURRENCY: "EUR",
        ONRECORD_LLM_BUDGET: "0.05",
      }),
    { scope: "worker" },
  ],
});

const WORDING = "Prices for bread in the city rose by half within a year.";
const SEARCH = { lookedFor: "bread price index, last two years", place: "Statistics office" };

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Paint The Old Quay",
  "The mayor, Lina Aziz, said that the quay will be painted. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.",
].join("\n\n");

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("proposals fill forms, are said to be proposals, cost, fail in words, and are counted", async ({
  page,
  browser,
  product,
  modelServer,
}) => {
  test.setTimeout(300_000);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await test.step("statements that were missed are marks of their page: looked at, imported, decided on", async () => {
    await page.goto("/desk/import");
    await page.getByLabel("The page’s text").fill(PAGE);
    await page.getByRole("button", { name: "Read this page" }).click();
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await expect(page.getByRole("option").filter({ hasText: "suggested" })).not.toHaveCount(0);
    await page.getByRole("link", { name: "Marks from other programs or a language model" }).click();
    await expect(page.getByRole("button", { name: "Propose statements" })).toBeVisible();
    expect(modelServer.asked).toHaveLength(0);
    modelServer.answer(
      says({
        proposals: [
          { exact: "The quay was built", kind: "DOCUMENT", why: "<i>A paper</i> says so." },
          { exact: "Words of no page at all", kind: "NONE", why: "" },
        ],
      }),
    );
    await page.getByRole("button", { name: "Propose statements" }).click();
    await expect(page.getByText("1 mark from a language model.", { exact: true })).toBeVisible();
    await expect(page.getByText("1 proposal was of no use and left out.")).toBeVisible();
    await expect(page.getByText("<i>A paper</i> says so.")).toBeVisible();
    await look(page, "statements");
    await page.getByRole("button", { name: "Import 1 suggestion" }).click();
    await expect(page.getByText(/^Imported by Avan Karim/)).toBeVisible();
    await page.getByRole("link", { name: "Back to the page" }).click();
    await page.getByRole("option").filter({ hasText: "The quay was built" }).first().click();
    await expect(
      page.getByText(/Proposed by a language model \(small-1, prompt statements-1\)/).first(),
    ).toBeVisible();
  });

  await page.goto("/desk/claims");
  await page.locator('main a[href^="/desk/claims/"]').last().click();
  await expect(page.getByRole("button", { name: "Propose wordings" })).toBeVisible();
  const wording = section(page, "The wording").getByRole("textbox").first();

  await test.step("while it is asked it can be called off, and nothing typed is lost", async () => {
    modelServer.answer(() => {});
    await wording.fill("My own words of it.");
    await page.getByRole("button", { name: "Propose wordings" }).click();
    await expect(page.getByText("small-1 is asked …")).toBeVisible();
    await page.getByRole("button", { name: "Call it off" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Called off." })).toBeVisible();
    await expect(wording).toHaveValue("My own words of it.");
  });

  await test.step("what goes wrong is said in words, without the key", async () => {
    modelServer.answer(refuses(401, `{"error":{"message":"Incorrect API key ${KEY}"}}`));
    await page.getByRole("button", { name: "Propose wordings" }).click();
    await expect(page.getByText("doesn’t take our key")).toBeVisible();
    expect(await page.content()).not.toContain(KEY);
  });

  await test.step("a wording fills the form; what stood there can be put back; it is saved by its editor", async () => {
    modelServer.answer(
      says({ proposals: [{ wording: WORDING }, { wording: "<b>Bread</b> is dear." }, { wording: "" }] }),
    );
    await page.getByRole("button", { name: "Propose wordings" }).click();
    const proposed = section(page, "Proposed wordings");
    await expect(proposed.getByText("<b>Bread</b> is dear.", { exact: true })).toBeVisible();
    await expect(proposed).toContainText("Proposed by small-1, prompt wordings-1. Nobody checked it.");
    await expect(proposed).toContainText("700 tokens in, 90 out: 0.0009 EUR.");
    await proposed.getByRole("button", { name: `Fill in : ${WORDING}` }).click();
    await expect(wording).toHaveValue(WORDING);
    await look(page, "wordings");
    await proposed.getByRole("button", { name: "Put back what stood there" }).click();
    await expect(wording).toHaveValue("My own words of it.");
    await proposed.getByRole("button", { name: `Fill in : ${WORDING}` }).click();
    await proposed
      .getByRole("button", { name: /^Of no use/ })
      .last()
      .click();
    await page.getByRole("button", { name: "Save the wording" }).click();
    await expect(page.getByRole("heading", { level: 1, name: WORDING })).toBeVisible();
    expect(JSON.stringify(modelServer.asked.at(-1)?.body)).toContain("statements");
  });

  await test.step("a search fills the form", async () => {
    await page.getByText("Record a search", { exact: true }).first().click();
    modelServer.answer(says({ proposals: [SEARCH] }));
    await page.getByRole("button", { name: "Propose searches" }).click();
    const proposed = section(page, "Proposed searches");
    await proposed.getByRole("button", { name: /^Fill in/ }).click();
    await expect(section(page, "Searches that found nothing").getByRole("textbox").first()).toHaveValue(
      SEARCH.lookedFor,
    );
  });

  await test.step("when the budget is spent nothing is sent", async () => {
    // Each takes eleven thousandths of a euro, of five hundredths.
    modelServer.answer(says({ proposals: [SEARCH] }, { prompt_tokens: 9000, completion_tokens: 1000 }));
    for (let n = 0; n < 6; n += 1) {
      const sent = modelServer.asked.length;
      const answered = page.waitForResponse((answer) => answer.url().endsWith("/proposals"));
      await page.getByRole("button", { name: "Propose searches" }).click();
      if ((await answered).status() === 200) continue;
      expect(modelServer.asked).toHaveLength(sent);
      break;
    }
    await expect(page.getByText("more than is left of this month’s budget")).toBeVisible();
  });

  await test.step("an admin sees what was asked, what it cost, and what became of it", async () => {
    const admin = await browserOf(browser, product.origin);
    await signIn(admin, accountOf(product.printed, "Noor Salih"));
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "Language model" }).click();
    await expect(admin.getByText("Saved as proposed: 1").first()).toBeVisible();
    await expect(admin.getByText("Rejected: 1").first()).toBeVisible();
    await expect(admin.getByRole("row").filter({ hasText: "Called off" })).toContainText("at most");
    await expect(admin.getByRole("row").filter({ hasText: "Not sent: budget" })).toContainText("0.00 EUR");
    expect(await admin.content()).not.toContain(KEY);
    await look(admin, "ledger");
  });
  expect(product.printed.join("\n")).not.toContain(KEY);
});
