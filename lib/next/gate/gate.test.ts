import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, request as send } from "node:http";
import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clientAddress } from "#lib/next/client-address";
import * as words from "#lib/words";
import { type Gate, guard } from "./gate";
import { ClientLimit } from "./limit";

const SECRET = "a secret for tests alone, long enough";

beforeEach(() => {
  vi.stubEnv("ONRECORD_URL", "https://onrecord.example");
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});

let server: Server | undefined;
let pages = 0;
afterEach(async () => {
  vi.unstubAllEnvs();
  server?.close();
  server = undefined;
  pages = 0;
});

/** A server that answers every request with a page that nobody may keep, as Next.js does; the gate before it. `trusted` proxies stand before that. */
async function site(
  most: number,
  made: Gate["made"] = async () => null,
  trusted = 1,
  isGone: Gate["isGone"] = async () => false,
) {
  server = createServer((_, response) => {
    pages += 1;
    response.setHeader("Vary", "rsc");
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Content-Security-Policy", `script-src 'nonce-${pages}'`);
    response.writeHead(200);
    response.end(`page ${pages}`);
  });
  const gate = { limit: new ClientLimit(most), made, isGone };
  guard(server, gate);
  const emit = server.emit;
  // The client is noted before the gate, as `noteClients` does.
  server.emit = (event: string, ...args: unknown[]) => {
    if (event === "request") {
      const { headers, socket } = args[0] as IncomingMessage;
      headers["x-onrecord-client"] = clientAddress(
        socket.remoteAddress,
        String(headers["x-forwarded-for"] ?? ""),
        trusted,
      );
    }
    return Reflect.apply(emit, server, [event, ...args]);
  };
  await once(server.listen(0, "127.0.0.1"), "listening");
}

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const address = server?.address();
  if (typeof address !== "object" || address === null) throw new Error("the site isn't there");
  const { port } = address;
  const request = send({ port, host: "127.0.0.1", path, headers, method, agent: false });
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  let body = "";
  for await (const piece of response) body += String(piece);
  return { status: response.statusCode, headers: response.headers, body };
}

const from = (address: string) => ({ "x-forwarded-for": address });
const many = async (n: number, path: string, headers: Record<string, string>) =>
  (await Promise.all(Array.from({ length: n }, () => ask(path, headers)))).map(({ status }) => status);
const count = (statuses: readonly (number | undefined)[], status: number) =>
  statuses.filter((one) => one === status).length;

test("a client that asks too often is told in words when to come back, with our headers; others read on", async () => {
  await site(20);
  const statuses = await many(500, "/claims", from("203.0.113.7"));
  expect([count(statuses, 200), count(statuses, 429), pages]).toEqual([20, 480, 20]);
  const refused = await ask("/claims", from("203.0.113.7"));
  const seconds = Number(refused.headers["retry-after"]);
  expect(seconds).toBeGreaterThan(0);
  expect(refused.body).toBe(`${words.turnedAway.tooMany(seconds)}\n`);
  expect(refused.headers).toMatchObject({
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
    "strict-transport-security": expect.stringContaining("max-age"),
  });
  expect((await ask("/claims", from("203.0.113.8"))).status).toBe(200);
});

test("every address and every verb counts, programs are told as programs are", async () => {
  await site(3);
  await ask("/claims", from("203.0.113.7"), "POST");
  await ask("/nothing", from("203.0.113.7"), "HEAD");
  await ask("/desk", from("203.0.113.7"));
  const { status, headers, body } = await ask("/api/v1/articles", from("203.0.113.7"), "POST");
  expect(status).toBe(429);
  expect(headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(body)).toMatchObject({
    status: 429,
    code: "rate_limited",
    title: words.programs.titles[429],
  });
});

test.each(["/_next/static/chunks/a.js", "/healthz", "/readyz"])("%s isn't counted", async (path) => {
  await site(1);
  expect(count(await many(20, path, from("203.0.113.7")), 200)).toBe(20);
  expect((await ask("/claims", from("203.0.113.7"))).status).toBe(200);
});

test("what a client writes about itself doesn't make it another one; one network of IPv6 is one client", async () => {
  await site(5);
  const forged = await Promise.all(
    Array.from({ length: 20 }, (_, i) => ask("/", from(`198.51.100.${i}, 203.0.113.7`))),
  );
  expect(
    count(
      forged.map(({ status }) => status),
      200,
    ),
  ).toBe(5);
  const halves = await Promise.all(
    Array.from({ length: 20 }, (_, i) => ask("/", from(`2001:db8:1:2::${i + 1}`))),
  );
  expect(
    count(
      halves.map(({ status }) => status),
      200,
    ),
  ).toBe(5);
});

