import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { proxy } from "./proxy";

const SECRET = "a secret for tests alone, long enough";

beforeEach(() => {
  vi.stubEnv("ONRECORD_URL", "https://onrecord.example");
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});
afterEach(() => vi.unstubAllEnvs());

/** As the server sees it behind a proxy: the address is its own, the Host header whatever was sent. */
function request(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  return new NextRequest(new URL(path, "http://127.0.0.1:3000"), init);
}

const cookie = (value: string) => ({ headers: { cookie: `__Host-onrecord-session=${value}` } });
const passes = (response: Response) => response.headers.get("x-middleware-next") === "1";

test("a reader's page may run no script, and needs no nonce", async () => {
  for (const path of ["/", "/claims/banks-got-memos", "/nothing"]) {
    const policy = (await proxy(request(path))).headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toContain("script-src");
  }
});

test.each(["/embed/articles/quay", "/embed/articles/quay/statements/3", "/embed/claims/dam", "/embed/x"])(
  "any site may frame %s, in which nothing runs, and no cookie counts",
  async (path) => {
    const response = await proxy(request(path, cookie("x")));
    const policy = String(response.headers.get("content-security-policy"));
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; /);
    expect(policy).toMatch(/; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors \*$/);
    expect(policy).not.toMatch(/script|unsafe|allow-(?:scripts|same-origin|forms|top)/);
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect(response.headers.get("x-middleware-request-cookie")).toBeNull();
  },
);

test.each([
  "/",
  "/embed",
  "/embed/",
  "/embedded/x",
  "/articles/embed",
  "/desk/embed/x",
  "/oembed",
  "/api/v1/articles",
  "/sign-in",
])("nobody may frame %s", async (path) => {
  const { headers } = await proxy(request(path));
  expect(headers.get("content-security-policy") ?? "").not.toContain("frame-ancestors *");
  expect(headers.get("x-frame-options")).toBe("DENY");
});

test("every other page gets a nonce of its own, and Next.js gets the same one", async () => {
  const [first, second] = [await proxy(request("/sign-in")), await proxy(request("/sign-in"))];
  const policy = first.headers.get("content-security-policy");
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';/);
  expect(policy).not.toBe(second.headers.get("content-security-policy"));
  expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
  expect(first.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
});

test("the page's path is ours to say, not the client's", async () => {
  const response = await proxy(request("/claims?page=2", { headers: { "x-onrecord-path": "/admin" } }));
  expect(response.headers.get("x-middleware-request-x-onrecord-path")).toBe("/claims?page=2");
});

test.each(["/desk", "/desk/import?a=1", "/admin/people", "/admin"])(
  "%s needs a cookie of ours",
  async (path) => {
    for (const init of [{}, cookie("nonsense"), cookie(await sealed("another secret of this length"))]) {
      const response = await proxy(request(path, init));
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toMatch(/^https:\/\/onrecord\.example\/sign-in/);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
    }
    const response = await proxy(request(path, cookie(await sealed(SECRET))));
    expect(passes(response)).toBe(true);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  },
);

test("what a script of our pages sends without a cookie reaches its action, which answers that the session ended", async () => {
  const headers = { origin: "https://onrecord.example", "next-action": "0123" };
  expect(passes(await proxy(request("/desk/articles/1", { method: "POST", headers })))).toBe(true);
  expect((await proxy(request("/desk/articles/1", { headers }))).status).toBe(303);
  const foreign = { ...headers, origin: "https://evil.example" };
  expect((await proxy(request("/desk/articles/1", { method: "POST", headers: foreign }))).status).toBe(403);
});

test("it leads back to where the person was going", async () => {
  const response = await proxy(request("/desk/import?a=1"));
  expect(new URL(String(response.headers.get("location"))).searchParams.get("next")).toBe("/desk/import?a=1");
});

test.each([
  ["another site", { origin: "https://evil.example" }],
  ["a sandbox", { origin: "null" }],
  ["nowhere", {}],
  ["the Host that was sent along", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
])("a form from %s is refused", async (_, headers) => {
  for (const path of ["/", "/sign-in", "/sign-out", "/api/auth/signout"]) {
    const response = await proxy(request(path, { method: "POST", headers }));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("https://onrecord.example");
  }
});

test("our own forms pass", async () => {
  const headers = { origin: "https://onrecord.example" };
  expect(passes(await proxy(request("/sign-in", { method: "POST", headers })))).toBe(true);
});

function sealed(secret: string): Promise<string> {
  return encode({ token: { sid: "00000000-0000-4000-8000-000000000000" }, secret });
}

test("a program needs no Origin, and its cookie gets no further; a page of another site gains nothing by it", async () => {
  const headers = {
    cookie: `__Host-onrecord-session=${await sealed(SECRET)}`,
    origin: "https://evil.example",
  };
  const response = await proxy(request("/api/v1/articles", { method: "POST", headers }));
  expect(passes(response)).toBe(true);
  expect(response.headers.get("x-middleware-override-headers")).not.toContain("cookie");
  expect(response.headers.get("x-middleware-request-cookie")).toBeNull();
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect((await proxy(request("/api/v1x", { method: "POST", headers }))).status).toBe(403);
});
