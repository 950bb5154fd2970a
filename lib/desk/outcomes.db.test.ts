import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { dueAtWork } from "#lib/db/outcomes/at-work";
import { dueInbox, promiseDesk } from "#lib/db/outcomes/desk";
import { publishedArticle } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { draftsOfPromises, saveDraft } from "./drafts";
import { recordOutcome, reopenPromise } from "./outcomes";
import { openReview, publishReview, returnReview, submitReview } from "./reviews";
import { editStatement } from "./statements";
import { at, draftReview, NOW, narration, person, publishedReview } from "./testing/newsroom";

/** What became of a promise: recorded, read by a second person, published, put right. */

let close: () => Promise<void>;
let writer: Actor;
let editor: Actor;
let reader: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  writer = await person("Wanda Writer");
  editor = await person("Edgar Editor");
  reader = await person("Rosa Reader");
});
afterAll(async () => {
  await disconnect();
  await close();
});

const EVIDENCE = {
  knownAt: "2024-09-19",
  quote: "No memo was sent to anybody, the port authority said.",
  saidAt: "2024-09-19",
  publisher: "The Harbour Post",
  url: "https://post.example/no-memo",
  note: "We asked the authority twice.",
};
const HAPPENED = { result: "HAPPENED", ...EVIDENCE };
const DID_NOT = { result: "DID_NOT_HAPPEN", ...EVIDENCE };

const DAY = new Date("2024-09-18T00:00:00.000Z");

/** The teaser's promise: "this morning", in a post of 18 September 2024. */
async function promiseOf(reviewId: string) {
  return database().statement.findFirstOrThrow({
    where: { reviewId, removedAt: null, prediction: { dueTo: DAY } },
    include: { prediction: true, outcome: true },
  });
}

/** A page that stands with its promise, and the statement that makes it. */
async function standing() {
  const published = await publishedReview(writer, editor);
  return {
    ...published,
    slug: published.href.replace("/articles/", ""),
    promise: await promiseOf(published.reviewId),
  };
}

const record = (actor: Actor, { id, revision }: { id: string; revision: number }, outcome: object) =>
  recordOutcome(actor, { statementId: id, revision, ...outcome }, at);

let turn = 0;

/** Hand in and publish what a person recorded. */
async function publish(by: Actor, second: Actor, reviewId: string, correction: string) {
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const handedIn = await submitReview(by, { reviewId, revision, correction }, at);
  return publishReview(
    second,
    { reviewId, revision: handedIn.revision },
    { now: new Date(NOW.getTime() + 60_000 * ++turn) },
  );
}

const shown = async (slug: string) => {
  const article = await publishedArticle(slug);
  return (
    article?.content.statements.find(({ prediction }) => prediction?.dueTo === "2024-09-18")?.prediction ??
    null
  );
};

