import type { Page } from "@playwright/test";
import { database } from "#lib/db/core/client";
import { confirmProvenance } from "#lib/desk/provenance";
import { openReview, publishReview, submitReview } from "#lib/desk/reviews";
import { acceptSuggestion } from "#lib/desk/statements";
import { inDatabase, newPerson } from "./attacks/newsroom-people";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, signIn } from "./newsroom";
import type { Product } from "./product";

/** A post comes in before the report that it reposts: the desk shows what is whose, and an editor decides. */

test.use({ start: "newsroom: copied" });

/** The agency's report. The blog leaves a sentence out, gets a name wrong, and adds a sentence of its own. */
const TOLD = [
  "Iraq and Jordan announced a joint company for the pipeline between Basra and Aqaba after two days of talks in the capital.",
  "The Iraqi Prime Minister received the Jordanian delegation on Tuesday morning and spoke of a project that both countries had waited for since the eighties.",
  "The delegations thanked their hosts for two days of talks.",
  "Each side will hold half of the shares, and the first pumps are to be ordered from three makers before the end of the year.",
  "A committee of engineers will choose the line through the western desert and report to both ministries every month.",
  "The ministries also agreed to train two hundred young engineers from both countries in the workshops of Basra.",
];
const REPORT = [
  "Wednesday 24 July 2024",
  "Iraq, Jordan Found A Company For Their Pipeline",
  `Baghdad / NINA / ${TOLD.join(" ")}`,
].join("\n\n");
const BLOG = [
  "Thursday, July 25, 2024",
  "Pipeline news from the blog",
  `Baghdad / NINA / ${TOLD.toSpliced(2, 1).join(" ").replace("The Iraqi Prime Minister", "The Iraqi-Sudanese Prime Minister")}`,
  "The new rate of the dinar was agreed in the same room, a friend of ours says.",
].join("\n\n");
const ARABIC =
  "أعلنت وزارة المالية العراقية اليوم أن سعر صرف الدينار سيبقى كما هو حتى نهاية السنة المالية الحالية، وقالت إنها لن تغيره قبل ذلك.";

async function give(page: Page, text: string): Promise<string> {
  await page.goto("/desk/import");
  await page.getByLabel("The page’s text").fill(text);
  await page.getByRole("button", { name: "Read this page" }).click();
  await expect(page).toHaveURL(/\/desk\/articles\//);
  return new URL(page.url()).pathname;
}

/** Until the worker has compared it. */
async function openSources(page: Page, href: string, heading: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`${href}/sources`);
    await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 90_000 });
}

const idIn = (href: string): string => href.slice(href.lastIndexOf("/") + 1);

/** Two people work on pages as the desk's own verbs do: all that was suggested is accepted. Returns the pages' addresses. */
function publish(
  product: Product,
  hrefs: readonly string[],
  [writes, reads] = ["Wera Writes", "Rosa Reads"],
): Promise<string[]> {
  return inDatabase(product, async () => {
    const { actor: writer } = await newPerson(writes, "EDITOR");
    const { actor: reader } = await newPerson(reads, "EDITOR");
    const published: string[] = [];
    for (const versionId of hrefs.map(idIn)) {
      const at = () => ({ now: new Date() });
      const { reviewId } = await openReview(writer, { versionId }, at());
      const suggestions = await database().suggestion.findMany({ where: { versionId } });
      for (const { id } of suggestions) await acceptSuggestion(writer, { reviewId, suggestionId: id }, at());
      const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at());
      const { href } = await publishReview(reader, { reviewId, revision }, at());
      published.push(href);
    }
    return published;
  });
}

