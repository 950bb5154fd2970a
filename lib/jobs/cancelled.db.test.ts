import { Client } from "pg";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { startImport } from "#lib/db/imports/imports";
import { importById } from "#lib/db/imports/views";
import { onServer } from "#lib/db/testing/server";
import { cancelImport, requestAddress, requestImport, retryImport } from "#lib/desk/imports";
import { at, pageBytes, pageText, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import { html, http } from "#lib/pipeline/fetch/testing/site";
import * as words from "#lib/words";
import { workshop } from "./testing/workshop";

const refusals = words.refusals;

/** A page that is taken back on its way in: wherever it is, nothing of it is stored. */

const { routes, site, url, addressOf, work } = workshop();
let mara: Actor;
let ines: Actor;
beforeAll(async () => {
  mara = await person("Mara");
  ines = await person("Ines", "CONTRIBUTOR");
});
afterEach(async () => {
  await database().fetchHost.deleteMany();
});

const jobs = () =>
  database().$queryRaw<{ task: string; key: string | null }[]>`
    SELECT task_identifier AS task, key FROM graphile_worker.jobs`;
const give = async (mark: string, actor = mara) =>
  (
    await requestImport(
      actor,
      { bytes: pageBytes(mark), format: "text", fileName: `${mark}.txt`, mediaType: null },
      at,
    )
  ).importId;
const giveAddress = async (path: string) =>
  (await requestAddress(mara, { address: addressOf(path) }, at)).importId;
const page = (mark: string) => html(`<p>${pageText(mark).replaceAll("\n\n", "</p><p>")}</p>`);
const counts = async () => ({
  articles: await database().article.count(),
  versions: await database().articleVersion.count(),
  snapshots: await database().snapshot.count(),
  jobs: (await jobs()).length,
});

/** What storing this page waits for first. */
const pageLock = (mark: string) =>
  `SELECT pg_advisory_xact_lock(hashtextextended('sha256:${sha256(pageText(mark))}', 0))`;

let before: Awaited<ReturnType<typeof counts>>;
beforeEach(async () => {
  before = await counts();
});

/** Somebody else's session that holds a lock until it is told to let go, and how many wait for locks meanwhile. */
async function holding(lock: string) {
  const client = new Client({ connectionString: url() });
  await client.connect();
  await client.query("BEGIN");
  await client.query(lock);
  const waiting = async () =>
    Number(
      (
        await onServer(
          url(),
          "SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()",
        )
      )[0]?.count,
    );
  return {
    untilWaiting: (n: number) => expect.poll(waiting, { timeout: 20_000, interval: 20 }).toBe(n),
    letGo: async () => {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

test("a page that waits is gone from the queue, is on record, and can be tried again", async () => {
  const importId = await give("waits");
  await cancelImport(mara, { importId }, at);
  expect(await importById(importId)).toMatchObject({ state: "CANCELLED", message: null });
  expect(await jobs()).toEqual([]);
  await work();
  expect(await counts()).toEqual({ ...before, snapshots: before.snapshots + 1 });
  expect(
    await database().auditEvent.findFirst({
      where: { subjectId: `import:${importId}`, actorId: mara.id, action: "import.cancel" },
    }),
  ).not.toBeNull();
  await retryImport(mara, { importId }, at);
  expect(await importById(importId)).toMatchObject({ state: "QUEUED" });
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE", message: null });
});

test("so is a fetch that waits for its next try", async () => {
  routes.set("/later", http(503, {}));
  const importId = await giveAddress("/later");
  await work();
  expect(await importById(importId)).toMatchObject({ state: "QUEUED", attempts: 1 });
  await cancelImport(mara, { importId }, at);
  expect(await importById(importId)).toMatchObject({
    state: "CANCELLED",
    message: null,
    nextTryAt: null,
  });
  expect(await counts()).toEqual(before);
});

test("a page that is being read is not stored, and its job ends", async () => {
  const importId = await give("read");
  const held = await holding(pageLock("read"));
  const working = work();
  await held.untilWaiting(1);
  await cancelImport(mara, { importId }, at);
  await held.letGo();
  await working;
  expect(await importById(importId)).toMatchObject({ state: "CANCELLED", versionId: null });
  expect(await counts()).toEqual({ ...before, snapshots: before.snapshots + 1 });
  await retryImport(mara, { importId }, at);
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE" });
});

test("one that is stored already can't be cancelled any more, though nobody was told yet", async () => {
  const importId = await give("stored");
  const held = await holding("SELECT pg_advisory_xact_lock(72707370)"); // what writes the audit event waits for this
  const working = work();
  await held.untilWaiting(1);
  const cancelling = cancelImport(mara, { importId }, at);
  const refused = expect(cancelling).rejects.toThrow(refusals.notCancellable);
  await held.untilWaiting(2);
  await held.letGo();
  await Promise.all([working, refused]);
  expect(await importById(importId)).toMatchObject({ state: "DONE" });
});

test("what is stored for a cancelled import is refused whole, also where the text is here already", async () => {
  const importId = await give("twice");
  await startImport(importId);
  await cancelImport(mara, { importId }, at);
  const request = {
    bytes: pageBytes("twice"),
    format: "text" as const,
    mediaType: null,
    url: null,
    publisher: null,
    isSample: false,
    requestedBy: mara.id,
  };
  const cancelled = { code: "conflict", message: refusals.importCancelled };
  await expect(ingest({ ...request, importId }, at)).rejects.toMatchObject(cancelled);
  expect(await counts()).toMatchObject({ articles: before.articles, versions: before.versions });
  await ingest(request, at);
  await expect(ingest({ ...request, importId }, at)).rejects.toMatchObject(cancelled);
  expect(await importById(importId)).toMatchObject({ state: "CANCELLED", versionId: null });
});

test.each([
  ["a page", page("fetched")],
  ["an error that may pass", http(503, {})],
  ["a page that isn't there", http(404, {})],
] as const)("a fetch that is cancelled before its site answers keeps nothing: %s", async (_, answer) => {
  let importId = "";
  routes.set("/slow", (socket, head) => {
    void cancelImport(mara, { importId }, at).then(() => answer(socket, head));
  });
  importId = await giveAddress("/slow");
  await work();
  expect(site().paths()).toContain("/slow");
  expect(await importById(importId)).toMatchObject({
    state: "CANCELLED",
    message: null,
    step: "FETCH",
  });
  expect(await counts()).toEqual(before);
});

test("a fault of ours after the cancellation is nobody's trouble: its job ends, and nothing waits for a try", async () => {
  const importId = await give("broken");
  const held = await holding(pageLock("broken"));
  const working = work();
  await held.untilWaiting(1);
  await cancelImport(mara, { importId }, at);
  await database().$executeRawUnsafe(
    `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await database().$executeRawUnsafe(
    `CREATE TRIGGER break_it BEFORE INSERT ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION break_it()`,
  );
  await held.letGo();
  await working;
  await database().$executeRawUnsafe(`DROP TRIGGER break_it ON "Suggestion"`);
  expect(await importById(importId)).toMatchObject({ state: "CANCELLED", message: null });
  expect(await jobs()).toEqual([]);
});

test("what has ended, or was never there, can't be cancelled", async () => {
  const done = await give("done");
  await work();
  const refused = (
    await requestImport(
      mara,
      {
        bytes: Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d]),
        format: null,
        fileName: null,
        mediaType: null,
      },
      at,
    )
  ).importId;
  await work();
  const cancelled = await give("cancelled");
  await cancelImport(mara, { importId: cancelled }, at);
  for (const importId of [done, refused, cancelled]) {
    const seen = await importById(importId);
    await expect(cancelImport(mara, { importId }, at)).rejects.toThrow(refusals.notCancellable);
    expect(await importById(importId)).toEqual(seen);
  }
  const nobody = "00000000-0000-7000-8000-000000000000";
  await expect(cancelImport(mara, { importId: nobody }, at)).rejects.toThrow(words.errors.notFound);
  await expect(cancelImport(mara, { importId: "no id" }, at)).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("a contributor cancels what they gave themselves, an editor anything", async () => {
  const hers = await give("hers", ines);
  const his = await give("his", mara);
  await expect(cancelImport(ines, { importId: his }, at)).rejects.toMatchObject({
    code: "not_allowed",
    message: refusals.notYourImport,
  });
  expect(await importById(his)).toMatchObject({ state: "QUEUED" });
  await cancelImport(ines, { importId: hers }, at);
  const another = await give("another", ines);
  await cancelImport(mara, { importId: another }, at);
  expect(await importById(hers)).toMatchObject({ state: "CANCELLED" });
  expect(await importById(another)).toMatchObject({ state: "CANCELLED" });
  await cancelImport(mara, { importId: his }, at);
});

test("two who cancel at once are two, and one of them is told", async () => {
  const importId = await give("both");
  const outcomes = await Promise.allSettled([1, 2].map(() => cancelImport(mara, { importId }, at)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(
    await database().auditEvent.count({
      where: { subjectId: `import:${importId}`, action: "import.cancel" },
    }),
  ).toBe(1);
});
