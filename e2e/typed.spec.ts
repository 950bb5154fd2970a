import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { currentRow, expectSaid, join, person, signIn } from "./newsroom";

/** Nothing that is typed is lost: not by going elsewhere, not without a connection, not with an ended session, not by a reload. */

test.use({ start: "empty: nothing typed is lost" });

const editor = person("Tilda Typed");
const PAGE = [
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.",
  "The ministry of transport said that it will pay half of the cost.",
  "The old quay was built by the navy in 1931, according to the city archive.",
].join("\n\n");

const note = (page: Page) => page.getByLabel("Write a note");
const row = (page: Page, words: string) => page.getByRole("option").filter({ hasText: words });
const mark = (page: Page, words: string | RegExp) =>
  page.getByRole("status").filter({ hasText: words }).first();

async function cutOff(page: Page): Promise<() => Promise<void>> {
  const refuse = async (route: {
    abort: () => Promise<void>;
    fallback: () => Promise<void>;
    request: () => { method: () => string };
  }) => (route.request().method() === "POST" ? route.abort() : route.fallback());
  await page.route("**/*", refuse);
  return () => page.unroute("**/*", refuse);
}

/** What is sent from now on is on its way until what is returned is called. */
async function holdBack(page: Page): Promise<() => Promise<void>> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const hold = async (route: { fallback: () => Promise<void>; request: () => { method: () => string } }) => {
    if (route.request().method() === "POST") await gate;
    await route.fallback();
  };
  await page.route("**/*", hold);
  return async () => {
    letGo();
    await page.unroute("**/*", hold);
  };
}

