import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, invite, join, person, signIn, step } from "./newsroom";

/** Admins write the scale of verdicts in versions; editors judge by the one in force, and readers keep the words of then. */

test.use({ start: "newsroom: scale" });

const CLAIM = "The southern lighthouse was sold.";
const field = (page: Page, label: string, slot: number) =>
  page.getByLabel(`${label}, verdict ${slot}`, { exact: true });
const slot = (page: Page, n: number) => page.locator("summary").filter({ hasText: `Verdict ${n}:` });
const note = (page: Page) => page.getByLabel("What changed, and why");
const save = (page: Page) => page.getByRole("button", { name: "Save a new version" });

/** A claim of its own, made at a statement of a page under review; the address of its desk. */
async function makeClaim(page: Page): Promise<string> {
  await page.goto("/desk?view=published");
  await page.locator('a.q-item[href^="/desk/articles/"]').last().click();
  const start = page.getByRole("button", { name: /^Start (reviewing|a new review)$/ });
  await expect(start.or(page.getByRole("button", { name: "Submit for publication" })).first()).toBeVisible();
  if (await start.isVisible()) await start.click();
  await page.getByRole("option", { name: /^2 / }).click();
  await page.getByText("Make a new claim", { exact: true }).click();
  await page.getByLabel("The claim as one sentence that stands on its own").fill(CLAIM);
  await page.getByRole("button", { name: "Make this claim and join it" }).click();
  await page.getByRole("link", { name: CLAIM, exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/claims\//);
  return page.url();
}

async function judge(page: Page, name: string) {
  await page.getByRole("radio", { name, exact: true }).check();
  await page.getByLabel("What it rests on").fill("Nobody would tell us.");
  await page.getByRole("button", { name: "Save the verdict" }).click();
  await expect(page.getByText("The verdict is saved.")).toBeVisible();
}

test("a scale is written, judged by, changed, and brought back", async ({ page, browser, product }) => {
  test.setTimeout(300_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  const editor = await browserOf(browser, product.origin);
  await signIn(editor, accountOf(product.printed, "Avan Karim"));

  await test.step("the first is the one that Onrecord comes with", async () => {
    await page.goto("/desk");
    await page.getByRole("link", { name: "Verdict scale" }).click();
    await expect(page.getByText("Version 1, which Onrecord comes with.").first()).toBeVisible();
    await look(page, "first");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("link", { name: "Write the next version of the scale" }).click();
    await expect(field(page, "Word", 1)).toHaveValue("Supported");
  });

  await test.step("what is wrong is said at its field, and what was typed stays", async () => {
    await slot(page, 7).click();
    await field(page, "Code", 7).fill("not told");
    await field(page, "Word", 7).fill("Not told");
    await field(page, "Definition, in one sentence", 7).fill("Those who know won’t say.");
    await field(page, "Counts as", 7).selectOption({ label: "Unresolved" });
    await field(page, "Place in the order", 7).fill("0");
    await slot(page, 3).click();
    await field(page, "Take it out of the scale", 3).check();
    await note(page).fill("We say who stays silent.");
    await save(page).click();
    await expect(page.getByText(/^A code is 2 to 40 capital letters/)).toBeVisible();
    await expect(field(page, "Word", 7)).toHaveValue("Not told");
    await field(page, "Code", 7).fill("NOT_TOLD");
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.reload();
    await expect(field(page, "Code", 7)).toHaveValue("NOT_TOLD");
    await expect(field(page, "Take it out of the scale", 3)).toBeChecked();
  });

  await test.step("what another window says is told by the fields where it differs, and no others", async () => {
    const second = await page.context().newPage();
    await second.goto(page.url());
    await expect(field(second, "Code", 7)).toHaveValue("NOT_TOLD");
    await field(second, "Counts as", 7).selectOption({ label: "Contradicted" });
    await field(second, "Take it out of the scale", 3).uncheck();
    await expect(second.getByText(/Draft saved/)).toBeVisible();
    await second.close();
    await note(page).fill("We say who stays silent, and why.");
    await expect(page.getByText("You typed something else here in another window")).toBeVisible();
    await page.reload();
    const other = page.getByRole("alert").filter({ hasText: "Typed in another window" });
    await expect(other.getByRole("term")).toHaveText([
      "Take it out of the scale, verdict 3",
      "Counts as, verdict 7",
      "What changed, and why",
    ]);
    await expect(other.getByRole("definition")).toHaveText([
      "not ticked",
      "Contradicted",
      "We say who stays silent.",
    ]);
    await look(page, "two-windows");
    await other.getByRole("button", { name: "Go on with mine" }).click();
    await expect(other).toBeHidden();
    await expect(field(page, "Counts as", 7)).toHaveValue("UNRESOLVED");
  });

  await test.step("what will change is shown before it is saved", async () => {
    await page.getByText("What will change", { exact: true }).click();
    await expect(page.getByText(/^New: .?Not told.? \(NOT_TOLD\)/)).toBeVisible();
    await expect(page.getByText(/^Taken out: .?Mixed.? \(MIXED\)/)).toBeVisible();
    await look(page, "write");
    await save(page).click();
    await expect(page).toHaveURL(/\/desk\/scale$/);
    await expect(page.getByText(/Version 2, saved by Noor Salih/).first()).toBeVisible();
    await look(page, "second");
  });

  const address = await makeClaim(editor);
  await test.step("editors judge by it, and readers read its words", async () => {
    await expect(editor.getByRole("radio", { name: "Mixed", exact: true })).toHaveCount(0);
    await judge(editor, "Not told");
    await look(editor, "judged");
    await step(editor, "Submit for publication");
    await page.goto(address);
    await step(page, "Publish");
    const reader = await browserOf(browser, product.origin);
    await reader.goto("/claims");
    await reader.getByRole("link", { name: CLAIM }).first().click();
    await expect(reader.locator(".verdict strong")).toHaveText("Not told");
    await expect(reader.locator(".verdict").filter({ hasText: "Those who know won’t say." })).toBeVisible();
    await look(reader, "reader");
    await reader.goto("/method/words");
    await expect(reader.getByText("Those who know won’t say.")).toBeVisible();
    await reader.context().close();
  });

  await test.step("an earlier version is brought back, and an open review is asked for another verdict", async () => {
    await editor.goto(address);
    await judge(editor, "Not told");
    await page.goto("/desk/scale/1");
    await page.getByRole("button", { name: "Bring this scale back" }).click();
    await page.getByLabel("Why").fill("Readers missed “Mixed”.");
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect(page.getByText(/It brings version 1 back/).first()).toBeVisible();
    await editor.reload();
    await expect(editor.getByText(/“Not told” is no longer on the newsroom’s scale/).first()).toBeVisible();
    await expect(editor.getByLabel("What it rests on")).toHaveValue("Nobody would tell us.");
    await look(editor, "off-scale");
    await judge(editor, "Unresolved");
    await expect(editor.getByText(/is no longer on the newsroom’s scale/)).toHaveCount(0);
  });

  await test.step("readers keep the word, and find it by its code; two admins at once are told of each other", async () => {
    const reader = await browserOf(browser, product.origin);
    await reader.goto("/search?verdict=NOT_TOLD");
    await expect(reader.getByText("Not told").first()).toBeVisible();
    await reader.getByRole("link", { name: CLAIM }).first().click();
    await expect(reader.locator(".verdict strong")).toHaveText("Not told");
    await reader.context().close();
    const zed = person("Zed Admin");
    const other = await browserOf(browser, product.origin);
    await join(other, await invite(page, zed, "Admin"), zed);
    await page.goto("/admin/scale");
    await other.goto("/admin/scale");
    await slot(other, 1).click();
    await field(other, "Word", 1).fill("Holds");
    await note(other).fill("Shorter.");
    await save(other).click();
    await expect(other).toHaveURL(/\/desk\/scale$/);
    await slot(page, 2).click();
    await field(page, "Word", 2).fill("Fails");
    await note(page).fill("Shorter, too.");
    await save(page).click();
    await expect(page.getByText("Zed Admin saved version 4 since you began")).toBeVisible();
    await expect(field(page, "Word", 2)).toHaveValue("Fails");
    await look(page, "both");
  });

  await test.step("an editor reads it, and doesn’t write", async () => {
    await editor.goto("/desk/scale/2");
    await expect(editor.getByRole("button", { name: "Bring this scale back" })).toHaveCount(0);
    expect((await editor.goto("/admin/scale"))?.status()).not.toBe(200);
  });
});
