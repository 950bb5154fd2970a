import { expect, test } from "./journey";
import { accountOf, browserOf, signIn } from "./newsroom";

/** A browser whose clock is hours off loses nothing, and what it says of times is said by the server's. */

test.use({ start: "newsroom: clock" });

const HOUR = 3_600_000;
const OFF = [
  ["five hours slow", -5],
  ["two days fast", 48],
] as const;

for (const [name, hours] of OFF) {
  test(`a clock that is ${name}: drafts are kept and brought back, ages and due times are as they are`, async ({
    browser,
    page,
    product,
  }) => {
    test.setTimeout(180_000);
    const words = `What a clock that is ${name} typed.`;
    const right = await browserOf(browser, product.origin);
    await signIn(right, accountOf(product.printed, "Avan Karim"));
    await right.goto("/desk/promises");
    const due = await right.getByRole("main").innerText();

    await page.clock.install({ time: new Date(Date.now() + hours * HOUR) });
    await signIn(page, accountOf(product.printed, "Avan Karim"));
    await page.goto("/desk/promises");
    expect(await page.getByRole("main").innerText()).toBe(due);

    await page.goto("/desk/claims");
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await page.getByText("Add evidence", { exact: true }).click();
    await page.getByLabel("What it is").fill(words);
    const saved = page.getByText(/^Draft saved/).first();
    await page.clock.runFor(5_000);
    await expect(saved).toBeVisible();
    // As the clock that stands on the same screen has it.
    const own = await page.evaluate(() => Date.now());
    const moments = [0, 1, 2].map((back) => new Date(own - back * 60_000).toISOString().slice(11, 16));
    expect(moments).toContain(/\d\d:\d\d/.exec((await saved.textContent()) ?? "")?.[0]);
    await page.reload();
    await expect(page.getByLabel("What it is")).toHaveValue(words);
    await page.getByLabel("What it is").fill(`${words} And more.`);
    await page.clock.runFor(5_000);
    await expect(saved).toBeVisible();
    const address = page.url();

    // The same person with a clock that is right has what was typed last.
    const other = await browserOf(browser, product.origin);
    await signIn(other, accountOf(product.printed, "Avan Karim"));
    await other.goto(address);
    await expect(other.getByLabel("What it is")).toHaveValue(`${words} And more.`);
    await other.getByLabel("What it is").fill("");
    await other.getByLabel("What it is").fill(`${words} At last.`);
    await expect(other.getByText(/^Draft saved/).first()).toBeVisible();
    await page.goto(address);
    await expect(page.getByLabel("What it is")).toHaveValue(`${words} At last.`);
    await page.getByRole("radio", { name: "Context" }).check();
    await page.getByRole("button", { name: "Add it" }).click();
    await page.clock.runFor(5_000);
    await expect(page.getByText(`${words} At last.`).first()).toBeVisible();
    const today = await other.evaluate(() => new Date().getUTCDate());
    await expect(page.getByText(new RegExp(`Added by Avan Karim on ${today} `)).first()).toBeVisible();
    await other.context().close();
    await right.context().close();
  });
}
