import { expect, expectAccessible, test } from "./journey";
import { accountOf, browserOf, invite, join, person, signIn, step } from "./newsroom";

/** What each role may not do, in the newsroom that the demo makes. */

test.use({ start: "newsroom" });

test("a reader finds nothing that isn't published, by no address", async ({ browser, page, product }) => {
  const editor = await browserOf(browser, product.origin);
  await signIn(editor, accountOf(product.printed, "Avan Karim"));
  await editor.goto("/desk?view=mine");
  const item = editor.locator('a.q-item[href^="/desk/articles/"]').first();
  const title = (await item.locator("b").textContent()) ?? "";
  const address = (await item.getAttribute("href")) ?? "";

  for (const path of ["/", "/claims", "/corrections"]) {
    await page.goto(path);
    await expect(page.getByText(title)).toHaveCount(0);
  }
  for (const path of [address, "/desk", "/desk/import", "/desk/feeds", "/admin/people", "/admin/jobs"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  expect((await page.goto(`/articles/${slug}`))?.status()).toBe(404);
  expect((await page.goto("/claims/no-such-claim"))?.status()).toBe(404);
  await expectAccessible(page);
  const versionId = address.replace(/.*\/|\?.*/g, "");
  for (const path of [
    `/desk/reviews/${versionId}`,
    `/desk/import/${versionId}`,
    `/desk/import/${versionId}/progress`,
    `/desk/import/progress?ids=${versionId}`,
    "/desk/claims/choices?search=a",
    "/desk/publishers/choices?search=a",
    "/desk/speakers/choices?search=a",
    `/desk/speakers/${versionId}`,
    "/desk/feeds/subscriptions",
  ]) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect([302, 303, 307, 401]).toContain(answer.status());
    expect(await answer.text()).not.toContain(title);
  }
});

test("a contributor annotates, and neither publishes nor manages people", async ({
  browser,
  page,
  product,
}) => {
  const admin = await browserOf(browser, product.origin);
  await signIn(admin, accountOf(product.printed, "Noor Salih"));
  const contributor = person("Cato Contributor");
  await join(page, await invite(admin, contributor, "Contributor"), contributor);
  for (const path of ["/admin/people", "/admin/jobs"]) expect((await page.goto(path))?.status()).toBe(404);
  await page.goto("/desk?view=needs-reader");
  await page
    .locator('a.q-item[href^="/desk/articles/"]')
    .filter({ hasText: "Waiting to be published" })
    .first()
    .click();
  await expect(page.getByRole("listbox", { name: "Sentences" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Return it", exact: true })).toHaveCount(0);
});

test("an editor publishes nothing of their own, and manages nobody", async ({ page, product }) => {
  await signIn(page, accountOf(product.printed, "Avan Karim"));
  for (const path of ["/admin/people", "/admin/jobs"]) expect((await page.goto(path))?.status()).toBe(404);
  await page.goto("/desk?view=mine");
  await page
    .locator('a.q-item[href^="/desk/articles/"]')
    .filter({ hasText: "Waiting to be published" })
    .first()
    .click();
  const publish = page.getByRole("button", { name: "Publish", exact: true });
  await expect(publish).toBeDisabled();
  await expect(
    page.getByText("You wrote part of this, so somebody else has to publish it.").first(),
  ).toBeVisible();
});

test("an admin neither leaves the desk without an admin, nor publishes what they wrote", async ({
  page,
  product,
}) => {
  await signIn(page, accountOf(product.printed, "Noor Salih"));
  await page.goto("/admin/people");
  const own = page.getByRole("row").filter({ hasText: "noor@example.org" });
  await expect(own.getByRole("button", { name: /Disable/ })).toBeDisabled();
  await expect(page.getByText(/is the last admin and can’t be disabled/)).toBeVisible();

  await page.goto("/desk?view=others");
  await page
    .locator('a.q-item[href^="/desk/articles/"]')
    .filter({ hasText: "Returned to its author" })
    .first()
    .click();
  await step(page, "Take over");
  await step(page, "Submit for publication");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
});
