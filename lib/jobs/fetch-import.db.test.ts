import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/core/client";
import { keepFetched, startFetch } from "#lib/db/imports/imports";
import { holdsTurn, keepRobots, leaveAlone, takeTurn } from "#lib/db/imports/sites";
import { importById } from "#lib/db/imports/views";
import { requestAddress, retryImport } from "#lib/desk/imports";
import { at, pageText, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { html, http, moved, type Route } from "#lib/pipeline/fetch/testing/site";
import * as words from "#lib/words";
import { runFetch } from "./fetch-import";
import { workshop } from "./testing/workshop";

const refusals = words.refusals;

const { routes, site, settings, addressOf, work } = workshop();
let mara: Actor;
beforeAll(async () => {
  mara = await person("Mara");
});
afterEach(async () => {
  site().asked.length = 0;
  // Every test meets the site as if for the first time.
  await database().fetchHost.deleteMany();
  await database().robotsFile.deleteMany();
});

const pageOf = (mark: string) =>
  `<!doctype html><html><head><title>Quay ${mark}</title></head><body>${pageText(mark)
    .split("\n\n")
    .map((line) => `<p>${line}</p>`)
    .join("")}</body></html>`;
const give = async (path: string) =>
  (await requestAddress(mara, { address: addressOf(path), publisher: "harbour.example" }, at)).importId;
const jobs = () =>
  database().$queryRaw<{ task: string; key: string | null; runAt: Date; attempts: number }[]>`
    SELECT task_identifier AS task, key, run_at AS "runAt", attempts FROM graphile_worker.jobs
    WHERE attempts < max_attempts`;
/** Let every job that waits be due. */
const hurry = () => database().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
const counts = async () => ({
  articles: await database().article.count(),
  versions: await database().articleVersion.count(),
  snapshots: await database().snapshot.count(),
  suggestions: await database().suggestion.count(),
});

test("an address becomes a page at the place where it was found, with its bytes and what the server said", async () => {
  routes
    .set("/short", moved("/quay-1"))
    .set("/quay-1", html(gzipSync(pageOf("f1")), { etag: '"one"', "content-encoding": "gzip" }));
  const id = await give("/short#top");
  expect(await importById(id)).toMatchObject({
    state: "QUEUED",
    step: "FETCH",
    way: "ADDRESS",
    versionId: null,
  });
  await work();
  const done = await importById(id);
  expect(done).toMatchObject({ state: "DONE", step: "READ", finalUrl: addressOf("/quay-1"), message: null });
  const version = await database().articleVersion.findUniqueOrThrow({
    where: { id: done?.versionId ?? "" },
    include: { article: true, snapshot: true },
  });
  expect(version.article.url).toBe(addressOf("/quay-1"));
  const { fetchedAt } = await database().import.findUniqueOrThrow({ where: { id } });
  expect(version.fetchedAt).toEqual(fetchedAt);
  expect(Buffer.from(version.snapshot.bytes ?? []).toString("utf8")).toBe(pageOf("f1"));
  expect(version.snapshot.mediaType).toBe("text/html; charset=utf-8");
  expect(await database().import.findUnique({ where: { id } })).toMatchObject({ etag: '"one"', attempts: 0 });
  expect(await jobs()).toEqual([]);
  expect(await database().auditEvent.findFirst({ where: { subjectId: `import:${id}` } })).toMatchObject({
    action: "import.request",
    actorId: mara.id,
  });
});

test("the same address again is asked for only if it changed, and is the same version", async () => {
  routes.set("/quay-2", (socket, head) =>
    (/if-none-match: "two"/i.test(head) ? http(304, {}) : html(pageOf("f2"), { etag: '"two"' }))(
      socket,
      head,
    ),
  );
  const first = await give("/quay-2");
  await work();
  const before = await counts();
  await database().fetchHost.deleteMany();
  const second = await give("/quay-2");
  await work();
  expect(await importById(second)).toMatchObject({
    state: "DONE",
    versionId: (await importById(first))?.versionId,
  });
  expect(await counts()).toEqual(before);
  expect(site().asked.filter((head) => head.includes("if-none-match"))).toHaveLength(1);
  routes.set("/quay-2", html(pageOf("f2, changed"), { etag: '"three"' }));
  await database().fetchHost.deleteMany();
  const third = await give("/quay-2");
  await work();
  const changed = await database().articleVersion.findUniqueOrThrow({
    where: { id: (await importById(third))?.versionId ?? "" },
  });
  expect(changed.number).toBe(2);
});

test.each([
  ["a page that isn't there", http(404, {})],
  ["a picture", http(200, { "content-type": "image/png" }, "x")],
  ["a bomb", html(gzipSync(Buffer.alloc(20_000_000)), { "content-encoding": "gzip" })],
  ["a packed body that is none", html(pageOf("x"), { "content-encoding": "br" })],
  ["a way into a private network", moved("http://169.254.169.254/latest/meta-data/")],
  ["a circle", moved("/")],
  ["a binary file that says it is HTML", html(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 0, 1]))],
  ["a page of scripts alone", html("<script>document.write('words')</script>")],
])("%s is refused with its sentence; no article of it is there, and nobody tries again", async (_, route) => {
  routes.set("/", route);
  const { snapshots: __, ...before } = await counts();
  const id = await give("/");
  await work();
  expect(await importById(id)).toMatchObject({
    state: "REFUSED",
    message: expect.stringMatching(/^\S.{20,}\.$/),
    versionId: null,
  });
  expect(await counts()).toMatchObject(before);
  expect(await jobs()).toEqual([]);
});

