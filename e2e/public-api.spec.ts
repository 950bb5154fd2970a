import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./journey";

/** What is published is read by programs of anybody: from the shell as docs/api.md shows it, and by another site's script. */

const examples = [...readFileSync("docs/api.md", "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .map(([, command = ""]) => command)
  .filter((command) => !command.includes("TOKEN"));

test("the examples of the document work without a token", ({ product }) => {
  expect(examples.length).toBeGreaterThanOrEqual(3);
  for (const command of examples) {
    const env = { ...process.env, ONRECORD: product.origin };
    expect(execFileSync("sh", ["-c", command], { encoding: "utf8", env })).toMatch(/\S/);
  }
});

test("a list leads to its things; a copy is asked for with its mark, and a cursor that was altered is refused", async ({
  request,
}) => {
  const answer = await request.get("/api/v1/claims");
  expect(answer.headers()).toMatchObject({
    "content-type": "application/json",
    "access-control-allow-origin": "*",
    "cache-control": "public, no-cache",
    "x-content-type-options": "nosniff",
  });
  const { data } = await answer.json();
  const claim = await request.get(data[0].href);
  expect(await claim.json()).toMatchObject({ wording: data[0].wording, proof: expect.any(String) });
  expect((await request.get(data[0].page)).status()).toBe(200);

  const copy = { "if-none-match": answer.headers().etag ?? "" };
  expect((await request.get("/api/v1/claims", { headers: copy })).status()).toBe(304);
  expect((await request.head("/api/v1/claims")).headers().etag).toBe(answer.headers().etag);

  const refused = await request.get("/api/v1/claims?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  expect([refused.status(), refused.headers()["content-type"]]).toEqual([400, "application/problem+json"]);
  expect((await refused.json()).detail).toMatch(/^This cursor/);
});

test("the page about the API needs no script, and each request on it works", async ({ page, request }) => {
  await page.goto("/about");
  await page.getByRole("link", { name: "How to read it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read what is published, by program.");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  const requests = await page
    .locator('a[href^="/api/v1/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(requests.length).toBeGreaterThan(15);
  for (const href of requests) expect([href, (await request.get(href ?? "")).status()]).toEqual([href, 200]);
});

test("every refusal is a problem, whoever refuses", async ({ request }) => {
  for (const [method, path, status] of [
    ["GET", "/api/v1/claims/never-was", 404],
    ["GET", "/api/v1", 404],
    ["POST", "/api/v1/claims", 405],
    ["DELETE", "/api/v1/claims", 405],
    ["POST", "/api/v1/imports/1", 405],
    ["GET", "/api/v1/claims/%ff", 400],
  ] as const) {
    const answer = await request.fetch(path, { method });
    const { status: said, title, detail } = await answer.json();
    expect([path, answer.status(), said]).toEqual([path, status, status]);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect([title, detail]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\.$/)]);
    if (status === 405) expect(answer.headers().allow).toContain("GET");
  }
});

test("another site's script reads what is published, with a condition too; with a cookie, or what takes a token, it reads nothing", async ({
  page,
  product,
  otherSite,
}) => {
  await page.goto(otherSite.put("/reader", { body: "<!doctype html><title>Another newsroom</title>" }));
  const ask = (path: string, how: RequestInit = {}) =>
    page.evaluate(
      ([url, init]) =>
        fetch(url, init).then(
          async (answer) => ({ status: answer.status, etag: answer.headers.get("etag") }),
          () => "kept from it",
        ),
      [`${product.origin}${path}`, how] as const,
    );
  const first = await ask("/api/v1/claims");
  expect(first).toEqual({ status: 200, etag: expect.stringMatching(/^W\//) });
  const etag = typeof first === "object" ? (first.etag ?? "") : "";
  expect(
    await ask("/api/v1/claims", { cache: "no-store", headers: { "If-None-Match": etag } }),
  ).toMatchObject({
    status: 304,
  });
  expect(await ask("/api/v1/claims/never-was")).toMatchObject({ status: 404 });
  expect(await ask("/api/v1/claims", { credentials: "include" })).toBe("kept from it");
  expect(await ask("/api/v1/claims", { headers: { Authorization: "Bearer onrecord_x" } })).toBe(
    "kept from it",
  );
  expect(await ask("/api/v1/articles", { method: "POST", body: "x" })).toBe("kept from it");
  expect(await ask("/api/v1/imports/01a212ea-c981-74d1-9fb4-9b46c2792c00")).toBe("kept from it");
});
