import { Logger, runOnce } from "graphile-worker";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { startFetch } from "#lib/db/imports/imports";
import { importById } from "#lib/db/imports/views";
import { jobsPage } from "#lib/db/jobs/jobs";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { onServer } from "#lib/db/testing/server";
import { cancelImport, requestAddress, requestImport, retryImport } from "#lib/desk/imports";
import { at, pageBytes, person, storedPage } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { fetchingTasks, readingTasks } from "#lib/jobs/tasks";
import { http, type Route, type Site, startSite } from "#lib/pipeline/fetch/testing/site";
import * as words from "#lib/words";
import { removeJob, retryAllJobs, retryJob } from "./jobs";

const refusals = words.refusals;

/** What admins see of the queue, and what they may do about what failed. */

const ROUTES = new Map<string, Route>();
let db: Awaited<ReturnType<typeof freshDatabase>>;
let site: Site;
let ada: Actor;
let mara: Actor;
let ines: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  site = await startSite((path) => ROUTES.get(path));
  [ada, mara, ines] = await Promise.all([
    person("Ada", "ADMIN"),
    person("Mara"),
    person("Ines", "CONTRIBUTOR"),
  ]);
});
afterEach(async () => {
  ROUTES.clear();
  await onServer(db.url, `DROP TRIGGER IF EXISTS break_it ON "Suggestion"`);
  await onServer(db.url, "DELETE FROM graphile_worker._private_jobs");
  await database().import.updateMany({
    where: { state: { notIn: ["DONE", "CANCELLED"] } },
    data: { state: "CANCELLED", fault: null },
  });
  await database().fetchHost.deleteMany();
});
afterAll(async () => {
  await disconnect();
  await db.close();
  await site.stop();
});

const work = () =>
  runOnce({
    connectionString: db.url,
    taskList: {
      ...readingTasks("RULES"),
      ...fetchingTasks({ origin: "https://onrecord.example", allowHosts: [`127.0.0.1:${site.port}`] }),
      sweep: async () => {},
    },
    logger: new Logger(() => () => {}),
  });
const give = async (mark: string) =>
  (
    await requestImport(
      mara,
      { bytes: pageBytes(mark), format: "text", fileName: `${mark}.txt`, mediaType: null },
      at,
    )
  ).importId;
const queue = (change: string, where: string) =>
  onServer(db.url, `UPDATE graphile_worker._private_jobs SET ${change} WHERE ${where}`);
