import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { POST } from "#app/api/v1/articles/route";
import { GET } from "#app/api/v1/imports/[importId]/route";
import { database, disconnect } from "#lib/db/core/client";
import { quotas } from "#lib/db/people/quotas";
import { REQUESTS } from "#lib/db/people/tokens";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { at, pageText, person } from "#lib/desk/testing/newsroom";
import { createToken, revokeToken } from "#lib/desk/tokens";
import type { Actor } from "#lib/domain/actor";
import { readingTasks } from "#lib/jobs/tasks";
import { CLIENT_HEADER } from "./client-address";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let noor: Actor;
let token: string;
beforeAll(async () => {
  db = await freshDatabase();
  noor = await person("Noor", "ADMIN");
  token = await newToken();
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

async function newToken() {
  return (await createToken(noor, { name: "Archive", ends: "never" }, at)).token;
}

const work = () =>
  runOnce({ connectionString: db.url, taskList: readingTasks("RULES"), logger: new Logger(() => () => {}) });

interface Sent {
  readonly body?: BodyInit | null;
  readonly headers?: Record<string, string>;
  readonly query?: string;
}

/** How often the security log has that a program showed a token that opens nothing. */
const badTokens = () => database().securityEvent.count({ where: { kind: "badToken", detail: "program" } });

function post({ body = null, headers = {}, query = "" }: Sent) {
  const all = { authorization: `Bearer ${token}`, ...headers };
  return POST(
    new Request(`http://onrecord.example/api/v1/articles${query}`, { method: "POST", body, headers: all }),
  );
}
const postJson = (value: unknown, headers: Record<string, string> = {}) =>
  post({ body: JSON.stringify(value), headers: { "content-type": "application/json", ...headers } });

function ask(id: string, secret = token) {
  const request = new Request(`http://onrecord.example/api/v1/imports/${id}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return GET(request, { params: Promise.resolve({ importId: id }) });
}

const Accepted = z.object({ id: z.uuid(), href: z.string() });
const accepted = async (response: Response) => {
  expect(response.status).toBe(202);
  const { id, href } = Accepted.parse(await response.json());
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("location")).toBe(href);
  expect(href).toBe(`/api/v1/imports/${id}`);
  return id;
};
const Problem = z.object({ title: z.string(), status: z.number(), detail: z.string(), code: z.string() });
async function problem(response: Response, status: number) {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const said = Problem.parse(await response.json());
  expect(said.status).toBe(status);
  expect(said.detail).toMatch(/^\S.{10,}[.!?…]$/);
  return said;
}

test.each([
  ["HTML in JSON", () => postJson({ html: `<p>${pageText("api1")}</p>`, url: "https://news.example/api1" })],
  ["text in JSON", () => postJson({ text: pageText("api2"), publisher: "harbour.example" })],
  [
    "HTML as it is",
    () =>
      post({
        body: `<p>${pageText("api3")}</p>`,
        headers: { "content-type": "text/html; charset=utf-8" },
        query: "?url=https://news.example/api3",
      }),
  ],
  [
    "text in another charset",
    () =>
      post({
        body: Buffer.from(
          "L’école rouvrira lundi, a dit le maire. Les élèves attendent déjà.".replaceAll("’", "'"),
          "latin1",
        ),
        headers: { "content-type": "text/plain; charset=iso-8859-1" },
      }),
  ],
])("%s becomes a version, and whoever gave it can ask for it", async (_, send) => {
  const id = await accepted(await send());
  expect(await (await ask(id)).json()).toMatchObject({ id, state: "QUEUED", version: null });
  await work();
  const done = await (await ask(id)).json();
  expect(done).toMatchObject({ id, state: "DONE", message: null, version: { number: 1 } });
  expect(done.versions).toEqual([done.version]);
  const event = await database().auditEvent.findFirstOrThrow({
    where: { subjectId: `import:${id}` },
    include: { payload: true },
  });
  expect(event).toMatchObject({ action: "import.request", actorId: noor.id });
  expect(event.payload?.payload).toMatchObject({ token: { name: "Archive" } });
});

test("an address is handed to the fetcher", async () => {
  const id = await accepted(await postJson({ url: "https://news.example/fetched" }));
  const row = await database().import.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ way: "ADDRESS", url: "https://news.example/fetched" });
  const jobs = await database()
    .$queryRaw`SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = ${`import:${id}`}`;
  expect(jobs).toEqual([{ task: "fetch" }]);
});

test("a page that can’t be read is refused in a sentence, later", async () => {
  const id = await accepted(
    await post({ body: "%PDF-1.7\0\0\u0001", headers: { "content-type": "text/html" } }),
  );
  await work();
  expect(await (await ask(id)).json()).toMatchObject({
    state: "REFUSED",
    message: expect.stringMatching(/PDF/),
  });
});

test("one key is one import, however often and however parallel; another page under it is a conflict", async () => {
  const key = { "idempotency-key": "night-1/page-7" };
  const page = { text: pageText("api4") };
  const ids = await Promise.all(Array.from({ length: 5 }, async () => accepted(await postJson(page, key))));
  expect(new Set(ids).size).toBe(1);
  await problem(await postJson({ text: pageText("api5") }, key), 409);
  await problem(await postJson({ url: "https://news.example/" }, key), 409);
  expect(await accepted(await postJson(page))).not.toBe(ids[0]);
  await work();
  const rows = await database().import.findMany({
    where: { snapshot: { imports: { some: { id: ids[0] ?? "" } } } },
  });
  expect(new Set(rows.map(({ versionId }) => versionId)).size).toBe(1);
});

test("another token sees nothing of it", async () => {
  const id = await accepted(await postJson({ text: pageText("api6") }));
  await problem(await ask(id, await newToken()), 404);
  await problem(await ask("not-an-id"), 404);
});

const lone = '{"text":"half \\ud800 of one"}';
test.each<[string, number, Sent]>([
  ["no token", 401, { headers: { authorization: "" } }],
  ["a password", 401, { headers: { authorization: "Basic bm9vcjpub29y" } }],
  ["a wrong token", 401, { headers: { authorization: "Bearer onrecord_wrong" } }],
  ["a cookie alone", 401, { headers: { authorization: "", cookie: "onrecord-session=anything" } }],
  ["a form", 415, { body: "text=a", headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ["no content type", 415, { body: new Uint8Array([65]) }],
  ["broken JSON", 400, { body: "{", headers: { "content-type": "application/json" } }],
  [
    "JSON in no UTF-8",
    400,
    { body: Buffer.from([0x22, 0xff, 0x22]), headers: { "content-type": "application/json" } },
  ],
  ["an array", 422, { body: "[]", headers: { "content-type": "application/json" } }],
  ["nothing in it", 422, { body: "{}", headers: { "content-type": "application/json" } }],
  [
    "text and HTML",
    422,
    { body: '{"text":"a","html":"b"}', headers: { "content-type": "application/json" } },
  ],
  ["an empty text", 422, { body: '{"text":""}', headers: { "content-type": "application/json" } }],
  ["a number as text", 422, { body: '{"text":1}', headers: { "content-type": "application/json" } }],
  ["a null byte", 422, { body: '{"text":"a\\u0000b"}', headers: { "content-type": "application/json" } }],
  ["half a character", 422, { body: lone, headers: { "content-type": "application/json" } }],
  ["no address", 422, { body: '{"url":"ftp://x/"}', headers: { "content-type": "application/json" } }],
  [
    "a password in the address",
    422,
    { body: '{"url":"https://a:b@x/"}', headers: { "content-type": "application/json" } },
  ],
  ["an empty page", 422, { body: "", headers: { "content-type": "text/html" } }],
  ["5 MB", 413, { body: "a".repeat(5_000_000), headers: { "content-type": "text/plain" } }],
  [
    "7 MB of JSON",
    413,
    { body: `{"text":"${"a".repeat(7_000_000)}"}`, headers: { "content-type": "application/json" } },
  ],
  [
    "two addresses",
    400,
    { body: "a", headers: { "content-type": "text/plain" }, query: "?url=https://a/&url=https://b/" },
  ],
  [
    "a bad key",
    422,
    { body: '{"text":"a"}', headers: { "content-type": "application/json", "idempotency-key": "a b" } },
  ],
])("%s is refused with %d and a sentence, and nothing is kept", async (_, status, sent) => {
  const before = await database().import.count();
  await problem(await post({ ...sent, headers: { [CLIENT_HEADER]: "192.0.2.7", ...sent.headers } }), status);
  expect(await database().import.count()).toBe(before);
});

test("a revoked token is told so as any wrong one is", async () => {
  const made = await createToken(noor, { name: "Old", ends: "30" }, at);
  await revokeToken(noor, { tokenId: made.tokenId }, at);
  const refused = await post({ headers: { authorization: `Bearer ${made.token}` } });
  expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer realm="Onrecord", error="invalid_token"$/);
  await problem(refused, 401);
});

test("strangers who go on trying are told to wait, and programs aren’t kept out by them", async () => {
  const stranger = { authorization: "Bearer guess", [CLIENT_HEADER]: "192.0.2.9" };
  const before = await badTokens();
  for (let tries = 0; tries < REQUESTS.stranger.points; tries += 1) {
    expect((await post({ headers: stranger })).status).toBe(401);
  }
  const refused = await post({ headers: stranger });
  // Each is in the security log, and no more than were looked at; who shows none isn't.
  expect((await badTokens()) - before).toBe(REQUESTS.stranger.points);
  await post({ headers: { authorization: "", [CLIENT_HEADER]: "192.0.2.10" } });
  expect((await badTokens()) - before).toBe(REQUESTS.stranger.points);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await problem(refused, 429);
  await accepted(await postJson({ text: pageText("api7") }, { [CLIENT_HEADER]: "192.0.2.9" }));
});

test("a program that asks too often is told when to ask again", async () => {
  const secret = await newToken();
  const id = await accepted(
    await postJson({ text: pageText("api8") }, { authorization: `Bearer ${secret}` }),
  );
  await database().rateLimit.updateMany({
    where: { key: { startsWith: "api:token" } },
    data: { points: quotas().calls },
  });
  const refused = await ask(id, secret);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await problem(refused, 429);
});