test("without a trusted proxy the header isn't believed at all", async () => {
  await site(5, undefined, 0);
  const forged = await Promise.all(Array.from({ length: 20 }, (_, i) => ask("/", from(`198.51.100.${i}`))));
  expect(
    count(
      forged.map(({ status }) => status),
      200,
    ),
  ).toBe(5);
});

test("people who are signed in at one address are counted apart; a cookie that isn't ours is no person", async () => {
  await site(5);
  const cookie = async (sid: string, secret = SECRET) => ({
    ...from("203.0.113.7"),
    cookie: `theme=dark; __Host-onrecord-session=${await encode({ token: { sid }, secret })}`,
  });
  expect(count(await many(20, "/", from("203.0.113.7")), 200)).toBe(5);
  expect(count(await many(20, "/", await cookie("one")), 200)).toBe(5);
  expect(count(await many(20, "/", await cookie("two")), 200)).toBe(5);
  expect(count(await many(20, "/", await cookie("three", "another secret of this length")), 200)).toBe(0);
});

test("0 is no limit", async () => {
  await site(0);
  expect(count(await many(300, "/", from("203.0.113.7")), 200)).toBe(300);
});

test("a copy holds until something is published, the day ends, or the program is another one", async () => {
  let made = { version: "1", build: "a", day: "2026-11-28", changedAt: null };
  await site(0, async () => made);
  const first = await ask("/claims");
  expect(first.headers).toMatchObject({ "cache-control": "private, no-cache", vary: "rsc, Cookie" });
  const copy = { "if-none-match": String(first.headers.etag) };
  const again = await ask("/claims", copy);
  expect([again.status, again.body, pages]).toEqual([304, "", 1]);
  // The copy keeps the policy that its scripts were let in by.
  expect(again.headers["content-security-policy"]).toBeUndefined();
  expect(again.headers).toMatchObject({ etag: first.headers.etag, "x-content-type-options": "nosniff" });
  expect((await ask("/claims", { "if-none-match": `"x", ${first.headers.etag}` })).status).toBe(304);
  for (const change of [{ version: "2" }, { build: "b" }, { day: "2026-11-29" }]) {
    const before = made;
    made = { ...made, ...change };
    expect((await ask("/claims", copy)).status).toBe(200);
    made = before;
  }
  for (const [path, more] of [
    ["/", {}],
    ["/claims?after=x", {}],
    ["/claims", { cookie: "theme=dark" }],
  ] as const) {
    expect([path, (await ask(path, { ...copy, ...more })).status]).toEqual([path, 200]);
  }
});

test.each([
  ["/desk", {}],
  ["/sign-in", {}],
  ["/join/abc", {}],
  ["/api/v1/imports/1", {}],
  ["/articlesx", {}],
  ["/claims", { cookie: "__Host-onrecord-session=x" }],
  ["/claims", { rsc: "1" }],
  ["/claims", { "next-router-state-tree": "x" }],
  ["/claims?_rsc=1", {}],
])("nobody keeps %s %j", async (path, headers) => {
  await site(0, async () => ({ version: "1", build: "a", day: "2026-11-28", changedAt: null }));
  const answer = await ask(path, headers);
  expect(answer.headers).toMatchObject({ "cache-control": "private, no-store" });
  expect(answer.headers.etag).toBeUndefined();
});

const MADE = { version: "1", build: "a", day: "2026-11-28", changedAt: new Date("2026-11-28T09:00:00.400Z") };

test("what programs read is kept by anybody, whatever cookie comes with it, and holds by its mark or its date", async () => {
  let made: { [K in keyof typeof MADE]: (typeof MADE)[K] | null } & {
    version: string;
    build: string;
    day: string;
  } = MADE;
  await site(0, async () => made);
  const first = await ask("/api/v1/claims?cursor=x");
  const modified = "Sat, 28 Nov 2026 09:00:00 GMT";
  expect(first.headers).toMatchObject({
    "cache-control": "public, no-cache",
    "last-modified": modified,
    vary: "rsc",
  });
  const mark = String(first.headers.etag);
  for (const headers of [
    { "if-none-match": mark },
    { "if-none-match": mark, cookie: "__Host-onrecord-session=x; theme=dark" },
    { "if-modified-since": modified },
  ]) {
    const { status, body } = await ask("/api/v1/claims?cursor=x", headers);
    expect([headers, status, body]).toEqual([headers, 304, ""]);
  }
  expect((await ask("/api/v1/claims?cursor=x", { "if-none-match": mark }, "HEAD")).status).toBe(304);
  for (const headers of [
    { "if-none-match": 'W/"x"', "if-modified-since": modified },
    { "if-modified-since": "Sun, 29 Nov 2026 09:00:00 GMT" },
    { "if-modified-since": "yesterday" },
  ])
    expect([headers, (await ask("/api/v1/claims?cursor=x", headers)).status]).toEqual([headers, 200]);
  expect((await ask("/api/v1/claims", { "if-none-match": mark })).status).toBe(200);
  made = { ...MADE, version: "2", changedAt: null };
  const later = await ask("/api/v1/claims?cursor=x", { "if-modified-since": modified });
  expect([later.status, later.headers["last-modified"]]).toEqual([200, undefined]);
});

