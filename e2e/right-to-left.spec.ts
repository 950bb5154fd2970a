import type { Page } from "@playwright/test";
import { checkRecord } from "#lib/db/audit/checks";
import { database } from "#lib/db/core/client";
import * as rows from "#lib/db/testing/publication-rows";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { foundingClaim, foundingPublication, statement } from "#lib/publish/testing/founding-publication";
import * as arabic from "#lib/words/arabic/for-readers";
import { inDatabase } from "./attacks/newsroom-people";
import { expect, test } from "./journey";
import { look } from "./look";
import type { Product } from "./product";

/** Readers of an Arabic newsroom: every page runs from the right, and what is in Latin letters stands in it whole. */

test.use({ start: "newsroom: right to left", env: { ONRECORD_LANGUAGE: "ar" } });

/** Names that fall apart where they aren't isolated: the last bracket would stand on the other side. */
const PUBLISHER = "Harbour Desk (EN)";
const SPEAKER = "Port Authority (PA)";
const WORDING = "أُغلق الرصيف الشمالي بسبب رسالة تقول “be ready (tomorrow)”.";
/** Of the same topic. */
const OTHER = "مُنعت السفن من الرسو عند Pier 4 (North) منذ الجمعة.";
const TITLE = "إدارة الميناء: الرصيف الشمالي يُفتح في مايو";

const SAID = [
  { label: "REPORTED", exact: "قالت إدارة الميناء يوم الاثنين إن الرصيف الشمالي سيبقى مغلقًا حتى مايو 2027." },
  {
    label: "REPORTED_UNNAMED",
    exact: "قال مهندس عمل في الرصيف، وطلب عدم ذكر اسمه، إن الركائز (C-40) تشققت.",
  },
  {
    label: "UNSOURCED_SPECULATION",
    exact: "تسلّم الناس رسالة تقول “be ready (tomorrow)” وقيل لهم أن يستعدوا لغد.",
  },
  { label: "OPINION", exact: "كان إغلاق الرصيف أسوأ قرار اتخذه هذا المجلس على الإطلاق." },
  { label: "UNSOURCED_ASSERTION", exact: "اجتمع المجلس ثلاث ساعات مساء الثلاثاء." },
] as const;
const SOURCINGS = ["NAMED_ORGANIZATION", "UNNAMED_QUALIFIED", "UNNAMED_BARE", "NONE", "NONE"] as const;

/** A page in Arabic, with a claim that it makes and a verdict on it; a page in English is there already. */
async function publishInArabic(product: Product): Promise<void> {
  await inDatabase(product, async () => {
    const how = {
      writer: await rows.person("Ruth Okafor"),
      publisher: await rows.person("Jonas Weber"),
      at: new Date(),
    };
    const founding = foundingPublication();
    const slug = "closed-quay";
    const claimId = await rows.claimRow(slug, WORDING);
    const statements = SAID.map((one, n) =>
      statement({
        ...one,
        number: n + 1,
        sourcing: SOURCINGS[n] ?? "NONE",
        speaker: n === 0 ? { name: SPEAKER, kind: "ORGANIZATION" } : null,
        claim: n === 2 ? { slug, wording: WORDING } : null,
      }),
    );
    const article = {
      ...founding.article,
      slug: "quay",
      title: TITLE,
      publisher: PUBLISHER,
      url: "https://harbour.example/ar/1",
      author: "Delta Ray (DR)",
      agency: null,
      agencyDate: null,
      place: null,
      language: "ar",
      direction: "rtl" as const,
    };
    const posts = [{ headline: TITLE, date: "2026-11-20", isTeaser: false }];
    const content = { ...founding, article, posts, statements };
    await rows.publishArticle(await rows.articleRow("quay"), content, [claimId], how);
    const named = { name: "الأرصفة", definition: "ما يُبنى عند الميناء لترسو عنده السفن." };
    const called = { slug: "quays", name: named.name, createdById: how.writer, createdAt: how.at };
    const topic = await database().topic.create({ data: called, select: { id: true, slug: true } });
    const claim = foundingClaim();
    const verdictOn = (slug: string, wording: string) => ({
      ...claim,
      claim: { ...claim.claim, slug, wording, unknowns: ["من كتب الرسالة؟"] },
      verdict: {
        code: "NO_EVIDENCE_FOUND" as const,
        explanation: "سألنا Port Authority (PA) ولم نجد ما يثبت ذلك.",
      },
      searches: [{ lookedFor: "الرسالة نفسها", place: SPEAKER, searchedAt: "2026-11-21" }],
      topics: [{ ...topic, ...named }],
    });
    await rows.publishClaim(claimId, verdictOn(slug, WORDING), how);
    await rows.publishClaim(await rows.claimRow("ships", OTHER), verdictOn("ships", OTHER), how);
    // The worker may have looked between a row and its event: it is looked at again.
    const checked = await checkRecord(() => new Date());
    expect(checked?.faults ?? []).toEqual([]);
  });
}

/**
 * Where words in Latin letters stand on the page, and whether each of them runs from the left as a whole: its first letter before its last bracket.
 * What a narrow page breaks into two lines is asked for on a wide one.
 */
