import type { Page, Route } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, deafen, expectSaid, signIn } from "./newsroom";

/** A save without a connection, or with an ended session, waits in the browser and is sent afterwards: once, for its person, over nobody's words. */

test.use({ start: "newsroom: saves wait" });

const WAITS = "Waiting for the network: this will be saved by itself";
const wording = (page: Page) => page.getByRole("region", { name: "Wording" });
const unknowns = (page: Page) => wording(page).getByRole("textbox").last();
const save = (page: Page) => wording(page).getByRole("button", { name: "Save the wording" }).click();

/** Nothing that is posted gets there; or it does, and its answer is lost. */
async function cutOff(page: Page, isHeard = false): Promise<() => Promise<void>> {
  const cut = async (route: Route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if (isHeard) await route.fetch();
    return route.abort();
  };
  await page.route("**/*", cut);
  return async () => {
    await page.unroute("**/*", cut);
  };
}

const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("online")));

async function openClaim(page: Page): Promise<string> {
  await page.goto("/desk/claims");
  await page.locator("main .items a").first().click();
  await expect(page).toHaveURL(/\/desk\/claims\/.+/);
  await expect(unknowns(page)).toBeVisible();
  return page.url();
}

test("saves wait for the network, and for their person", async ({ browser, page: noor, product }) => {
  test.setTimeout(240_000);
  const avan = await browserOf(browser, product.origin);
  await signIn(noor, accountOf(product.printed, "Noor Salih"));
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  await deafen(noor);
  const href = await openClaim(noor);

  await test.step("says that it waits, and is saved once the network is back", async () => {
    const connect = await cutOff(noor);
    await unknowns(noor).fill("Who paid for the quay");
    await save(noor);
    await expectSaid(noor, WAITS);
    await look(noor, "waits");
    await connect();
    await comeBack(noor);
    await expectSaid(noor, "The wording is saved.");
    await expect(noor.getByText(WAITS)).toHaveCount(0);
    await avan.goto(href);
    await expect(unknowns(avan)).toHaveValue("Who paid for the quay");
  });

  await test.step("through a reload, from any page, and says so there", async () => {
    const connect = await cutOff(noor);
    await unknowns(noor).fill("Who paid for the quay, and when");
    await save(noor);
    await expectSaid(noor, WAITS);
    await noor.goto("/desk/claims");
    await expectSaid(noor, "One save waits for the network.");
    await look(noor, "waits-elsewhere");
    await connect();
    await comeBack(noor);
    await expect(noor.getByText("One save waits for the network.")).toHaveCount(0);
    await avan.reload();
    await expect(unknowns(avan)).toHaveValue("Who paid for the quay, and when");
    await noor.goto(href);
    await expect(unknowns(noor)).toHaveValue("Who paid for the quay, and when");
    await expectSaid(noor, "The wording is saved.");
  });

  await test.step("once, where the first try was heard and its answer lost", async () => {
    const searches = noor.getByRole("region", { name: "Searches that found nothing" });
    await searches.locator("summary").click();
    await searches.getByLabel("Where", { exact: true }).fill("The archive of the harbour office");
    const connect = await cutOff(noor, true);
    await searches.getByRole("button", { name: "Record it" }).click();
    await expectSaid(noor, WAITS);
    await connect();
    await comeBack(noor);
    await expectSaid(noor, "The search is recorded.");
    await noor.reload();
    await expect(searches.getByRole("cell", { name: /The archive of the harbour office/ })).toHaveCount(1);
  });

  await test.step("never over what somebody else saved meanwhile: both sides are shown", async () => {
    const connect = await cutOff(noor);
    await unknowns(noor).fill("What the ministry paid");
    await save(noor);
    await expectSaid(noor, WAITS);
    await avan.reload();
    await unknowns(avan).fill("What the council paid");
    await save(avan);
    await expectSaid(avan, "The wording is saved.");
    await connect();
    await comeBack(noor);
    await expect(wording(noor).getByRole("alert")).toContainText("What the council paid");
    await expect(unknowns(noor)).toHaveValue("What the ministry paid");
    await look(noor, "conflict");
    await avan.reload();
    await expect(unknowns(avan)).toHaveValue("What the council paid");
    await wording(noor).getByRole("button", { name: /^Save/ }).click();
    await expectSaid(noor, "The wording is saved.");
  });

  await test.step("with an ended session until the same person signs in; nobody else sends it", async () => {
    // The form is drawn anew on what was saved last, before anybody types on.
    await noor.reload();
    await expect(unknowns(noor)).toHaveValue("What the ministry paid");
    await noor.context().clearCookies();
    await unknowns(noor).fill("What the harbour paid");
    await save(noor);
    await expectSaid(noor, WAITS);
    const tab = await noor.context().newPage();
    await signIn(tab, accountOf(product.printed, "Mara Lind"));
    await comeBack(noor);
    await tab.goto(href);
    await expect(unknowns(tab)).toHaveValue("What the ministry paid");
    await expect(tab.getByText("One save waits")).toHaveCount(0);
    await tab.context().clearCookies();
    await tab.goto("/sign-in");
    await signIn(tab, accountOf(product.printed, "Noor Salih"));
    await comeBack(noor);
    await avan.reload();
    await expect(async () => {
      await avan.reload();
      await expect(unknowns(avan)).toHaveValue("What the harbour paid", { timeout: 1_000 });
    }).toPass();
    await tab.close();
  });

  await test.step("and not at all where it is called off", async () => {
    await noor.goto(href);
    const connect = await cutOff(noor);
    await unknowns(noor).fill("Nothing of this");
    await save(noor);
    await expectSaid(noor, WAITS);
    await wording(noor).getByRole("button", { name: "Don’t send it" }).click();
    await expect(noor.getByText(WAITS)).toHaveCount(0);
    await expect(unknowns(noor)).toHaveValue("Nothing of this");
    await connect();
    await comeBack(noor);
    await expect(noor.getByRole("status").filter({ hasText: "Draft saved" }).first()).toBeVisible();
    await avan.reload();
    await expect(unknowns(avan)).toHaveValue("What the harbour paid");
  });
  await avan.context().close();
});

const PAGE = [
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.",
  "The old quay was built by the navy in 1931, according to the city archive.",
].join("\n\n");

test("statements and notes of a page wait too", async ({ page, product }) => {
  test.setTimeout(180_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(PAGE);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
  const row = page.getByRole("option").filter({ hasText: "The old quay" });
  const inspector = page.getByRole("region", { name: "Inspector" });
  await row.click();

  await test.step("a statement, by keys", async () => {
    const connect = await cutOff(page);
    await row.press("9");
    await page.getByRole("radio", { name: /^A rumour/ }).check();
    await page.keyboard.press("Control+Enter");
    await expect(inspector).toContainText(WAITS);
    await look(page, "statement-waits");
    await page.reload();
    await row.click();
    await connect();
    await comeBack(page);
    await expect(row).toContainText("no source given");
    await expect(row).not.toContainText("draft");
  });

  await test.step("a note, by keys", async () => {
    const connect = await cutOff(page);
    const note = page.getByLabel("Write a note");
    await note.fill("Ask the navy.");
    await note.press("Tab");
    await page.getByRole("button", { name: "Save the note" }).press("Enter");
    await expect(inspector).toContainText(WAITS);
    await connect();
    await comeBack(page);
    await expectSaid(page, "note is saved");
    await expect(inspector.getByRole("listitem").filter({ hasText: "Ask the navy." })).toHaveCount(1);
    await expect(note).toHaveValue("");
  });
});