/** So many copies of the report are given as files, confirmed as its reposts and published. Returns where readers find the report. */
async function copies(page: Page, product: Product, report: string, count: number): Promise<string> {
  const files = Array.from({ length: count }, (_, n) => {
    const text = ["Friday, July 26, 2024", `Copy ${n} of the news`, TOLD.join(" ")].join("\n\n");
    return { name: `copy-${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) };
  });
  await page.goto("/desk/import");
  await page.getByRole("radio", { name: "As files" }).check();
  await page.locator('input[type="file"]').setInputFiles(files);
  await page.getByRole("button", { name: "Read these pages" }).click();
  await expect(page.getByText(`${count} of ${count} read`).first()).toBeVisible({ timeout: 60_000 });
  const ofReport = { upstreamVersionId: idIn(report), state: "PROPOSED" as const };
  const posts = await inDatabase(product, async () => {
    const { actor } = await newPerson("Cora Copies", "EDITOR");
    const edges = () => database().provenanceEdge.findMany({ where: ofReport });
    await expect.poll(async () => (await edges()).length, { timeout: 120_000 }).toBe(count);
    const found = await edges();
    for (const { id, revision } of found)
      await confirmProvenance(actor, { edgeId: id, revision, kind: "REPOSTS" }, { now: new Date() });
    return found.map(({ versionId }) => versionId);
  });
  await publish(product, posts, ["Wim Writes", "Rea Reads"]);
  return inDatabase(product, async () => {
    const { article } = await database().articleVersion.findUniqueOrThrow({
      where: { id: idIn(report) },
      select: { article: { select: { slug: true } } },
    });
    return `/articles/${article.slug}`;
  });
}

test("the newsroom's own repost says what stands upstream, what was changed, and what was added", async ({
  page,
}) => {
  await page.goto("/articles");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Nine Ferries/ })
    .click();
  const from = page.getByRole("region", { name: "Where this is from" });
  await expect(from).toContainText(
    "3 of 6 statements here stand word for word in the page of marsh-wire.example, 8 July 2024; 2 stand there changed; one wasn’t found there.",
  );
  for (const note of [
    "Word for word upstream.",
    "Changed: a number, a date or a unit. Here: “nine”. Upstream: “four”.",
    "Changed: who said it.",
    "Not found upstream.",
  ])
    await expect(page.getByText(note, { exact: false }).first()).toBeVisible();
  await from.getByRole("link", { name: /^Four Ferries/ }).click();
  await expect(page.getByRole("region", { name: "Who has this text from here" })).toContainText(
    "Reposts: the page of quay-talk.example, 10 July 2024; 3 of its 6 statements stand here word for word",
  );
});

test("a repost is found, shown beside its report, and decided on", async ({ browser, page, product }) => {
  test.setTimeout(300_000);
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  let blog = "";
  let report = "";

  await test.step("the post names the report, whichever came in first", async () => {
    blog = await give(page, BLOG);
    report = await give(page, REPORT);
    await openSources(page, blog, /^Reposts/);
    const edge = page.getByRole("region", { name: /^Reposts/ });
    await expect(edge).toContainText("proposed");
    await expect(edge).toContainText("It was posted 1 day earlier.");
    const rows = edge.getByRole("row");
    await expect(rows.filter({ hasText: "The new rate of the dinar" })).toContainText("Not found upstream");
    await expect(rows.filter({ hasText: "The delegations thanked their hosts" })).toContainText(
      "Left out here",
    );
    await expect(rows.filter({ hasText: "Word for word" }).first()).toBeVisible();
    await expect(edge.locator("ins").first()).toContainText("Sudanese");
    await look(page, "proposed");
  });

  await test.step("it is confirmed, said to be another kind, and taken back", async () => {
    await page.getByRole("button", { name: /^Confirm/ }).click();
    await expect(page.getByText(/^Confirmed by Noor Salih/)).toBeVisible();
    await page.getByLabel("What this page does with it").first().selectOption("QUOTES");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page.getByRole("heading", { name: /^Quotes/ })).toBeVisible();
    await look(page, "confirmed");
    await page.getByRole("button", { name: /^Take the decision back/ }).click();
    await expect(page.getByText("Nobody has decided on it.")).toBeVisible();
    await expect(page.getByRole("region", { name: "History" })).toContainText(
      "confirmed where the text is from",
    );
  });

  await test.step("a dismissal is typed, kept over a reload, and said with its reason", async () => {
    await page.getByText("It isn’t from there", { exact: true }).click();
    await page
      .getByLabel("How you know that it isn’t from there")
      .fill("Both are from the ministry’s own statement.");
    await expect(page.getByText("Draft saved", { exact: false })).toBeVisible();
    await page.reload();
    await page.getByText("It isn’t from there", { exact: true }).click();
    await page.getByRole("button", { name: /^Dismiss/ }).click();
    await expect(page.getByText(/^Dismissed by Noor Salih/)).toContainText(
      "Both are from the ministry’s own statement.",
    );
    await page.getByRole("button", { name: /^Confirm/ }).click();
    await expect(page.getByText(/^Confirmed by Noor Salih/)).toBeVisible();
  });

  await test.step("the report says who has its text; its own desk leads there", async () => {
    await page.goto(report);
    await page.getByRole("link", { name: /^Where this text is from/ }).click();
    await expect(page.getByRole("region", { name: "Who has this text from here" })).toContainText(
      "Quotes; confirmed.",
    );
    await page.getByText("Name a page that it is from").click();
    await page.getByLabel("Address of that page").fill(`${product.origin}${blog}`);
    await page.getByLabel("How you know", { exact: true }).fill("A test of circles.");
    await page.getByRole("button", { name: "Name it" }).click();
    await expect(page.getByText(/an article would be its own source/)).toBeVisible();
    await look(page, "downstream");
  });

  await test.step("readers see it once both are published", async () => {
    const [reportHref = "", blogHref = ""] = await publish(product, [report, blog]);
    const reader = await browserOf(browser, product.origin);
    await reader.goto(blogHref);
    const from = reader.getByRole("region", { name: "Where this is from" });
    await expect(from).toContainText("stand word for word in");
    await expect(from).toContainText("Found by Noor Salih");
    await expect(reader.getByText("Not found upstream.").first()).toBeVisible();
    await expect(reader.getByText("Here: “Iraqi-Sudanese”", { exact: false }).first()).toBeVisible();
    await expect(from.getByRole("img", { name: /1 page above it/ })).toBeVisible();
    await look(reader, "reader");
    await from.getByRole("link", { name: /Found A Company/ }).click();
    await expect(reader).toHaveURL(new RegExp(`${reportHref}$`));
    const copies = reader.getByRole("region", { name: "Who has this text from here" });
    await expect(copies).toContainText("Quotes: a page without a publisher, 25 July 2024");
    await expect(copies.getByRole("link", { name: "Pipeline news from the blog" })).toHaveAttribute(
      "href",
      blogHref,
    );
    await look(reader, "reader-upstream");
    await reader.context().close();
  });

  await test.step("many copies are read a part at a time, by readers and on the desk", async () => {
    const copied = await copies(page, product, report, 24);
    const reader = await browserOf(browser, product.origin);
    await reader.goto(copied);
    const list = reader.getByRole("region", { name: "Who has this text from here" });
    await expect(list).toContainText("25 pages that are published here have their text from this one.");
    await expect(list.getByRole("listitem")).toHaveCount(20);
    const hrefs = () =>
      list.getByRole("listitem").evaluateAll((items) => items.map((item) => item.querySelector("a")?.href));
    const firstOnes = await hrefs();
    await list.getByRole("link", { name: "Published later" }).click();
    await expect(reader).toHaveURL(/[?]after=[^#]+#copied-by$/);
    await expect(list.getByRole("listitem")).toHaveCount(5);
    expect(new Set([...firstOnes, ...(await hrefs())]).size).toBe(25);
    await look(reader, "reader-later-copies");
    await list.getByRole("link", { name: "Published earlier" }).click();
    await expect(list.getByRole("listitem")).toHaveCount(20);
    await expect(list.getByRole("link", { name: "Pipeline news from the blog" })).toBeVisible();
    const beyond = "2999-01-01T00:00:00.000Z_ffffffff-ffff-4fff-bfff-ffffffffffff";
    expect((await reader.goto(`${copied}?after=${beyond}`))?.status()).toBe(404);
    expect((await reader.goto(`${copied}?after=x`))?.status()).toBe(404);
    await reader.context().close();

    await page.goto(`${report}/sources`);
    const onDesk = page.getByRole("region", { name: "Who has this text from here" });
    await onDesk.getByRole("link", { name: "Found later" }).click();
    await expect(onDesk.getByRole("listitem")).toHaveCount(5);
    await look(page, "downstream-later");
    await onDesk.getByRole("link", { name: "Found earlier" }).click();
    await expect(onDesk.getByRole("listitem")).toHaveCount(20);
  });

  await test.step("Arabic reads from right to left", async () => {
    await give(page, ["Thursday, May 23, 2024", "سعر الصرف", ARABIC].join("\n\n"));
    const second = await give(
      page,
      [
        "Friday, May 24, 2024",
        "سعر الصرف ثابت",
        `${ARABIC.replaceAll("ي", "ی")}\n\nهذا ما قلناه لكم منذ سنوات طويلة يا إخوان.`,
      ].join("\n\n"),
    );
    await openSources(page, second, /^Reposts/);
    await expect(page.getByRole("row").filter({ hasText: "Word for word" })).toHaveCount(1);
    await look(page, "arabic");
  });
});
