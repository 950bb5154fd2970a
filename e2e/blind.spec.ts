import type { Page } from "@playwright/test";
import { addresses } from "./attacks/addresses";
import { expect, expectAccessible, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, invite, join, person, signIn, step } from "./newsroom";

/**
 * Three people read a page blind: two label it, each in a browser of their own, and a third settles where they differ. No address of the
 * product tells the second reader a word of the first pass.
 */

test.use({ start: "newsroom" });

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Widen The Northern Quay",
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.",
  "No comments:",
  "Post a Comment",
].join("\n\n");

const SECRET = "Quibblethorn";

const toBeRead = (page: Page) =>
  page.getByRole("region", { name: "To be read" }).getByRole("link", { name: /Northern Quay/ });

/** Every suggestion is taken as it is, with the key. */
async function acceptAll(page: Page): Promise<void> {
  const waiting = page.getByRole("option").filter({ hasText: /suggested/ });
  for (let left = await waiting.count(); left > 0; left = await waiting.count()) {
    await waiting.first().click();
    await page.keyboard.press("a");
    await expect(waiting).toHaveCount(left - 1);
  }
}

test("two read, a third settles", async ({ browser, page: settler, product }) => {
  test.setTimeout(300_000);
  const [second, third] = [person("Second Reader"), person("Third Person")];
  const admin = await browserOf(browser, product.origin);
  await signIn(admin, accountOf(product.printed, "Noor Salih"));
  await signIn(settler, accountOf(product.printed, "Avan Karim"));
  const readers: Page[] = [];
  for (const who of [second, third]) {
    const link = await invite(admin, who, "Contributor");
    const own = await browserOf(browser, product.origin);
    await join(own, link, who);
    readers.push(own);
  }
  const [ana, ben] = readers;
  if (ana === undefined || ben === undefined) throw new Error("two read");

  let reading = "";
  let versionId = "";
  await test.step("an editor has a page read blind; whoever asked doesn't read", async () => {
    await settler.goto("/desk/import");
    await settler.getByLabel("The page’s text").fill(PAGE);
    await settler.getByRole("button", { name: "Read this page" }).click();
    await expect(settler).toHaveURL(/\/desk\/articles\//);
    versionId = new URL(settler.url()).pathname.split("/").at(-1) ?? "";
    await settler.getByRole("button", { name: "Have it read blind by two" }).click();
    const dialog = settler.getByRole("dialog");
    await expect(dialog.getByRole("radio", { name: "The machine’s suggestions" })).toBeChecked();
    await expectAccessible(settler);
    await dialog.getByRole("button", { name: "Have it read blind by two" }).click();
    await expect(settler).toHaveURL(/\/desk\/readings\//);
    reading = new URL(settler.url()).pathname;
    await expect(settler.getByText("You asked for this blind reading")).toBeVisible();
    await look(settler, "asked");
    await settler.goto(`/desk/articles/${versionId}`);
    await expect(settler).toHaveURL(reading);
  });

  await test.step("the first reads at the desk's three panes, and leaves a word of their own", async () => {
    await ana.goto("/desk/readings");
    await look(ana, "list");
    await toBeRead(ana).click();
    await ana.getByRole("button", { name: "Begin a pass" }).click();
    await expect(ana).toHaveURL(`${reading}/pass`);
    await acceptAll(ana);
    await ana.getByRole("option").filter({ hasText: "The quay was built" }).click();
    await ana.getByLabel("Write a note").fill(`${SECRET} says otherwise.`);
    await ana.getByRole("button", { name: "Save the note" }).click();
    await expectSaid(ana, "note");
    await look(ana, "pass");
    await ana.getByRole("button", { name: "Hand it in" }).click();
    await ana.getByRole("dialog").getByRole("button", { name: "Hand it in" }).click();
    await expect(ana).toHaveURL(reading);
    await expect(ana.getByText("Yours: handed in.")).toBeVisible();
  });

  await test.step("no address tells the second reader a word of it", async () => {
    await ben.goto(reading);
    await expect(ben.getByText("Handed in.")).toBeVisible();
    await ben.getByRole("button", { name: "Begin a pass" }).click();
    await expect(ben).toHaveURL(`${reading}/pass`);
    const nobody = "00000000-0000-4000-8000-000000000000";
    const things = { reviewId: nobody, claimId: nobody, importId: nobody, articleSlug: "a", claimSlug: "c" };
    const paths = [
      ...addresses({ ...things, versionId }).map(({ path }) => path),
      ...[reading, `${reading}/pass`, "/desk?view=unassigned", `/search?q=${SECRET}`],
      ...[`/desk/speakers?q=${SECRET}`, `/desk/speakers/choices?search=${SECRET}`],
    ].filter((path) => path !== "/sign-out");
    for (const path of paths) {
      const answer = await ben.request.get(path, { maxRedirects: 3 });
      // What was asked for stands in the answer to a search.
      const text = (await answer.text()).replaceAll(new RegExp(`[=/"“]${SECRET}["”]?`, "g"), "");
      expect(`${path}: ${text.includes(`${SECRET} says`)}`).toBe(`${path}: false`);
    }
  });

  await test.step("the second says otherwise in one place", async () => {
    await ben.goto(`${reading}/pass`);
    await acceptAll(ben);
    await ben.getByRole("option").filter({ hasText: "The quay was built" }).click();
    await ben.keyboard.press("0");
    await ben.keyboard.press("Control+Enter");
    await expectSaid(ben, "saved");
    await ben.getByRole("button", { name: "Hand it in" }).click();
    await ben.getByRole("dialog").getByRole("button", { name: "Hand it in" }).click();
    await expect(ben).toHaveURL(reading);
    await expect(ben.getByText("Somebody who didn’t read it settles")).toBeVisible();
    await expect(ben.getByRole("heading", { name: "Side by side" })).toBeVisible();
  });

  await test.step("the third settles it by keys, without being told who said what", async () => {
    await settler.goto(reading);
    await expect(settler.getByText(third.name)).toHaveCount(0);
    await settler.getByRole("button", { name: "Begin to settle" }).click();
    await expect(settler.getByText("You settle it.")).toBeVisible();
    const place = settler.getByRole("listitem").filter({ hasText: "Waits for a decision." });
    await expect(place).toHaveCount(1);
    await expect(place.getByText("differs").first()).toBeVisible();
    await look(settler, "settle");
    await place.getByRole("button", { name: "Something else" }).press("3");
    await settler.getByLabel("Why, for those who read it").fill("It needs no source.");
    await look(settler, "third");
    await place.getByRole("button", { name: "Take the first" }).press("2");
    await expect(settler.getByText("The second reader’s was taken.")).toBeVisible();
    await step(settler, "Finish settling");
    await expect(settler.getByText("It is settled.")).toBeVisible();
    await look(settler, "settled");
  });

  await test.step("each reader sees their label and the final one", async () => {
    await ana.goto(reading);
    await expect(ana.getByRole("columnheader", { name: "First reader (you)" }).first()).toBeVisible();
    await expect(ana.getByRole("columnheader", { name: "Settled" }).first()).toBeVisible();
  });

  await test.step("the review is handed in, and published by somebody who neither read nor settled", async () => {
    await settler.getByRole("link", { name: "Open the page for review" }).click();
    await expect(settler).toHaveURL(/\/desk\/articles\//);
    await step(settler, "Submit for publication");
    await admin.goto(`/desk/articles/${versionId}`);
    await step(admin, "Publish");
    await expect
      .poll(async () => (await admin.request.get("/articles")).text())
      .toContain("Widen The Northern Quay");
  });

  await test.step("how far the two agree is shown to editors, and to readers once there is enough of it", async () => {
    await settler.goto("/desk/readings/agreement");
    await expect(settler.getByRole("table", { name: "By pair of readers" })).toContainText(second.name);
    await look(settler, "agreement");
    await ana.goto("/desk/readings/agreement");
    await expect(ana.getByText(/ended with another label than yours/)).toBeVisible();
    await settler.goto("/method#agreement");
    await expect(settler.getByText(/^not yet told: \d of 10$/).first()).toBeVisible();
    await look(settler, "method");
  });
});