test.each([
  ["an answer that breaks off", html(pageOf("x"), { "content-length": 50_000, connection: "close" })],
  ["an error of the server", http(503, {})],
  [
    "packed bytes that break off",
    html(gzipSync(pageOf("x")).subarray(0, 60), { "content-encoding": "gzip" }),
  ],
])("%s keeps nothing, says so, and is tried again by itself until it is given up", async (_, route) => {
  const closing: Route = (socket, head) => {
    route(socket, head);
    socket.end();
  };
  routes.set("/", closing);
  const before = await counts();
  const id = await give("/");
  for (let tries = 1; tries <= 4; tries += 1) {
    await work();
    expect(await importById(id)).toMatchObject({
      state: "QUEUED",
      step: "FETCH",
      attempts: tries,
      message: expect.stringMatching(/if it stays so/),
      nextTryAt: expect.stringMatching(/^20/),
    });
    expect(await jobs()).toMatchObject([{ task: "fetch", key: `import:${id}` }]);
    await database().fetchHost.deleteMany();
    await hurry();
  }
  await work();
  expect(await importById(id)).toMatchObject({ state: "REFUSED", nextTryAt: null });
  expect(await counts()).toEqual(before);
  expect(await jobs()).toEqual([]);
});

test("a site that asks for time gets it, from this import and from the next", async () => {
  routes.set("/", http(429, { "retry-after": "600" }));
  const began = Date.now();
  const id = await give("/");
  await work();
  const [job] = await jobs();
  expect(job?.runAt.getTime()).toBeGreaterThanOrEqual(began + 600_000);
  const next = await give("/other");
  await work();
  expect(await importById(next)).toMatchObject({
    state: "QUEUED",
    step: "FETCH",
    message: null,
    attempts: 0,
  });
  expect(site().paths()).toEqual(["/"]);
  const turns = (await jobs()).map(({ runAt }) => runAt.getTime());
  expect(Math.min(...turns)).toBeGreaterThanOrEqual(began + 600_000);
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await database().import.updateMany({
    where: { id: { in: [id, next] } },
    data: { state: "REFUSED", message: "-" },
  });
});

test("pages of one host take turns, each with a moment of its own; other hosts don't wait for them", async () => {
  const now = new Date("2026-11-25T10:00:00Z");
  const turns = await Promise.all(Array.from({ length: 8 }, () => takeTurn("busy.example", now)));
  const seconds = turns.map((turn) => (turn.getTime() - now.getTime()) / 1000).sort((a, b) => a - b);
  expect(seconds).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
  expect(await takeTurn("quiet.example", now)).toEqual(now);
  expect(await takeTurn("busy.example", new Date("2026-11-25T11:00:00Z"))).toEqual(
    new Date("2026-11-25T11:00:00Z"),
  );
  await leaveAlone("quiet.example", new Date("2026-11-25T12:00:00Z"));
  await leaveAlone("quiet.example", new Date("2026-11-25T10:30:00Z"));
  expect(await takeTurn("quiet.example", now)).toEqual(new Date("2026-11-25T12:00:00Z"));
  expect(await takeTurn("__proto__", now)).toEqual(now);
  expect(holdsTurn(now, new Date("2026-11-25T10:00:59Z"))).toBe(true);
  expect(holdsTurn(now, new Date("2026-11-25T10:01:00Z"))).toBe(false);
});

test("a job that has to wait is put back with its turn, once, and goes on when it comes", async () => {
  routes.set("/quay-3", html(pageOf("f3")));
  const soon = new Date(Date.now() + 300_000);
  await leaveAlone("127.0.0.1", soon);
  const id = await give("/quay-3");
  await work();
  expect(await importById(id)).toMatchObject({
    state: "QUEUED",
    message: null,
    nextTryAt: soon.toISOString(),
  });
  expect(site().asked).toEqual([]);
  // Its turn is kept: whoever asks now comes after it.
  expect((await takeTurn("127.0.0.1", new Date())).getTime()).toBe(soon.getTime() + 2_000);
  await runFetch(
    { importId: id, turns: new Map([["127.0.0.1", new Date()]]) },
    { settings: settings(), isLastAttempt: false, now: () => new Date() },
  );
  await hurry();
  await work();
  expect(await importById(id)).toMatchObject({ state: "DONE" });
});

