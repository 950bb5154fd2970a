import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { database, disconnect } from "#lib/db/core/client";
import { queueOf } from "#lib/db/queue/list";
import { publishedArticle } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { plainQueue } from "#lib/domain/queue-search";
import * as words from "#lib/words";
import { dismissArticle } from "./articles";
import { saveDraft } from "./drafts";
import { correctParts, takeBackParts } from "./parts";
import { openReview, publishReview, returnReview, submitReview, withdrawReview } from "./reviews";
import { addStatement, editStatement, rejectSuggestion } from "./statements";
import {
  acceptAll,
  at,
  draftReview,
  narration,
  person,
  publishedReview,
  storedPage,
  submittedReview,
} from "./testing/newsroom";

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

async function deskOf(versionId: string) {
  const desk = await articleDesk(mara, versionId);
  if (desk === null) throw new Error("the page was stored");
  return desk;
}

/** The part in which these words stand. */
async function partOf(versionId: string, quote: string) {
  const desk = await deskOf(versionId);
  const place = desk.version.text.indexOf(quote);
  const part = desk.segments.find(({ start, end }) => start <= place && place < end);
  if (place < 0 || part === undefined) throw new Error(`no part holds “${quote}”`);
  return { desk, part, place, seen: desk.partCorrections.length };
}

const BODY = "The quay was built";
const TEASER = "Dock workers";
const COMMENT = "Post a Comment";
const reason = "The page shows it so.";

async function retype(who: Actor, versionId: string, quote: string, type: string) {
  const { part, seen } = await partOf(versionId, quote);
  return correctParts(who, { versionId, seen, change: { act: "TYPE", start: part.start, type }, reason }, at);
}

test("a part that isn't the article's takes its statements along, keeps them, and gives them back", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const before = await deskOf(versionId);
  const rows = () => database().statement.findMany({ where: { reviewId }, orderBy: { id: "asc" } });
  const cut = () =>
    database().segment.findMany({ where: { versionId }, orderBy: { index: "asc" }, include: { post: true } });
  const [stored, machine] = [await rows(), await cut()];
  const followed = await retype(mara, versionId, TEASER, "COMMENT");
  expect(followed).toMatchObject({ seen: 1, leaving: 1, coming: 0 });

  const after = await deskOf(versionId);
  expect(after.statements).toHaveLength(before.statements.length - 1);
  expect(after.aside?.statements).toHaveLength(1);
  expect((await partOf(versionId, TEASER)).part).toMatchObject({ type: "COMMENT", reason: null });
  expect([await rows(), await cut()]).toEqual([stored, machine]);

  await takeBackParts(mara, { versionId, seen: 1, reason: "It is a teaser after all." }, at);
  const again = await deskOf(versionId);
  expect(again.statements).toEqual(before.statements);
  expect(again.segments).toEqual(before.segments);
  expect(again.partCorrections.map(({ act, by }) => [act, by])).toEqual([
    ["TYPE", "Mara"],
    ["TAKE_BACK", "Mara"],
  ]);
  expect(again.history.filter(({ action }) => action.endsWith("Parts")).map((one) => one.words)).toEqual([
    expect.stringContaining("It is a teaser after all."),
    expect.stringMatching(/Teaser.* → Reader’s comment: “.*” \(The page shows it so\.\)/),
  ]);
});

test("a statement in such a part can't be edited, whether its words are left or not", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const before = await deskOf(versionId);
  await retype(mara, versionId, TEASER, "COMMENT");
  const [aside] = (await deskOf(versionId)).aside?.statements ?? [];
  const [standing] = before.statements.filter(({ id }) => id !== aside?.id);
  for (const [one, isRefused] of [
    [aside, true],
    [standing, false],
  ] as const) {
    if (one === undefined) throw new Error("there is one of each");
    const fields = narration(one.start, one.end);
    const edit = editStatement(mara, { statementId: one.id, revision: one.revision, fields }, at);
    if (isRefused) await expect(edit).rejects.toThrow(words.refusals.outsideSegment);
    else await edit;
  }
  const after = await database().statement.findUniqueOrThrow({ where: { id: standing?.id ?? "" } });
  expect(after).toMatchObject({ reviewId, revision: (standing?.revision ?? 0) + 1, exact: standing?.exact });
});

test("a suggestion in such a part needn't be decided: not in the queue, and not to hand in", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  const waiting = async () =>
    (await queueOf(mara, plainQueue("mine"))).items.find(({ href }) => href.endsWith(versionId))?.waiting;
  const all = await waiting();
  const { desk, place } = await partOf(versionId, TEASER);
  for (const { id, start } of desk.suggestions)
    if (start < place - 60)
      await rejectSuggestion(mara, { reviewId, suggestionId: id, reason: "Not one." }, at);
  await addStatement(
    mara,
    { reviewId, suggestionId: null, fields: narration(...spanOf(desk.version.text, BODY)) },
    at,
  );
  await expect(submitReview(mara, { reviewId, revision: 1 }, at)).rejects.toThrow(/suggestion still waits/);
  expect(await retype(mara, versionId, TEASER, "CHROME")).toMatchObject({ suggestionsLeaving: 1 });
  expect([all, await waiting()]).toEqual([expect.any(Number), 0]);
  await submitReview(mara, { reviewId, revision: 1 }, at);
});

