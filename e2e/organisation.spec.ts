import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./journey";
import { browserOf, invite, join, type Person, person } from "./newsroom";
import { CLIENT, type Member, startOrganisation } from "./organisation";
import { dataFolder, type Product, removeData, startProduct } from "./product";

/** Signing in through one's organisation, by OpenID Connect, against a real provider. */

const member = (sub: string, name: string, more: Partial<Member> = {}): Member => ({
  sub,
  name,
  email: person(name).email,
  email_verified: true,
  ...more,
});
const MEMBERS = [
  member("boss", "Ada Admin"),
  member("ed", "Eve Editor"),
  member("out", "Olga Outsider"),
  member("fake", "Ada Admin", { email_verified: false }),
  member("heir", "Somebody Else", { email: person("Ada Admin").email }),
];

/** To the organisation's own page and through it, as `sub`. */
async function enterAs(page: Page, sub: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign in with Gazette" }).click();
  await page.locator("input[name=login]").fill(sub);
  await page.locator("input[name=password]").fill("anything");
  await page.getByRole("button", { name: /sign-in/i }).click();
  await page.getByRole("button", { name: /continue/i }).click();
}

const fresh = (browser: Browser, product: Product) => browserOf(browser, product.origin);

test("people who are here or were invited come in through their organisation, and nobody else", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const organisation = await startOrganisation(MEMBERS);
  const data = dataFolder();
  const env = {
    ONRECORD_OIDC_ISSUER: organisation.issuer,
    ONRECORD_OIDC_CLIENT_ID: CLIENT.id,
    ONRECORD_OIDC_CLIENT_SECRET: CLIENT.secret,
    ONRECORD_OIDC_NAME: "Gazette",
  };
  const product = await startProduct({ data, args: [], env });
  organisation.open(product.origin);
  try {
    const boss = person("Ada Admin");
    const first = await fresh(browser, product);
    await join(first, String(product.setUpLink), boss);

    // The address alone, not verified, opens nothing; verified, it opens the account; then it is bound to that member.
    const liar = await fresh(browser, product);
    await enterAs(liar, "fake");
    await expect(liar.getByText(/has not confirmed your e-mail address/)).toBeVisible();
    await expectAccessible(liar);
    const admin = await fresh(browser, product);
    await enterAs(admin, "boss");
    await expect(admin).toHaveURL(/\/desk/);
    await expect(admin.getByRole("link", { name: /^Ada Admin/ })).toBeVisible();
    const heir = await fresh(browser, product);
    await enterAs(heir, "heir");
    await expect(heir.getByText(/belongs to somebody else/)).toBeVisible();

    // Nobody who wasn't invited; who was, comes in under the role of the invitation, once.
    const outsider = await fresh(browser, product);
    await enterAs(outsider, "out");
    await expect(outsider.getByText(/Nobody with your address was invited/)).toBeVisible();
    await outsider.goto("/desk");
    await expect(outsider).toHaveURL(/sign-in/);
    const eve: Person = person("Eve Editor");
    const link = await invite(admin, eve, "Editor");
    const editor = await fresh(browser, product);
    await enterAs(editor, "ed");
    await expect(editor.getByRole("link", { name: "Eve Editor, editor" })).toBeVisible();
    await editor.goto(link);
    await expect(editor.getByText("This link was used")).toBeVisible();
    await editor.goto("/admin/people");
    await expect(editor.getByRole("heading", { name: "People and roles" })).toHaveCount(0);

    // What comes back without this browser's own beginning, or twice, opens nothing.
    const thief = await fresh(browser, product);
    for (const query of [
      "code=x&state=y",
      `code=x&state=y&iss=${organisation.issuer}`,
      "error=access_denied",
      "",
    ]) {
      await thief.goto(`/api/auth/callback/organisation?${query}`);
      await expect(thief).toHaveURL(/\/sign-in/);
      await expect(thief.getByText(/couldn’t be signed in through/)).toBeVisible();
    }
    expect((await thief.request.get("/api/auth/callback/credentials?email=a&password=b")).status()).toBe(405);

    // A session from there ends as others do, on the next request.
    await admin.goto("/admin/people");
    await admin.getByRole("button", { name: /Disable.*Eve Editor/ }).click();
    await admin.getByLabel("Reason").fill("Left the newsroom");
    await admin.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
    await expect(admin.getByText("Eve Editor is disabled and signed out.")).toBeVisible();
    await editor.goto("/desk");
    await expect(editor).toHaveURL(/sign-in/);
    // The organisation knows this browser and asks nothing.
    await editor.getByRole("link", { name: "Sign in with Gazette" }).click();
    await expect(editor.getByText(/account here is disabled/)).toBeVisible();
    await admin.goto("/admin/security");
    await expect(admin.getByText("through the organisation", { exact: false }).first()).toBeVisible();
  } finally {
    await product.stop();
  }

  // Switched off, a password opens nothing, the right one too.
  const strict = await startProduct({ data, args: [], env: { ...env, ONRECORD_PASSWORDS: "off" } });
  organisation.open(strict.origin);
  try {
    const page = await fresh(browser, strict);
    await page.goto("/sign-in");
    await expect(page.getByRole("link", { name: "Sign in with Gazette" })).toBeVisible();
    await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
    const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
    const { email, password } = person("Ada Admin");
    const tried = await page.request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email, password, json: "true" },
      headers: { origin: strict.origin },
    });
    expect(await tried.text()).not.toMatch(/"url":"[^"]*\/desk/);
    await page.goto("/desk");
    await expect(page).toHaveURL(/sign-in/);
    await enterAs(page, "boss");
    await expect(page).toHaveURL(/\/desk/);
  } finally {
    await strict.stop();
    await organisation.stop();
    removeData(data);
  }
});
