import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { promiseDesk } from "#lib/db/outcomes/desk";
import { publishedArticle } from "#lib/db/readers/published";
import { publishedTemplate } from "#lib/db/readers/templates";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { Actor } from "#lib/domain/actor";
import { templateOfStatement } from "#lib/publish/promise-template";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { openReview, publishReview, submitReview } from "./reviews";
import { joinTemplate, leaveTemplate, partTemplate } from "./templates";
import { at, draftReview, NOW, person, publishedReview } from "./testing/newsroom";

/** What a person chooses for a promise's template: readers see it only once a second person has published it. */

const MACHINE = "tnt-dock-worker-memo-tell-ready~date";
const OTHER = { key: "harbour-memo~date", words: "Memos went round the harbour {DATE}." };

let close: () => Promise<void>;
let writer: Actor;
let editor: Actor;
let reader: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  writer = await person("Wanda Writer");
  editor = await person("Edgar Editor");
  reader = await person("Rosa Reader");
  const founding = foundingPublication();
  const statements = founding.statements
    .slice(15, 16)
    .map((one) => ({ ...one, number: 1, claim: null, template: OTHER }));
  const page = await rows.articleRow("other-words");
  const content = { ...founding, article: { ...founding.article, slug: "other-words" }, statements };
  const [ruth, jonas] = [await rows.person("Ruth Okafor"), await rows.person("Jonas Weber")];
  await rows.publishArticle(page, content, [], { writer: ruth, publisher: jonas, at: NOW });
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

async function promiseOf(reviewId: string) {
  return database().statement.findFirstOrThrow({
    where: { reviewId, removedAt: null, prediction: { dueTo: new Date("2024-09-18T00:00:00.000Z") } },
  });
}

async function standing() {
  const published = await publishedReview(writer, editor);
  const slug = published.href.replace("/articles/", "");
  return { ...published, slug, promise: await promiseOf(published.reviewId) };
}

let minutes = 0;
async function publish(by: Actor, second: Actor, reviewId: string) {
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const handedIn = await submitReview(
    by,
    { reviewId, revision, correction: "The template was another." },
    at,
  );
  const asked = { reviewId, revision: handedIn.revision };
  await expect(publishReview(by, asked, at)).rejects.toMatchObject({ code: "not_allowed" });
  minutes += 1;
  return publishReview(second, asked, { now: new Date(NOW.getTime() + 60_000 * minutes) });
}

const shown = async (slug: string) =>
  (await publishedArticle(slug))?.content.statements.find(
    ({ prediction }) => prediction?.dueTo === "2024-09-18",
  )?.template;
const toldIn = async (key: string) =>
  (await publishedTemplate(key, null))?.places.map(({ article }) => article.slug) ?? [];

test("a join is no reader's before a second person publishes it; then it says who joined, and is taken back in the same way", async () => {
  const { slug, promise } = await standing();
  expect(await shown(slug)).toMatchObject({ key: MACHINE });
  expect(await toldIn(MACHINE)).toContain(slug);
  const address = `https://onrecord.example/promises/${encodeURIComponent(OTHER.key)}?after=x#tellings`;
  const joined = await joinTemplate(
    editor,
    { statementId: promise.id, revision: promise.revision, template: address },
    at,
  );
  expect(await shown(slug)).toMatchObject({ key: MACHINE });
  expect(await toldIn(OTHER.key)).toEqual(["other-words"]);
  const desk = await promiseDesk(editor, joined.statementId);
  expect(desk && templateOfStatement(desk.facts).template).toEqual(await shown(slug));
  expect(desk?.templateChoice).toEqual({
    ...OTHER,
    by: "Edgar Editor",
  });
  await publish(editor, reader, joined.reviewId);
  expect(await shown(slug)).toEqual({ ...OTHER, by: "Edgar Editor" });
  expect((await toldIn(OTHER.key)).sort()).toEqual(["other-words", slug].sort());
  expect(await toldIn(MACHINE)).not.toContain(slug);

  const again = await promiseOf(joined.reviewId);
  const left = await leaveTemplate(editor, { statementId: again.id, revision: again.revision }, at);
  expect(await shown(slug)).toEqual({ ...OTHER, by: "Edgar Editor" });
  await publish(editor, reader, left.reviewId);
  expect(await shown(slug)).toMatchObject({ key: MACHINE });
  expect(await shown(slug)).not.toHaveProperty("by");
  expect(await toldIn(OTHER.key)).toEqual(["other-words"]);
  const article = await publishedArticle(slug);
  expect(article?.history.entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["template.join", "template.leave"]),
  );
  expect((await verifyRecord()).faults).toEqual([]);
});

test("what an editor keeps out of any template is in none, once that is published", async () => {
  const { slug, promise } = await standing();
  const parted = await partTemplate(editor, { statementId: promise.id, revision: promise.revision }, at);
  expect(await toldIn(MACHINE)).toContain(slug);
  await publish(editor, reader, parted.reviewId);
  expect(await shown(slug)).toBeNull();
  expect(await toldIn(MACHINE)).not.toContain(slug);
  expect((await verifyRecord()).faults).toEqual([]);
});

test("a choice goes with the review that is opened anew, and another takes its place", async () => {
  const { slug, promise, versionId } = await standing();
  const parted = await partTemplate(editor, { statementId: promise.id, revision: promise.revision }, at);
  await publish(editor, reader, parted.reviewId);
  const { reviewId } = await openReview(writer, { versionId }, at);
  const copy = await promiseOf(reviewId);
  expect((await promiseDesk(writer, copy.id))?.templateChoice).toEqual({
    key: null,
    words: null,
    by: "Edgar Editor",
  });
  await joinTemplate(writer, { statementId: copy.id, revision: copy.revision, template: OTHER.key }, at);
  await publish(writer, reader, reviewId);
  expect(await shown(slug)).toEqual({ ...OTHER, by: "Wanda Writer" });
});

test.each([
  "",
  "nothing",
  "no-such~date",
  "https://onrecord.example/promises/",
  "javascript:alert(1)",
  "x".repeat(1500),
])("a template that no published promise is told under isn't joined: %s", async (template) => {
  const { reviewId } = await draftReview(writer);
  const promise = await promiseOf(reviewId);
  await expect(
    joinTemplate(writer, { statementId: promise.id, revision: promise.revision, template }, at),
  ).rejects.toMatchObject({ code: "invalid_input" });
  expect(await database().templateChoice.count({ where: { statementId: promise.id } })).toBe(0);
});

test("somebody who isn't at work on the review, and a screen that is old, choose nothing", async () => {
  const { reviewId } = await draftReview(writer);
  const promise = await promiseOf(reviewId);
  const asked = { statementId: promise.id, revision: promise.revision };
  await expect(partTemplate(editor, asked, at)).rejects.toMatchObject({
    code: expect.stringMatching(/not_allowed|conflict/),
  });
  await partTemplate(writer, asked, at);
  await expect(partTemplate(writer, asked, at)).rejects.toMatchObject({ code: "conflict" });
  await expect(
    leaveTemplate(writer, { ...asked, revision: promise.revision + 1 }, at),
  ).resolves.toMatchObject({ statementId: promise.id });
  await expect(leaveTemplate(writer, { ...asked, revision: promise.revision + 2 }, at)).rejects.toMatchObject(
    { code: "conflict" },
  );
});
