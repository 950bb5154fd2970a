import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./journey";
import { join, person } from "./newsroom";
import { dataFolder, removeData, startProduct } from "./product";

/** Somebody guesses a password, behind a proxy that is trusted; its owner comes in where they did before. */

/** A browser at an address of its own, as the proxy tells it. */
async function browserAt(browser: Browser, origin: string, address: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    extraHTTPHeaders: { "X-Forwarded-For": address },
  });
  return context.newPage();
}

async function tryToSignIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("guesses from many addresses keep strangers out, not the browser that its owner signed in with", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const data = dataFolder();
  const product = await startProduct({ data, env: { ONRECORD_TRUSTED_PROXIES: "1" } });
  try {
    const boss = person("Ada Admin");
    const owner = await browserAt(browser, product.origin, "198.51.100.7");
    await join(owner, String(product.setUpLink), boss);
    await owner.getByRole("button", { name: "Sign out" }).click();
    await expect(owner).toHaveURL(/sign-in/);

    const thief = await browserAt(browser, product.origin, "203.0.113.1");
    await thief.goto("/sign-in");
    const { csrfToken } = await (await thief.request.get("/api/auth/csrf")).json();
    const answers: string[] = [];
    for (let n = 0; n < 40; n += 1) {
      const guessed = await thief.request.post("/api/auth/callback/credentials", {
        form: { csrfToken, email: boss.email, password: `guess ${n}`, json: "true" },
        headers: { origin: product.origin, "X-Forwarded-For": `203.0.113.${n}` },
      });
      answers.push(new URL(String((await guessed.json()).url)).searchParams.get("error") ?? "in");
    }
    expect(answers.slice(0, 20)).toEqual(Array(20).fill("CredentialsSignin"));
    expect(answers.slice(20).every((one) => one.startsWith("refused:rate_limited:Too many tries"))).toBe(
      true,
    );

    await tryToSignIn(thief, boss.email, boss.password);
    await expect(thief.getByText(/^Too many tries\. Try again in 1\d minutes/)).toBeVisible();
    await tryToSignIn(owner, boss.email, boss.password);
    await expect(owner).toHaveURL(/\/desk/);
    await owner.goto("/admin/security?kind=slowed");
    await expect(owner.getByRole("row").filter({ hasText: "about Ada Admin" })).toHaveCount(1);
    await owner.goto("/desk/account");
    await expect(owner.getByText("198.51.100.0/24")).toBeVisible();
  } finally {
    await product.stop();
    removeData(data);
  }
});
