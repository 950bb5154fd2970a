import type { Browser, Locator, Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, expectSaid, signIn } from "./newsroom";

/** Which words a statement has: its ends are dragged, with mouse and finger, and moved by keys; statements stand inside others and across them. */

test.use({ start: "newsroom: spans" });

const PAGE = [
  "Harbour Council Agrees To Mend The Crane",
  "Monday, September 16, 2024",
  "The mayor, Lina Aziz, said on Monday that the old crane on the pier will be mended, and the ministry said that it will pay half of the cost. Work begins next spring, she said.\n\nNobody asked the crew 👨‍👩‍👧 of the ferry.",
  "No comments:",
  "Post a Comment",
].join("\n\n");
const ARABIC = [
  "المجلس يوافق على توسيع الرصيف",
  "قالت وزارة النقل يوم الاثنين إنها ستدفع 50 في المئة من كلفة الرصيف قبل نهاية العام. وقال عضو في المجلس إن سفن Maersk ستدخل في أيار.",
].join("\n\n");

async function give(page: Page, text: string): Promise<void> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(text);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//, { timeout: 60_000 });
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expectSaid(page, "It is yours");
}

const handle = (page: Page, edge: "start" | "end") => page.locator(`.handle[data-edge="${edge}"]`);
const row = (page: Page, words: string) => page.getByRole("option").filter({ hasText: words });
/** Where a place in the text stands on the screen: so many characters into the first place of these words. */
async function pointOf(within: Locator, words: string, into: number) {
  return within.evaluate(
    (root, { words, into }) => {
      const pieces = [...root.querySelectorAll<HTMLElement>("[data-at]")].map(
        (piece) => piece.firstChild as Text,
      );
      const at =
        pieces
          .map(({ data }) => data)
          .join("")
          .indexOf(words) + into;
      let before = 0;
      const text = pieces.find((piece) => {
        before += piece.length;
        return before >= at;
      });
      if (!text) throw new Error(`no “${words}” here`);
      const range = document.createRange();
      const end = at - (before - text.length);
      range.setStart(text, end - 1);
      range.setEnd(text, end);
      const { left, right, top, height } = range.getBoundingClientRect();
      const isFromRight = /\p{Script=Arabic}/u.test(range.toString());
      // A pixel inside of the character: at its very edge the next one may be meant, or another run.
      return { x: isFromRight ? left + 1 : right - 1, y: top + height / 2 };
    },
    { words, into },
  );
}

/** Where an end stands: its stroke, in the middle of its line. */
const endOf = (page: Page, edge: "start" | "end") =>
  handle(page, edge).evaluate((one, edge) => {
    const { left, top, bottom } = one.getBoundingClientRect();
    const { style } = one as HTMLElement;
    const [at = 0, line = 0] = ["--at", "--line"].map((name) =>
      Number.parseFloat(style.getPropertyValue(name)),
    );
    return { x: left + at, y: edge === "start" ? bottom - line / 2 : top + line / 2 };
  }, edge);

/** Take a handle beside its stroke and bring it to a place, with the mouse; it isn’t let go of. */
async function drag(page: Page, edge: "start" | "end", to: { x: number; y: number }): Promise<void> {
  const box = await handle(page, edge).boundingBox();
  if (!box) throw new Error("the handle isn’t drawn");
  const from = await endOf(page, edge);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The handle keeps the place where it was taken: the pointer goes as far as the end does.
  await page.mouse.move(to.x + x - from.x, to.y + y - from.y, { steps: 8 });
}

const LAST = "it will pay half of the cost.";

