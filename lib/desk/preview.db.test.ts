import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { publishedArticle } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { changeLines } from "#lib/publish/change-words";
import * as words from "#lib/words";
import { addSearch, createClaim, writeVerdict } from "./claims";
import { previewReview } from "./preview";
import { openReview, publishReview, submitReview } from "./reviews";
import { editStatement } from "./statements";
import { at, draftReview, narration, person, publishedReview } from "./testing/newsroom";

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

const refusals = words.refusals;

const firstOf = async (reviewId: string) => {
  const where = { reviewId, removedAt: null };
  return await database().statement.findFirstOrThrow({ where, orderBy: { start: "asc" } });
};

test("what is looked at before publishing is what readers get, and nothing is kept of looking", async () => {
  const { reviewId } = await draftReview(mara);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  const events = await database().auditEvent.count();
  const preview = await previewReview(reviewId);
  expect(preview).toMatchObject({ state: "SUBMITTED", standing: null, unready: null });
  expect(await database().auditEvent.count()).toBe(events);
  const { href } = await publishReview(avan, { reviewId, revision }, at);
  const seen = await publishedArticle(href.slice("/articles/".length));
  if (preview?.content?.kind !== "ARTICLE") throw new Error("it is a page");
  const { credits: _credits, publishedBy: _by, ...shown } = preview.content;
  expect(seen?.content).toMatchObject(shown);
});

test("it says what was made of each suggestion", async () => {
  const { reviewId } = await draftReview(mara);
  const first = await firstOf(reviewId);
  const fields = narration(first.start, first.end);
  await editStatement(mara, { statementId: first.id, revision: 1, fields }, at);
  const preview = await previewReview(reviewId);
  if (!preview?.suggested || !preview.content) throw new Error("a page has suggestions");
  const titles = changeLines(preview.suggested, preview.content, "SUGGESTED").map(({ title }) => title);
  expect(titles).toContain("No. 1 was corrected");
  expect(titles.filter((title) => title === "Suggested, and not taken over")).toHaveLength(1);
});

test("a correction names the statements that it changes, to its publisher before and to readers after", async () => {
  const { versionId, href } = await publishedReview(mara, avan);
  const { reviewId } = await openReview(mara, { versionId }, at);
  const first = await firstOf(reviewId);
  const fields = narration(first.start, first.end);
  await editStatement(mara, { statementId: first.id, revision: first.revision, fields }, at);
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const correction = "Nobody said so.";
  const handedIn = await submitReview(mara, { reviewId, revision, correction }, at);
  const preview = await previewReview(reviewId);
  if (!preview?.standing || !preview.content) throw new Error("something stands");
  expect(changeLines(preview.standing, preview.content)).toMatchObject([{ title: "No. 1 is changed" }]);
  await publishReview(
    avan,
    { reviewId, revision: handedIn.revision },
    { now: new Date(at.now.getTime() + 1000) },
  );
  expect((await publishedArticle(href.slice("/articles/".length)))?.content.corrects).toEqual([1]);
});

test("a claim without a verdict says why it can’t be published, and no review is none", async () => {
  const { claimId } = await createClaim(mara, { wording: "The quay is closed." }, at);
  await addSearch(mara, { claimId, lookedFor: "A notice", place: "The quay", searchedAt: "2024-09-19" }, at);
  const unready = await database().review.findFirstOrThrow({ where: { claimId } });
  expect(await previewReview(unready.id)).toMatchObject({ content: null, unready: refusals.noVerdict });
  await writeVerdict(mara, { claimId, revision: null, code: "UNRESOLVED", explanation: "We asked." }, at);
  const { id } = await database().review.findFirstOrThrow({ where: { claimId } });
  expect(await previewReview(id)).toMatchObject({ content: { kind: "CLAIM" }, suggested: null });
  expect(await previewReview("0190b3a0-0000-7000-8000-000000000000")).toBeNull();
});
