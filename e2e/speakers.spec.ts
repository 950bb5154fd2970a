import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, browserOf, expectSaid, invite, join, person, signIn } from "./newsroom";

/** Speakers on the desk: found, called otherwise, merged with a preview, parted again, and chosen for a statement by keys alone. */

test.use({ start: "newsroom" });

const ARABIC = "محمد شياع السوداني";

async function expectWell(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("two names of one speaker become one, and two again", async ({ browser, product }) => {
  test.setTimeout(240_000);
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  const names: string[] = [];

  await test.step("the list goes by name, and leads to a page of each", async () => {
    await page.getByRole("link", { name: "Index", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Speakers");
    await expectWell(page);
    names.push(...(await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents()));
    expect(names.length).toBeGreaterThan(2);
    await page.getByRole("searchbox", { name: "Find a speaker" }).fill("zzqx");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No name is like “zzqx”.")).toBeVisible();
    await page.getByRole("link", { name: "All speakers" }).click();
    await page.getByRole("link", { name: names[0] ?? "", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[0] ?? "");
    await expectWell(page);
  });
  const first = page.url();

  await test.step("it is called otherwise, in Arabic, and put back", async () => {
    await page.getByLabel("Name", { exact: true }).fill(ARABIC);
    await page.getByLabel("Role", { exact: true }).fill("prime minister");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ARABIC);
    await expectWell(page);
    await page.goto("/desk/speakers?search=السودانى");
    await expect(page.getByRole("link", { name: ARABIC })).toBeVisible();
    await page.goto(first);
    await page.getByLabel("Name", { exact: true }).fill("Lina \u202Eziza");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.locator("p.error", { hasText: "without hidden characters" })).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill(names[0] ?? "");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/^Saved\. It was “.*, prime minister”\.$/)).toBeVisible();
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ARABIC);
  });

  await test.step("another is found by typing and chosen by keys; what moves is shown, and then it does", async () => {
    const field = page.getByRole("combobox", { name: "Who it is" });
    await field.fill((names[1] ?? "").slice(0, 6));
    await expect(page.getByRole("option", { name: names[1] ?? "" }).first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("option")).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("option", { selected: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: /^Merge “.*” into “.*”$/ })).toBeVisible();
    await expect(page.getByText(/^One speaker remains: /)).toBeVisible();
    await expectWell(page);
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await page.getByLabel("How you know that they are one").fill("The ministry’s own list of names.");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(
      page.getByRole("heading", { name: /^Merged: “.*” is part of this speaker now\.$/ }),
    ).toBeVisible();
    await expect(page.getByText(/Merged by Avan Karim/)).toBeVisible();
    await expect(page.getByText(/merged two speakers: .*own list of names/)).toBeVisible();
    await expectWell(page);
  });
  const other = page.url();

  await test.step("who has the page of the merged one open is told, and can't merge it again", async () => {
    await page.goto(first);
    await expect(page.getByText(/This was found to be/)).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Who it is" })).toHaveCount(0);
    await page.goto(`${first}?with=${new URL(first).pathname.split("/").at(-1)}`);
    await expect(page.getByText("These two can’t be merged.")).toBeVisible();
  });

  await test.step("it is undone at once, also after a reload; done again, and parted with a reason", async () => {
    await page.goto(other);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Nothing was merged into this speaker.")).toBeVisible();
    const intoId = new URL(other).pathname.split("/").at(-1);
    await page.goto(`${first}?with=${intoId}`);
    await page.getByLabel("How you know that they are one").fill("Once more.");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await page.getByRole("link", { name: `Part “${ARABIC}” again` }).click();
    await expect(page.getByRole("heading", { name: /^Part “/ })).toBeVisible();
    await expectWell(page);
    await page.getByLabel("Why they are two").fill("A cousin.");
    await page.getByRole("button", { name: "Part them" }).click();
    await expect(page.getByRole("heading", { name: /^Parted: “.*” stands alone again\.$/ })).toBeVisible();
    await expect(page.getByText(/parted two speakers: .*A cousin/)).toBeVisible();
  });

  await test.step("a contributor reads, and is offered nothing that they may not do", async () => {
    const [admin, reader] = [
      await browserOf(browser, product.origin),
      await browserOf(browser, product.origin),
    ];
    await signIn(admin, accountOf(product.printed, "Noor Salih"));
    const dara = person("Dara Aziz");
    await join(reader, await invite(admin, dara, "Contributor"), dara);
    await reader.goto(first);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(ARABIC);
    await expect(reader.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
    await expect(reader.getByRole("combobox")).toHaveCount(0);
  });
});