test("the ends of a statement are dragged, saved once, and taken back", async ({ page, product }) => {
  test.setTimeout(240_000);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, PAGE);
  await row(page, "The mayor, Lina Aziz").click();
  await page.keyboard.press("a");
  await expectSaid(page, "Accepted.");
  await row(page, "The mayor, Lina Aziz").click();
  const first = row(page, "The mayor, Lina Aziz");
  await expect(handle(page, "start")).toBeVisible();
  await look(page, "spans-ltr", async (width) => {
    if (width === 360) await page.getByRole("radio", { name: "Text" }).check({ force: true });
    await expect(handle(page, "end")).toBeVisible();
  });

  await test.step("the handles lie beside the words, and are large enough", async () => {
    for (const edge of ["start", "end"] as const) {
      const box = await handle(page, edge).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
  });

  await test.step("Escape gives a drag up", async () => {
    await drag(page, "end", await pointOf(first, "mended", 6));
    await expect(first.locator(".sugg")).toHaveText(/will be mended$/);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expectSaid(page, "The end is where it was.");
    await expect(first).toContainText(LAST);
    await expect(page.locator("#f-span")).toHaveCount(0);
  });

  await test.step("a drag into the middle of a word goes to the word’s end, and is saved where it is let go of", async () => {
    await drag(page, "end", await pointOf(first, "mended", 5));
    await page.mouse.up();
    await expectSaid(page, "will be mended”.");
    await expect(row(page, "and the ministry said that it will pay")).toBeVisible();
    await expect(first).not.toContainText("ministry");
    await page.reload();
    await expect(first).not.toContainText("ministry");
  });

  await test.step("with Shift it goes by characters", async () => {
    await row(page, "The mayor, Lina Aziz").click();
    await page.keyboard.down("Shift");
    await drag(page, "end", await pointOf(first, "mended", 4));
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await expectSaid(page, "will be mend”.");
  });

  await test.step("both are taken back, the last first", async () => {
    await page.keyboard.press("Control+z");
    await expect(first).toContainText("will be mended");
    await page.keyboard.press("Control+z");
    await expect(first).toContainText(LAST);
  });

  await test.step("near the pane’s edge the text goes on by itself", async () => {
    await page.setViewportSize({ width: 1280, height: 460 });
    const pane = page.locator(".pane--text");
    const scrolled = () => pane.evaluate((one) => one.scrollTop);
    await handle(page, "end").scrollIntoViewIfNeeded();
    await pane.evaluate((one) => {
      one.scrollTop = Math.min(one.scrollTop, one.scrollHeight - one.clientHeight - 60);
    });
    const [before, box] = [await scrolled(), await pane.boundingBox()];
    if (!box) throw new Error("the pane isn’t drawn");
    await drag(page, "end", { x: box.x + box.width / 2, y: box.y + box.height - 6 });
    await expect.poll(scrolled).toBeGreaterThan(before);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(first).toContainText(LAST);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("over the line’s end, to the end of the part and no further", async () => {
    await drag(page, "end", await pointOf(row(page, "Nobody asked"), "ferry.", 6));
    await expect(first.getByText("It stops here")).toHaveCount(0);
    const beyond = await pointOf(row(page, "Post a Comment"), "Post", 4);
    await page.mouse.move(beyond.x + 20, beyond.y + 6, { steps: 4 });
    await expect(first.getByText("It stops here")).toBeVisible();
    await page.mouse.up();
    await expectSaid(page, "of the ferry.”. It stops here");
    await expect(first).toContainText("Nobody asked the crew");
    await page.keyboard.press("Control+z");
    await expect(first).not.toContainText("Nobody asked the crew");
    // It shows before it is answered.
    await expectSaid(page, "Undone.");
  });

  await test.step("the source has handles of its own once its words are picked", async () => {
    await first.locator(".span").filter({ hasText: "source" }).first().click();
    await expectSaid(page, "The source: “");
    const before = await first.locator(".span").filter({ hasText: "source" }).first().textContent();
    await drag(page, "end", await pointOf(first, "said on", 4));
    await page.mouse.up();
    await expectSaid(page, "Lina Aziz, said”.");
    await expect(first).toContainText(LAST);
    await page.keyboard.press("Control+z");
    await expectSaid(page, "Undone.");
    await expect(first.locator(".span").filter({ hasText: "source" }).first()).toHaveText(before ?? "");
  });
});

test("keys move the ends by words, characters and sentences; what is moved waits in the form", async ({
  page,
  product,
}) => {
  test.setTimeout(240_000);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, PAGE.replaceAll("crane", "quay"));
  await row(page, "Nobody asked the crew").click();
  const inspector = page.getByRole("region", { name: "Inspector" });
  const words = inspector.locator("#f-span");
  await page.keyboard.press(",");
  await expectSaid(page, "of the ferry”. Save to keep it.");
  await page.keyboard.press("u");
  await expectSaid(page, "Ends move by a character.");
  await page.keyboard.press(",");
  await expect(words).toHaveText(/of the ferr$/);
  for (let times = 0; times < 9; times += 1) await page.keyboard.press(",");
  await expect(words).toHaveText("Nobody asked the crew 👨‍👩‍👧");
  await page.keyboard.press(",");
  await expect(words).toHaveText("Nobody asked the crew");
  await page.keyboard.press("u");
  await expectSaid(page, "Ends move by a sentence.");
  await page.keyboard.press("<");
  await expect(words).toHaveText(/^Work begins next spring, she said\.\s+Nobody asked the crew$/);
  await page.keyboard.press(".");
  await page.keyboard.press(".");
  await expectSaid(page, "It can’t go further that way");
  await expect(words).toHaveText(/of the ferry\.$/);
  await inspector.getByRole("radio", { name: "word", exact: true }).check();
  await inspector.getByRole("button", { name: "Start one word later" }).click();
  await expect(words).toHaveText(/^begins next spring/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("Move the start of its words earlier")).toBeVisible();
});

test("statements stand inside another, and across it", async ({ page, product }) => {
  test.setTimeout(240_000);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, PAGE.replaceAll("crane", "bridge"));
  const outer = "The mayor, Lina Aziz";
  await row(page, outer).click();
  await page.keyboard.press("a");
  await expectSaid(page, "Accepted.");
  const nested = page
    .getByRole("option")
    .filter({ hasText: /^\d*the ministry said that it will pay half of the cost/ });
  const across = page.getByRole("option").filter({ hasText: /^\d*half of the cost\. Work begins/ });
  for (const [from, to, made] of [
    ["the ministry said", "half of the cost", nested],
    ["half of the cost", "Work begins", across],
  ] as const) {
    await row(page, outer).click();
    const start = await pointOf(row(page, outer), from, 1);
    const end = await pointOf(row(page, to).last(), to, to.length);
    await page.mouse.move(start.x - 3, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.press("n");
    await page.keyboard.press("9");
    await page.getByRole("radio", { name: "The publisher’s own voice" }).check();
    await page.keyboard.press("Control+Enter");
    // The rows below stand elsewhere once it is there.
    await expect(made).toHaveCount(1);
  }
  await test.step("words of two parts of the page are cut to the first, and it is said", async () => {
    const start = await pointOf(row(page, "Nobody asked"), "of the ferry", 1);
    const end = await pointOf(row(page, "Post a Comment"), "Post a Comment", 6);
    await page.mouse.move(start.x - 3, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.press("n");
    await expectSaid(page, "so only the words in the first were taken.");
    await expect(page.locator("#f-span")).toHaveText("of the ferry.");
    await expect(page.locator("form .note").getByText("only the words in the first")).toBeVisible();
    await page.getByRole("button", { name: "Discard my changes" }).first().click();
  });

  await test.step("the whole page is no statement, and it is said what to do", async () => {
    await row(page, "Nobody asked").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("n");
    await expectSaid(page, "Select the words of one statement.");
    await expect(page.getByRole("alert").getByText("The whole page is selected")).toBeVisible();
    await expect(page.locator("#f-span")).toHaveCount(0);
  });

  await page.reload();
  for (const made of [nested, across, row(page, outer)]) await expect(made).toHaveCount(1);

  await test.step("whoever takes an added one back is where its words are", async () => {
    await page.keyboard.press("Control+z");
    await expectSaid(page, "Undone.");
    await expect(across).toHaveCount(0);
    await expect(row(page, outer)).toBeFocused();
  });
});

/** A screen that is touched. */
async function touchScreen(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 900 },
  });
  return context.newPage();
}

