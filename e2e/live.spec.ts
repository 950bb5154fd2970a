import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn } from "./newsroom";

/** Two people at one page, one claim and one queue see each other, and what the other does, without loading anything again. */

test.use({ start: "newsroom: live" });

const PAGE = [
  "Monday, September 16, 2024",
  "Harbour Council Agrees To Widen The Southern Quay",
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.",
  "No comments:",
  "Post a Comment",
].join("\n\n");

const row = (page: Page, words: string) => page.getByRole("option").filter({ hasText: words });
const here = (page: Page) => page.locator('[data-live="here"]');

/** This very document: it is gone where the page was loaded again. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute("data-same", "yes"));
const isSame = (page: Page) => page.evaluate(() => document.body.getAttribute("data-same") === "yes");

/** Opens a claim that can be changed, and gives its address. */
async function openClaim(page: Page): Promise<string> {
  await page.goto("/desk/claims");
  await page.locator("main .items a").first().click();
  await expect(page).toHaveURL(/\/desk\/claims\/.+/);
  return new URL(page.url()).pathname;
}

test("two people see each other, and what the other does", async ({ browser, page: noor, product }) => {
  test.setTimeout(240_000);
  const avan = await browserOf(browser, product.origin);
  await signIn(noor, accountOf(product.printed, "Noor Salih"));
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  await noor.goto("/desk/import");
  await noor.getByLabel("The page’s text").fill(PAGE);
  await noor.getByRole("button", { name: "Read this page" }).click();
  await expect(noor).toHaveURL(/\/desk\/articles\//);
  const href = new URL(noor.url()).pathname;
  const questions: string[] = [];
  avan.on("request", (asked) => {
    const isQuestion = asked.method() === "GET" && asked.resourceType() === "fetch";
    if (isQuestion && asked.url().includes("/desk/live?")) questions.push(asked.url());
  });

  await test.step("who comes to a page is seen by whoever is there, and the other way round", async () => {
    await avan.goto(href);
    await expect(here(noor)).toContainText("Avan Karim");
    await expect(here(avan)).toContainText("Noor Salih");
    await expect(noor.getByRole("status").filter({ hasText: "Also here: Avan Karim." })).toBeAttached();
    await mark(avan);
  });

  await test.step("beside the statement where both are", async () => {
    await row(noor, "The quay was built").click();
    await expect(row(avan, "The quay was built")).toContainText("Noor Salih is here too.");
    await row(avan, "The quay was built").click();
    await expect(avan.getByRole("region", { name: "Inspector" })).toContainText("Noor Salih is here too.");
    await expect(row(noor, "The quay was built")).toContainText("Avan Karim is here too.");
    await look(avan, "together");
  });

  await test.step("a change shows where nobody asked for it, and takes neither focus nor place", async () => {
    await noor.getByRole("button", { name: "Start reviewing" }).click();
    await row(avan, "widen the quay").click();
    await row(avan, "widen the quay").focus();
    await expect(avan.getByRole("button", { name: "Take over" })).toBeVisible();
    await row(noor, "half of the cost").click();
    await noor.keyboard.press("a");
    await expect(row(avan, "half of the cost")).not.toContainText("suggested");
    await expect(row(avan, "widen the quay")).toBeFocused();
    await expect(
      avan.getByRole("status").filter({ hasText: "Noor Salih made changes here." }),
    ).toBeAttached();
    expect(await isSame(avan)).toBe(true);
  });

  await test.step("an undo is seen too", async () => {
    await noor.keyboard.press("Control+z");
    await expect(row(avan, "half of the cost")).toContainText("suggested");
    await row(noor, "half of the cost").click();
    await noor.keyboard.press("a");
    await expect(row(avan, "half of the cost")).not.toContainText("suggested");
  });

  await test.step("whoever made it has it at once, and the page anew once they rest", async () => {
    const history = noor.getByRole("region", { name: "Inspector" }).getByRole("list").last();
    const drawn: string[] = [];
    noor.on("request", (asked) => {
      if (asked.headers().rsc === "1" && asked.url().includes(href)) drawn.push(asked.url());
    });
    const before = await history.textContent();
    await noor.keyboard.press("Control+z");
    await expect(row(noor, "half of the cost")).toContainText("suggested");
    await expectSaid(noor, "Undone.");
    await row(noor, "half of the cost").click();
    await noor.keyboard.press("a");
    await expect(row(noor, "half of the cost")).not.toContainText("suggested");
    await expectSaid(noor, "Accepted.");
    expect(drawn).toEqual([]);
    await expect(history).not.toHaveText(before ?? "", { timeout: 20_000 });
    expect(drawn).toHaveLength(1);
    await expect(row(noor, "half of the cost")).not.toContainText("suggested");
  });

  await test.step("what one is typing stays as it is, with theirs beside it", async () => {
    await avan.getByRole("button", { name: "Take over" }).click();
    await avan.getByRole("dialog").getByRole("button", { name: "Take over" }).click();
    await expect(avan.getByRole("button", { name: "Take over" })).toHaveCount(0);
    await row(avan, "half of the cost").click();
    await avan.keyboard.press("c");
    const mine = avan.locator("#f-factualityWriter");
    await mine.selectOption("PR+");
    await expect(avan.getByRole("status").filter({ hasText: "Draft saved" }).first()).toBeVisible();
    await mine.focus();
    await row(noor, "half of the cost").click();
    await noor.keyboard.press("c");
    await noor.locator("#f-factualityWriter").selectOption("PS+");
    await noor.getByRole("button", { name: /^Save and/ }).click();
    await expect(avan.locator("#theirs")).toContainText("Noor Salih");
    await expect(mine).toHaveValue("PR+");
    await expect(mine).toBeFocused();
    await expectAccessible(avan);
    if (process.env.SHOTS) await avan.screenshot({ path: `${process.env.SHOTS}/overtaken.png` });
    // Saving over theirs is asked once more.
    await avan.getByRole("button", { name: /^Save and/ }).click();
    await expect(avan.locator("#theirs")).toBeFocused();
    await expect(mine).toHaveValue("PR+");
    await avan.getByRole("button", { name: "Save mine over theirs" }).click();
    await row(noor, "half of the cost").click();
    await expect(noor.getByRole("region", { name: "Inspector" })).toContainText("Sounds probable");
    expect(await isSame(avan)).toBe(true);
  });

  await test.step("who leaves is gone", async () => {
    await noor.goto("/desk/account");
    await expect(here(avan)).toHaveCount(0);
    await noor.goto(href);
    await expect(here(avan)).toContainText("Noor Salih");
  });

  await test.step("where the stream is refused, the same is asked for instead", async () => {
    await avan.route("**/desk/live?*", (route) =>
      route.request().headers().accept?.includes("text/event-stream")
        ? route.fulfill({ status: 429, body: "" })
        : route.fallback(),
    );
    await avan.reload();
    await expect(here(avan)).toContainText("Noor Salih");
    await mark(avan);
    await row(noor, "Work begins").click();
    await expect(row(avan, "Work begins")).toContainText("Noor Salih is here too.");
    expect(questions.length).toBeGreaterThan(0);
    await row(avan, "widen the quay").click();
    await avan.keyboard.press("a");
    await expect(row(noor, "widen the quay")).not.toContainText("suggested");
    await noor.keyboard.press("a");
    await expect(row(avan, "Work begins")).not.toContainText("suggested");
    expect(await isSame(avan)).toBe(true);
    await avan.unroute("**/desk/live?*");
  });
});

test("a claim and the queue", async ({ browser, page: noor, product }) => {
  test.setTimeout(240_000);
  const avan = await browserOf(browser, product.origin);
  await signIn(noor, accountOf(product.printed, "Noor Salih"));
  await signIn(avan, accountOf(product.printed, "Avan Karim"));
  const wording = (page: Page) => page.locator('form[id$=":wording"] [name="wording"]');
  let claim = "";

  await test.step("a form that nobody typed in follows, and one that somebody did keeps their words", async () => {
    claim = await openClaim(noor);
    await avan.goto(claim);
    await expect(here(noor)).toContainText("Avan Karim");
    await mark(avan);
    const before = await wording(avan).inputValue();
    await wording(noor).fill(`${before} One`);
    await noor.getByRole("button", { name: "Save the wording" }).click();
    await expect(wording(avan)).toHaveValue(`${before} One`);
    await wording(avan).fill(`${before} Mine`);
    await wording(noor).fill(`${before} Two`);
    await noor.getByRole("button", { name: "Save the wording" }).click();
    await expect(avan.getByText("Someone changed this since you opened it.").first()).toBeVisible();
    await expect(wording(avan)).toHaveValue(`${before} Mine`);
    await expect(wording(avan)).toBeFocused();
    await look(avan, "claim");
    await avan.getByRole("button", { name: "Save mine over theirs" }).click();
    await expect(wording(noor)).toHaveValue(`${before} Mine`);
    expect(await isSame(avan)).toBe(true);
  });

  await test.step("the queue says how much changed, and shows it when it is asked to", async () => {
    await avan.goto("/desk?view=all");
    await wording(noor).fill("The quay is older than it was said to be.");
    await noor.getByRole("button", { name: "Save the wording" }).click();
    const show = avan.getByRole("button", { name: "1 item changed: show" });
    await expect(show).toBeVisible();
    await look(avan, "queue");
    await show.click();
    await expect(show).toHaveCount(0);
    await noor.goto("/desk");
    await expect(here(avan)).toContainText("Noor Salih");
  });
});

test("nobody hears who may not, and what makes no sense is refused", async ({ page, request, product }) => {
  const stream = { Accept: "text/event-stream" };
  const ask = "/desk/live?on=queue&since=0";
  const stranger = await request.get(ask, { headers: stream, maxRedirects: 0 });
  expect(stranger.status()).toBe(303);
  expect((await request.post("/desk/live", { data: {}, maxRedirects: 0 })).status()).toBe(403);

  await signIn(page, accountOf(product.printed, "Noor Salih"));
  const here = page.request;
  for (const [path, headers, status] of [
    ["/desk/live", {}, 400],
    ["/desk/live?on=everything&since=0", {}, 400],
    ["/desk/live?on=queue&since=-1", {}, 400],
    ["/desk/live?on=queue&since=0", { ...stream, "Last-Event-ID": "1; DROP TABLE" }, 400],
    ["/desk/live?on=claim:00000000-0000-4000-8000-000000000000&since=0", stream, 404],
    ["/desk/live?on=user:00000000-0000-4000-8000-000000000000&since=0", stream, 400],
  ] as const)
    expect(
      (await here.get(path, { headers: { ...headers } })).status(),
      `${path} ${JSON.stringify(headers)}`,
    ).toBe(status);
  const say = (data: unknown) => here.post("/desk/live", { data, headers: { Origin: product.origin } });
  const tab = "0".repeat(32);
  expect((await say({ tab, on: "queue", at: null })).status()).toBe(204);
  expect((await say({ tab, on: "queue", at: "words of somebody" })).status()).toBe(400);
  expect((await say("no object")).status()).toBe(400);
  expect((await say({ tab, on: "claim:00000000-0000-4000-8000-000000000000", at: null })).status()).toBe(404);

  const first = await here.get(ask);
  const held = first.headers().etag ?? "";
  expect((await here.get(ask, { headers: { "If-None-Match": held } })).status()).toBe(304);

  // What a stream begins with comes at once, and neither packed nor kept by anybody.
  const opened = await page.evaluate(async (address) => {
    const response = await fetch(address, { headers: { Accept: "text/event-stream" } });
    const reader = response.body?.getReader();
    const piece = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    return { status: response.status, headers: Object.fromEntries(response.headers), piece };
  }, ask);
  expect(opened).toMatchObject({ status: 200, headers: { "x-accel-buffering": "no" } });
  expect(opened.headers["content-type"]).toMatch(/^text\/event-stream/);
  expect(opened.headers["cache-control"]).toContain("no-store");
  expect(opened.headers["content-encoding"]).toBeUndefined();
  expect(opened.piece).toContain("retry:");
});
