import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";
import { join, person } from "./newsroom";

/** A program is given a token, gives pages as docs/api.md shows, asks what became of them, and is shut out. */
test.use({ start: "empty: api" });

const noor = person("Noor Salih");

async function makeToken(page: Page, name: string): Promise<string> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("radio", { name: "In 30 days" }).check();
  await page.getByRole("button", { name: "Make the token" }).click();
  const field = page.getByRole("textbox", { name: `Token of ${name}` });
  await expect(field).toHaveValue(/^onrecord_/);
  await expect(field).toBeFocused();
  await expectAccessible(page);
  const token = await field.inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  return token;
}

/** The commands of the document that need a token, one block each. */
const examples = [...readFileSync("docs/api.md", "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .map(([, command = ""]) => command)
  .filter((command) => command.includes("TOKEN"));

/** Run one as a person does who copied it. */
function run(command: string, env: Record<string, string>): unknown {
  const said = execFileSync("sh", ["-c", command], { encoding: "utf8", env: { ...process.env, ...env } });
  return JSON.parse(said);
}

test("a program gives pages with a token, until the token is revoked", async ({ page, product, request }) => {
  await join(page, product.setUpLink ?? "", noor);
  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Tokens" }).click();
  await expect(page.getByRole("heading", { name: "Tokens for programs" })).toBeVisible();
  await expect(page.getByText("No token was made yet.")).toBeVisible();
  await expectAccessible(page);
  const token = await makeToken(page, "Archive of the Gazette");
  expect(await page.content()).not.toContain(token);
  await expect(page.getByRole("heading", { name: "1 token works" })).toBeVisible();

  const env = { ONRECORD: product.origin, TOKEN: token };
  const Given = z.object({ id: z.uuid() });
  const answers = examples.map((command) => run(command, env));
  expect(answers).toHaveLength(4);
  const ids = answers.map((answer) => Given.parse(answer).id);
  const ask = async (id: string) => {
    const answer = await request.get(`/api/v1/imports/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.json();
  };
  for (const id of [ids[0], ids[1], ids[3]]) {
    await expect.poll(async () => (await ask(id ?? "")).state).toBe("DONE");
  }
  expect(run(examples[1] ?? "", env)).toMatchObject({ id: ids[1] });
  const { version } = await ask(ids[0] ?? "");
  await page.goto(`/desk/articles/${version.id}`);
  await expect(page.getByText("The Quay Opens").first()).toBeVisible();

  // The admin's own browser, cookie and all, is no program.
  const cookieAlone = await page.request.post("/api/v1/articles", { data: { text: "The port is shut." } });
  expect(cookieAlone.status()).toBe(401);
  expect(cookieAlone.headers()["content-type"]).toBe("application/problem+json");

  await page.goto("/admin/tokens");
  await page.getByRole("button", { name: "Revoke (Archive of the Gazette)" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke the token of Archive of the Gazette?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await ask(ids[0] ?? "")).state).toBe("DONE");
  await page.getByRole("button", { name: "Revoke (Archive of the Gazette)" }).click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("status")).toHaveText("The token of Archive of the Gazette is revoked.");
  await expect(page.getByRole("heading", { name: "No token works" })).toBeVisible();
  expect((await ask(ids[0] ?? "")).status).toBe(401);
});

test("the screen fits a narrow window, and long names", async ({ page, product }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(noor.email);
  await page.getByLabel("Password", { exact: true }).fill(noor.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/desk/);
  await page.goto(`${product.origin}/admin/tokens`);
  await makeToken(page, "W".repeat(80));
  await makeToken(page, "أرشيف الجريدة");
  await expect(page.getByRole("row")).toHaveCount(4);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
