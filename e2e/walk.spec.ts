import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { accountOf, expectSaid, signIn } from "./newsroom";

/** One walk through the newsroom that the demo makes: a reader finds things and reports an error, an editor answers. Every screen on the way is looked at. */

const MAIN_PARTS = ["Pages", "Claims", "Search", "Method"];

/** Where a folder is named, every screen is drawn into it in each of four ways, for people to look at. */
const DRAWN = process.env.ONRECORD_SCREENS;

const [NARROW, WIDE] = [360, 1280];
const WAYS = [
  { width: NARROW, colorScheme: "dark" },
  { width: WIDE, colorScheme: "light" },
  ...(DRAWN
    ? ([
        { width: NARROW, colorScheme: "light" },
        { width: WIDE, colorScheme: "dark" },
      ] as const)
    : []),
] as const;

let drawn = 0;

/** No fault that axe finds and nothing that scrolls sideways: narrow and wide, one of them in the dark. */
async function look(page: Page): Promise<void> {
  drawn += 1;
  const { pathname } = new URL(page.url());
  const name = `${String(drawn).padStart(2, "0")}${pathname.replace(/[^a-z]+/gi, "-").slice(0, 40)}`;
  for (const { width, colorScheme } of WAYS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (DRAWN)
      await page.screenshot({ path: `${DRAWN}/${name}-${width}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/search\?/);
}

test("a reader finds, reads and reports; an editor answers", async ({ browser, page, product }) => {
  test.setTimeout(240_000);
  const reading = await browser.newContext({ baseURL: product.origin });
  const reader = await reading.newPage();

  await test.step("the first page leads to every part, and keeps more than the last page", async () => {
    await reader.goto("/");
    for (const part of MAIN_PARTS) {
      await expect(
        reader.getByRole("navigation", { name: "Main" }).getByRole("link", { name: part }),
      ).toBeVisible();
    }
    const latest = reader.getByRole("region", { name: "Latest pages" }).getByRole("heading", { level: 3 });
    expect(await latest.count()).toBeGreaterThan(2);
    await look(reader);
  });

  await test.step("words are found with their endings, and marked", async () => {
    await searchFor(reader, "memo bank");
    await expect(reader.locator("mark").filter({ hasText: /memos/i }).first()).toBeVisible();
    await expect(reader.getByRole("link", { name: /Iraq, US Agree/ })).toBeVisible();
    await look(reader);
    await reader
      .getByRole("navigation", { name: "Search in" })
      .getByRole("link", { name: /^Claims/ })
      .click();
    await expect(reader).toHaveURL(/in=claims/);
    await expect(reader.getByRole("link", { name: /Iraq, US Agree/ })).toHaveCount(0);
  });

  await test.step("a mistyped word is read as a published one, and says so", async () => {
    await reader.goto("/search");
    await look(reader);
    await searchFor(reader, "commitee");
    await expect(
      reader.getByText(/Nothing published says “commitee”\. This is what is found for/),
    ).toBeVisible();
    await expect(reader.locator("mark").first()).toHaveText(/committee/i);
  });

  await test.step("what isn't published isn't found, and an empty answer says how to go on", async () => {
    await searchFor(reader, "zzyzx mistake");
    await expect(reader.getByRole("link", { name: "all pages" })).toBeVisible();
    await expect(reader.getByRole("listitem").filter({ hasText: "Use fewer words" })).toBeVisible();
    await look(reader);
  });

  await test.step("the list of pages leads to a page, its original and its neighbours", async () => {
    await reader.getByRole("link", { name: "all pages" }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(/^\d+ pages are published\.$/);
    await look(reader);
    await reader.getByRole("link", { name: /Iraq, US Agree/ }).click();
    await expect(reader.getByText(/We read this page on \d/)).toBeVisible();
    const neighbours = reader.getByRole("navigation", { name: "Neighbouring pages" });
    await expect(neighbours.getByRole("link").first()).toBeVisible();
    await look(reader);
    const elided = reader.locator("details.elided").first();
    await elided.locator("summary").click();
    await expect(elided.getByRole("listitem").first()).toBeVisible();
  });

  await test.step("about, method, corrections, claims and a claim", async () => {
    await reader.getByRole("link", { name: /claim in full/i }).click();
    await expect(reader.getByText("No evidence found", { exact: true })).toBeVisible();
    await look(reader);
    for (const path of ["/about", "/method", "/corrections", "/claims"]) {
      expect((await reader.goto(path))?.status()).toBe(200);
      await look(reader);
    }
  });

  let receipt = "";
  await test.step("an error is reported, and gets a receipt", async () => {
    await reader.goto("/articles");
    await reader.getByRole("link", { name: /Iraq, US Agree/ }).click();
    await reader.getByRole("link", { name: "Report an error on this page" }).click();
    await look(reader);
    await reader.getByLabel("What is wrong, and how you know").fill("The committee’s name is wrong.");
    await reader.getByRole("button", { name: "Send it" }).click();
    await expect(reader).toHaveURL(/\/report\/[0-9a-f]{32}$/);
    receipt = reader.url();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
      "We have it. No editor has answered yet.",
    );
    await look(reader);
  });

  await test.step("an editor sees it, and what they type comes back", async () => {
    await signIn(page, accountOf(product.printed, "Mara Lind"));
    await page.getByRole("link", { name: "Readers’ reports" }).click();
    await expect(page.getByText("The committee’s name is wrong.")).toBeVisible();
    await look(page);
    const answer = page.getByRole("textbox", { name: "Your answer, for the sender" });
    await answer.fill("You are right: corrected today.");
    await expect(page.getByRole("status").filter({ hasText: "Draft saved" })).toBeVisible();
    await page.reload();
    await expect(answer).toHaveValue("You are right: corrected today.");
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await expectSaid(page, "Answered. The sender sees it.");
  });

  await test.step("the desk's lists", async () => {
    for (const path of ["/desk", "/desk/import", "/desk/feeds", "/desk/promises", "/desk/account"]) {
      await page.goto(path);
      await look(page);
    }
  });

  await test.step("a page under review, and what asks before it acts", async () => {
    await page.goto("/desk");
    await page.locator("main a[href^='/desk/articles/']").first().click();
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await look(page);
    await page.getByText("About this page").first().click();
    await page.getByRole("button", { name: "Put right" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("the sender reads the answer, and erases the report", async () => {
    await reader.goto(receipt);
    await expect(reader.getByText("You are right: corrected today.")).toBeVisible();
    await look(reader);
    await reader.getByLabel("Yes, erase what I wrote").check();
    await reader.getByRole("button", { name: "Erase it" }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(/^It was erased on/);
    await page.goto("/desk/reports?state=answered");
    await expect(page.getByText("The committee’s name is wrong.")).toHaveCount(0);
  });
  await reading.close();
});

test("all of finding works without scripts", async ({ browser, product }) => {
  const plain = await (
    await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false })
  ).newPage();
  await plain.goto("/");
  await plain.getByRole("searchbox").fill("memo bank");
  await plain.getByRole("button", { name: "Search" }).click();
  await expect(plain.locator("mark").first()).toBeVisible();
  await plain.goto("/report");
  await plain.getByLabel("What is wrong, and how you know").fill("No script, no trouble.");
  await plain.getByRole("button", { name: "Send it" }).click();
  await expect(plain.getByText("No script, no trouble.")).toBeVisible();
  await plain.goto("/search?q=zzyzx");
  await plain.getByRole("main").getByRole("link", { name: "Send us a claim" }).click();
  const claim = plain.getByLabel("The claim, in the words in which you met it");
  const seen = plain.getByLabel("Address where you saw it, if there is one");
  await claim.fill("The dam was inspected in May.");
  await seen.fill("ftp://example.org/dam");
  await plain.getByRole("button", { name: "Send it" }).click();
  await expect(plain.getByText(/Write the whole address/).first()).toBeVisible();
  await expect(claim).toHaveValue("The dam was inspected in May.");
  await seen.fill("https://example.org/dam");
  await plain.getByRole("button", { name: "Send it" }).click();
  await expect(plain.getByText("The claim you sent", { exact: true })).toBeVisible();
  await expect(plain.getByText("https://example.org/dam")).toBeVisible();
});

test("no search ends in an error", async ({ page }) => {
  for (const q of ["'", "a & | ! ( <->", "%00", "%ED%A0%80", "x", "", "%22%22%22", "a".repeat(6_000)]) {
    const answer = await page.goto(`/search?q=${q}`);
    expect([q.slice(0, 20), (answer?.status() ?? 500) < 500]).toEqual([q.slice(0, 20), true]);
  }
  for (const query of [
    "publisher=%00",
    "speaker=%ED%A0%80",
    `speaker=${"a".repeat(300)}`,
    "publisher=%27%22%3B--",
    "date=9999-13",
    "due=x",
    "language=%F0%9F%98%80",
    "label=__proto__",
    "in=statements&label=REPORTED&after=2026-11-01T10:00:00.000Z_x_1",
    "q=a&q=b&label=REPORTED&label=OPINION",
  ]) {
    const answer = await page.goto(`/search?${query}`);
    expect([query.slice(0, 40), (answer?.status() ?? 500) < 500]).toEqual([query.slice(0, 40), true]);
  }
});