test("a statement is credited to a known speaker, by keys alone", async ({ browser, product }) => {
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto("/desk?view=published");
  await page.locator('a.q-item[href^="/desk/articles/"]').first().click();
  await page.getByRole("button", { name: /^Start (reviewing|a new review)$/ }).click();
  await expectSaid(page, "It is yours.");
  await expect(page.getByRole("button", { name: "Submit for publication" })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  const field = page.getByRole("combobox", { name: "Who is behind it" });
  await expect(field).toBeFocused();
  await field.fill("Pat Rider");
  const found = page.getByRole("option", { name: /^Pat Ryder/ });
  await expect(found).toBeInViewport();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Known: /)).toBeVisible();
  await field.fill("Nobody Whom We Know");
  await expect(page.getByLabel("Role of a new speaker")).toBeVisible();
  await field.fill("Pat Ryder");
  await expect(found).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(found).toHaveCount(0);
  await expect(page.getByText(/^Known: /)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("option", { name: /attributed to Pat Ryder/ })).toBeVisible();
});

test("a statement is joined to a claim and parted from it on the claim’s page; a publisher’s kind is said", async ({
  browser,
  product,
}) => {
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));

  await test.step("the claim is found in its list, by words that are mistyped", async () => {
    await page.goto("/desk/claims");
    await expectWell(page);
    await page.getByRole("searchbox").fill("bank got memoes");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Banks got memos/ }).click();
    await expect(page.getByRole("heading", { name: "Where it was said" })).toBeVisible();
  });
  const claim = page.url();

  await test.step("a statement is joined to it", async () => {
    await page.goto("/desk?view=published");
    await page.locator('a.q-item[href^="/desk/articles/"]').last().click();
    await page.getByRole("button", { name: /^Start (reviewing|a new review)$/ }).click();
    await expect(page.getByRole("button", { name: "Submit for publication" })).toBeVisible();
    await page.getByRole("option", { name: /^2 / }).click();
    await page.getByRole("searchbox", { name: "Find a claim" }).fill("memos");
    await page.getByRole("button", { name: /^Join/ }).click();
    await expectSaid(page, "Joined");
  });

  await test.step("and parted, with what moves shown first, and joined again", async () => {
    await page.goto(claim);
    const partable = page.getByRole("button", { name: /^Part from the claim/ });
    await expect(partable.first()).toBeVisible();
    const before = await partable.count();
    await partable.last().click();
    const dialog = page.getByRole("dialog", { name: "Part this statement from the claim?" });
    await expect(dialog.getByText("The statement stays on its page")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Part it" }).click();
    await expectSaid(page, "Parted.");
    await expect(partable).toHaveCount(before - 1);
    await page.getByRole("button", { name: "Join it again" }).click();
    await expectSaid(page, "Joined again.");
    await expect(partable).toHaveCount(before);
    await expectWell(page);
  });

  await test.step("a publisher’s kind is said, with its history, and put back", async () => {
    await page.getByRole("link", { name: "Index", exact: true }).click();
    await page.getByRole("link", { name: "Publishers", exact: true }).click();
    await expectWell(page);
    await page.getByRole("main").getByRole("heading", { level: 2 }).first().getByRole("link").click();
    await page.getByRole("combobox").selectOption("BLOG");
    await page.getByLabel("How you know").fill("It says so itself.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved. It was: Not said.")).toBeVisible();
    await expect(page.getByText(/from not said to Blog\. It says so itself\./)).toBeVisible();
    await expectWell(page);
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByText("Saved. It was: Not said.")).toHaveCount(0);
    await expect(page.getByRole("combobox")).toHaveValue("");
  });
});