const breakStoring = async () => {
  await onServer(
    db.url,
    `CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await onServer(
    db.url,
    `CREATE TRIGGER break_it BEFORE INSERT ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION break_it()`,
  );
};
const mendStoring = () => onServer(db.url, `DROP TRIGGER break_it ON "Suggestion"`);
/** A page that fails by our fault as often as the queue tries it. */
async function failed(mark: string): Promise<string> {
  await breakStoring();
  const importId = await give(mark);
  await queue("attempts = max_attempts - 1", `key = 'import:${importId}'`);
  await work();
  await mendStoring();
  return importId;
}
/** A job of another kind whose one try failed. */
async function deadSweep(): Promise<string> {
  const [job] = await onServer(
    db.url,
    "SELECT id::text FROM graphile_worker.add_job('sweep', max_attempts := 1)",
  );
  await queue("attempts = 1, last_error = 'no broom'", `id = ${job?.id}`);
  return `job:${job?.id}`;
}

test("an empty queue is empty", async () => {
  expect(await jobsPage()).toEqual({ waiting: [], running: [], failed: [], failedCount: 0 });
});

test("what waits is counted by task, what runs is told with its worker and its page", async () => {
  await give("waits-1");
  await give("waits-2");
  const { importId } = await requestAddress(mara, { address: "https://harbour.example/quay" }, at);
  await queue("run_at = now() + interval '5 minutes'", `key = 'import:${importId}'`);
  const runs = await give("runs");
  await queue("locked_by = 'worker-7', locked_at = now(), attempts = 2", `key = 'import:${runs}'`);
  const { waiting, running, failed } = await jobsPage();
  expect(waiting).toMatchObject([
    { task: "import", due: 2, later: 0 },
    { task: "fetch", due: 0, later: 1 },
  ]);
  expect(running).toMatchObject([
    {
      task: "import",
      worker: "worker-7",
      attempt: 2,
      attempts: 6,
      page: { importId: runs, name: "runs.txt" },
    },
  ]);
  expect(failed).toEqual([]);
});

test("our fault is told apart from a page's, with what the program said, and tried again", async () => {
  const importId = await failed("ours");
  const binary = { bytes: Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d]), format: null };
  await requestImport(mara, { ...binary, fileName: "a.pdf", mediaType: null }, at);
  await work();
  const page = await jobsPage();
  expect(page.failedCount).toBe(1);
  expect(page.failed).toMatchObject([
    {
      subject: `import:${importId}`,
      task: "import",
      fault: "OURS",
      tries: 6,
      page: { importId, name: "ours.txt" },
      message: words.imports.gaveUp,
      error: expect.stringContaining("the disk is full"),
      endedAt: expect.stringMatching(/^20/),
    },
  ]);
  expect(JSON.stringify(await importById(importId))).not.toContain("disk");
  await retryJob(ada, { subject: `import:${importId}` }, at);
  expect(await jobsPage()).toMatchObject({ failed: [], waiting: [{ task: "import", due: 1 }] });
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE" });
  expect(await onServer(db.url, "SELECT 1 FROM graphile_worker.jobs")).toEqual([]);
  expect(
    await database().auditEvent.findFirst({
      where: { action: "job.retry", subjectId: `import:${importId}`, actorId: ada.id },
    }),
  ).not.toBeNull();
  await expect(retryJob(ada, { subject: `import:${importId}` }, at)).rejects.toThrow(refusals.jobGone);
});

test("whoever gave the page may try it again too, and nothing of the failed job stays behind", async () => {
  const importId = await failed("theirs");
  await retryImport(mara, { importId }, at);
  expect(await onServer(db.url, "SELECT attempts FROM graphile_worker.jobs")).toEqual([{ attempts: 0 }]);
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE" });
  expect((await jobsPage()).failed).toEqual([]);
});

test("a site that failed to the end is told as given up; one that says no is not", async () => {
  ROUTES.set("/busy", http(503, {})).set("/none", http(404, {}));
  const address = (path: string) => `http://127.0.0.1:${site.port}${path}`;
  const { importId } = await requestAddress(mara, { address: address("/busy") }, at);
  await requestAddress(mara, { address: address("/none") }, at);
  await database().import.update({ where: { id: importId }, data: { attempts: 4 } });
  await work();
  await queue("run_at = now()", "true"); // the second had to wait for its turn
  await work();
  const { failed } = await jobsPage();
  expect(failed).toMatchObject([
    { subject: `import:${importId}`, task: "fetch", fault: "SITE", tries: 5, error: null },
  ]);
  expect(failed[0]?.message).toMatch(/it answered 503/);
});

test("a page whose workers were killed each time is found, tried again, or cancelled", async () => {
  const one = await give("killed-1");
  const two = await give("killed-2");
  const { importId: three } = await requestAddress(
    mara,
    { address: `http://127.0.0.1:${site.port}/killed` },
    at,
  );
  await startFetch(three);
  await database().import.updateMany({ where: { id: { in: [one, two] } }, data: { state: "RUNNING" } });
  await expect(retryImport(mara, { importId: one }, at)).rejects.toThrow(refusals.notRefused);
  await queue("attempts = max_attempts", "true");
  expect((await jobsPage()).failed).toMatchObject(
    [three, two, one].sort().map(() => ({ fault: "OURS", tries: 6, endedAt: null, message: null })),
  );
  await retryJob(ada, { subject: `import:${one}` }, at);
  await removeJob(ada, { subject: `import:${two}` }, at);
  await cancelImport(mara, { importId: three }, at);
  await work();
  expect(await importById(one)).toMatchObject({ state: "DONE" });
  expect(await importById(two)).toMatchObject({ state: "CANCELLED" });
  expect(await importById(three)).toMatchObject({ state: "CANCELLED" });
  expect(await onServer(db.url, "SELECT 1 FROM graphile_worker.jobs")).toEqual([]);
});

