import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn } from "./newsroom";

/** What another fact-checker says of a claim, for programs: read from its page or from a file, put into the form for evidence, and added by the editor. */

test.use({ start: "newsroom: fact-checks" });

const RATING = "Not proven <b>at all</b>";
const block = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const review = (claimReviewed: string, alternateName: string) => ({
  "@type": "ClaimReview",
  claimReviewed,
  reviewRating: { alternateName, ratingValue: 2, bestRating: 5 },
  author: [{ "@type": "Organization", name: "Gazette Check" }],
  datePublished: "2024-09-20T08:00:00Z",
  headline: "Did banks get memos?",
});

test("an editor reads what another fact-checker says, and puts it into the form for evidence", async ({
  browser,
  product,
  otherSite,
}) => {
  test.setTimeout(240_000);
  const page = await browserOf(browser, product.origin);
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  await page.goto("/desk/claims");
  await page.getByRole("link", { name: /^Banks got memos on 17 September/ }).click();
  await page.getByRole("link", { name: "Read what another fact-checker says of it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What other fact-checkers say" })).toBeVisible();
  const read = async (address: string) => {
    await page.getByLabel("Their page", { exact: true }).fill(address);
    await page.getByRole("button", { name: "Read the page" }).click();
  };
  const found = page.getByRole("region", { name: "What was found" });

  await test.step("a page that says nothing for programs, and what is no address, say what to do", async () => {
    await read("no address");
    await expect(page.getByText(/whole address/i).first()).toBeVisible();
    await read(otherSite.put("/plain", { body: "<!doctype html><p>It is false.</p>", type: "text/html" }));
    await expect(found.getByText(/there is no ClaimReview/)).toBeVisible({ timeout: 60_000 });
    await read("http://127.0.0.2/inside");
    await expect(found.getByText(/not on the public internet/)).toBeVisible({ timeout: 60_000 });
  });

  await test.step("what is pasted is read, and of a feed of many what is worded like the claim is shown", async () => {
    const many = Array.from({ length: 60 }, (_, i) => review(`Town ${i} opened a school.`, "True"));
    const like = review("Banks got memos on 17 September that told them to get ready.", RATING);
    const feed = { "@type": "DataFeed", dataFeedElement: [...many, like].map((item) => ({ item })) };
    await page.getByLabel("Or paste what is in it").fill(JSON.stringify(feed));
    await page.getByRole("button", { name: "Read what you gave" }).click();
    await expect(found.getByText(/^61 fact-checks stand here/)).toBeVisible({ timeout: 60_000 });
    await expect(found.getByRole("listitem")).toHaveCount(1);
    await expect(found.getByText(RATING)).toBeVisible();
  });

  await test.step("a page with two is read, and one is put into the form", async () => {
    const body = `<!doctype html><title>Check</title>${block({ "@graph": [review("Bread tripled.", "True"), review("Banks got memos on 17 September.", RATING)] })}`;
    await read(otherSite.put("/check", { body, type: "text/html" }));
    await expect(found.getByText("2 fact-checks.", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(found.getByRole("listitem")).toHaveCount(2);
    await look(page, "fact-checks");
    await found.getByRole("button", { name: /^Put it into the form for evidence \(Banks got memos/ }).click();
    await expect(page).toHaveURL(/\/desk\/claims\/[0-9a-f-]+(?:#evidence)?$/);
  });

  await test.step("nothing is added before the editor says which way it speaks", async () => {
    const form = page.locator("#evidence");
    await expect(form.getByLabel("What it is")).toHaveValue("Did banks get memos?");
    await expect(form.getByLabel("Who published it")).toHaveValue("Gazette Check");
    await expect(form.getByRole("radio", { name: "Secondary evidence" })).toBeChecked();
    await expect(form.getByLabel("Dated", { exact: true })).toHaveValue("2024-09-20");
    await look(page, "fact-checks-form");
    await form.getByRole("button", { name: "Add it" }).click();
    await expect(page.getByText(/^Choose what it does/).first()).toBeVisible();
    await expect(page.getByText("The evidence is added.")).toHaveCount(0);
    await form.getByRole("radio", { name: "Against", exact: true }).check();
    await form.getByRole("button", { name: "Add it" }).click();
    await expectSaid(page, "The evidence is added.");
    await expect(
      form.getByText(`Their rating, in their words: “${RATING}”.`, { exact: false }),
    ).toBeVisible();
  });

  await test.step("what somebody types there isn't written over", async () => {
    await page.getByText("Add evidence", { exact: true }).click();
    await page.locator("#evidence").getByLabel("What it is").fill("Something of mine");
    await expect(page.getByText(/^Draft saved/).first()).toBeVisible();
    await page.goto(`${page.url().split("#")[0]}/fact-checks`);
    await found.getByRole("button", { name: /^Put it into the form for evidence \(Banks got memos/ }).click();
    await expect(page.getByText(/Something else that you typed stands in the form/)).toBeVisible();
  });
});
