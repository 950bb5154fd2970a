import { type Browser, expect, type Page } from "@playwright/test";
import { Client } from "pg";
import { waitsForForms } from "./hydrated";
import type { Product } from "./product";

/** People at work, so that a journey reads as prose. */

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export function person(name: string): Person {
  return {
    name,
    email: `${name.toLowerCase().replace(/ /g, "-")}@example.org`,
    password: `a sentence of ${name}`,
  };
}

/** The demo prints one line for each account: address, password, (name, role). */
export function accountOf(printed: readonly string[], name: string): Person {
  const line = printed.find((one) => one.includes(`(${name},`)) ?? "";
  const [email = "", password = ""] = line.trim().split(/\s+/);
  return { name, email, password };
}

/** A browser of this person's own: nobody else's cookies. */
export async function browserOf(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return waitsForForms(await context.newPage());
}

/** Open a set-up or invitation link and become somebody. `email` is asked for only where the link doesn't know it. */
export async function join(page: Page, link: string, who: Person): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Name").fill(who.name);
  const email = page.getByLabel("E-mail");
  if (await email.isEditable()) await email.fill(who.email);
  else await expect(email).toHaveValue(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: /^(Create the account|Join)$/ }).click();
  await expect(page).toHaveURL(/\/(desk|sign-in)/);
  if (page.url().includes("/sign-in")) await signIn(page, who);
}

export async function signIn(page: Page, who: Person): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/(desk|admin)/);
}

/** Returns the single-use link that the admin is shown. */
export async function invite(
  admin: Page,
  who: Person,
  role: "Contributor" | "Editor" | "Admin",
): Promise<string> {
  await admin.goto("/admin/people");
  await admin.getByLabel("E-mail").fill(who.email);
  await admin.getByRole("radio", { name: new RegExp(`^${role}:`) }).check();
  await admin.getByRole("button", { name: "Make invitation link" }).click();
  const link = admin.getByRole("textbox", { name: `Link for ${who.email}` });
  await expect(link).toHaveValue(/\/join\//);
  return link.inputValue();
}

/** The current row of the annotator. */
export function currentRow(page: Page) {
  return page.getByRole("option", { selected: true });
}

/** What the desk said last, for people who can't see what changed. */
export async function expectSaid(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words }).first()).toBeAttached();
}

/** Ask for a step of a review, and confirm it with the words it wants. */
export async function step(
  page: Page,
  button: string,
  words?: { label: string; text: string },
): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (words) await dialog.getByLabel(words.label).fill(words.text);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** As if the password had been given an hour ago, in every session. */
export async function anHourLater(product: Product) {
  const database = new Client({ connectionString: product.ownerUrl() });
  await database.connect();
  await database.query(`UPDATE "Session" SET "provedAt" = now() - interval '1 hour'`);
  await database.end();
}

/** This screen hears of nothing that others do: what it shows is as old as its last loading. */
export async function deafen(page: Page): Promise<void> {
  await page.route("**/desk/live*", (route) => route.abort());
}
