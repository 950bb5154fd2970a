import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { anHourLater, join, person } from "./newsroom";

/** A passkey, from making it to signing in with nothing else, with the virtual authenticator of Chromium. */

test.use({ start: "empty: a passkey", isNamed: true });

const admin = person("Ada Admin");

/** A device that keeps keys and knows its owner. */
async function deviceOf(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    setVerified: (isUserVerified: boolean) =>
      client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

test("somebody makes a passkey, signs in with it alone, and removes it", async ({ page, product }) => {
  test.setTimeout(180_000);
  const device = await deviceOf(page);
  await join(page, product.setUpLink ?? "", admin);

  await test.step("makes one, with a name, and is given recovery codes", async () => {
    await page.goto("/desk/account");
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.getByRole("button", { name: "Ask this device" }).click();
    await expect(page.getByLabel("Name")).toBeFocused();
    await page.getByLabel("Name").fill("Phone");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Ask this device" }).click();
    await expect(page.getByText("The passkey Phone is made.")).toBeVisible();
    await expect(page.getByLabel("Your recovery codes")).toHaveValue(/^(\S{19}\n){9}\S{19}$/);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(page.getByRole("row").filter({ hasText: "Phone" })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("the same device is not asked for a second one", async () => {
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.getByLabel("Name").fill("Phone again");
    await page.getByRole("button", { name: "Ask this device" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "No passkey was made" })).toBeVisible();
  });

  await test.step("signs in with nothing else, to where they were going", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/sign-in?next=/desk/feeds");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL(/\/desk\/feeds$/);
  });

  await test.step("a device that doesn't know its owner opens nothing", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await device.setVerified(false);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "No passkey was shown" })).toBeVisible();
    await device.setVerified(true);
  });

  await test.step("the password alone leads to the second step, where the passkey is shown", async () => {
    await page.getByLabel("E-mail").fill(admin.email);
    await page.getByLabel("Password", { exact: true }).fill(admin.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL(/\/desk$/);
  });

  await test.step("shows again who they are with it, before a change of people", async () => {
    await anHourLater(product);
    await page.goto("/admin/people");
    await page.getByLabel("E-mail").fill("edda@example.org");
    await page.getByRole("button", { name: "Make invitation link" }).click();
    await page.getByRole("button", { name: "Or show a passkey" }).click();
    await expect(page.getByLabel("Link for edda@example.org")).toHaveValue(/\/join\//);
  });

  await test.step("removes it, and it opens nothing any more", async () => {
    await page.goto("/desk/account");
    await page.getByRole("button", { name: "Remove (Phone)" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("The passkey Phone is removed.")).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "This passkey opens nothing here" }),
    ).toBeVisible();
    await page.getByLabel("E-mail").fill(admin.email);
    await page.getByLabel("Password", { exact: true }).fill(admin.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/desk$/);
  });
});
