import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { database, disconnect } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { Prisma } from "#lib/db/generated/client";
import { queueOf } from "#lib/db/queue/list";
import { publishedArticle } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { knownBy } from "#lib/domain/page-facts";
import { plainQueue } from "#lib/domain/queue-search";
import * as words from "#lib/words";
import { correctFact } from "./articles";
import { openReview, publishReview, submitReview } from "./reviews";
import { acceptAll, at, person, publishedReview, storedPage, submittedReview } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
let ines: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
  ines = await person("Ines");
});
afterAll(async () => {
  await disconnect();
  await close();
});

async function said(versionId: string) {
  const desk = await articleDesk(mara, versionId);
  if (desk === null) throw new Error("the page was stored");
  return desk;
}

test("a title of more than 4,000 characters is put right, stored, and told in the history in a few words", async () => {
  const versionId = await storedPage();
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  const long = "Harbour council agrees to widen the quay. ".repeat(120);
  // A version is never changed: this is another one, as the machine may store it.
  const {
    id: _id,
    links: _links,
    ...columns
  } = await database().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
  });
  const { id } = await database().articleVersion.create({
    data: {
      ...columns,
      articleId,
      number: 2,
      title: long,
      text: `${columns.text} .`,
      textLength: columns.textLength + 2,
      textSha256: sha256(`${columns.text} .`),
      notes: [],
      dates: Prisma.DbNull,
    },
  });
  await correctFact(
    mara,
    {
      versionId: id,
      fact: "TITLE",
      before: knownBy(long),
      reads: "The quay is widened",
      reason: "So it is headed.",
    },
    at,
  );
  const desk = await said(id);
  expect(desk.version.title).toBe("The quay is widened");
  expect(desk.facts.find(({ fact }) => fact === "TITLE")?.said).toBe(long);
  const told = desk.history.find(({ action }) => action === "article.correct")?.words ?? "";
  expect(told).toContain("So it is headed.");
  expect(told.length).toBeLessThan(300);
});

const slugOf = async (versionId: string) => (await said(versionId)).article.slug;

async function correct(who: Actor, versionId: string, fact: string, reads: string | null) {
  const held = (await said(versionId)).facts.find((one) => one.fact === fact);
  return correctFact(
    who,
    { versionId, fact, before: held?.reads ?? null, reads, reason: "The imprint says so." },
    at,
  );
}

test("what was put right is shown on the desk, and the version stays as it came", async () => {
  const versionId = await storedPage();
  const before = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  await correct(mara, versionId, "PUBLISHER", "The Harbour Gazette");
  await correct(mara, versionId, "TITLE", "A better headline");
  await correct(mara, versionId, "DATE", "2024-09-01");
  expect(await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } })).toEqual(before);
  const desk = await said(versionId);
  expect(desk).toMatchObject({
    article: { publisher: "The Harbour Gazette" },
    version: { title: "A better headline", postedAt: "2024-09-01" },
  });
  expect(desk.history.filter(({ action }) => action === "article.correct")).toHaveLength(3);
  const { items } = await queueOf(mara, plainQueue("unassigned"));
  expect(items.find(({ href }) => href.endsWith(versionId))).toMatchObject({
    title: "A better headline",
    publisher: "The Harbour Gazette",
    day: "2024-09-01",
  });
});

test("whoever put something right wrote part of the page, and what was handed in before is stale", async () => {
  const { versionId, reviewId, revision } = await submittedReview(mara);
  await correct(avan, versionId, "AUTHOR", "Lina Aziz");
  await expect(publishReview(avan, { reviewId, revision }, at)).rejects.toMatchObject({
    code: "not_allowed",
  });
  await expect(publishReview(ines, { reviewId, revision }, at)).rejects.toThrow(words.refusals.changedSince);
});

test("readers see it once somebody who wrote none of it publishes it, and are told who wrote it", async () => {
  const { versionId } = await publishedReview(mara, avan);
  const slug = await slugOf(versionId);
  await correct(mara, versionId, "AUTHOR", "Lina Aziz");
  expect((await publishedArticle(slug))?.content.article).not.toMatchObject({ author: "Lina Aziz" });
  const { reviewId } = await openReview(avan, { versionId }, at);
  const { revision } = await submitReview(
    avan,
    { reviewId, revision: 1, correction: "The author was missing." },
    at,
  );
  await expect(publishReview(mara, { reviewId, revision }, at)).rejects.toMatchObject({
    code: "not_allowed",
  });
  await publishReview(ines, { reviewId, revision }, at);
  const content = (await publishedArticle(slug))?.content;
  expect(content?.article).toMatchObject({ author: "Lina Aziz", corrected: ["AUTHOR"] });
  expect(content?.credits?.find(({ parts }) => parts.includes("page"))).toMatchObject({
    writtenBy: ["Mara"],
    readBy: "Ines",
  });
});

test("putting the day right tells how many due dates were counted from the old one", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  await acceptAll(mara, versionId, reviewId);
  const day = (await said(versionId)).version.postedAt;
  const counted = (await said(versionId)).statements.filter(
    ({ prediction }) => prediction !== null && prediction.resolvedFrom === day,
  ).length;
  expect(await correct(mara, versionId, "DATE", "2024-01-02")).toEqual({ counted });
});

test("of two who put one fact right at once, one is told that somebody was first", async () => {
  const versionId = await storedPage();
  const both = await Promise.allSettled([
    correct(mara, versionId, "AGENCY", "Northern Wire"),
    correct(avan, versionId, "AGENCY", "Southern Wire"),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