test("any other job that failed is shown by its task and its number, tried again, or removed", async () => {
  const subject = await deadSweep();
  expect((await jobsPage()).failed).toMatchObject([
    { subject, task: "sweep", page: null, fault: "OURS", tries: 1, error: "no broom", message: null },
  ]);
  await retryJob(ada, { subject }, at);
  expect(await jobsPage()).toMatchObject({ failed: [], waiting: [{ task: "sweep", due: 1 }] });
  await expect(removeJob(ada, { subject }, at)).rejects.toThrow(refusals.jobGone);
  await work();
  const other = await deadSweep();
  await removeJob(ada, { subject: other }, at);
  expect((await jobsPage()).failed).toEqual([]);
  expect(await onServer(db.url, "SELECT 1 FROM graphile_worker.jobs")).toEqual([]);
  expect(await database().auditEvent.count({ where: { action: "job.remove", subjectId: other } })).toBe(1);
});

test("all of them are tried again together, and each once", async () => {
  const importId = await failed("all");
  const subject = await deadSweep();
  const outcomes = await Promise.allSettled([1, 2].map(() => retryAllJobs(ada, {}, at)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "fulfilled")).toMatchObject({ value: { retried: 2 } });
  expect((await jobsPage()).failed).toEqual([]);
  const events = await database().auditEvent.findMany({
    where: { action: "job.retryAll" },
    include: { payload: true },
  });
  expect(events).toMatchObject([{ actorId: ada.id, subjectId: "job:all" }]);
  expect(events[0]?.payload?.payload).toEqual({
    retried: expect.arrayContaining([`import:${importId}`, subject]),
  });
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE" });
});

test("of two looks at one page that failed, one is tried again, and the other once that has ended", async () => {
  const { articleId } = await database().articleVersion.findUniqueOrThrow({
    where: { id: await storedPage() },
    select: { articleId: true },
  });
  const look = { way: "ADDRESS" as const, url: "https://harbour.example/quay", articleId };
  const ids: string[] = [];
  for (const finishedAt of [at.now, new Date()]) {
    const { id } = await database().import.create({
      data: { ...look, state: "REFUSED", fault: "OURS", message: "-", finishedAt },
    });
    ids.push(id);
  }
  expect(await retryAllJobs(ada, {}, at)).toEqual({ retried: 1 });
  const subject = `import:${ids[0]}`;
  expect((await jobsPage()).failed).toMatchObject([{ subject }]);
  await expect(retryJob(ada, { subject }, at)).rejects.toThrow(refusals.jobGone);
  await cancelImport(mara, { importId: ids[1] }, at);
  await retryJob(ada, { subject }, at);
  expect(await importById(ids[0] ?? "")).toMatchObject({ state: "QUEUED" });
});

test("a page that is removed counts as cancelled, and can still be tried again on its own screen", async () => {
  const importId = await failed("removed");
  await removeJob(ada, { subject: `import:${importId}` }, at);
  expect((await jobsPage()).failed).toEqual([]);
  expect(await importById(importId)).toMatchObject({ state: "CANCELLED", message: null });
  expect(await onServer(db.url, "SELECT 1 FROM graphile_worker.jobs")).toEqual([]);
  await retryImport(mara, { importId }, at);
  await work();
  expect(await importById(importId)).toMatchObject({ state: "DONE" });
});

test("nobody but an admin does any of it, and nothing that didn't fail is touched", async () => {
  const importId = await failed("may");
  const subject = `import:${importId}`;
  for (const actor of [mara, ines]) {
    await expect(retryJob(actor, { subject }, at)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(removeJob(actor, { subject }, at)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(retryAllJobs(actor, {}, at)).rejects.toMatchObject({ code: "not_allowed" });
  }
  expect((await jobsPage()).failedCount).toBe(1);
  const waits = await give("untouched");
  const [job] = await onServer(db.url, `SELECT id FROM graphile_worker.jobs WHERE key = 'import:${waits}'`);
  for (const other of [`import:${waits}`, `job:${job?.id}`, "job:987654321"]) {
    await expect(removeJob(ada, { subject: other }, at)).rejects.toThrow(refusals.jobGone);
    await expect(retryJob(ada, { subject: other }, at)).rejects.toThrow(refusals.jobGone);
  }
  for (const wrong of ["", "job:1; DROP TABLE", "import:x", "version:1"]) {
    await expect(retryJob(ada, { subject: wrong }, at)).rejects.toMatchObject({ code: "invalid_input" });
  }
  expect(await importById(waits)).toMatchObject({ state: "QUEUED" });
});
