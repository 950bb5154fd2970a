import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { anHourLater, browserOf, invite, join, type Person, person } from "./newsroom";

/** A second factor, from setting it up to the phone that is lost; and a role that needs one. */

test.use({ start: "empty: a second factor" });

const admin = person("Ada Admin");
const writer = person("Cato Contributor");

/**
 * Codes of an app, each of them once: a step later where this step's code was given already. One step ahead of the clock is taken, two
 * are not: then the clock is waited for.
 */
function appWith(secret: string): { next(): Promise<string> } {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  let last = 0;
  return {
    next: async () => {
      await expect.poll(() => TOTP.counter(), { timeout: 60_000 }).toBeGreaterThanOrEqual(last);
      last = Math.max(last + 1, TOTP.counter());
      return totp.generate({ timestamp: last * 30_000 });
    },
  };
}

/** Reads the secret from the page, shows its first code, and returns the app and the recovery codes. */
async function setUpApp(page: Page) {
  await page.getByRole("button", { name: "Set up an app" }).click();
  const secret = await page.getByLabel("Or type this secret into it").inputValue();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toHaveAccessibleDescription(
    /doesn’t belong to this secret/,
  );
  await expectAccessible(page);
  await at360(page, "set-up");
  const app = appWith(secret);
  await page.getByLabel("Code", { exact: true }).fill(await app.next());
  await page.getByRole("button", { name: "Turn it on" }).click();
  const list = page.getByLabel("Your recovery codes");
  await expect(list).toBeFocused();
  await expectAccessible(page);
  await at360(page, "codes");
  return { app, codes: (await list.inputValue()).split("\n") };
}