test("what an editor types comes back", async ({ page, product, context }) => {
  test.setTimeout(240_000);
  await join(page, product.setUpLink ?? "", editor);
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(PAGE);
  await page.getByLabel("Who published it, if you know").fill("The Quay Post");
  await expect(mark(page, "Draft saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("The page’s text")).toHaveValue(PAGE);
  await expect(page.getByLabel("Who published it, if you know")).toHaveValue("The Quay Post");
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);

  await test.step("to a question that was left, and after a reload", async () => {
    const dismiss = page.getByRole("button", { name: "Dismiss this page" });
    const reason = page.getByRole("dialog").getByLabel("Why it isn’t worth keeping");
    await dismiss.click();
    await reason.fill("A copy of the council’s notice.");
    await expect(page.getByRole("dialog").getByText("Draft saved")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await dismiss.click();
    await expect(reason).toHaveValue("A copy of the council’s notice.");
    await page.reload();
    await dismiss.click();
    await expect(reason).toHaveValue("A copy of the council’s notice.");
    await reason.fill("");
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  });

  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");

  await test.step("to its row, after going to another one", async () => {
    await row(page, "council agreed").click();
    await note(page).fill("Ask the mayor.");
    await expect(mark(page, "Draft saved")).toBeVisible();
    await row(page, "ministry of transport").click();
    await expect(note(page)).toHaveValue("");
    await note(page).fill("Half of what?");
    await row(page, "council agreed").click();
    await expect(note(page)).toHaveValue("Ask the mayor.");
    await page.reload();
    await row(page, "ministry of transport").click();
    await expect(note(page)).toHaveValue("Half of what?");
  });

  await test.step("whole, however much was pasted, and says what to do", async () => {
    const long = "They say the state pays half. ".repeat(140);
    const save = page.getByRole("button", { name: "Save the note" });
    await note(page).fill("");
    await note(page).focus();
    await page.evaluate((words) => document.execCommand("insertText", false, words), long);
    await expect(note(page)).toHaveValue(long);
    await expect(note(page)).toHaveAccessibleDescription(
      "200 characters too long. Nothing was cut: shorten it, then send it.",
    );
    const aloud = page.locator("[aria-live]").filter({ hasText: "200 characters too long." });
    await expect(aloud.first()).toBeAttached();
    await save.click();
    await expect(page.getByText("Keep a note under 4000 characters")).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await row(page, "ministry of transport").click();
    await expect(note(page)).toHaveValue(long);
    await note(page).fill(long.slice(0, 3000));
    await expect(note(page)).toHaveAccessibleDescription("");
    await save.click();
    await expectSaid(page, "note is saved");
    await expect(page.getByText(long.slice(0, 3000).trim())).toBeVisible();
    await expect(note(page)).toHaveValue("");
  });

  await test.step("even two million characters, and the page goes on", async () => {
    const huge = "state ".repeat(350_000);
    await page.evaluate((words) => {
      const field = document.querySelector<HTMLTextAreaElement>("#note-new");
      field?.focus();
      field?.setRangeText(words, 0, field.value.length, "end");
      field?.dispatchEvent(new Event("input", { bubbles: true }));
    }, huge);
    await expect(note(page)).toHaveAccessibleDescription(/2096000 characters too long/);
    await expect(mark(page, "Your words stay in this browser alone")).toBeVisible();
    await row(page, "council agreed").click();
    await row(page, "ministry of transport").click();
    expect(await note(page).evaluate((field: HTMLTextAreaElement) => field.value.length)).toBe(huge.length);
    await note(page).fill("Half of what?");
    await expect(mark(page, "Draft saved")).toBeVisible();
  });

  await test.step("by itself, once the connection is back", async () => {
    const connect = await cutOff(page);
    await note(page).fill("Half of what? Ask them.");
    await expect(mark(page, "No connection. Your words wait in this browser")).toBeVisible();
    await expectAccessible(page);
    await connect();
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(mark(page, "Draft saved")).toBeVisible();
  });

  await test.step("through a reload without one", async () => {
    const connect = await cutOff(page);
    await note(page).fill("Half of what? Ask them again.");
    await expect(mark(page, "No connection")).toBeVisible();
    await page.reload();
    await row(page, "ministry of transport").click();
    await expect(note(page)).toHaveValue("Half of what? Ask them again.");
    await connect();
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(mark(page, "Draft saved")).toBeVisible();
  });

  await test.step("when the session ended, once the same person is back", async () => {
    await context.clearCookies();
    await note(page).fill("They say the state pays.");
    await expect(mark(page, "You are signed out. Your words wait in this browser")).toBeVisible();
    const other = await context.newPage();
    await signIn(other, editor);
    await other.close();
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(mark(page, "Draft saved")).toBeVisible();
    await page.reload();
    await row(page, "ministry of transport").click();
    await expect(note(page)).toHaveValue("They say the state pays.");
  });

  await test.step("and what two windows typed into one form is shown side by side", async () => {
    const second = await context.newPage();
    await second.goto(page.url());
    await row(second, "ministry of transport").click();
    await note(second).fill("Typed in the second window.");
    await expect(mark(second, "Draft saved")).toBeVisible();
    await note(page).fill("Typed in the first window.");
    await expect(mark(page, "You typed something else here in another window")).toBeVisible();
    await page.reload();
    await row(page, "ministry of transport").click();
    await expect(note(page)).toHaveValue("Typed in the first window.");
    await expect(page.getByText("Typed in the second window.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Take the other one" }).click();
    await expect(note(page)).toHaveValue("Typed in the second window.");
    await second.close();
  });

  await test.step("an undo outlives a reload", async () => {
    await row(page, "council agreed").click();
    await currentRow(page).press("a");
    await expectSaid(page, "Accepted.");
    await page.reload();
    await expect(row(page, "council agreed")).not.toContainText("suggested");
    await page.keyboard.press("Control+z");
    await expect(row(page, "council agreed")).toContainText("suggested");
  });

  await test.step("and leads nobody back who went elsewhere before it was answered", async () => {
    await row(page, "council agreed").click();
    await currentRow(page).press("a");
    await expectSaid(page, "Accepted.");
    const letGo = await holdBack(page);
    await page.keyboard.press("Control+z");
    await expect(row(page, "council agreed")).toContainText("suggested");
    await row(page, "ministry of transport").click();
    await letGo();
    await expectSaid(page, "Undone.");
    await expect(currentRow(page)).toContainText("ministry of transport");
    await page.keyboard.press("a");
    await expect(row(page, "ministry of transport")).not.toContainText("suggested");
    await expectSaid(page, "Accepted.");
    await page.reload();
    await expect(row(page, "council agreed")).toContainText("suggested");
    await expect(row(page, "ministry of transport")).not.toContainText("suggested");
  });

  await test.step("nothing is handed in beside words that were not saved", async () => {
    const waiting = page.getByRole("option").filter({ hasText: "suggested" });
    for (let left = await waiting.count(); left > 0; left -= 1) {
      await waiting.first().click();
      await currentRow(page).press("a");
      await expect(waiting).toHaveCount(left - 1);
    }
    const submit = page.getByRole("button", { name: "Submit for publication" });
    await expect(submit).toHaveAttribute("aria-disabled", "true");
    const open = page.getByRole("region", { name: "Review", exact: true });
    await open.getByText("Typed, and not saved yet: 2").click();
    await expect(open.getByRole("listitem")).toHaveCount(2);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open.getByRole("button", { name: /^Go to it.*Ask the mayor/ }).click();
    await expect(note(page)).toHaveValue("Ask the mayor.");
    await page.getByRole("button", { name: "Save the note" }).click();
    await expect(open.getByRole("listitem")).toHaveCount(1);
    await open.getByRole("button", { name: /^Discard my changes/ }).click();
    await expect(open.getByText("Typed, and not saved yet")).toBeHidden();
    await expect(submit).toHaveAttribute("aria-disabled", "false");
  });

  await test.step("another sourcing says what follows, and asks whose words they are", async () => {
    await row(page, "The old quay was built").click();
    await currentRow(page).press("9");
    const inspector = page.getByRole("region", { name: "Inspector" });
    await expect(inspector).toContainText("Readers will see “Plain narration” instead of “Reported”.");
    await expect(inspector).toContainText("Nobody stands behind it, so the speaker");
    await page.keyboard.press("Control+Enter");
    await expect(inspector).toContainText("Say whose words they are");
    await expectAccessible(page);
    await page.getByRole("radio", { name: /^A rumour/ }).check();
    await expect(inspector).toContainText("Readers will see “Unsourced speculation” instead of “Reported”.");
    await page.keyboard.press("Control+Enter");
    await expect(row(page, "The old quay was built")).toContainText("no source given");
  });
});
