import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn, step } from "./newsroom";

/** What a page is about: tagged by keys alone, published by a second person, found by readers; renamed and merged, which readers see later. */

test.use({ start: "newsroom: topics" });

const ARABIC = "اقتصاد العراق";

let looked = 0;
const lookHere = (page: Page) => look(page, `topics-${++looked}`);

async function tag(page: Page, name: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Add a topic" });
  await field.fill(name);
  await field.press("Enter");
  await expectSaid(page, "Topic added.");
  await expect(page.getByRole("button", { name: `Take away “${name}”` })).toBeVisible();
  await expect(field).toHaveValue("");
}

test("a page is tagged, and found by what it is about", async ({ browser, page: reader, product }) => {
  test.setTimeout(240_000);
  const [writer, second] = [
    await browserOf(browser, product.origin),
    await browserOf(browser, product.origin),
  ];
  await signIn(writer, accountOf(product.printed, "Avan Karim"));
  await signIn(second, accountOf(product.printed, "Mara Lind"));

  await test.step("two topics are written and added with Enter; one is taken away, and put back", async () => {
    await writer.goto("/desk?view=published");
    await writer.locator('a.q-item[href^="/desk/articles/"]').last().click();
    await writer.getByRole("button", { name: /^Start (reviewing|a new review)$/ }).click();
    await writer.getByText("Topics", { exact: true }).click();
    await tag(writer, "Banking");
    await tag(writer, ARABIC);
    await writer.getByRole("button", { name: "Take away “Banking”" }).click();
    await expect(writer.getByRole("link", { name: "Banking", exact: true })).toHaveCount(0);
    await writer.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(writer.getByRole("link", { name: "Banking", exact: true })).toBeVisible();
    await lookHere(writer);
  });

  await test.step("a name that folds to one of them is that one; a hidden character is refused, and what was typed stays", async () => {
    const field = writer.getByRole("combobox", { name: "Add a topic" });
    await field.fill("BANKING");
    await field.press("Enter");
    await expect(writer.getByText("It has the topic “Banking” already.")).toBeVisible();
    await field.fill("turned \u202eround");
    await field.press("Enter");
    await expect(writer.getByText(/without hidden characters/)).toBeVisible();
    await writer.reload();
    await expect(writer.getByRole("combobox", { name: "Add a topic" })).toHaveValue("turned \u202eround");
    await writer.getByRole("combobox", { name: "Add a topic" }).fill("");
  });

  const address = writer.url();
  await test.step("a second person sees them, and publishes", async () => {
    const words = { label: "What changes, and why", text: "It says what it is about." };
    await step(writer, "Submit for publication", words);
    await second.goto(address);
    await second.getByRole("link", { name: "See what readers will see" }).click();
    await expect(second.getByRole("navigation", { name: "Topics" })).toContainText("Banking");
    await second.getByRole("link", { name: "Back to the review" }).click();
    await step(second, "Publish");
  });

  await test.step("a reader goes from all topics to one, from there to the page, and back by its chip", async () => {
    await reader.goto("/topics");
    await expect(reader.getByRole("heading", { level: 2 })).toHaveText(["Banking", ARABIC]);
    await lookHere(reader);
    await reader.getByRole("link", { name: ARABIC }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(ARABIC);
    await expect(reader.locator('link[type="application/atom+xml"]')).toHaveCount(1);
    await lookHere(reader);
    const feed = await reader.request.get(
      (await reader.locator('link[type="application/feed+json"]').getAttribute("href")) ?? "",
    );
    expect((await feed.json()).items).toHaveLength(1);
    await reader.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").click();
    await lookHere(reader);
    await reader.getByRole("link", { name: "Banking", exact: true }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(/Banking.?: 1 page\.$/);
    expect((await reader.goto("/topics/no-such-topic"))?.status()).toBe(404);
  });

  await test.step("what is renamed and merged at the desk, readers see as it was published", async () => {
    await second.goto("/desk/topics");
    await lookHere(second);
    await second.getByRole("link", { name: "Banking", exact: true }).click();
    await second.getByLabel("Name", { exact: true }).fill("Banks");
    await second
      .getByRole("textbox", { name: "Definition" })
      .fill("What banks do, and what is done to them.");
    await second.getByRole("button", { name: "Save", exact: true }).click();
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("Banks");
    await second.getByRole("combobox", { name: "Which topic it is" }).fill("اقتصاد");
    await expect(second.getByRole("option", { name: ARABIC })).toBeVisible();
    await second.keyboard.press("ArrowDown");
    await second.keyboard.press("Enter");
    await expect(second.getByRole("heading", { name: /^Merge “.*” into “.*”$/ })).toBeVisible();
    await lookHere(second);
    await second.getByLabel("How you know that they are one").fill("One thing in two languages.");
    await second.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(second.getByRole("heading", { name: /^Merged: / })).toBeVisible();
    await lookHere(second);
    await reader.goto("/topics");
    await expect(reader.getByRole("heading", { level: 2 })).toHaveText(["Banking", ARABIC]);
    await second.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(second.getByText("Nothing was merged into this topic.")).toBeVisible();
  });

  await test.step("what nothing has any more is gone", async () => {
    await second.goto(address);
    await step(second, "Withdraw", { label: "Why it is withdrawn", text: "It was a forgery." });
    expect((await reader.goto("/topics/banking"))?.status()).toBe(410);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText("Nothing that is published");
  });
});
