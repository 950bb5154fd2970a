import { afterAll, beforeAll, expect, test } from "vitest";
import { Article } from "#lib/api/answers";
import { article as present } from "#lib/api/present";
import { SYSTEM } from "#lib/db/audit/audit";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { textNeighbours } from "#lib/db/readers/provenance";
import { publishedArticle } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import { relateWaiting } from "#lib/ingest/provenance";
import { articleView } from "#lib/publish/article-view";
import { changeLines } from "#lib/publish/change-words";
import { creditLines } from "#lib/publish/credit-lines";
import * as words from "#lib/words";
import { previewReview } from "./preview";
import { confirmProvenance, dismissProvenance } from "./provenance";
import { provenancePage } from "./provenance-page";
import { openReview, publishReview, returnReview, submitReview, withdrawReview } from "./reviews";
import { acceptAll, at, NOW, person } from "./testing/newsroom";

/** What readers see of where a text is from. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
let cora: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
  cora = await person("Cora");
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

let minutes = 0;
/** Each act is later than the one before. */
const next = () => {
  minutes += 1;
  return { now: new Date(NOW.getTime() + minutes * 60_000) };
};

async function page(publisher: string, paragraphs: readonly string[], url: string | null): Promise<string> {
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(paragraphs.join("\n\n")),
      format: "text",
      mediaType: null,
      url,
      publisher,
      isSample: false,
      requestedBy: SYSTEM,
    },
    { now: NOW, engine: "RULES" },
  );
  return versionId;
}

const TEXT = [
  "The port of Harlen will close on Friday, harbour master Rena Dole said.",
  "Four workers were injured, Rena Dole told reporters at the gate of Harlen.",
  "Ships will be sent to Trebsen for ten days, the ministry of Harlen said.",
];

/** A report, and a post that has its text from it and adds a sentence. */
async function pair(mark: string) {
  const named = TEXT.map((one) => one.replaceAll("Harlen", mark).replaceAll("Trebsen", `New ${mark}`));
  const report = await page(
    "agency.example",
    ["Tuesday, May 21, 2024", `Port of ${mark}`, named.join(" ")],
    `https://agency.example/${mark}`,
  );
  const told = named.map((one) => one.replace("Four", "Forty")).join(" ");
  const added = `The mayor of ${mark}, Lina Aziz, said that she had warned of it for years.`;
  const post = await page(
    "blog.example",
    ["Thursday, May 23, 2024", `What befell ${mark}`, `${told} ${added}`],
    null,
  );
  await relateWaiting(100, () => NOW);
  const [edge] = (await provenancePage(post))?.upstream ?? [];
  if (edge === undefined) throw new Error("nothing was proposed");
  return { report, post, edgeId: edge.id };
}

async function handedIn(versionId: string, correction?: string) {
  const { reviewId } = await openReview(mara, { versionId }, next());
  await acceptAll(mara, versionId, reviewId);
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const handed = await submitReview(
    mara,
    { reviewId, revision, ...(correction ? { correction } : {}) },
    next(),
  );
  return { reviewId, revision: handed.revision };
}

async function published(versionId: string, correction?: string) {
  const handed = await handedIn(versionId, correction);
  const { href } = await publishReview(avan, handed, next());
  return { slug: href.replace("/articles/", ""), reviewId: handed.reviewId };
}

async function seen(slug: string) {
  const article = await publishedArticle(slug);
  if (article === null) throw new Error("nothing stands");
  const { content } = article;
  return { content, view: articleView(content, "2024-10-01", new Map(), await textNeighbours(content)) };
}

/** As programs get it. */
async function answered(slug: string) {
  const where = { origin: "https://onrecord.example", today: "2024-10-01" };
  const article = await publishedArticle(slug);
  if (article === null) throw new Error("nothing stands");
  return Article.parse(present(article, await textNeighbours(article.content), where));
}