async function placesOf(
  page: Page,
  words: string,
): Promise<readonly { readonly in: string; readonly isWhole: boolean }[]> {
  return page.evaluate((sought) => {
    const walker = document.createTreeWalker(
      document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const places: { in: string; isWhole: boolean }[] = [];
    const boxOf = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0 || !node.parentElement?.checkVisibility()) continue;
      const [first, last] = [boxOf(node, at), boxOf(node, at + sought.length - 1)];
      if (first.width < 2 && last.width < 2) continue; // said, not shown
      places.push({ in: node.parentElement.outerHTML.slice(0, 120), isWhole: first.left < last.left });
    }
    return places;
  }, words);
}

async function expectFromTheRight(page: Page, path: string): Promise<void> {
  expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
  const html = page.locator("html");
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(html).toHaveAttribute("lang", "ar");
  await expect(page.getByRole("heading", { level: 1 }).first()).toHaveCSS("direction", "rtl");
}

async function expectWhole(page: Page, ...words: readonly string[]): Promise<void> {
  for (const sought of words) {
    const places = await placesOf(page, sought);
    expect([sought, places.length > 0]).toEqual([sought, true]);
    expect(places.filter(({ isWhole }) => !isWhole)).toEqual([]);
  }
}

test("an Arabic newsroom's pages run from the right", async ({ page, product }) => {
  test.setTimeout(300_000);
  await publishInArabic(product);
  const w = arabic;

  await test.step("the first page", async () => {
    await expectFromTheRight(page, "/");
    await expect(page.getByRole("link", { name: w.frame.method, exact: true })).toBeVisible();
    await expectWhole(page, PUBLISHER);
    await look(page, "home");
  });

  await test.step("a page in Arabic: a line under each statement, and its word beside it", async () => {
    await expectFromTheRight(page, "/articles/quay");
    for (const [n, { label, exact }] of SAID.entries()) {
      const told = page.locator(`#s${n + 1}`);
      await expect(told.locator(".st-text")).toContainText(exact);
      await expect(told.locator(".st-text")).toHaveCSS("direction", "rtl");
      const line = told.locator(".st-text .line");
      const badge = told.locator(".tag b");
      await expect(badge).toHaveText(w.labels[label].badge);
      if (label === "UNSOURCED_ASSERTION") {
        await expect(line).toHaveCount(0);
        continue;
      }
      await expect(line).toHaveCSS("text-decoration-line", "underline");
      // The word has the colour of the line.
      const colour = await line.evaluate((one) => getComputedStyle(one).textDecorationColor);
      await expect(badge).toHaveCSS("color", colour);
      // Beside it, which is at its left; narrow, below it.
      const [text, note] = [
        await told.locator(".st-text").boundingBox(),
        await told.locator(".tag").boundingBox(),
      ];
      expect((note?.x ?? 0) + (note?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0);
    }
    const styles = await page
      .locator(".st-text .line")
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).textDecorationStyle));
    expect(new Set(styles).size).toBe(4);
    await expect(page.locator("#s3 .st-text")).toContainText(w.spokenLines.lines.unsourced);
    await expect(page.locator(".alarm")).toHaveCount(0);
    await expectWhole(page, PUBLISHER, SPEAKER, "Delta Ray (DR)", "be ready (tomorrow)", "C-40");
    await look(page, "article");
  });

  await test.step("its claim", async () => {
    await page.locator("#s3").getByRole("link", { name: w.article.excerpt.claim }).click();
    await expectFromTheRight(page, "/claims/closed-quay");
    const related = page.getByRole("region", { name: w.relatedClaims.heading });
    await expect(related.getByRole("link", { name: OTHER })).toHaveCSS("direction", "rtl");
    await expect(related).toContainText(w.relatedClaims.topic("«الأرصفة»"));
    await expectWhole(page, "be ready (tomorrow)", SPEAKER, PUBLISHER, "Pier 4 (North)");
    await look(page, "claim");
  });

  await test.step("a search in Arabic, with the words that were found marked", async () => {
    await expectFromTheRight(page, `/search?q=${encodeURIComponent("الرصيف")}`);
    await expect(page.getByRole("searchbox")).toHaveValue("الرصيف");
    await expect(page.getByRole("searchbox")).toHaveCSS("direction", "rtl");
    await expect(page.locator("mark").first()).toContainText("الرصيف");
    await expectWhole(page, PUBLISHER);
    await look(page, "search");
  });

  await test.step("the record of its publisher, whose name is in Latin letters", async () => {
    await expectFromTheRight(page, `/publishers/${publisherSubject(PUBLISHER)}`);
    await expectWhole(page, PUBLISHER);
    await look(page, "publisher");
    await expectFromTheRight(page, `/authors/${authorSubject(PUBLISHER, "Delta Ray (DR)")}`);
  });

  await test.step("a page in English keeps its own direction, and our words beside it ours", async () => {
    await page.goto("/articles");
    await look(page, "articles");
    await page.getByRole("link", { name: /Iraq, US Agree/ }).click();
    const told = page.locator(".st").first();
    await expect(told.locator(".st-text")).toHaveCSS("direction", "ltr");
    await expect(told.locator(".tag")).toHaveCSS("direction", "rtl");
    await look(page, "english-article");
  });
});
