import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { openReview, publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { addStatement } from "#lib/desk/statements";
import { acceptAll, at, narration, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import { answerSentence } from "#lib/publish/article-view";
import { postsBeside } from "./beside";
import { publishedArticle } from "./published";

/** A post that was cut out of a page leads to its neighbours there, once readers can open them. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  avan = await person("Avan");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const PAGE = [
  "Thursday, November 19, 2026",
  "Central Bank Keeps The Rate At 1,310",
  "Baghdad / Northern Wire / The Central Bank of Iraq said on Thursday that the official rate stays at 1,310 dinars to the dollar until the end of the year. The bank opened two branches in Basra.",
  "No comments:",
  "Post a Comment",
  "Older Post: Wednesday, November 18, 2026",
  "Guru Call: It Is Done",
  "by TankMan",
  "It is done, go to the bank on Friday. The screens have the new rate already, and my contact saw it there himself last night.",
  "No comments:",
].join("\n\n");

async function stored(text: string, url: string | null = null) {
  const page = { bytes: new TextEncoder().encode(text), format: "text" as const, mediaType: null, url };
  await ingest({ ...page, publisher: "harbour.example", isSample: false, requestedBy: SYSTEM }, at);
}

const articleOf = (title: string) =>
  database().articleVersion.findFirstOrThrow({
    where: { title },
    select: { id: true, text: true, article: { select: { slug: true } } },
  });

/** As one editor writes it and another publishes it. */
async function publish(versionId: string, mark?: { start: number; end: number }) {
  const { reviewId } = await openReview(mara, { versionId }, at);
  if (mark) await addStatement(mara, { reviewId, fields: narration(mark.start, mark.end) }, at);
  else await acceptAll(mara, versionId, reviewId);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  return publishReview(avan, { reviewId, revision }, at);
}

test("each is told what stood above and below it, as far as that is published", async () => {
  await stored(PAGE);
  const [report, call] = [
    await articleOf("Central Bank Keeps The Rate At 1,310"),
    await articleOf("Guru Call: It Is Done"),
  ];
  await publish(call.id);
  expect(await postsBeside(call.article.slug)).toEqual({ isFirst: false, posts: [] });
  const published = await publish(report.id);
  const [aboveIt, belowIt] = [
    { slug: report.article.slug, title: "Central Bank Keeps The Rate At 1,310", isAbove: true },
    { slug: call.article.slug, title: "Guru Call: It Is Done", isAbove: false },
  ];
  expect(await postsBeside(call.article.slug)).toEqual({ isFirst: false, posts: [aboveIt] });
  expect(await postsBeside(report.article.slug)).toEqual({ isFirst: true, posts: [belowIt] });
  const content = (await publishedArticle(call.article.slug))?.content;
  expect(content?.article).toMatchObject({
    postedAt: "2026-11-18",
    author: "TankMan",
    agency: null,
    assessed: "WHOLE",
  });
  await withdrawReview(
    avan,
    { reviewId: published.reviewId, revision: published.revision, reason: "It was forged." },
    at,
  );
  expect(await postsBeside(call.article.slug)).toEqual({ isFirst: false, posts: [] });
});

test("a page that is one article was cut out of nothing, and what nobody knows is null", async () => {
  await stored(
    "The Quay Is Closed\n\nThe harbour council said on Monday that the quay stays closed until May.",
  );
  const { article } = await articleOf("The Quay Is Closed");
  expect(await postsBeside(article.slug)).toBeNull();
  expect(await postsBeside("nothing")).toBeNull();
});

test("a page in a language that isn't analysed is published as one that was looked at in part", async () => {
  const text =
    "البنك المركزي يبقي السعر\n\nقال وزير المالية علي حسن يوم الخميس إن السعر الرسمي يبقى كما هو حتى نهاية السنة، وإن الرواتب تدفع في موعدها. وأضاف الوزير أن الاحتياطي نما هذا العام.";
  await stored(text);
  const version = await database().articleVersion.findFirstOrThrow({
    where: { language: "ar" },
    select: { id: true, text: true, segments: true, article: { select: { slug: true } } },
  });
  const body = version.segments.find(({ type }) => type === "BODY");
  if (!body) throw new Error("the page has running text");
  await publish(version.id, { start: body.start, end: body.start + 40 });
  const content = (await publishedArticle(version.article.slug))?.content;
  expect(content?.article).toMatchObject({ language: "ar", assessed: "PART" });
  expect(content && answerSentence(content)).toBe("1 statement marked; the rest was not assessed.");
});