test("confirmed before it is published: a sentence, a note beside each statement, the page upstream without an address of ours", async () => {
  const { post, edgeId } = await pair("Aldorp");
  await confirmProvenance(mara, { edgeId, revision: 1, kind: "REPOSTS" }, at);
  const { slug } = await published(post);
  const { content, view } = await seen(slug);
  const [one] = content.provenance ?? [];
  expect(one).toMatchObject({
    kind: "REPOSTS",
    by: "Mara",
    page: { title: "Port of Aldorp", publisher: "agency.example", url: "https://agency.example/Aldorp" },
    sentences: { verbatim: 2, changed: 1, added: 1, dropped: 0 },
  });
  expect(one?.statements.map(({ change }) => change).sort()).toEqual([
    "ADDED",
    "NUMBER",
    "VERBATIM",
    "VERBATIM",
  ]);
  // Upstream isn't published: of its words none stands here.
  expect(one?.statements.flatMap(({ there = [] }) => there)).toEqual([]);
  expect(view.sources?.upstream?.sentences).toEqual([
    "2 of 4 statements here stand word for word in the page of agency.example, 21 May 2024; 1 stands there changed; one wasn’t found there.",
  ]);
  expect(view.sources?.upstream?.items).toMatchObject([
    { title: "Port of Aldorp", href: null, address: "https://agency.example/Aldorp" },
  ]);
  const notes = view.posts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === "statement" ? [item.statement] : item.statements)),
  );
  expect(notes.find(({ words }) => words.includes("Forty"))?.upstream).toBe(
    "Changed: a number, a date or a unit. Here: “Forty”.",
  );
  expect(notes.find(({ words }) => words.includes("warned"))?.upstream).toBe("Not found upstream.");
  expect(creditLines(content).join(" ")).not.toContain("upstream:");
  expect(await verifyRecord()).toMatchObject({ faults: [] });
});

