import type { Page } from "@playwright/test";
import { verified } from "#lib/jobs/webhooks/testing/receiver";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, signIn, step } from "./newsroom";

/** An admin adds a webhook; a receiver checks what it is told with the standard's own library. */

// It withdraws what others show.
test.use({ start: "newsroom: webhooks" });

const rows = (page: Page) => page.getByRole("row");

test("a webhook is added, tested, told of a withdrawal, rotated, paused and deleted", async ({
  page,
  product,
  otherSite,
}) => {
  test.setTimeout(240_000);
  const address = otherSite.put("/hook", { body: "<script>alert(1)</script> Thanks.", type: "text/plain" });
  const secrets: string[] = [];
  const last = () => {
    const post = otherSite.posts.at(-1);
    if (post === undefined) throw new Error("nothing was sent");
    return post;
  };
  const shown = async (name: string) => {
    const field = page.getByRole("textbox", { name });
    await expect(field).toHaveValue(/^whsec_/);
    await expect(field).toBeFocused();
    secrets.unshift(await field.inputValue());
    await look(page, "secret");
    await page.getByRole("button", { name: "Done" }).click();
  };
  await signIn(page, accountOf(product.printed, "Noor Salih"));

  await test.step("what is wrong is said at its field, and what was typed stays", async () => {
    await page.goto("/admin/people");
    await page.getByRole("link", { name: "Webhooks" }).click();
    await expect(page.getByText("No webhook was added yet.")).toBeVisible();
    await look(page, "empty");
    await page.getByLabel("Address").fill(address);
    await page.getByLabel("Note").fill("The archive’s index");
    for (const tick of await page.getByRole("checkbox").all()) await tick.uncheck();
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await expect(page.getByText("Choose at least one thing to tell it of")).toBeVisible();
    await expect(page.getByLabel("Address")).toHaveValue(address);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await page.getByLabel("Something published is withdrawn").check();
  });

  await test.step("its secret is shown once", async () => {
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await shown(`Secret of ${otherSite.host}`);
    expect(await page.content()).not.toContain(secrets[0]);
    await look(page, "list");
    await page.getByRole("link", { name: otherSite.host }).click();
    await expect(page.getByText("Nothing was sent yet.")).toBeVisible();
  });

  await test.step("a test goes at once, and what came back is text", async () => {
    await page.getByRole("button", { name: "Send a test" }).click();
    await expect(rows(page).filter({ hasText: "Test" })).toContainText("Delivered");
    expect(verified(last(), secrets[0] ?? "")).toMatchObject({ type: "webhook.test" });
    await page.getByText("What it said").click();
    await expect(page.getByText("<script>alert(1)</script> Thanks.")).toBeVisible();
    await look(page, "log");
  });

  await test.step("a withdrawal is told, with an address that is gone", async () => {
    const { data } = await (await page.request.get("/api/v1/articles")).json();
    const slug: string = data[0].slug;
    await page.goto(`/articles/${slug}`);
    await page.goto("/desk?view=published");
    await page.getByRole("link", { name: data[0].title }).first().click();
    await step(page, "Withdraw", { label: "Why it is withdrawn", text: "The page was a forgery." });
    await expect.poll(() => otherSite.posts.length).toBe(2);
    const told = verified(last(), secrets[0] ?? "");
    expect(told).toMatchObject({ type: "publication.withdrawn", data: { kind: "ARTICLE", slug } });
    expect(last().body).not.toContain("forgery");
    expect((await page.request.get(`/api/v1/articles/${slug}`)).status()).toBe(410);
  });

  await test.step("two secrets sign after a new one is made", async () => {
    await page.goto("/admin/webhooks");
    await page.getByRole("link", { name: otherSite.host }).click();
    await page.getByRole("button", { name: "Make a new secret" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make a new secret" }).click();
    await shown(`Secret of ${otherSite.host}`);
    await expect(page.getByText(/Two sign until/)).toBeVisible();
    await page.getByRole("button", { name: /^Send again.*Withdrawn/ }).click();
    await expect.poll(() => otherSite.posts.length).toBe(3);
    for (const secret of secrets) expect(verified(last(), secret)).toBeTruthy();
    expect(last().headers["webhook-id"]).toBe(otherSite.posts[1]?.headers["webhook-id"]);
    await expect(rows(page).filter({ hasText: "Withdrawn" })).toContainText("2 tries");
  });

  await test.step("paused it sends nothing; gone on, an answer that leads elsewhere isn’t followed", async () => {
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText(/^Paused .* Nothing is sent\.$/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Send a test" })).toHaveCount(0);
    await page.getByRole("button", { name: "Go on" }).click();
    otherSite.put("/hook", { status: 302 });
    await page.getByRole("button", { name: "Send a test" }).click();
    await expect(rows(page).filter({ hasText: "leads on to another address" })).toContainText("Failed");
    await look(page, "failed");
  });

  await test.step("deleted it is gone, with its log", async () => {
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(page).toHaveURL(/\/admin\/webhooks$/);
    await expect(page.getByText("No webhook was added yet.")).toBeVisible();
  });
});