async function at360(page: Page, name: string) {
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  if (process.env.SHOTS) {
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.screenshot({ path: `/tmp/factor-shots/${name}-360-${theme}.png`, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  if (process.env.SHOTS) {
    await page.screenshot({ path: `/tmp/factor-shots/${name}-1280-dark.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.screenshot({ path: `/tmp/factor-shots/${name}-1280-light.png`, fullPage: true });
  }
}

async function givePassword(page: Page, who: Person) {
  await page.goto("/sign-in?next=/desk/feeds");
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function giveCode(page: Page, code: string) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("an admin sets one up, signs in with it, and makes a role need one", async ({
  browser,
  page,
  product,
}) => {
  test.setTimeout(240_000);
  await join(page, product.setUpLink ?? "", admin);
  let app = appWith("");
  let codes: string[] = [];

  await test.step("from the account’s own page, with the secret as text", async () => {
    await page.getByRole("link", { name: /^Ada Admin/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
    await expectAccessible(page);
    ({ app, codes } = await setUpApp(page));
    expect(codes).toHaveLength(10);
    await expect(page.getByText("On. Signing in asks for a code")).toBeVisible();
  });

  await test.step("the password alone opens nothing", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await givePassword(page, admin);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
    await expectAccessible(page);
    await at360(page, "step");
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/sign-in\?|\/sign-in$/);
    await page.goto("/sign-in/second-step");
  });

  await test.step("a wrong code is refused, the right one leads where one was going", async () => {
    await giveCode(page, "000000");
    await expect(page.getByRole("alert").filter({ hasText: "That code isn’t right" })).toBeVisible();
    await givePassword(page, admin);
    await giveCode(page, await app.next());
    await expect(page).toHaveURL(/\/desk\/feeds$/);
  });

  await test.step("a recovery code lets in once", async () => {
    for (const isFirst of [true, false]) {
      await page.getByRole("button", { name: "Sign out" }).click();
      await givePassword(page, admin);
      await giveCode(page, codes[0] ?? "");
      if (isFirst) await expect(page).toHaveURL(/\/desk\/feeds$/);
      else await expect(page.getByRole("alert").filter({ hasText: "was used" })).toBeVisible();
    }
    await giveCode(page, codes[1] ?? "");
    await expect(page).toHaveURL(/\/desk\/feeds$/);
    await page.goto("/desk/account");
    await expect(page.getByText("8 recovery codes work.")).toBeVisible();
    await at360(page, "account");
  });

  await test.step("a role that needs one is led to it, and does nothing else before", async () => {
    const theirs = await browserOf(browser, product.origin);
    await join(theirs, await invite(page, writer, "Contributor"), writer);
    await page.goto("/admin/people");
    await page.getByRole("button", { name: "Make it needed (contributors)" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make it needed" }).click();
    await expect(page.getByText("Contributors need a second factor now.")).toBeVisible();
    await expectAccessible(page);
    await at360(page, "people");

    await theirs.goto("/desk");
    await expect(theirs).toHaveURL(/\/sign-in/);
    await givePassword(theirs, writer);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Set up a second factor");
    await theirs.goto("/desk");
    await expect(theirs).toHaveURL(/\/sign-in/);
    await theirs.goto("/sign-in/second-step");
    const own = await setUpApp(theirs);
    await theirs.goto("/desk");
    await expect(theirs).toHaveURL(/\/sign-in/);
    await theirs.goto("/sign-in/second-step");
    await theirs.getByRole("button", { name: "I have kept them: go on" }).click();
    await expect(theirs).toHaveURL(/\/desk$/);
    expect(own.codes).toHaveLength(10);
    await theirs.goto("/desk/account");
    await expect(theirs.getByText("Contributors here need a second factor.")).toBeVisible();
    await expect(theirs.getByText("Turn it off")).toHaveCount(0);
  });

  await test.step("an hour later, a change of people asks again, and loses nothing", async () => {
    await anHourLater(product);
    await page.goto("/admin/people");
    await page.getByLabel("E-mail").fill("edda@example.org");
    await page.getByRole("radio", { name: /^Editor:/ }).check();
    await page.getByRole("button", { name: "Make invitation link" }).click();
    const again = page.getByLabel("Your password again, or a code from your app");
    await expect(again).toBeFocused();
    await expectAccessible(page);
    await at360(page, "again");
    await again.fill("not the password");
    await page.keyboard.press("Enter");
    await expect(again).toHaveAccessibleDescription(/neither your password nor a code/);
    await expect(page.getByLabel("E-mail")).toHaveValue("edda@example.org");
    await expect(page.getByRole("radio", { name: /^Editor:/ })).toBeChecked();
    await again.fill(admin.password);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Link for edda@example.org")).toHaveValue(/\/join\//);
    await expect(page.getByText("Ada Admin invited edda@example.org as editor")).toBeVisible();

    await anHourLater(product);
    await page.goto("/admin/people");
    await page.getByRole("button", { name: "Disable (Cato Contributor)" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Left the newsroom.");
    await dialog.getByRole("button", { name: "Disable" }).click();
    await expect(dialog.getByLabel("Reason")).toHaveValue("Left the newsroom.");
    await dialog.getByLabel("Your password again, or a code from your app").fill(await app.next());
    await dialog.getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("Cato Contributor is disabled and signed out.")).toBeVisible();
  });

  await test.step("without a script too", async () => {
    const plain = await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false });
    const without = await plain.newPage();
    await givePassword(without, admin);
    await giveCode(without, "000000");
    await expect(without.getByText("That code isn’t right")).toBeVisible();
    await giveCode(without, codes[2] ?? "");
    await expect(without).toHaveURL(/\/desk\/feeds$/);
    await without.goto("/desk/account");
    await without.getByRole("button", { name: "Make new recovery codes" }).click();
    await expect(without.getByLabel("Your recovery codes")).toHaveValue(/^(\S{19}\n){9}\S{19}$/);
    await anHourLater(product);
    await without.goto("/admin/tokens");
    await without.getByLabel("Name").fill("Archive of the Gazette");
    await without.getByRole("radio", { name: "In 30 days" }).check();
    await without.getByRole("button", { name: "Make the token" }).click();
    await expect(without.getByLabel("Name")).toHaveValue("Archive of the Gazette");
    await expect(without.getByRole("radio", { name: "In 30 days" })).toBeChecked();
    await without.getByLabel("Your password again, or a code from your app").fill(admin.password);
    await without.getByRole("button", { name: "Make the token" }).click();
    await expect(without.getByLabel("Token of Archive of the Gazette")).toHaveValue(/^onrecord_/);
    await plain.close();
  });
});