test("confirmed after it was published: nothing shows until somebody else publishes it again; the preview says what differs", async () => {
  const { report, post, edgeId } = await pair("Bruun");
  await published(report);
  const { slug } = await published(post);
  const before = await seen(slug);
  expect(before.content.provenance).toBeUndefined();
  await confirmProvenance(cora, { edgeId, revision: 1, kind: "QUOTES" }, next());
  expect(await seen(slug)).toEqual(before);
  const handed = await handedIn(post, "Where it is from was found.");
  const preview = await previewReview(handed.reviewId);
  if (preview?.content == null || preview.standing === null) throw new Error("there is a preview");
  expect(changeLines(preview.standing, preview.content)).toMatchObject([
    {
      key: "upstream",
      lines: [{ from: words.desk.preview.nothing, to: expect.stringContaining("Quotes: ") }],
    },
  ]);
  if (preview.suggested === null) throw new Error("there are suggestions");
  expect(JSON.stringify(changeLines(preview.suggested, preview.content, "SUGGESTED"))).not.toContain(
    "Quotes",
  );
  expect(await seen(slug)).toEqual(before);
  // Who found it wrote a part of the page, and nobody publishes what they wrote.
  await expect(publishReview(cora, handed, next())).rejects.toThrow();
  await publishReview(avan, handed, next());
  const after = await seen(slug);
  expect(after.content.provenance).toMatchObject([{ kind: "QUOTES", by: "Cora" }]);
  expect(after.content.credits).toContainEqual({
    parts: [`upstream:${after.content.provenance?.[0]?.page.id}`],
    writtenBy: ["Cora"],
    readBy: "Avan",
  });
  expect(creditLines(after.content).join(" ")).toContain(
    "Where the text is from: written by Cora, read by Avan.",
  );
  // Upstream is published: its address here, and the words that differ.
  expect(after.view.sources?.upstream?.items[0]?.href).toMatch(/^\/articles\//);
  expect(JSON.stringify(after.view)).toContain("Upstream: “Four”.");
});

test("a page upstream that is withdrawn is named without the way to it, and without its words", async () => {
  const { report, post, edgeId } = await pair("Cambo");
  const upstream = await published(report);
  await confirmProvenance(mara, { edgeId, revision: 1, kind: "REPOSTS" }, next());
  const { slug } = await published(post);
  expect(JSON.stringify((await seen(slug)).view)).toContain("“Four”");
  expect((await answered(slug)).provenance).toMatchObject([
    { kind: "REPOSTS", foundBy: "Mara", page: `https://onrecord.example/articles/${upstream.slug}` },
  ]);
  const review = await database().review.findUniqueOrThrow({ where: { id: upstream.reviewId } });
  await withdrawReview(
    avan,
    { reviewId: review.id, revision: review.revision, reason: "It was another port." },
    next(),
  );
  const { view } = await seen(slug);
  expect(JSON.stringify(view)).not.toContain("“Four”");
  expect((await answered(slug)).provenance[0]?.statements.flatMap(({ there }) => there)).toEqual([]);
  expect(view.sources?.upstream?.items).toMatchObject([{ title: "Port of Cambo", href: null }]);
});

test("a page upstream that changed or went since says so at once; nothing of what it says now is told", async () => {
  const { post, edgeId } = await pair("Gouda");
  await confirmProvenance(mara, { edgeId, revision: 1, kind: "REPOSTS" }, next());
  const { slug } = await published(post);
  const since = async () => (await seen(slug)).view.sources?.upstream?.items[0]?.since;
  expect(await since()).toEqual([]);
  const anew = [
    "Tuesday, May 21, 2024",
    "Port of Gouda",
    "Nothing of it was true, the MARKED port of Gouda said.",
  ];
  await page("agency.example", anew, "https://agency.example/Gouda");
  expect(await since()).toEqual([
    expect.stringContaining("another version of it was seen on 20 September 2024"),
  ]);
  const { page: upstream } = (await seen(slug)).content.provenance?.[0] ?? {};
  await database().pageCheck.create({
    data: { articleId: upstream?.id ?? "", at: new Date("2024-11-05T08:00:00.000Z"), result: "GONE" },
  });
  expect(await since()).toHaveLength(2);
  expect(JSON.stringify((await seen(slug)).view)).not.toContain("MARKED");
  expect(await answered(slug)).toMatchObject({
    provenance: [{ newerOn: "2024-09-20", goneOn: "2024-11-05" }],
  });
});

test("the page upstream lists those that have its text from it, while they stand and say so", async () => {
  const { report, post, edgeId } = await pair("Emmen");
  const upstream = await published(report);
  expect((await seen(upstream.slug)).view.sources).toBeNull();
  await confirmProvenance(mara, { edgeId, revision: 1, kind: "REPOSTS" }, next());
  expect((await seen(upstream.slug)).view.sources).toBeNull();
  const copy = await published(post);
  const listed = async () => (await seen(upstream.slug)).view.sources?.downstream?.items;
  expect(await listed()).toEqual([
    {
      href: `/articles/${copy.slug}`,
      title: "What befell Emmen",
      what: "Reposts: the page of blog.example, 23 May 2024; 2 of its 4 statements stand here word for word",
    },
  ]);
  await dismissProvenance(mara, { edgeId, revision: 2, reason: "Both are from the ministry." }, next());
  expect(await listed()).toHaveLength(1);
  await published(post, "It isn't from there.");
  expect(await listed()).toBeUndefined();
  await confirmProvenance(mara, { edgeId, revision: 3, kind: "REPOSTS" }, next());
  const { reviewId } = await published(post, "It is from there after all.");
  expect(await listed()).toHaveLength(1);
  const review = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  await withdrawReview(avan, { reviewId, revision: review.revision, reason: "It was forged." }, next());
  expect(await listed()).toBeUndefined();
  expect(await verifyRecord()).toMatchObject({ faults: [] });
});

test("a row that the page downstream doesn't say itself is shown to nobody", async () => {
  const { report, post } = await pair("Furano");
  const upstream = await published(report);
  const copy = await published(post);
  const { id, articleId, publishedAt } = await database().publication.findFirstOrThrow({
    where: { article: { slug: copy.slug } },
  });
  expect(articleId).not.toBeNull();
  const { content } = await seen(upstream.slug);
  await database().standingUpstream.create({
    data: { publicationId: id, upstreamId: content.article.id, publishedAt },
  });
  expect((await textNeighbours(content)).downstream).toEqual([]);
  expect((await verifyRecord()).faults).toContainEqual({ kind: "STANDING", of: "publication", id });
  await database().standingUpstream.deleteMany({ where: { publicationId: id } });
});

test("what changes between handing in and publishing has to be handed in again; a dismissed edge is gone with the next publication", async () => {
  const { post, edgeId } = await pair("Dalen");
  const handed = await handedIn(post);
  await confirmProvenance(cora, { edgeId, revision: 1, kind: "REPOSTS" }, next());
  await expect(publishReview(avan, handed, next())).rejects.toThrow();
  const { href } = await publishedAnew(handed);
  const slug = href.replace("/articles/", "");
  expect((await seen(slug)).content.provenance).toHaveLength(1);
  await dismissProvenance(cora, { edgeId, revision: 2, reason: "Both are from the ministry." }, next());
  expect((await seen(slug)).content.provenance).toHaveLength(1);
  await published(post, "It isn't from there.");
  const { content, view } = await seen(slug);
  expect(content.provenance).toBeUndefined();
  expect(view.sources).toBeNull();
});

async function publishedAnew({ reviewId, revision }: { reviewId: string; revision: number }) {
  const back = await returnReview(avan, { reviewId, revision, reason: "Look at where it is from." }, next());
  const again = await submitReview(mara, { reviewId, revision: back.revision }, next());
  return publishReview(avan, { reviewId, revision: again.revision }, next());
}
