import { parseCrontab } from "graphile-worker";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startDueRefetches } from "#lib/db/articles/refetches";
import { verifyRecord } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import { refetchArticle, watchArticle } from "#lib/desk/articles";
import { cancelImport, requestAddress, retryImport } from "#lib/desk/imports";
import { versionsView } from "#lib/desk/page-versions";
import { at, person, storedPage } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import type { WatchPace } from "#lib/domain/articles";
import { html, http, moved } from "#lib/pipeline/fetch/testing/site";
import * as words from "#lib/words";
import { CLOCK, comparingTasks, fetchingTasks, tidyingTasks } from "./tasks";
import { workshop } from "./testing/workshop";

const versionRefusals = words.versionRefusals;

const { routes, site, settings, addressOf, ...queue } = workshop();
let mara: Actor;
beforeAll(async () => {
  mara = await person("Mara");
});
afterEach(async () => {
  await database().article.updateMany({ data: { watch: "NEVER", nextCheckAt: null } });
});

/** Run what waits in the queue and is due. Every run meets the site as if nobody had asked it for a while. */
async function work() {
  await database().fetchHost.deleteMany();
  site().asked.length = 0;
  await queue.work();
}

const QUAY = "The council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.";
const COST = "The ministry will pay half of the cost, she said.";
const BUILT = "The old quay was built by the navy in 1931.";
const pageOf = (sentences: readonly string[], clock = "12:01") =>
  `<!doctype html><html><head><title>Quay to be widened</title></head><body><nav><a href="/">Home</a> <a href="/clock">${clock}</a></nav>
  <article><h1>Quay to be widened</h1><p>Monday, September 16, 2024</p>${sentences.map((one) => `<p>${one} It was said in the town hall, in front of the fishermen and of the press.</p>`).join("")}</article></body></html>`;

/** A page at `path` that was fetched once: its article and its first version. */
async function taken(path: string, sentences: readonly string[] = [QUAY, COST, BUILT], headers = {}) {
  routes.set(path, html(pageOf(sentences), headers));
  const { importId } = await requestAddress(mara, { address: addressOf(path), publisher: "q.example" }, at);
  await work();
  const { versionId } = await database().import.findUniqueOrThrow({ where: { id: importId } });
  const version = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId ?? "" } });
  return { articleId: version.articleId, versionId: version.id };
}

async function look(articleId: string) {
  const { importId } = await refetchArticle(mara, { articleId }, at);
  await work();
  return database().import.findUniqueOrThrow({ where: { id: importId } });
}

const results = async (articleId: string) =>
  (
    await database().pageCheck.findMany({ where: { articleId }, orderBy: [{ at: "asc" }, { id: "asc" }] })
  ).map(({ result }) => result);
const versionsOf = (articleId: string) => database().articleVersion.count({ where: { articleId } });
const suggestionsOf = (versionId: string) =>
  database().suggestion.findMany({ where: { versionId }, orderBy: { start: "asc" } });

/** What became of the statement with these words, in the version that the page shows now. */
async function fate(versionId: string, words: string) {
  const found = (await suggestionsOf(versionId)).find(({ exact }) => exact.includes(words));
  if (found === undefined) throw new Error(`no statement has “${words}”`);
  const view = await versionsView(mara.id, versionId, [found]);
  return view?.fates[`${found.start}-${found.end}`];
}
const seenAt = async (versionId: string) =>
  (await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } })).fetchedAt.toISOString();

test("the first fetch keeps the dates, where they were found, and the address that the page gives itself", async () => {
  const canonical = addressOf("/kept");
  routes.set(
    "/kept",
    html(
      pageOf([QUAY, COST]).replace(
        "</head>",
        `<link rel="canonical" href="${canonical}"><meta property="article:published_time" content="2024-09-16T08:00:00Z"><meta property="article:modified_time" content="2024-09-17T08:00:00Z"></head>`,
      ),
    ),
  );
  const { importId } = await requestAddress(mara, { address: canonical, publisher: null }, at);
  await work();
  const { versionId } = await database().import.findUniqueOrThrow({ where: { id: importId } });
  const view = await versionsView(mara.id, versionId ?? "", []);
  expect(view?.facts).toMatchObject({
    url: canonical,
    canonicalUrl: canonical,
    dates: {
      published: { day: "2024-09-16", certainty: "CERTAIN" },
      updated: { day: "2024-09-17", certainty: "CERTAIN" },
    },
  });
  expect(view?.watch).toMatchObject({ pace: "NEVER", nextCheckAt: null, lastCheck: { result: "NEW" } });
});