describe("a promise of a page that readers see", () => {
  test("is resolved in its review, which a second person publishes, and readers see what happened", async () => {
    const { slug, promise, reviewId, versionId } = await standing();
    expect((await shown(slug))?.outcome).toBeUndefined();
    const recorded = await record(editor, promise, DID_NOT);
    expect(recorded.reviewId).not.toBe(reviewId);
    // Nothing leaves before it is published.
    expect((await shown(slug))?.outcome).toBeUndefined();
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: recorded.reviewId } });
    await expect(submitReview(editor, { reviewId: recorded.reviewId, revision }, at)).rejects.toMatchObject({
      field: "correction",
    });
    const handedIn = await submitReview(
      editor,
      { reviewId: recorded.reviewId, revision, correction: "No memos came." },
      at,
    );
    const asked = { reviewId: recorded.reviewId, revision: handedIn.revision };
    await expect(publishReview(editor, asked, at)).rejects.toMatchObject({ code: "not_allowed" });
    await publishReview(reader, asked, { now: new Date(NOW.getTime() + 60_000) });
    expect((await shown(slug))?.outcome).toMatchObject({
      ...DID_NOT,
      by: "Edgar Editor",
      on: "2024-09-20",
      snapshot: null,
    });
    const row = await database().standingStatement.findFirstOrThrow({
      where: { publication: { versionId }, dueTo: DAY },
    });
    expect(row.outcome).toBe("DID_NOT_HAPPEN");
    expect((await verifyRecord()).faults).toEqual([]);
  });

  test("is reopened by a correction with a reason, and what was recorded stays in what was published before", async () => {
    const { slug, promise, versionId } = await standing();
    const { reviewId } = await record(editor, promise, DID_NOT);
    await publish(editor, reader, reviewId, "No memos came.");
    const again = await promiseOf(reviewId);
    const opened = await reopenPromise(editor, { statementId: again.id, revision: again.revision }, at);
    await publish(editor, reader, opened.reviewId, "The authority took its words back.");
    expect((await shown(slug))?.outcome).toBeUndefined();
    const article = await publishedArticle(slug);
    expect(article?.corrections.map(({ reason }) => reason)).toEqual([
      "The authority took its words back.",
      "No memos came.",
    ]);
    const before = await database().publication.findMany({
      where: { versionId },
      orderBy: { publishedAt: "asc" },
    });
    expect(JSON.stringify(before.map(({ content }) => content))).toContain("No memo was sent");
    expect(article?.history.entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["outcome.record", "outcome.reopen"]),
    );
  });

  test("is nobody else's while somebody reviews the page, and one's own screen is read anew", async () => {
    const { promise, versionId } = await standing();
    await openReview(writer, { versionId }, at);
    await expect(record(editor, promise, HAPPENED)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Wanda Writer"),
    });
    await expect(record(writer, promise, HAPPENED)).rejects.toMatchObject({ code: "conflict" });
  });

  test("that something newer replaced is left alone", async () => {
    const { promise } = await standing();
    const { reviewId } = await record(editor, promise, HAPPENED);
    await publish(editor, reader, reviewId, "Memos came.");
    await expect(record(editor, promise, DID_NOT)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("what may be said of it", () => {
  test.each([
    ["without the words", { ...HAPPENED, quote: " " }, "quote"],
    ["without the day of the words", { ...HAPPENED, saidAt: "" }, "saidAt"],
    ["without their publisher", { ...HAPPENED, publisher: null }, "publisher"],
    ["that it can't be told, without a reason", { ...HAPPENED, result: "UNRESOLVABLE", note: "" }, "note"],
    ["of tomorrow", { ...HAPPENED, knownAt: "2024-09-22" }, "knownAt"],
    ["with tomorrow's paper", { ...HAPPENED, saidAt: "2024-09-22" }, "saidAt"],
    ["with an address that is a script", { ...HAPPENED, url: "javascript:alert(1)" }, "url"],
  ])("nothing %s", async (_, outcome, field) => {
    const { reviewId } = await draftReview(writer);
    await expect(record(writer, await promiseOf(reviewId), outcome)).rejects.toMatchObject({
      code: "invalid_input",
      field,
    });
    expect((await promiseOf(reviewId)).outcome).toBeNull();
  });

  test("that it can't be told takes a reason and no evidence", async () => {
    const { reviewId } = await draftReview(writer);
    const outcome = { result: "UNRESOLVABLE", knownAt: "2024-09-19", note: "Nobody keeps such memos." };
    await record(writer, await promiseOf(reviewId), outcome);
    expect((await promiseOf(reviewId)).outcome).toMatchObject({ result: "UNRESOLVABLE", quote: null });
  });

  test("that it did not happen only when its last day is over", async () => {
    const { reviewId } = await draftReview(writer);
    const { id, revision } = await promiseOf(reviewId);
    const input = {
      statementId: id,
      revision,
      ...DID_NOT,
      knownAt: "2024-09-18",
      saidAt: "2024-09-18",
    };
    const early = { now: new Date("2024-09-18T12:00:00Z") };
    await expect(recordOutcome(writer, input, early)).rejects.toMatchObject({ field: "result" });
    await recordOutcome(writer, { ...input, result: "HAPPENED" }, early);
  });

  test("nothing of a statement that promises nothing", async () => {
    const { reviewId } = await draftReview(writer);
    const plain = await database().statement.findFirstOrThrow({ where: { reviewId, prediction: null } });
    await expect(record(writer, plain, HAPPENED)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("the review that it is part of", () => {
  test("keeps the promise as it is while something is recorded of it", async () => {
    const { reviewId } = await draftReview(writer);
    const before = await promiseOf(reviewId);
    await record(writer, before, HAPPENED);
    const { id: statementId, revision, start, end } = await promiseOf(reviewId);
    const edit = (prediction: unknown) =>
      editStatement(
        writer,
        { statementId, revision, fields: { ...narration(start, end), time: "FUTURE", prediction } },
        at,
      );
    await expect(edit(null)).rejects.toMatchObject({ code: "conflict" });
    const text = before.prediction?.text;
    const moved = { text, dueFrom: "2024-10-01", dueTo: "2024-10-01", precision: "DAY" };
    await expect(edit(moved)).rejects.toMatchObject({ code: "conflict" });
    await edit({ ...moved, dueFrom: "2024-09-18", dueTo: "2024-09-18" });
    expect((await promiseOf(reviewId)).outcome).not.toBeNull();
  });

  test("is written by its writers alone, and not while it waits", async () => {
    const { reviewId } = await draftReview(writer);
    const promise = await promiseOf(reviewId);
    await expect(record(editor, promise, HAPPENED)).rejects.toMatchObject({ code: "not_allowed" });
    const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at);
    await expect(record(writer, promise, HAPPENED)).rejects.toMatchObject({ code: "conflict" });
    await returnReview(editor, { reviewId, revision, reason: "Say what happened." }, at);
    await record(writer, promise, HAPPENED);
    await expect(record(writer, promise, DID_NOT)).rejects.toMatchObject({ code: "conflict" });
  });

  test("holds what it was handed in with: the database itself changes nothing of it", async () => {
    const { reviewId } = await draftReview(writer);
    const promise = await promiseOf(reviewId);
    await record(writer, promise, HAPPENED);
    await submitReview(writer, { reviewId, revision: 1 }, at);
    const ask = (sql: string) => database().$executeRawUnsafe(sql);
    await expect(ask(`DELETE FROM "Outcome" WHERE "statementId" = '${promise.id}'`)).rejects.toThrow();
    await expect(
      ask(`UPDATE "Outcome" SET "result" = 'PARTLY' WHERE "statementId" = '${promise.id}'`),
    ).rejects.toThrow();
  });
});

describe("the list of what fell due", () => {
  const waits = async (today: string, statementId: string) => {
    const { promises } = await dueInbox(today, null);
    return promises.some((one) => one.statementId === statementId);
  };

  test("holds a promise from its last day on, until something is recorded and published", async () => {
    const { promise } = await standing();
    expect(await waits("2024-09-17", promise.id)).toBe(false);
    expect(await waits("2024-09-18", promise.id)).toBe(true);
    const { counts } = await dueInbox("2024-09-18", null);
    expect(counts.today).toBeGreaterThan(0);
    expect(counts.overdue).toBe(0);
    expect((await dueInbox("2024-09-19", null)).counts).toMatchObject({ overdue: counts.today, today: 0 });
    const { reviewId } = await record(editor, promise, DID_NOT);
    const { promises } = await dueInbox("2024-09-19", null);
    expect(promises.find(({ statementId }) => statementId === promise.id)?.reviewer).toBe("Edgar Editor");
    await publish(editor, reader, reviewId, "No memos came.");
    expect(await waits("2024-09-19", promise.id)).toBe(false);
    const { counts: after } = await dueInbox("2024-09-19", null);
    expect(after.overdue).toBe(counts.today - 1);
  });

  test("goes on behind the key of a row", async () => {
    const [one] = (await dueInbox("2024-09-19", null)).promises;
    const rows = await database().standingStatement.findMany({
      where: { outcome: null, dueTo: { lte: DAY } },
      orderBy: [{ dueTo: "asc" }, { publicationId: "asc" }, { number: "asc" }],
    });
    const [first] = rows;
    if (one === undefined || first === undefined) throw new Error("something waits");
    const behind = { day: "2024-09-18", id: first.publicationId, number: first.number };
    const { promises } = await dueInbox("2024-09-19", behind);
    expect(promises).toHaveLength(rows.length - 1);
    expect(promises.map(({ statementId }) => statementId)).not.toContain(one.statementId);
  });
});

describe("what fell due in a review that nobody published yet", () => {
  const waitsFor = async (who: Actor, today: string) =>
    (await dueAtWork(who.id, today)).map(({ statementId }) => statementId);

  test("is shown to whoever writes it, from its last day on, until it is recorded, handed in or removed", async () => {
    const { reviewId } = await draftReview(writer);
    const promise = await promiseOf(reviewId);
    expect(await waitsFor(writer, "2024-09-17")).not.toContain(promise.id);
    expect(await waitsFor(writer, "2024-09-18")).toContain(promise.id);
    expect(await waitsFor(editor, "2024-09-18")).not.toContain(promise.id);
    expect((await dueInbox("2024-09-19", null)).promises.map(({ statementId }) => statementId)).not.toContain(
      promise.id,
    );
    await record(writer, promise, DID_NOT);
    expect(await waitsFor(writer, "2024-09-19")).not.toContain(promise.id);
  });

  test("is one line while readers see it too: that of the list of all", async () => {
    const { versionId } = await standing();
    const { reviewId } = await openReview(writer, { versionId }, at);
    const promise = await promiseOf(reviewId);
    expect(await waitsFor(writer, "2024-09-19")).not.toContain(promise.id);
  });
});

describe("one promise on the desk", () => {
  test("is shown as its review has it, with what this person may do", async () => {
    const { promise, versionId } = await standing();
    expect(await promiseDesk(editor, promise.id)).toMatchObject({
      statementId: promise.id,
      access: { kind: "ANEW" },
    });
    const { reviewId } = await record(editor, promise, DID_NOT);
    const copy = await promiseOf(reviewId);
    expect(await promiseDesk(editor, promise.id)).toMatchObject({
      statementId: copy.id,
      revision: copy.revision,
      versionId,
      prediction: { outcome: { result: "DID_NOT_HAPPEN" } },
      access: { kind: "OPEN" },
    });
    expect((await promiseDesk(reader, promise.id))?.access).toEqual({
      kind: "ELSEWHERE",
      name: "Edgar Editor",
    });
    await publish(editor, reader, reviewId, "No memos came.");
    expect((await promiseDesk(editor, promise.id))?.access).toEqual({ kind: "REPLACED" });
    expect(await promiseDesk(editor, versionId)).toBeNull();
  });
});

describe("a form that is half written", () => {
  const typed = (who: Actor, id: string) => ({
    personId: who.id,
    subject: `promise:${id}`,
    body: { result: "HAPPENED", quote: "The memo is real, the port" },
    basedOn: null,
  });

  test("is listed with the page's review, which isn't handed in before it is saved or discarded", async () => {
    const { versionId, reviewId } = await draftReview(writer);
    const { id } = await promiseOf(reviewId);
    const { savedAt } = await saveDraft(writer, typed(writer, id), at);
    expect(await draftsOfPromises(writer, versionId)).toMatchObject([
      { subject: `promise:${id}`, statementId: id, exact: expect.stringContaining("Dock workers") },
    ]);
    const handIn = () => submitReview(writer, { reviewId, revision: 1 }, at);
    await expect(handIn()).rejects.toThrow(words.refusals.draftsOpen(1));
    await saveDraft(writer, { ...typed(writer, id), body: null, basedOn: savedAt }, at);
    await handIn();
  });

  test("counts where it was begun from what is published, once a review of that page is open", async () => {
    const { versionId, promise } = await standing();
    await saveDraft(writer, typed(writer, promise.id), at);
    const { reviewId } = await openReview(writer, { versionId }, at);
    expect((await promiseOf(reviewId)).id).not.toBe(promise.id);
    await expect(
      submitReview(writer, { reviewId, revision: 1, correction: "Read again." }, at),
    ).rejects.toThrow(words.refusals.draftsOpen(1));
  });

  test("of another person, or of another page, holds nothing back", async () => {
    const { reviewId } = await draftReview(writer);
    const { promise } = await standing();
    await saveDraft(writer, typed(writer, promise.id), at);
    await saveDraft(editor, typed(editor, (await promiseOf(reviewId)).id), at);
    await submitReview(writer, { reviewId, revision: 1 }, at);
  });
});
