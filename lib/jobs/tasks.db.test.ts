import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { refuseLost } from "#lib/db/imports/ends";
import { importById } from "#lib/db/imports/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { requestImport, retryImport } from "#lib/desk/imports";
import { at, pageBytes, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { readingTasks, runImport } from "./tasks";

const pages = words.pages;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const silent = new Logger(() => () => {});
/** Run everything that waits in the queue, as the worker does. */
const work = () => runOnce({ connectionString: db.url, taskList: readingTasks("MODELS"), logger: silent });

const page = (bytes: Uint8Array) => ({ bytes, format: null, fileName: "page.txt", mediaType: null });
const jobs = () => database().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM graphile_worker.jobs`;

test("a page that is given is stored by the worker, and says which version it became", async () => {
  const { importId } = await requestImport(
    mara,
    { ...page(pageBytes("one")), publisher: "harbour.example" },
    at,
  );
  expect(await importById(importId)).toMatchObject({
    state: "QUEUED",
    name: "page.txt",
    versionId: null,
  });
  await work();
  const done = await importById(importId);
  expect(done?.state).toBe("DONE");
  expect(await database().articleVersion.findUnique({ where: { id: done?.versionId ?? "" } })).not.toBeNull();
  expect(
    await database().auditEvent.findFirst({ where: { subjectId: `version:${done?.versionId}` } }),
  ).toMatchObject({
    action: "version.store",
    actorId: mara.id,
  });
});

test("the same page given twice is one version", async () => {
  const given = await Promise.all([1, 2].map(() => requestImport(mara, page(pageBytes("two")), at)));
  await work();
  const done = await Promise.all(given.map(({ importId }) => importById(importId)));
  expect(done.map((one) => one?.state)).toEqual(["DONE", "DONE"]);
  expect(done[0]?.versionId).toBe(done[1]?.versionId);
});

/** As a kill at the last try leaves it: no try left, and held by nobody, or by a worker that may live. */
const killedAtLastTry = (importId: string, holder: string | null) =>
  database().$transaction([
    database().$executeRaw`
      UPDATE graphile_worker._private_jobs SET attempts = max_attempts, locked_by = ${holder},
        locked_at = CASE WHEN ${holder}::text IS NULL THEN NULL ELSE now() END
      WHERE key = ${`import:${importId}`}`,
    database().import.update({ where: { id: importId }, data: { state: "RUNNING" } }),
  ]);

test("a page whose worker was killed at every try is ended with a reason, and can be tried again", async () => {
  const { importId } = await requestImport(mara, page(pageBytes("killed")), at);
  await killedAtLastTry(importId, "pool-alive");
  expect(await refuseLost(at.now)).toBe(0);
  expect((await importById(importId))?.state).toBe("RUNNING");
  await killedAtLastTry(importId, null);
  expect(await refuseLost(at.now)).toBe(1);
  expect(await importById(importId)).toMatchObject({ state: "REFUSED", message: words.imports.gaveUp });
  expect(await refuseLost(at.now)).toBe(0);
  await retryImport(mara, { importId }, at);
  await work();
  expect((await importById(importId))?.state).toBe("DONE");
});

test("a page that can't be read is refused with its sentence, and never tried again", async () => {
  const binary = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 0, 0, 1]);
  const { importId } = await requestImport(mara, page(binary), at);
  await work();
  expect(await importById(importId)).toMatchObject({
    state: "REFUSED",
    message: pages.binary(pages.binaryKinds.pdf),
  });
  expect(await jobs()).toEqual([{ n: 0 }]);
});

test("an import that is not committed leaves no job, no bytes and no row", async () => {
  const before = await database().snapshot.count();
  await expect(
    requestImport(mara, { ...page(pageBytes("three")), url: "ftp://x.example/" }, at),
  ).rejects.toMatchObject({
    field: "url",
  });
  await expect(requestImport(mara, page(new Uint8Array()), at)).rejects.toThrow(pages.empty);
  await expect(requestImport(mara, page(new Uint8Array(5_000_000)), at)).rejects.toThrow(pages.tooLarge);
  expect(await database().snapshot.count()).toBe(before);
  expect(await jobs()).toEqual([{ n: 0 }]);
});

test("a worker that died in the middle is followed by one that finishes, and stores nothing twice", async () => {
  const { importId } = await requestImport(mara, page(pageBytes("four")), at);
  await database().import.update({ where: { id: importId }, data: { state: "RUNNING" } });
  await runImport(importId, false, at.now);
  await runImport(importId, false, at.now);
  await work();
  const done = await importById(importId);
  expect(done?.state).toBe("DONE");
  expect(await database().auditEvent.count({ where: { subjectId: `version:${done?.versionId}` } })).toBe(1);
});

test("a fault of ours is tried again, given up with a sentence at last, and tried once more by a person", async () => {
  const { importId } = await requestImport(mara, page(pageBytes("five")), at);
  await database().$executeRawUnsafe(
    `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await database().$executeRawUnsafe(
    `CREATE TRIGGER break_it BEFORE INSERT ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION break_it()`,
  );
  await work();
  expect(await importById(importId)).toMatchObject({ state: "RUNNING", message: null });
  expect(await jobs()).toEqual([{ n: 1 }]);
  await expect(runImport(importId, true, at.now)).rejects.toThrow("the disk is full");
  expect(await importById(importId)).toMatchObject({ state: "REFUSED", message: words.imports.gaveUp });
  await database().$executeRawUnsafe(`DROP TRIGGER break_it ON "Suggestion"`);
  await retryImport(mara, { importId }, at);
  expect(await importById(importId)).toMatchObject({ state: "QUEUED", step: "READ", message: null });
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE", message: null });
  expect(await jobs()).toEqual([{ n: 0 }]);
});