test.each(["/embed/articles/quay", "/embed/articles/quay/statements/1?words=0123456789ab", "/oembed?url=x"])(
  "what other sites show is kept by anybody, whoever looks: %s",
  async (path) => {
    await site(0, async () => MADE);
    const first = await ask(path);
    expect(first.headers).toMatchObject({ "cache-control": "public, no-cache", vary: "rsc" });
    const copy = { "if-none-match": String(first.headers.etag) };
    const again = await ask(path, { ...copy, cookie: "theme=dark; __Host-onrecord-session=x" });
    expect([again.status, pages]).toEqual([304, 1]);
    expect(again.headers["content-security-policy"]).toBeUndefined();
    expect(again.headers["x-frame-options"]).toBe(path.startsWith("/embed/") ? undefined : "DENY");
    expect((await ask(path, copy, "POST")).headers.etag).toBeUndefined();
  },
);

test("a card that is asked for too often says so in its frame; pages never stand in one", async () => {
  await site(1);
  await ask("/embed/claims/dam", from("203.0.113.7"));
  for (const [path, ancestors, older] of [
    ["/embed/claims/dam", "frame-ancestors *", undefined],
    ["/claims/dam", "frame-ancestors 'none'", "DENY"],
    ["/embed", "frame-ancestors 'none'", "DENY"],
    ["/embedded/claims/dam", "frame-ancestors 'none'", "DENY"],
    ["/claims?x=/embed/claims/dam", "frame-ancestors 'none'", "DENY"],
  ] as const) {
    const { status, headers } = await ask(path, from("203.0.113.7"));
    expect([path, status, headers["x-frame-options"]]).toEqual([path, 429, older]);
    expect(headers["content-security-policy"]).toContain(ancestors);
  }
});

test("nothing else of programs is kept", async () => {
  await site(0, async () => MADE);
  for (const [path, method] of [
    ["/api/v1/articles", "POST"],
    ["/api/v1/imports/1", "GET"],
    ["/api/v1/claimsx", "GET"],
    ["/api/v1/claims", "OPTIONS"],
    ["/api/auth/session", "GET"],
  ] as const)
    expect([path, (await ask(path, {}, method)).headers.etag]).toEqual([path, undefined]);
});

test("programs are told what they may still ask, pages aren't", async () => {
  await site(3);
  const first = await ask("/api/v1/claims", from("203.0.113.7"));
  expect(first.headers).toMatchObject({
    "ratelimit-policy": '"client";q=3;w=10',
    ratelimit: expect.stringMatching(/^"client";r=2;t=(?:10|9)$/),
  });
  expect((await ask("/claims", from("203.0.113.7"))).headers.ratelimit).toBeUndefined();
  await ask("/api/v1/claims", from("203.0.113.7"));
  const refused = await ask("/api/v1/claims", from("203.0.113.7"));
  expect(refused.status).toBe(429);
  expect(refused.headers.ratelimit).toMatch(/^"client";r=0;t=\d+$/);
  expect(refused.headers.etag).toBeUndefined();
});

test("a page is answered where nothing can be told about copies", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await site(0, () => Promise.reject(new Error("the database is gone")));
  expect((await ask("/claims", { "if-none-match": "*" })).status).toBe(200);
});

test("what was withdrawn is told with the status that says so, and nothing else is asked after", async () => {
  const asked: string[] = [];
  await site(0, undefined, 1, async (kind, slug) => {
    asked.push(`${kind} ${slug}`);
    return slug === "forged";
  });
  expect(await ask("/articles/forged")).toMatchObject({ status: 410, body: "page 1" });
  expect((await ask("/claims/forged?after=x")).status).toBe(410);
  expect((await ask("/articles/other")).status).toBe(200);
  for (const path of [
    "/articles",
    "/claims?x=/articles/forged",
    "/desk/articles/forged",
    "/articles/forged/record.json",
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  expect(asked).toEqual(["ARTICLE forged", "CLAIM forged", "ARTICLE other"]);
});