test("by finger, in Arabic and in mixed text", async ({ browser, product }) => {
  test.setTimeout(240_000);
  const page = await touchScreen(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await give(page, ARABIC);
  await page.getByRole("radio", { name: "Text" }).check({ force: true });
  const second = row(page, "Maersk");
  await second.tap();
  await page.getByRole("radio", { name: "Inspector" }).check({ force: true });
  await page.getByRole("button", { name: "Mark as a statement" }).click();
  await expect(page.getByRole("heading", { name: "A new statement" }).last()).toBeVisible();
  await page.getByRole("radio", { name: "Text" }).check({ force: true });
  for (const edge of ["start", "end"] as const) {
    const box = await handle(page, edge).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await look(page, "spans-rtl", async () => {
    if (await page.getByRole("radio", { name: "Text" }).isVisible()) {
      await page.getByRole("radio", { name: "Text" }).check({ force: true });
    }
    await expect(handle(page, "end")).toBeVisible();
  });
  await page.setViewportSize({ width: 360, height: 900 });
  await page.getByRole("radio", { name: "Text" }).check({ force: true });
  const cdp = await page.context().newCDPSession(page);
  const slide = async (edge: "start" | "end", words: string, into: number) => {
    const to = await pointOf(second, words, into);
    const at = await endOf(page, edge);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    const box = await handle(page, edge).boundingBox();
    if (!box) throw new Error("the handle isn’t drawn");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await touch("touchStart", [{ x, y }]);
    for (let part = 1; part <= 5; part += 1)
      await touch("touchMove", [{ x: x + ((to.x - at.x) * part) / 5, y: y + ((to.y - at.y) * part) / 5 }]);
    await touch("touchEnd", []);
  };
  // Into the middle of the word: at its very edge, where text of two directions meets, either side may be meant.
  await slide("end", "Maersk", 4);
  await expectSaid(page, "سفن Maersk”");
  await slide("end", "ستدخل", 3);
  await expectSaid(page, "Maersk ستدخل”");
  await page.context().close();
});
