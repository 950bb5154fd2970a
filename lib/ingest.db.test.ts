import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { PageRequest } from "#lib/pipeline/fetch";
import { ingest } from "./ingest";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const now = new Date("2024-09-20T08:00:00.000Z");
const bytesOf = (text: string) => new TextEncoder().encode(text);

function pageOf(text: string, more: Partial<PageRequest> = {}) {
  return {
    bytes: bytesOf(text),
    format: "text" as const,
    mediaType: null,
    url: null,
    publisher: null,
    isSample: false,
    requestedBy: SYSTEM,
    ...more,
  };
}

const counts = async () => ({
  articles: await database().article.count(),
  versions: await database().articleVersion.count(),
  segments: await database().segment.count(),
  suggestions: await database().suggestion.count(),
  attributions: await database().attribution.count(),
  events: await database().auditEvent.count(),
});

test("the founding page is stored with its segments, posts, speakers and the rumour's day", async () => {
  const text = await readFile("seed/page.txt", "utf8");
  const { versionId, isNew } = await ingest(pageOf(text, { publisher: "dinarevaluation.blogspot.com" }), {
    now,
  });
  expect(isNew).toBe(true);
  const version = await database().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: {
      article: { include: { publisher: true } },
      segments: { orderBy: { index: "asc" } },
      suggestions: { orderBy: { start: "asc" }, include: { post: true, speaker: true, attributions: true } },
    },
  });
  expect(version.text).toBe(text);
  expect(version.article.publisher?.name).toBe("dinarevaluation.blogspot.com");
  expect(version.article.slug).toMatch(/^iraq-us-agree-to-reach-understanding/);
  expect(version.segments.map(({ type }) => type)).toEqual([
    "DATELINE",
    "HEADLINE",
    "DATELINE",
    "BODY",
    "CHROME",
    "TEASER",
  ]);
  expect(version.suggestions).toHaveLength(16);
  const rumour = version.suggestions[15];
  expect(rumour).toMatchObject({
    label: "UNSOURCED_SPECULATION",
    speaker: null,
    prediction: { text: "this morning", dueTo: "2024-09-18" },
    post: { isTeaser: true, date: new Date("2024-09-18T00:00:00.000Z") },
  });
  expect(version.suggestions[1]?.attributions.length).toBeGreaterThan(0);
});

test("the same page again stores nothing, however often and however parallel", async () => {
  const page = pageOf(
    "Tuesday, September 17, 2024\n\nThe Bridge Opens\n\nThe bridge opened, the mayor said. Traffic flows.",
  );
  const stored = await Promise.all(Array.from({ length: 5 }, () => ingest(page, { now })));
  expect(new Set(stored.map(({ versionId }) => versionId)).size).toBe(1);
  expect(stored.filter(({ isNew }) => isNew)).toHaveLength(1);
  const before = await counts();
  expect(await ingest(page, { now })).toMatchObject({ isNew: false, versionId: stored[0]?.versionId });
  expect(await counts()).toEqual(before);
});

test("a page at one address that changed is its second version; the fragment makes no other page", async () => {
  const url = "https://news.example/quay";
  const first = await ingest(pageOf("The quay\n\nThe quay will open on Monday, the mayor said.", { url }), {
    now,
  });
  const second = await ingest(
    pageOf("The quay\n\nThe quay will open on Friday, the mayor said.", { url: `${url}#top` }),
    { now },
  );
  expect(second.articleId).toBe(first.articleId);
  const version = await database().articleVersion.findUniqueOrThrow({ where: { id: second.versionId } });
  expect(version.number).toBe(2);
});

test("two pages of one title have addresses of their own", async () => {
  const pages = await Promise.all(
    ["harbour", "river"].map((where) =>
      ingest(
        pageOf(`News In Brief Of The Day\n\nThe ${where} froze over, the mayor said.`, {
          url: `https://${where}.example/`,
        }),
        { now },
      ),
    ),
  );
  const slugs = await database().article.findMany({
    where: { id: { in: pages.map(({ articleId }) => articleId) } },
    select: { slug: true },
  });
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2);
});

test("characters of two units and Arabic survive every span", async () => {
  const text =
    "😀 خبر اليوم\n\nقال الوزير إن الميناء سيفتح غدا 😀.\n\nThe 😀 minister said that the port 😀 will open.";
  const { versionId } = await ingest(pageOf(text), { now });
  const version = await database().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { suggestions: true },
  });
  expect(version.text).toContain("😀 خبر اليوم");
  expect(version.text.length).toBe(version.textLength);
  for (const { start, end, exact } of version.suggestions) expect(version.text.slice(start, end)).toBe(exact);
});

test("an error in the last step leaves nothing of the page behind", async () => {
  await database().$executeRawUnsafe(
    `CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await database().$executeRawUnsafe(
    `CREATE TRIGGER break_it BEFORE INSERT ON "AuditPayload" FOR EACH ROW EXECUTE FUNCTION break_it()`,
  );
  const page = pageOf("Storm\n\nThe storm took the roof, the mayor said. Nobody was hurt.");
  const before = await counts();
  await expect(ingest(page, { now })).rejects.toThrow("the disk is full");
  expect(await counts()).toEqual(before);
  await database().$executeRawUnsafe(`DROP TRIGGER break_it ON "AuditPayload"`);
  expect((await ingest(page, { now })).isNew).toBe(true);
});

test("pages that come in together are stored together, and one that can’t be costs none of the others", async () => {
  await database().$executeRawUnsafe(
    `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW."text" LIKE '%quay 7 %' THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$`,
  );
  await database().$executeRawUnsafe(
    `CREATE TRIGGER refuse_one BEFORE INSERT ON "ArticleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_one()`,
  );
  const texts = Array.from(
    { length: 12 },
    (_, n) => `A quay of many\n\nWork on quay ${n} began, Lina Aziz, the mayor, said. The port waits.`,
  );
  const before = await counts();
  const stored = await Promise.allSettled(texts.map((text) => ingest(pageOf(text), { now })));
  await database().$executeRawUnsafe(`DROP TRIGGER refuse_one ON "ArticleVersion"`);
  expect(stored.map(({ status }) => status)).toEqual(
    texts.map((_, n) => (n === 7 ? "rejected" : "fulfilled")),
  );
  const after = await counts();
  expect(after.versions - before.versions).toBe(11);
  expect(after.articles - before.articles).toBe(11);
  expect(after.events - before.events).toBe(11);
  for (const [n, one] of stored.entries()) {
    if (one.status === "rejected") continue;
    const { versionId, articleId } = one.value;
    const version = await database().articleVersion.findUniqueOrThrow({
      where: { id: versionId },
      include: { suggestions: true },
    });
    expect(version).toMatchObject({ articleId, text: texts[n], number: 1 });
    for (const { start, end, exact } of version.suggestions)
      expect(version.text.slice(start, end)).toBe(exact);
  }
});

test.each([
  ["nothing", new Uint8Array()],
  ["white space", bytesOf(" \n\t\n ")],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1])],
  ["more than 4 MB", bytesOf("word ".repeat(1_000_000))],
])("%s is refused with a sentence, and nothing is stored", async (_, bytes) => {
  const before = await counts();
  await expect(ingest({ ...pageOf(""), bytes }, { now })).rejects.toMatchObject({ name: "AppError" });
  expect(await counts()).toEqual(before);
});

test("what was stored stands in an unbroken chain", async () => {
  expect((await verifyRecord()).faults).toEqual([]);
});