function spanOf(text: string, quote: string): [number, number] {
  const start = text.indexOf(quote);
  return [start, text.indexOf(".", start) + 1];
}

test("words of a comment that is the article's text can be marked, and of a menu can't", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const { desk, part } = await partOf(versionId, COMMENT);
  const fields = narration(part.start, part.end);
  const add = () => addStatement(mara, { reviewId, suggestionId: null, fields }, at);
  await expect(add()).rejects.toThrow(words.refusals.outsideSegment);
  expect(await retype(mara, versionId, COMMENT, "BODY")).toMatchObject({ isUnread: true });
  await add();
  const { statements } = await deskOf(versionId);
  expect(statements).toHaveLength(desk.statements.length + 1);
  // And so do words across two parts that are one.
  const { part: body, seen } = await partOf(versionId, COMMENT);
  await correctParts(mara, { versionId, seen, change: { act: "MERGE", start: body.start }, reason }, at);
  const merged = await partOf(versionId, COMMENT);
  expect(merged.part.start).toBeLessThan(body.start);
});

test("a teaser that is the article's text: its statement is the article's own, before readers too", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  expect(await retype(mara, versionId, TEASER, "BODY")).toMatchObject({ toOwn: 1, counted: 1 });
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  await publishReview(avan, { reviewId, revision }, at);
  const slug = (await deskOf(versionId)).article.slug;
  const content = (await publishedArticle(slug))?.content;
  expect(content?.posts).toHaveLength(1);
  expect(content?.statements.map(({ post, segmentType }) => [post, segmentType])).toEqual(
    content?.statements.map(() => [0, "BODY"]),
  );
  expect(content?.article.parts).toMatchObject([{ act: "TYPE", type: "BODY" }]);
});

test("whoever put a part right wrote part of the page, and what was handed in before is stale", async () => {
  const { versionId, reviewId, revision } = await submittedReview(mara);
  // A part that holds no statement, so that nothing else of what is frozen changes.
  await retype(avan, versionId, COMMENT, "COMMENT");
  await expect(publishReview(avan, { reviewId, revision }, at)).rejects.toMatchObject({
    code: "not_allowed",
  });
  await expect(publishReview(ines, { reviewId, revision }, at)).rejects.toThrow(words.refusals.changedSince);
  const returned = await returnReview(ines, { reviewId, revision, reason: "Look at it again." }, at);
  const handed = await submitReview(mara, { reviewId, revision: returned.revision }, at);
  await expect(publishReview(avan, { reviewId, revision: handed.revision }, at)).rejects.toMatchObject({
    code: "not_allowed",
  });
  await publishReview(ines, { reviewId, revision: handed.revision }, at);
});

test("what readers see stays frozen, also of a page that was withdrawn", async () => {
  const { versionId, reviewId, revision } = await publishedReview(mara, avan);
  const slug = (await deskOf(versionId)).article.slug;
  const frozen = (await publishedArticle(slug))?.content;
  expect(await retype(mara, versionId, BODY, "COMMENT")).toMatchObject({ leaving: expect.any(Number) });
  expect((await publishedArticle(slug))?.content).toEqual(frozen);
  await withdrawReview(ines, { reviewId, revision, reason: "It was no report." }, at);
  await retype(mara, versionId, BODY, "CAPTION");
  const rows = await database().publication.findMany({ where: { reviewId } });
  expect(rows.map(({ content, withdrawnReason }) => [content, withdrawnReason])).toEqual([
    [JSON.parse(JSON.stringify(frozen)), "It was no report."],
  ]);
});

test("a review that starts from what is published holds what was set aside, and gets it back with the part", async () => {
  const { versionId } = await publishedReview(mara, avan);
  const standing = (await deskOf(versionId)).statements.length;
  await retype(mara, versionId, TEASER, "CHROME");
  await openReview(mara, { versionId }, at);
  expect((await deskOf(versionId)).aside?.statements).toHaveLength(1);
  const { seen } = await partOf(versionId, TEASER);
  await takeBackParts(mara, { versionId, seen, reason }, at);
  expect((await deskOf(versionId)).statements).toHaveLength(standing);
});

