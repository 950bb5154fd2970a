import { expect, expectAccessible, test } from "./journey";
import { browserOf, invite, join, type Person, person, signIn } from "./newsroom";

/** One's own account: the password, the browsers one is signed in with; and what the admin's log tells of it. */

test.use({ start: "empty: account" });

test("a person changes their password and ends what isn't theirs; the admin's log tells it", async ({
  browser,
  page,
  product,
}) => {
  const boss = person("Ada Admin");
  await join(page, String(product.setUpLink), boss);
  const editor = person("Eve Editor");
  const here = await browserOf(browser, product.origin);
  await join(here, await invite(page, editor, "Editor"), editor);
  const elsewhere = await browserOf(browser, product.origin);
  await signIn(elsewhere, editor);

  await here.getByRole("link", { name: /^Eve Editor/ }).click();
  await expect(here.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(here.getByRole("row")).toHaveCount(3);
  await expect(here.getByRole("row", { name: /This one/ })).toContainText(
    "The machine that Onrecord runs on",
  );
  await expectAccessible(here);

  const cookies = await here.context().cookies();
  const flags = (name: string) => {
    const found = cookies.find((one) => one.name === name);
    return [found?.httpOnly, found?.sameSite, found?.path];
  };
  expect(flags("onrecord-session")).toEqual([true, "Lax", "/"]);
  expect(flags("onrecord-device")).toEqual([true, "Strict", "/"]);
  await expect(here.getByLabel("Your password now")).toHaveAttribute("type", "password");
  await expect(here.getByLabel("New password", { exact: true })).toHaveAttribute(
    "autocomplete",
    "new-password",
  );

  await here.getByRole("button", { name: /^Sign out \(/ }).click();
  await expect(here.getByRole("status").filter({ hasText: /^\w+ on \w+ is signed out\.$/ })).toBeFocused();
  await expect(here.getByText("You are signed in nowhere else.")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await signIn(elsewhere, editor);

  const changed: Person = { ...editor, password: "seven brown mills turn slowly" };
  const change = async (old: string, next: string) => {
    await here.getByLabel("Your password now").fill(old);
    await here.getByLabel("New password", { exact: true }).fill(next);
    await here.getByRole("button", { name: "Change the password" }).click();
  };
  await change("not this one", changed.password);
  await expect(here.getByText(/That isn’t your password/)).toBeVisible();
  await expect(here.getByLabel("Your password now")).toBeFocused();
  await change(editor.password, "password1234");
  await expect(here.getByLabel("New password", { exact: true })).toBeFocused();
  await change(editor.password, changed.password);
  await expect(here.getByText("Your password is changed, and 1 other browser is signed out.")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await elsewhere.getByLabel("E-mail").fill(editor.email);
  await elsewhere.getByLabel("Password", { exact: true }).fill(editor.password);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere.getByText(/don’t go together/)).toBeVisible();
  await signIn(elsewhere, changed);

  await here.goto("/admin/security");
  await expect(here.getByText("Password changed")).toHaveCount(0);

  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Security" }).click();
  const rows = page.getByRole("row");
  await expect(rows.filter({ hasText: "Password changed" }).first()).toContainText("Eve Editor");
  await expect(rows.filter({ hasText: "with an account’s address" }).first()).toContainText(
    "about Eve Editor",
  );
  await expect(rows.filter({ hasText: "Not allowed" }).first()).toContainText("Eve Editor");
  await expect(page.locator("main")).not.toContainText("127.0.0.1");
  await expectAccessible(page);
  await page.getByLabel("What").selectOption("Role changed");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Nothing of this kind was noted yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/admin\/security$/);
  await page.getByLabel("Who").selectOption("Ada Admin");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(rows.filter({ hasText: "an invitation" }).first()).toContainText("Ada Admin");
  await expect(rows.filter({ hasText: "Password changed" })).toHaveCount(0);
});