test("a worker that died in the middle is followed by one that finishes, and two at once keep one page", async () => {
  routes.set("/quay-4", html(pageOf("f4")));
  const id = await give("/quay-4");
  await startFetch(id); // and died
  const running = { settings: settings(), isLastAttempt: false, now: () => new Date() };
  await Promise.all(
    [1, 2].map(() => runFetch({ importId: id, turns: new Map([["127.0.0.1", new Date()]]) }, running)),
  );
  expect(await jobs()).toMatchObject([{ task: "import", key: `import:${id}` }]);
  await work();
  const done = await importById(id);
  expect(done?.state).toBe("DONE");
  // A late one changes nothing.
  await runFetch({ importId: id, turns: new Map() }, running);
  await keepFetched(
    id,
    {
      kind: "page",
      bytes: Buffer.from("late"),
      status: 200,
      finalUrl: addressOf("/late"),
      mediaType: "text/html",
      etag: null,
      lastModified: null,
    },
    new Date(),
  );
  expect(await importById(id)).toEqual(done);
  expect(await jobs()).toEqual([]);
});

test("what fails between the bytes and the row leaves neither", async () => {
  routes.set("/quay-5", html(pageOf("f5")));
  const id = await give("/quay-5");
  await database().$executeRawUnsafe(
    `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await database().$executeRawUnsafe(
    `CREATE TRIGGER break_it BEFORE UPDATE ON "Import" FOR EACH ROW WHEN (NEW."fetchedAt" IS NOT NULL) EXECUTE FUNCTION break_it()`,
  );
  const before = await counts();
  await work();
  expect(await counts()).toEqual(before);
  expect(await importById(id)).toMatchObject({ state: "RUNNING", step: "FETCH" });
  expect(await jobs()).toMatchObject([{ task: "fetch", attempts: 1 }]);
  await database().$executeRawUnsafe(`DROP TRIGGER break_it ON "Import"`);
  await database().fetchHost.deleteMany();
  await hurry();
  await work();
  expect(await importById(id)).toMatchObject({ state: "DONE" });
});

test("a person tries a refused page again, and it is fetched anew", async () => {
  routes.set("/quay-6", http(404, {}));
  const id = await give("/quay-6");
  await work();
  expect(await importById(id)).toMatchObject({ state: "REFUSED" });
  routes.set("/quay-6", html(pageOf("f6")));
  await database().fetchHost.deleteMany();
  await retryImport(mara, { importId: id }, at);
  expect(await importById(id)).toMatchObject({
    state: "QUEUED",
    step: "FETCH",
    message: null,
    attempts: 0,
  });
  await expect(retryImport(mara, { importId: id }, at)).rejects.toThrow(refusals.notRefused);
  await work();
  expect(await importById(id)).toMatchObject({ state: "DONE" });
  await expect(retryImport(mara, { importId: id }, at)).rejects.toThrow(refusals.notRefused);
  expect(
    await database().auditEvent.count({ where: { subjectId: `import:${id}`, action: "import.retry" } }),
  ).toBe(1);
});

test("an address that is none is refused at the door, and leaves no row and no job", async () => {
  const before = await database().import.count();
  for (const address of [
    "",
    "the council's page",
    "ftp://harbour.example/",
    "http://anna:secret@harbour.example/",
    "javascript:alert(1)",
    "http://a\0b/",
  ]) {
    await expect(requestAddress(mara, { address }, at)).rejects.toMatchObject({ field: "address" });
  }
  expect(await database().import.count()).toBe(before);
  expect(await jobs()).toEqual([]);
});

test("rules that nobody asked for in a week are forgotten", async () => {
  const day = (n: number) => new Date(at.now.getTime() + n * 86_400_000);
  const robots = { access: "ALL", rules: "" } as const;
  await keepRobots("https://old.example", { ...robots, freshUntil: day(1) }, at.now);
  await keepRobots("https://new.example", { ...robots, freshUntil: day(8) }, day(7));
  expect(await database().robotsFile.count()).toBe(2);
  await keepRobots("https://new.example", { access: "RULES", rules: "x", freshUntil: day(10) }, day(9));
  expect(await database().robotsFile.findMany()).toMatchObject([
    { origin: "https://new.example", access: "RULES" },
  ]);
});