test("of two at once one is told that somebody was first, and so is a screen that knew less", async () => {
  const versionId = await storedPage();
  const both = await Promise.allSettled([
    retype(mara, versionId, COMMENT, "BODY"),
    retype(avan, versionId, TEASER, "COMMENT"),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { part } = await partOf(versionId, BODY);
  const change = { act: "TYPE", start: part.start, type: "CAPTION" };
  for (const act of [
    () => correctParts(mara, { versionId, seen: 0, change, reason }, at),
    () => takeBackParts(mara, { versionId, seen: 0, reason }, at),
  ])
    await expect(act()).rejects.toMatchObject({ code: "conflict", message: words.deskErrors.stale });
});

test("nothing is parted inside a statement, nor inside a suggestion that waits", async () => {
  const { versionId } = await draftReview(mara);
  const { part, seen, desk } = await partOf(versionId, BODY);
  const marked = desk.statements.find(({ start }) => start >= part.start);
  const place = (marked?.start ?? 0) + (marked?.exact.indexOf(" ") ?? 0) + 1;
  const split = (where: number) =>
    correctParts(
      mara,
      { versionId, seen, change: { act: "SPLIT", start: part.start, place: where }, reason },
      at,
    );
  await expect(split(place)).rejects.toMatchObject({
    message: words.refusals.splitInStatement,
    field: "place",
  });
  await expect(split(part.end)).rejects.toThrow(words.refusals.splitAtEdge);
  const between = desk.version.text.indexOf(BODY);
  await split(between);
  expect((await partOf(versionId, BODY)).part.start).toBe(between);
});

test("words that one typed and didn't save are in the way; those of another person are kept", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const draft = (who: Actor) => ({
    personId: who.id,
    subject: `article:${reviewId}:note:g-1`,
    body: { body: "Ask the mayor" },
    basedOn: null,
  });
  await saveDraft(mara, draft(mara), at);
  await expect(retype(mara, versionId, COMMENT, "BODY")).rejects.toThrow(words.refusals.draftsInTheWay(1));
  await retype(avan, versionId, COMMENT, "BODY");
  expect(await database().draft.count({ where: { subject: draft(mara).subject } })).toBe(1);
});

test("bad input keeps nothing: no such version, nothing to take back, no reason, a page that was dismissed", async () => {
  const versionId = await storedPage();
  const { desk, part } = await partOf(versionId, BODY);
  const change = { act: "TYPE", start: part.start, type: "CAPTION" };
  const asks = [
    correctParts(mara, { versionId: "00000000-0000-4000-8000-000000000000", seen: 0, change, reason }, at),
    takeBackParts(mara, { versionId, seen: 0, reason }, at),
    correctParts(mara, { versionId, seen: 0, change, reason: " " }, at),
    correctParts(mara, { versionId, seen: 0, change: { ...change, type: "ADVERT" }, reason }, at),
    correctParts(mara, { versionId, seen: 0, change: { act: "MERGE", start: 0 }, reason }, at),
  ];
  const answers = await Promise.allSettled(asks);
  expect(answers.map((one) => one.status === "rejected" && one.reason.code)).toEqual([
    "not_found",
    "invalid_input",
    "invalid_input",
    "invalid_input",
    "invalid_input",
  ]);
  await dismissArticle(mara, { articleId: desk.article.id, reason: "Spam." }, at);
  await expect(correctParts(mara, { versionId, seen: 0, change, reason }, at)).rejects.toThrow(
    words.refusals.dismissedPage,
  );
  expect(await database().partCorrection.count({ where: { versionId } })).toBe(0);
});

test("the day of a teaser's post is put right; of the page's own post it is the page's day", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const date = async (quote: string, day: string) => {
    const { part, seen } = await partOf(versionId, quote);
    return correctParts(
      mara,
      { versionId, seen, change: { act: "DATE", start: part.start, date: day }, reason },
      at,
    );
  };
  expect(await date(TEASER, "2024-09-17")).toMatchObject({ counted: 1 });
  const { desk, part } = await partOf(versionId, TEASER);
  expect(desk.posts[part.post]?.date).toBe("2024-09-17");
  await expect(date(BODY, "2024-09-17")).rejects.toThrow(words.refusals.ownDay);
  await acceptAll(mara, versionId, reviewId);
});

test("the database itself changes no correction, and takes none that says two things", async () => {
  const versionId = await storedPage();
  await retype(mara, versionId, COMMENT, "BODY");
  await expect(
    database().partCorrection.updateMany({ where: { versionId }, data: { reason: "Another." } }),
  ).rejects.toThrow();
  await expect(database().partCorrection.deleteMany({ where: { versionId } })).rejects.toThrow();
  const row = { versionId, number: 2, reason, byId: mara.id, at: at.now };
  for (const said of [
    { act: "TYPE" as const, start: 0 },
    { act: "MERGE" as const, start: 0, place: 5 },
    { act: "TAKE_BACK" as const, start: 0 },
    { act: "SPLIT" as const, start: 9, place: 9 },
    { act: "TYPE" as const, start: 0, type: "BODY" as const, date: at.now },
  ])
    await expect(database().partCorrection.create({ data: { ...row, ...said } })).rejects.toThrow();
});