test("a page that its server calls unchanged is asked for with its mark, and costs a look and nothing else", async () => {
  const { articleId, versionId } = await taken("/same", undefined, { etag: '"one"' });
  routes.set("/same", (socket, head) =>
    (/if-none-match: "one"/i.test(head) ? http(304, {}) : html(pageOf([COST])))(socket, head),
  );
  const before = await database().snapshot.count();
  const { importId } = await refetchArticle(mara, { articleId }, at);
  await database().fetchHost.deleteMany();
  // Fetching alone: nothing is left to be read.
  await queue.work(fetchingTasks(settings()));
  expect(await database().import.findUnique({ where: { id: importId } })).toMatchObject({
    state: "DONE",
    versionId,
  });
  expect(await results(articleId)).toEqual(["NEW", "SAME"]);
  expect(await versionsOf(articleId)).toBe(1);
  expect(await database().snapshot.count()).toBe(before);
});

test("the same bytes again, other bytes with the same words, and a change of furniture make no version", async () => {
  const { articleId, versionId } = await taken("/trivial");
  expect(await look(articleId)).toMatchObject({ state: "DONE", versionId });
  routes.set("/trivial", html(`${pageOf([QUAY, COST, BUILT])}<!-- served by web7 -->`));
  expect(await look(articleId)).toMatchObject({ state: "DONE", versionId });
  routes.set("/trivial", html(pageOf([QUAY.replace(" the quay", " the\u00a0quay"), COST, BUILT], "12:02")));
  const trivial = await look(articleId);
  expect(trivial).toMatchObject({ state: "DONE", versionId });
  expect(await look(articleId)).toMatchObject({ versionId });
  expect(await results(articleId)).toEqual(["NEW", "SAME", "SAME", "TRIVIAL", "TRIVIAL"]);
  expect(await versionsOf(articleId)).toBe(1);
  // What was seen is kept, byte by byte.
  const bytes = await database().snapshot.findUnique({ where: { sha256: trivial.snapshotSha256 ?? "" } });
  expect(Buffer.from(bytes?.bytes ?? []).toString("utf8")).toContain("12:02");
});

