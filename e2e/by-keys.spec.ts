import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { accountOf, browserOf, currentRow, expectSaid, signIn } from "./newsroom";

/** The founding page is reviewed by keys alone, and by whoever hears the page instead of seeing it; and its rumour is known when it comes again. */

test.use({ start: "newsroom: by keys" });

const FOUNDING = readFileSync("seed/page.txt", "utf8");
const RUMOUR = "Banks got memos";
const NOTE = "A mistranslation: the Prime Minister’s name is al-Sudani.";
const STATEMENTS = 16;
/** No way to anything on the desk takes more steps than this. */
const MOST_TABS = 150;
const MOST_ROWS = 60;

/** Somebody gives the founding page once more, so that it is a page of its own, and leaves it to others. */
async function given(browser: Browser, origin: string, printed: readonly string[], reads: string) {
  const page = await browserOf(browser, origin);
  await signIn(page, accountOf(printed, "Mara Lind"));
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(FOUNDING.replace("192", reads));
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//, { timeout: 60_000 });
  await expect(page.getByRole("option").filter({ hasText: "suggested" })).toHaveCount(STATEMENTS);
  const { pathname } = new URL(page.url());
  await page.context().close();
  return pathname;
}

/** Whatever a mouse, a pen or a finger does on this page from now on, also on those that follow. */
async function handsOn(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction("noteHand", (what: string) => seen.push(what));
  await page.addInitScript(() => {
    const { noteHand } = globalThis as unknown as { noteHand: (what: string) => void };
    for (const kind of ["pointerdown", "mousedown", "touchstart", "wheel"])
      addEventListener(kind, () => noteHand(kind), true);
  });
  return seen;
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** On to this with Tab, as far as it takes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < MOST_TABS; steps += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** On to the row with these words, with a key. */
async function rowBy(page: Page, key: "j" | "k", words: string): Promise<void> {
  for (let steps = 0; steps < MOST_ROWS; steps += 1) {
    if (((await currentRow(page).textContent()) ?? "").includes(words)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} doesn’t lead to “${words}”`);
}

test("by keys alone, from the queue to the review that is handed in", async ({ browser, page, product }) => {
  test.setTimeout(240_000);
  const path = await given(browser, product.origin, product.printed, "193");
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  const hands = await handsOn(page);
  const waiting = page.getByRole("option").filter({ hasText: "suggested" });

  await test.step("the page is found in the queue", async () => {
    await page.goto("/desk?view=unassigned");
    await tabTo(page, page.getByRole("searchbox").first());
    await page.keyboard.type("Security Relationship");
    await page.keyboard.press("Enter");
    await press(page, page.locator(`main a[href^="${path}"]`).first());
    await expect(page).toHaveURL(new RegExp(path));
  });

  await test.step("it is taken, and the keys are at its first suggestion", async () => {
    await press(page, page.getByRole("button", { name: "Start reviewing" }));
    await expectSaid(page, "It is yours");
    await expect(currentRow(page)).toBeFocused();
    await expect(page.getByRole("heading", { name: `Statement 1 of ${STATEMENTS}` })).toBeVisible();
  });

  await test.step("a accepts, a number says the sourcing, Ctrl Z takes back", async () => {
    for (let left = STATEMENTS; left > 1; left -= 1) {
      await page.keyboard.press("a");
      await expect(waiting).toHaveCount(left - 1);
    }
    await expect(currentRow(page)).toContainText(RUMOUR);
    await page.keyboard.press("x");
    await expect(waiting).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(waiting).toHaveCount(1);
    await rowBy(page, "k", RUMOUR);
    await page.keyboard.press("6");
    await expect(page.getByRole("radio", { name: "Unnamed, not described" })).toBeChecked();
    await page.keyboard.press("Control+Enter");
    await expect(waiting).toHaveCount(0);
  });

  await test.step("a note for readers is written", async () => {
    await rowBy(page, "k", "Iraqi-Sudanese");
    await tabTo(page, page.getByLabel("Write a note"));
    await page.keyboard.type(NOTE);
    await press(page, page.getByLabel("Show it to readers"), "Space");
    await press(page, page.getByRole("button", { name: "Save the note" }));
    await expect(page.getByText("Readers see it.")).toBeVisible();
  });

  await test.step("all keys are listed by a key, and Escape leads back", async () => {
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "All keys" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("it is handed in, and no hand was on the mouse", async () => {
    await press(page, page.getByRole("button", { name: "Submit for publication" }));
    const dialog = page.getByRole("dialog");
    await press(page, dialog.getByRole("button", { name: "Submit for publication" }));
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
    expect(hands).toEqual([]);
    // A hand would have been seen.
    await page.mouse.click(2, 2);
    await expect.poll(() => hands.length).toBeGreaterThan(0);
  });
});

test("by roles, names and states alone, as a screen reader says them", async ({ browser, page, product }) => {
  test.setTimeout(240_000);
  const path = await given(browser, product.origin, product.printed, "194");
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto(path);
  const sentences = page.getByRole("listbox", { name: "Sentences" });
  const rumour = sentences.getByRole("option", { name: new RegExp(RUMOUR) });

  await test.step("the page is one list: its parts in their order, each sentence with what it is", async () => {
    await page.getByRole("button", { name: "Start reviewing" }).press("Enter");
    await expectSaid(page, "It is yours");
    const heard = await sentences.ariaSnapshot();
    const parts = [...heard.matchAll(/group "([^"]+)"/g)].map(([, name]) => name);
    expect(parts).toEqual([
      "Author and date",
      "Headline",
      "Author and date",
      "Article text",
      "Menus and buttons",
      "Teaser: another post, 18 September 2024",
    ]);
    const options = await sentences.getByRole("option").allTextContents();
    expect(options.length).toBeGreaterThan(STATEMENTS);
    // Nothing is said by colour alone.
    const unsaid = options.filter(
      (said) => !/suggested|no statement here|date of the post|line of the agency/.test(said),
    );
    expect(unsaid).toEqual([]);
    await expect(rumour).toHaveAccessibleName(/^\d+ .*Banks got memos.*suggested.*Unsourced speculation/);
    await expect(sentences.getByRole("option", { selected: true })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step("a row that is chosen says so, and the inspector says which it is", async () => {
    await rumour.press("g");
    for (let steps = 0; steps < MOST_ROWS; steps += 1) {
      if ((await rumour.getAttribute("aria-selected")) === "true") break;
      await page.keyboard.press("j");
    }
    await expect(rumour).toHaveAttribute("aria-selected", "true");
    await expect(rumour).toBeFocused();
    const inspector = page.getByRole("region", { name: "Inspector" });
    await expect(inspector).toMatchAriaSnapshot(`
      - region "Inspector":
        - heading /Statement \\d+ of ${STATEMENTS}/ [level=2]
        - radiogroup "Sourcing":
          - radio "1 Named person"
    `);
  });

  await test.step("the label is chosen by its name, and its state is told", async () => {
    await page.keyboard.press("Enter");
    const bare = page.getByRole("radio", { name: "Unnamed, not described" });
    await bare.check();
    await expect(bare).toBeChecked();
    await page.keyboard.press("Control+Enter");
    await expect(rumour).toHaveAccessibleName(/Unsourced speculation/);
    await expect(rumour).not.toHaveAccessibleName(/suggested/);
  });

  await test.step("what is left is accepted, and it is handed in", async () => {
    const waiting = sentences.getByRole("option", { name: /suggested/ });
    for (let left = STATEMENTS - 1; left > 0; left -= 1) {
      await expect(waiting).toHaveCount(left);
      await page
        .getByRole("button", { name: /^Accept/ })
        .first()
        .press("Enter");
      if (left > 1) await page.keyboard.press("g");
    }
    await expect(waiting).toHaveCount(0);
    await page.getByRole("button", { name: "Submit for publication" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: /Submit/ });
    await dialog.getByRole("button", { name: "Submit for publication" }).press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  });
});

test("a rumour that comes again is known: it was checked before, and one key joins it", async ({
  browser,
  page,
  product,
}) => {
  test.setTimeout(240_000);
  const path = await given(browser, product.origin, product.printed, "195");
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto(path);
  await page.getByRole("button", { name: "Start reviewing" }).press("Enter");
  await expectSaid(page, "It is yours");
  await rowBy(page, "j", RUMOUR);
  const inspector = page.getByRole("region", { name: "Inspector" });
  await expect(inspector.getByText(/^Seen before:/)).toBeVisible();
  await expect(inspector.getByText(/^Checked before: No evidence found, /)).toBeVisible();

  await test.step("v opens the claim at its verdict", async () => {
    await page.keyboard.press("v");
    await expect(page).toHaveURL(/\/desk\/claims\/[0-9a-f-]+#c-verdict$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Banks got memos on 17 September/);
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(path));
  });

  await test.step("a accepts it and joins it", async () => {
    await expect(page.getByRole("listbox", { name: "Sentences" })).toBeVisible();
    await rowBy(page, "j", RUMOUR);
    await page.keyboard.press("a");
    await expectSaid(page, "Accepted, and joined to a claim that was seen before.");
    // The keys went on to the next suggestion, which is the first.
    await rowBy(page, "j", RUMOUR);
    await expect(
      inspector.getByText(/^Joined by the machine as Avan Karim accepted the suggestion/),
    ).toBeVisible();
    await expectAccessible(page);
  });
});
