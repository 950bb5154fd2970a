import { blog, posts } from "#lib/pipeline/testing/made-blogs";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { join, person } from "./newsroom";

/** A page that holds several posts: an editor gives it, and reaches each of them. */

test.use({ start: "empty: a page of several posts" });

const editor = person("Pola Posts");
const [ferry, bridge, power] = posts.en;

test("an editor gives the home page of a blog, and opens each of its posts", async ({
  page,
  product,
  otherSite,
}) => {
  test.setTimeout(180_000);
  await join(page, product.setUpLink ?? "", editor);
  const list = page.getByRole("list", { name: "Posts on this page" });

  await test.step("it says how many articles the page is, with a link to each", async () => {
    await page.goto("/desk/import");
    await page.getByRole("radio", { name: "As an address" }).check();
    await page
      .getByLabel("The page’s address")
      .fill(otherSite.put("/blog", { body: blog("en", [ferry, bridge, power], "wordpress") }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/desk\/import\/[0-9a-f-]+$/);
    await expect(page.getByText("This page holds 3 posts.")).toBeVisible();
    await expect(list.getByRole("listitem")).toHaveText([
      `${ferry.title} 26 July 2024`,
      `${bridge.title} 25 July 2024`,
      `${power.title} 24 July 2024`,
    ]);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("each is an article with its own day, and leads to the others, by keyboard alone", async () => {
    await list.getByRole("link", { name: bridge.title }).press("Enter");
    await expect(page).toHaveURL(/\/desk\/articles\//);
    await expect(page).toHaveTitle(new RegExp(bridge.title));
    await expect(page.getByText("25 July 2024").first()).toBeVisible();
    await page.getByText("One of 3 posts on this page.").press("Enter");
    await expect(list.getByRole("link", { name: bridge.title })).toHaveAttribute("aria-current", "page");
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await list.getByRole("link", { name: power.title }).press("Enter");
    await expect(page).toHaveTitle(new RegExp(power.title));
  });

  await test.step("one that rolled off is gone from there", async () => {
    otherSite.put("/blog", { body: blog("en", [ferry, bridge], "wordpress") });
    await page.getByText("About this page").press("Enter");
    await page.getByRole("button", { name: "Fetch it again" }).press("Enter");
    await expect(page.getByText("It is no longer on the page at its address since")).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText("One of 3 posts on this page.")).toHaveCount(0);
  });

  await test.step("the queue shows each by its own title", async () => {
    await page.goto("/desk?view=unassigned");
    for (const { title } of [ferry, bridge, power])
      await expect(page.getByRole("link", { name: title })).toBeVisible();
  });
});