test("over four versions each statement is dated by the first in which it is as it is now", async () => {
  const { articleId, versionId } = await taken("/four");
  const states = [
    [QUAY.replace("Monday", "Tuesday"), COST, BUILT],
    [QUAY.replace("Monday", "Friday"), COST],
    [QUAY.replace("Monday", "Friday"), BUILT],
  ];
  const ids: string[] = [];
  for (const state of states) {
    routes.set("/four", html(pageOf(state)));
    ids.push((await look(articleId)).versionId ?? "");
  }
  expect(await results(articleId)).toEqual(["NEW", "NEW", "NEW", "NEW"]);
  const [, third, fourth] = ids;
  expect(await fate(versionId, "agreed on Monday")).toMatchObject({
    kind: "REWORDED",
    since: await seenAt(third ?? ""),
    version: { number: 4 },
  });
  expect(await fate(versionId, "half of the cost")).toMatchObject({
    kind: "REMOVED",
    since: await seenAt(fourth ?? ""),
  });
  expect(await fate(versionId, "built by the navy")).toMatchObject({
    kind: "STANDS",
    since: await seenAt(fourth ?? ""),
  });
  expect(await fate(ids[0] ?? "", "agreed on Tuesday")).toMatchObject({ kind: "REWORDED" });
  const shown = await versionsView(mara.id, fourth ?? "", await suggestionsOf(fourth ?? ""));
  expect(shown?.fates).toEqual({});
  expect(shown?.versions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test("a page that says again what it said before is that version again, and its statements stand again", async () => {
  const { articleId, versionId } = await taken("/back");
  routes.set("/back", html(pageOf([QUAY, BUILT])));
  const second = await look(articleId);
  expect(await fate(versionId, "half of the cost")).toMatchObject({ kind: "REMOVED" });
  routes.set("/back", html(pageOf([QUAY, COST, BUILT])));
  expect(await look(articleId)).toMatchObject({ versionId });
  expect(await versionsOf(articleId)).toBe(2);
  expect(await results(articleId)).toEqual(["NEW", "NEW", "SAME"]);
  const view = await versionsView(
    mara.id,
    second.versionId ?? "",
    await suggestionsOf(second.versionId ?? ""),
  );
  expect(view?.shown.id).toBe(versionId);
  expect(Object.values(view?.fates ?? {}).every(({ kind }) => kind === "STANDS")).toBe(true);
});

test("a page that is gone is gone since the first time that it was, its versions stay, and it may come back", async () => {
  const { articleId, versionId } = await taken("/gone");
  routes.delete("/gone");
  const first = await look(articleId);
  expect(first).toMatchObject({
    state: "REFUSED",
    message: expect.stringContaining("no page at this address"),
  });
  routes.set("/gone", http(410, {}));
  await look(articleId);
  expect(await results(articleId)).toEqual(["NEW", "GONE", "GONE"]);
  const view = await versionsView(mara.id, versionId, []);
  const gone = await database().pageCheck.findFirstOrThrow({
    where: { articleId, result: "GONE" },
    orderBy: { at: "asc" },
  });
  expect(view?.watch).toMatchObject({ goneSince: gone.at.toISOString(), isPageThere: false, trouble: null });
  expect(view?.versions).toHaveLength(1);
  // Trying the refused look again is another look.
  routes.set("/gone", html(pageOf([QUAY, COST, BUILT])));
  await retryImport(mara, { importId: first.id }, at);
  await work();
  expect(await results(articleId)).toEqual(["NEW", "GONE", "GONE", "SAME"]);
  expect((await versionsView(mara.id, versionId, []))?.watch.goneSince).toBeNull();
});

test("an address that leads to another page now makes no version of it", async () => {
  const { articleId, versionId } = await taken("/moved");
  routes.set("/moved", moved("/front")).set("/front", html(pageOf([BUILT])));
  const articles = await database().article.count();
  expect(await look(articleId)).toMatchObject({
    state: "REFUSED",
    message: versionRefusals.movedTo(addressOf("/front")),
  });
  expect(await results(articleId)).toEqual(["NEW", "MOVED"]);
  expect(await database().article.count()).toBe(articles);
  expect((await versionsView(mara.id, versionId, []))?.watch.moved).toMatchObject({
    to: addressOf("/front"),
  });
});

test("a look that fails otherwise says why, and is no look at the page", async () => {
  const { articleId, versionId } = await taken("/shut");
  routes.set("/shut", http(403, {}));
  await look(articleId);
  expect(await results(articleId)).toEqual(["NEW"]);
  expect((await versionsView(mara.id, versionId, []))?.watch).toMatchObject({
    goneSince: null,
    trouble: { message: expect.stringContaining("doesn’t let programs read") },
  });
});

test("a page is asked for once at a time, whoever asks", async () => {
  const { articleId } = await taken("/once");
  const ines = await person("Ines", "CONTRIBUTOR");
  const asked = await Promise.all(
    [mara, ines, mara, ines].map((actor) => refetchArticle(actor, { articleId }, at)),
  );
  expect(new Set(asked.map(({ importId }) => importId)).size).toBe(1);
  await database().article.update({
    where: { id: articleId },
    data: { watch: "HOURLY", nextCheckAt: new Date(0) },
  });
  await startDueRefetches(new Date());
  expect(await database().import.count({ where: { articleId } })).toBe(1);
  await work();
  expect(site().paths()).toEqual(["/once"]);
  await expect(
    database().import.createMany({
      data: [1, 2].map(() => ({ way: "ADDRESS" as const, url: addressOf("/once"), articleId })),
    }),
  ).rejects.toMatchObject({ code: "P2002" });
  expect(
    await database().auditEvent.count({
      where: { subjectId: `article:${articleId}`, action: "article.refetch" },
    }),
  ).toBe(1);
});

test("a watched page is fetched when its time has come, by one of many workers, and then not before its next time", async () => {
  const { articleId, versionId } = await taken("/watched");
  await watchArticle(mara, { articleId, pace: "DAILY" }, { now: new Date("2026-11-20T00:00:00Z") });
  expect(await startDueRefetches(new Date("2026-11-20T12:00:00Z"))).toBe(0);
  const due = new Date("2026-11-21T03:00:00Z");
  const started = await Promise.all([1, 2, 3, 4].map(() => startDueRefetches(due)));
  expect(started.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await startDueRefetches(due)).toBe(0);
  const { nextCheckAt } = await database().article.findUniqueOrThrow({ where: { id: articleId } });
  const later = (nextCheckAt?.getTime() ?? 0) - due.getTime();
  expect(later).toBeGreaterThanOrEqual(86_400_000);
  expect(later).toBeLessThanOrEqual(86_400_000 * 1.1);
  routes.set("/watched", html(pageOf([QUAY, BUILT])));
  await work();
  const looks = await database().import.findMany({ where: { articleId } });
  expect(looks).toMatchObject([{ state: "DONE", requestedById: null }]);
  expect(looks[0]?.versionId).not.toBe(versionId);
  expect(
    await database().auditEvent.findFirst({ where: { subjectId: `version:${looks[0]?.versionId}` } }),
  ).toMatchObject({ action: "version.store", actorId: "SYSTEM" });
  await watchArticle(mara, { articleId, pace: "NEVER" }, at);
  expect(await startDueRefetches(new Date("2027-11-21T03:00:00Z"))).toBe(0);
});

test("who may not: a contributor sets no pace; a page without an address has none, and isn't fetched", async () => {
  const ines = await person("Ines", "CONTRIBUTOR");
  const { articleId } = await taken("/may");
  await expect(watchArticle(ines, { articleId, pace: "DAILY" }, at)).rejects.toMatchObject({
    code: "not_allowed",
  });
  await expect(watchArticle(mara, { articleId, pace: "MINUTELY" as WatchPace }, at)).rejects.toMatchObject({
    code: "invalid_input",
  });
  const pasted = await storedPage();
  const { articleId: without } = await database().articleVersion.findUniqueOrThrow({ where: { id: pasted } });
  await expect(refetchArticle(mara, { articleId: without }, at)).rejects.toThrow(versionRefusals.noAddress);
  await expect(watchArticle(mara, { articleId: without, pace: "DAILY" }, at)).rejects.toThrow(
    versionRefusals.noAddress,
  );
  const nobody = "00000000-0000-7000-8000-000000000000";
  await expect(refetchArticle(mara, { articleId: nobody }, at)).rejects.toMatchObject({ code: "not_found" });
});

test("the database itself keeps looks as they are, of the page that they are of", async () => {
  const one = await taken("/guard-1");
  const two = await taken("/guard-2", [QUAY, BUILT]);
  const check = { articleId: one.articleId, at: new Date() };
  const create = (data: object) =>
    database().pageCheck.create({ data: { ...check, result: "SAME", ...data } });
  await expect(create({ versionId: two.versionId })).rejects.toThrow();
  await expect(create({})).rejects.toThrow();
  await expect(create({ result: "GONE", versionId: one.versionId })).rejects.toThrow();
  await expect(create({ result: "MOVED" })).rejects.toThrow();
  await expect(database().pageCheck.updateMany({ data: { result: "NEW" } })).rejects.toThrow();
  await expect(database().pageCheck.deleteMany()).rejects.toThrow();
  await expect(
    database().article.update({ where: { id: one.articleId }, data: { watch: "DAILY" } }),
  ).rejects.toThrow();
  expect(await results(one.articleId)).toEqual(["NEW"]);
  expect((await verifyRecord()).faults).toEqual([]);
});

test("the clock of the queue asks for what the worker knows to do, once at a time", () => {
  const settings = { origin: "https://onrecord.example", allowHosts: [] };
  const tasks = Object.keys({ ...fetchingTasks(settings), ...tidyingTasks(365), ...comparingTasks() });
  const items = parseCrontab(CLOCK);
  expect(items.map(({ task, options }) => [task, options.jobKey])).toEqual([
    ["look", "look"],
    ["check", "check"],
    ["tidy", "tidy"],
    ["doubts", "doubts"],
  ]);
  for (const { task, options } of items) {
    expect(tasks).toContain(task);
    expect(options.maxAttempts).toBe(1);
  }
});

test("a look that was cancelled is not tried again while another one is under way", async () => {
  const { articleId } = await taken("/quay-cancelled");
  const first = await refetchArticle(mara, { articleId }, at);
  await cancelImport(mara, { importId: first.importId }, at);
  const second = await refetchArticle(mara, { articleId }, at);
  expect(second.importId).not.toBe(first.importId);
  await expect(retryImport(mara, { importId: first.importId }, at)).rejects.toMatchObject({
    code: "conflict",
  });
  await cancelImport(mara, { importId: second.importId }, at);
  await retryImport(mara, { importId: first.importId }, at);
  await work();
  expect(await results(articleId)).toEqual(["NEW", "SAME"]);
});
