import type { Page } from "@playwright/test";
import { expect, expectNoSidewaysScroll, test } from "./journey";

/** Readers' pages hardly move while they load, and are whole on paper. */

test.use({ start: "newsroom" });

/** A page that is too long to be quoted whole, its claim, and the lists that lead to them. */
async function pagesToRead(page: Page): Promise<readonly string[]> {
  await page.goto("/articles");
  const article = await page.getByRole("link", { name: /Iraq, US Agree/ }).getAttribute("href");
  const { data } = await (await page.request.get("/api/v1/claims")).json();
  return ["/", article ?? "", new URL(data[0].page).pathname, "/search?q=memo"];
}

/** What moved, and how far, as the browser counts it (Cumulative Layout Shift); and whether fonts came after the first words were drawn. */
interface Shifts {
  readonly sum: number;
  readonly moved: readonly string[];
  readonly fontsCameLate: boolean;
}

type Shift = PerformanceEntry & {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
};
declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** From a page's first moment on. */
function watchShifts(): void {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts.push(entry as Shift); // of the one type that is asked for
  }).observe({ type: "layout-shift", buffered: true });
}

async function shiftsOf(page: Page): Promise<Shifts> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    // What the last font moved is drawn in one frame and told after it.
    for (let n = 0; n < 3; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const fonts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".woff2"));
    return {
      sum: window.shifts.reduce((sum, { value }) => sum + value, 0),
      moved: window.shifts.flatMap(({ sources }) =>
        sources.map(
          ({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 80) ?? "",
        ),
      ),
      fontsCameLate: fonts.some(
        (font) => font instanceof PerformanceResourceTiming && font.responseEnd > (paint?.startTime ?? 0),
      ),
    };
  });
}

const HOW = ["as they load", "though fonts come late"] as const;
/** A word that is narrower in the font itself may go to another line: of all that is seen, a line and what stands below it may move by a line, once. 0.1 is called good. */
const MOST = 0.03;

for (const width of [360, 1280])
  for (const how of HOW) {
    test(`readers’ pages hardly move ${how}, ${width} px wide`, async ({ browser, product, page }) => {
      for (const path of await pagesToRead(page)) {
        const context = await browser.newContext({
          baseURL: product.origin,
          viewport: { width, height: 800 },
        });
        const reader = await context.newPage();
        await reader.addInitScript(watchShifts);
        if (how === "though fonts come late") {
          // On a slow line words are drawn first, in a font that the device has.
          await reader.route("**/*.woff2", async (route) => {
            await reader.waitForFunction(
              () => performance.getEntriesByName("first-contentful-paint").length > 0,
            );
            await route.continue();
          });
        }
        await reader.goto(path, { waitUntil: "load" });
        const { sum, moved, fontsCameLate } = await shiftsOf(reader);
        expect([path, how === HOW[0] || fontsCameLate]).toEqual([path, true]);
        expect({ path, moved: sum > MOST ? [sum, ...moved] : [] }).toEqual({ path, moved: [] });
        await context.close();
      }
    });
  }

test("on paper a page is its words, the lines under them and what they mean, and nothing to press", async ({
  page,
}) => {
  const [, article = "", claim = ""] = await pagesToRead(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 794, height: 1123 });

  await page.goto(article);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const statement = page
    .locator(".st")
    .filter({ has: page.locator(".st-text .line") })
    .first();
  await expect(statement.locator(".st-text")).toBeVisible();
  await expect(statement.locator(".tag b")).toBeVisible();
  await expect(statement.locator(".st-text .line").first()).toHaveCSS("text-decoration-line", "underline");
  expect(
    await statement
      .locator(".line")
      .first()
      .evaluate((line) => getComputedStyle(line).printColorAdjust),
  ).toBe("exact");
  // A side note stands beside its statement, and no statement is cut by the end of a sheet.
  await expect(statement).toHaveCSS("break-inside", "avoid");
  const elided = page.locator("details.elided").first();
  await expect(elided.locator(".elided-words").first()).toBeVisible();
  await expect(elided.locator(".elided-open")).toBeHidden();
  await expectPaper(page);

  await page.goto(claim);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".verdict").first()).toBeVisible();
  await expectPaper(page);
});

/** Black on white, whatever the device prefers; no way about the site, nothing to press, and no link drawn as one. */
async function expectPaper(page: Page): Promise<void> {
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  const seen = await page.evaluate(() => {
    const shown = (one: Element) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(shown);
    return {
      furniture: all("nav, form, button, input, select, textarea, footer, .skip").map((one) =>
        one.outerHTML.slice(0, 90),
      ),
      links: all("main a:not(.line)")
        .filter((one) => getComputedStyle(one).textDecorationLine !== "none")
        .map((one) => one.outerHTML.slice(0, 90)),
    };
  });
  expect(seen).toEqual({ furniture: [], links: [] });
  await expectNoSidewaysScroll(page);
  const folder = process.env.SHOTS;
  const [, part] = new URL(page.url()).pathname.split("/");
  if (folder) await page.screenshot({ path: `${folder}/paper-${part}.png`, fullPage: true });
}
