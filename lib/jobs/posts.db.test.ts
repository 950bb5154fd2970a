import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { versionsOfImport } from "#lib/db/articles/posts";
import { verifyRecord } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import { endedImports } from "#lib/db/imports/bulk-imports";
import { startImport } from "#lib/db/imports/imports";
import { importById } from "#lib/db/imports/views";
import { refetchArticle, watchArticle } from "#lib/desk/articles";
import { cancelImport, requestAddress, requestImport } from "#lib/desk/imports";
import { versionsView } from "#lib/desk/page-versions";
import { at, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import { html } from "#lib/pipeline/fetch/testing/site";
import {
  archiveText,
  blog,
  type Language,
  type MadePost,
  posts,
  starts,
} from "#lib/pipeline/testing/made-blogs";
import * as words from "#lib/words";
import { workshop } from "./testing/workshop";

const refusals = words.refusals;
const versionRefusals = words.versionRefusals;

/** Pages that hold several posts: each is an article of its own. */

const { routes, site, addressOf, ...queue } = workshop();
let mara: Actor;
let path = "";
let count = 0;
beforeAll(async () => {
  mara = await person("Mara");
});
beforeEach(() => {
  path = `/blog-${++count}`;
});
afterEach(async () => {
  await database().article.updateMany({ data: { watch: "NEVER", nextCheckAt: null } });
});

const [ferry, bridge, power] = posts.en;
const [rain, museum] = starts as readonly [MadePost, MadePost];
const onTop: MadePost = {
  title: "A notice for the fishermen",
  day: "2024-07-27",
  shown: "July 27, 2024",
  paragraphs: [
    "Omar Haddad, the clerk, said on Saturday that the northern pier will be closed to boats for the whole of next week.",
    "The fishermen were told to use the old quay instead, he said.",
  ],
};

async function work() {
  await database().fetchHost.deleteMany();
  site().asked.length = 0;
  await queue.work();
}

const show = (list: readonly MadePost[], teasers: readonly MadePost[] = [], language: Language = "en") =>
  routes.set(path, html(blog(language, list, "wordpress", teasers)));

/** The address is given, fetched and read. Returns the import as it ended. */
async function give() {
  const { importId } = await requestAddress(mara, { address: addressOf(path), publisher: null }, at);
  await work();
  return database().import.findUniqueOrThrow({ where: { id: importId } });
}

async function look(articleId: string) {
  const { importId } = await refetchArticle(mara, { articleId }, at);
  await work();
  return database().import.findUniqueOrThrow({ where: { id: importId } });
}

/** The articles at the address, in the order in which they came. */
const articles = () =>
  database().article.findMany({
    where: { url: addressOf(path) },
    orderBy: { id: "asc" },
    include: { versions: { orderBy: { number: "asc" }, include: { posts: { orderBy: { index: "asc" } } } } },
  });
async function articleOf({ title }: MadePost) {
  const found = (await articles()).find(({ heading }) => heading === title);
  if (found === undefined) throw new Error(`no article is called “${title}”`);
  return found;
}
const headings = async () => (await articles()).map(({ heading }) => heading);
const results = async ({ id }: { readonly id: string }) =>
  (
    await database().pageCheck.findMany({ where: { articleId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] })
  ).map(({ result }) => result);
const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;
const counts = async () => ({
  articles: await database().article.count(),
  versions: await database().articleVersion.count(),
  suggestions: await database().suggestion.count(),
});

test.each(["en", "ar", "ckb"] as const)(
  "in %s: each post has its title, its day and its words",
  async (language) => {
    const given = posts[language];
    show(given, [], language);
    const done = await give();
    const found = await articles();
    expect(found.map(({ heading }) => heading)).toEqual(given.map(({ title }) => title));
    expect(done).toMatchObject({ state: "DONE", versionId: found[0]?.versions[0]?.id });
    for (const [i, { versions, slug }] of found.entries()) {
      const [version] = versions;
      expect(versions).toHaveLength(1);
      expect(version).toMatchObject({ title: given[i]?.title, number: 1 });
      expect(dayOf(version?.postedAt)).toBe(given[i]?.day);
      expect(version?.posts.filter(({ isTeaser }) => !isTeaser)).toHaveLength(1);
      expect(version?.text).toContain(given[i]?.paragraphs[0]);
      expect(slug).not.toBe("");
      const suggestions = await database().suggestion.findMany({ where: { versionId: version?.id ?? "" } });
      expect(suggestions.length > 0).toBe(language === "en");
      for (const { start, end, exact } of suggestions) expect(version?.text.slice(start, end)).toBe(exact);
    }
    const checks = await database().pageCheck.findMany({ where: { importId: done.id } });
    expect(checks.map(({ result }) => result)).toEqual(given.map(() => "NEW"));
    // What the desk and programs are told of it, in the page's order.
    const links = found.map(({ versions }, i) => ({
      versionId: versions[0]?.id,
      title: given[i]?.title,
      day: given[i]?.day,
    }));
    expect(await importById(done.id)).toMatchObject({ versionId: links[0]?.versionId, posts: links });
    expect((await versionsOfImport(done.id)).map(({ id }) => id)).toEqual(
      links.map(({ versionId }) => versionId),
    );
    expect(await endedImports([done.id])).toMatchObject([{ articles: given.length, isNew: true }]);
    expect((await versionsView(mara.id, links[1]?.versionId ?? "", []))?.posts).toEqual(links);
  },
);

test("teasers stay with the post in which they stand, and are no articles", async () => {
  show([ferry, bridge], starts);
  await give();
  expect(await headings()).toEqual([ferry.title, bridge.title]);
  const [first, second] = await articles();
  expect(first?.versions[0]?.posts).toHaveLength(1);
  expect(second?.versions[0]?.posts.map(({ headline }) => headline)).toEqual(
    expect.arrayContaining([rain.title, museum.title]),
  );
});

test("“tomorrow” is read from the day of its own post", async () => {
  show(posts.en);
  await give();
  const { versions } = await articleOf(bridge);
  const suggestion = await database().suggestion.findFirst({
    where: { versionId: versions[0]?.id ?? "", exact: { contains: "tomorrow" } },
  });
  expect(suggestion?.prediction).toMatchObject({ dueTo: "2024-07-26" });
});

test("given again, and many times at once, nothing is stored twice", async () => {
  const request = {
    bytes: new TextEncoder().encode(blog("en", posts.en, "blogger")),
    format: "html" as const,
    mediaType: null,
    url: addressOf(path),
    publisher: null,
    isSample: false,
    requestedBy: mara.id,
  };
  const stored = await Promise.all(
    Array.from({ length: 5 }, () => ingest(request, { ...at, engine: "RULES" })),
  );
  expect(stored.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(stored.map(({ versionIds }) => versionIds.join())).size).toBe(1);
  expect(stored[0]?.versionIds).toHaveLength(3);
  expect(await headings()).toEqual(posts.en.map(({ title }) => title));
  const before = await counts();
  expect(await ingest(request, { ...at, engine: "RULES" })).toMatchObject({ isNew: false });
  expect(await counts()).toEqual(before);
  const ids = stored[0]?.versionIds.map((id) => `version:${id}`) ?? [];
  expect(
    await database().auditEvent.count({ where: { subjectId: { in: ids }, action: "version.store" } }),
  ).toBe(3);
});

test("a new post on top is one new article, and the others stay as they are", async () => {
  show([ferry, bridge, power]);
  await give();
  show([onTop, ferry, bridge, power]);
  const before = await counts();
  const done = await give();
  expect(await counts()).toMatchObject({ articles: before.articles + 1, versions: before.versions + 1 });
  const onPage = [onTop, ferry, bridge, power].map(({ title }) => title);
  expect((await importById(done.id))?.posts.map(({ title }) => title)).toEqual(onPage);
  const beside = await versionsView(mara.id, (await articleOf(power)).versions[0]?.id ?? "", []);
  expect(beside?.posts.map(({ title }) => title)).toEqual(onPage);
  expect(await headings()).toEqual([ferry.title, bridge.title, power.title, onTop.title]);
  expect((await articleOf(onTop)).versions[0]?.id).toBe(done.versionId);
  for (const post of [ferry, bridge, power]) {
    const [first, second] = await results(await articleOf(post));
    expect(first).toBe("NEW");
    expect(["SAME", "TRIVIAL"]).toContain(second);
  }
});

test("one post changed: it alone has a second version", async () => {
  show([ferry, bridge, power]);
  await give();
  show([
    ferry,
    { ...bridge, paragraphs: [bridge.paragraphs[0], "Work begins in April instead, the clerk said later."] },
    power,
  ]);
  const { id: importId, versionId } = await look((await articleOf(bridge)).id);
  expect((await articleOf(bridge)).versions.map(({ number }) => number)).toEqual([1, 2]);
  expect((await articleOf(bridge)).versions[1]?.id).toBe(versionId);
  expect((await articleOf(ferry)).versions).toHaveLength(1);
  expect((await articleOf(power)).versions).toHaveLength(1);
  expect(await database().pageCheck.count({ where: { importId } })).toBe(3);
});

test("a post that rolled off is gone from there since then, keeps its versions, and may come back", async () => {
  show([ferry, bridge, power]);
  await give();
  const last = await articleOf(power);
  show([onTop, ferry, bridge]);
  const done = await look(last.id);
  expect(done).toMatchObject({ state: "REFUSED", message: versionRefusals.rolledOff, versionId: null });
  expect(await results(last)).toEqual(["NEW", "GONE"]);
  // What else is on the page was taken in.
  expect(await headings()).toContain(onTop.title);
  const view = await versionsView(mara.id, last.versions[0]?.id ?? "", []);
  expect(view?.watch).toMatchObject({ lastCheck: { result: "GONE" }, trouble: null });
  expect(view?.watch).toMatchObject({ goneSince: expect.any(String), isPageThere: true });
  expect(view?.posts).toEqual([]);
  expect((await importById(done.id))?.posts).toHaveLength(3);
  // Asked for again it is gone still; and the others were only seen.
  await look(last.id);
  expect(await results(last)).toEqual(["NEW", "GONE", "GONE"]);
  show([ferry, bridge, power]);
  expect(await look(last.id)).toMatchObject({ state: "DONE", versionId: last.versions[0]?.id });
  expect((await results(last)).at(-1)).toMatch(/SAME|TRIVIAL/);
  // The one on top is gone now; nobody looked at it itself.
  expect((await results(await articleOf(onTop))).at(-1)).toBe("GONE");
});

test("one post that somebody pastes says nothing of the others at its address", async () => {
  show([ferry, bridge, power]);
  await give();
  const bytes = new TextEncoder().encode(archiveText("en", [bridge]));
  const request = { bytes, format: "text" as const, fileName: null, mediaType: null, url: addressOf(path) };
  const { importId } = await requestImport(mara, request, at);
  await work();
  const { versionId } = await database().import.findUniqueOrThrow({ where: { id: importId } });
  const article = await articleOf(bridge);
  expect(article.versions.map(({ id }) => id)).toContain(versionId);
  expect(await articles()).toHaveLength(3);
  for (const post of [ferry, power]) expect(await results(await articleOf(post))).toEqual(["NEW"]);
});

test("a look at one post finds its own words where the bytes are known", async () => {
  show([ferry, bridge, power]);
  await give();
  for (const post of [power, ferry]) {
    const article = await articleOf(post);
    expect(await look(article.id)).toMatchObject({ state: "DONE", versionId: article.versions[0]?.id });
    expect(await results(article)).toEqual(["NEW", "SAME"]);
  }
  expect(await results(await articleOf(bridge))).toEqual(["NEW"]);
});

test("an address that is one article stays one when it shows several posts", async () => {
  show([ferry]);
  const first = await give();
  expect(await headings()).toEqual([null]);
  expect((await importById(first.id))?.posts).toEqual([]);
  expect(await versionsOfImport(first.id)).toHaveLength(1);
  show([onTop, ferry, bridge]);
  await give();
  const [article, ...others] = await articles();
  expect(others).toEqual([]);
  expect(article?.versions.map(({ number }) => number)).toEqual([1, 2]);
  expect(article?.versions[0]?.id).toBe(first.versionId);
  expect(article?.versions[1]?.posts.filter(({ isTeaser }) => !isTeaser)).toHaveLength(3);
  await look(article?.id ?? "");
  expect(await articles()).toHaveLength(1);
});

test("an address that was parted stays parted when it shows one post", async () => {
  show([ferry, bridge]);
  await give();
  show([ferry]);
  await give();
  expect(await headings()).toEqual([ferry.title, bridge.title]);
  expect((await articleOf(ferry)).versions).toHaveLength(1);
  show([onTop]);
  await give();
  expect(await headings()).toEqual([ferry.title, bridge.title, onTop.title]);
});

test("one heading twice is two articles", async () => {
  show([ferry, { ...bridge, title: ferry.title }]);
  await give();
  expect(await headings()).toEqual([ferry.title, ferry.title]);
  const days = (await articles()).map(({ versions }) => dayOf(versions[0]?.postedAt));
  expect(days).toEqual([ferry.day, bridge.day]);
  expect(new Set((await articles()).map(({ slug }) => slug)).size).toBe(2);
});

test("a page without an address is as many articles, known by their texts", async () => {
  const bytes = new TextEncoder().encode(archiveText("en", posts.en));
  const give = () => requestImport(mara, { bytes, format: "text", fileName: null, mediaType: null }, at);
  const { importId } = await give();
  await work();
  const before = await counts();
  const checks = await database().pageCheck.findMany({ where: { importId }, include: { article: true } });
  expect(checks.map(({ article: { url, heading } }) => [url, heading])).toEqual(
    posts.en.map(({ title }) => [null, title]),
  );
  for (const { article } of checks) expect(article.identity).toMatch(/^sha256:[0-9a-f]{64}$/);
  const again = await give();
  await work();
  expect(await counts()).toEqual(before);
  expect(await database().import.findUnique({ where: { id: again.importId } })).toMatchObject({
    state: "DONE",
  });
});

test("a cancelled import stores none of its posts; an error in one of them leaves nothing of the others", async () => {
  const request = {
    bytes: new TextEncoder().encode(blog("en", posts.en, "wordpress")),
    format: "html" as const,
    mediaType: null,
    url: addressOf(path),
    publisher: null,
    isSample: false,
    requestedBy: mara.id,
  };
  const { importId } = await requestImport(mara, { ...request, fileName: null }, at);
  await startImport(importId);
  await cancelImport(mara, { importId }, at);
  const before = await counts();
  const stored = () => ingest({ ...request, importId }, { ...at, engine: "RULES" });
  await expect(stored()).rejects.toMatchObject({ code: "conflict", message: refusals.importCancelled });
  expect(await counts()).toEqual(before);
  await database().$executeRawUnsafe(
    `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW."title" LIKE 'Power cuts%' THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$`,
  );
  await database().$executeRawUnsafe(
    `CREATE TRIGGER refuse_one BEFORE INSERT ON "ArticleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_one()`,
  );
  await expect(ingest(request, { ...at, engine: "RULES" })).rejects.toThrow("not this one");
  await database().$executeRawUnsafe(`DROP TRIGGER refuse_one ON "ArticleVersion"`);
  expect(await counts()).toEqual(before);
});

test("a look that is cancelled while the post is gone keeps nothing", async () => {
  show([ferry, bridge, power]);
  await give();
  const last = await articleOf(power);
  const request = {
    bytes: new TextEncoder().encode(blog("en", [onTop, ferry], "wordpress")),
    format: "html" as const,
    mediaType: null,
    url: addressOf(path),
    publisher: null,
    isSample: false,
    requestedBy: mara.id,
  };
  const { importId } = await requestImport(mara, { ...request, fileName: null }, at);
  await cancelImport(mara, { importId }, at);
  const before = await counts();
  const looked = ingest({ ...request, articleId: last.id, importId }, { ...at, engine: "RULES" });
  await expect(looked).rejects.toMatchObject({ code: "conflict" });
  expect(await counts()).toEqual(before);
  expect(await results(last)).toEqual(["NEW"]);
});

test("a post that is watched is looked at by itself", async () => {
  show([ferry, bridge]);
  await give();
  const { id } = await articleOf(bridge);
  await watchArticle(mara, { articleId: id, pace: "DAILY" }, at);
  expect(await database().article.findUnique({ where: { id } })).toMatchObject({ watch: "DAILY" });
  expect(await database().article.findUnique({ where: { id: (await articleOf(ferry)).id } })).toMatchObject({
    watch: "NEVER",
  });
});

test("what was stored stands in an unbroken chain", async () => {
  expect((await verifyRecord()).faults).toEqual([]);
});
