import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look as lookAt } from "./look";
import { accountOf, browserOf, deafen, signIn } from "./newsroom";

/** Two people talk about words of a page: one names the other, who finds it in the inbox, answers and resolves it. */

// Other journeys give people work, and work is a notice: this one begins with an empty inbox.
test.use({ start: "newsroom: threads" });

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Widen The Eastern Quay",
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.",
  "No comments:",
  "Post a Comment",
].join("\n\n");

/** On a narrow screen the threads stand under a tab. */
const look = (page: Page, name: string) =>
  lookAt(page, name, async (width) => {
    const inspector = page.locator(".tabs label").filter({ hasText: "Inspector" });
    if (width === 360 && (await inspector.count()) > 0) await inspector.click();
  });

const onWords = (page: Page) => page.getByRole("region", { name: "Threads on these words" });
const lines = (page: Page) => page.locator(".inbox > li");

test("a thread begins on words, and its mention leads there", async ({ browser, page: noor, product }) => {
  test.setTimeout(240_000);
  const avan = await browserOf(browser, product.origin);
  await signIn(noor, accountOf(product.printed, "Noor Salih"));
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  // What a screen says that fell behind: one that hears what others do doesn't.
  await deafen(noor);
  await deafen(avan);
  let href = "";

  await test.step("an empty inbox says what will be in it", async () => {
    await avan.goto("/desk/inbox");
    await expect(avan.getByText("Nothing is here yet.")).toBeVisible();
    await look(avan, "empty");
  });

  await test.step("by keys: the name is completed, and nothing typed is lost by going elsewhere", async () => {
    await noor.goto("/desk/import");
    await noor.getByLabel("The page’s text").fill(PAGE);
    await noor.getByRole("button", { name: "Read this page" }).click();
    await expect(noor).toHaveURL(/\/desk\/articles\//);
    href = new URL(noor.url()).pathname;
    await noor.getByRole("option").filter({ hasText: "The quay was built" }).click();
    await onWords(noor).getByText("Begin a thread").first().click();
    const field = onWords(noor).getByLabel("Comment");
    await field.pressSequentially("Is 1931 right, @av");
    await expect(noor.getByRole("listbox", { name: "People" }).getByRole("option")).toHaveText([
      "Avan Karim",
    ]);
    await look(noor, "naming");
    // Looking at the other panes left the list.
    await field.press("End");
    await field.pressSequentially("a");
    await noor.keyboard.press("Enter");
    await expect(field).toHaveValue("Is 1931 right, @Avan Karim ");
    await field.pressSequentially("or @Nobodyatall?");
    await expect(onWords(noor).getByText("Draft saved", { exact: false })).toBeVisible();
    await noor.reload();
    await noor.getByRole("option").filter({ hasText: "The quay was built" }).click();
    await expect(field).toHaveValue("Is 1931 right, @Avan Karim or @Nobodyatall?");
    await onWords(noor).getByRole("button", { name: "Begin a thread" }).click();
    await expect(onWords(noor).getByText("Nobody here is called “@Nobodyatall”")).toBeVisible();
    await expect(field).toHaveValue("");
    await expect(onWords(noor).getByText("@Avan Karim")).toBeVisible();
    await look(noor, "begun");
  });

  await test.step("the other finds it in the inbox, and lands on the spot", async () => {
    await avan.goto("/desk");
    await avan.getByRole("link", { name: "Inbox (1)" }).click();
    await expect(lines(avan)).toHaveCount(1);
    await expect(lines(avan)).toContainText("Noor Salih named you");
    await expect(lines(avan)).toContainText("Is 1931 right, @Avan Karim or @Nobodyatall?");
    await look(avan, "inbox");
    await avan.getByRole("button", { name: "Mark all as read" }).click();
    await expect(avan.getByText("1 notice is marked as read.")).toBeVisible();
    await avan.getByRole("button", { name: "Undo" }).click();
    await expect(avan.getByRole("link", { name: "Inbox (1)" })).toBeVisible();
    await lines(avan).getByRole("link").click();
    await expect(avan).toHaveURL(new RegExp(`${href}\\?thread=`));
    await expect(avan.locator(".threads > li:focus")).toContainText("Is 1931 right");
    // Beside a text the menu is shut, and says itself that nothing is unread.
    await expect(avan.getByRole("button", { name: "Menu", exact: true })).toBeVisible();
    await look(avan, "landed");
  });

  await test.step("an answer, a resolved thread that somebody still answers, and what is taken back", async () => {
    await onWords(avan).getByLabel("Answer").fill("The chronicle says 1932.");
    await onWords(avan).getByRole("button", { name: /^Send/ }).click();
    await expect(onWords(avan).getByText("The chronicle says 1932.")).toBeVisible();
    // The other one has the page open as it was before: the answer isn't theirs to put away unseen.
    await onWords(noor)
      .getByRole("button", { name: /^Resolve/ })
      .click();
    await expect(onWords(noor).getByText("Somebody wrote in this thread since you opened it.")).toBeVisible();
    await noor.reload();
    await noor.getByRole("option").filter({ hasText: "The quay was built" }).click();
    await onWords(noor)
      .getByRole("button", { name: /^Resolve/ })
      .click();
    await expect(onWords(noor).getByText(/^Resolved by Noor Salih/)).toBeVisible();
    await onWords(avan).getByLabel("Answer").fill("And the archive?");
    await onWords(avan).getByRole("button", { name: /^Send/ }).click();
    await expect(onWords(avan).getByText("Noor Salih resolved this thread meanwhile.")).toBeVisible();
    await expect(onWords(avan).getByLabel("Answer")).toHaveValue("And the archive?");
    await avan.reload();
    await expect(onWords(avan).getByLabel("Answer")).toHaveValue("And the archive?");
    await onWords(avan)
      .getByRole("button", { name: /^Send and reopen/ })
      .click();
    await expect(onWords(avan).getByRole("button", { name: /^Resolve/ })).toBeVisible();
    await onWords(avan).getByRole("button", { name: "Take back" }).click();
    await expect(onWords(avan).getByText("Taken back.")).toBeVisible();
    await look(avan, "taken-back");
  });

  await test.step("a claim has threads of its own, and the account says whether mail tells of them", async () => {
    await noor.goto("/desk/claims");
    await noor.locator("main .items a").first().click();
    await expect(noor).toHaveURL(/\/desk\/claims\/.+/);
    const threads = noor.getByRole("region", { name: "Threads", exact: true });
    await threads.getByText("Begin a thread").first().click();
    await threads.getByLabel("Comment").fill("Who looks into it?");
    await threads.getByRole("button", { name: "Begin a thread" }).click();
    await expect(threads.getByText("Who looks into it?")).toBeVisible();
    await look(noor, "claim");
    await noor.goto("/desk/account");
    await noor.getByLabel("Tell me by e-mail").check();
    const mail = noor.getByRole("region", { name: "Mail", exact: true });
    await mail.getByRole("button", { name: "Save" }).click();
    await expect(mail.getByText("Saved.")).toBeVisible();
    await noor.reload();
    await expect(noor.getByLabel("Tell me by e-mail")).toBeChecked();
    await look(noor, "account");
  });
});
