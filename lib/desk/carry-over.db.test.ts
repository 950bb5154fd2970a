import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { queueOf } from "#lib/db/queue/list";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { plainQueue } from "#lib/domain/queue-search";
import { ingest } from "#lib/ingest";
import * as words from "#lib/words";
import { carryOver } from "./carry-over";
import { createClaim } from "./claims";
import { recordOutcome } from "./outcomes";
import { versionsView } from "./page-versions";
import { openReview, publishReview, submitReview } from "./reviews";
import { acceptSuggestion, addStatement, editStatement, rejectSuggestion } from "./statements";
import { acceptAll, at, NOW, narration, person, suggestionsOf } from "./testing/newsroom";

const versionRefusals = words.versionRefusals;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let ines: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  [mara, ines] = [await person("Mara"), await person("Ines")];
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const AGREED = "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.";
const COST = "The ministry said that it will pay half of the cost.";
const BUILT = "The old quay was built in 1931 by the navy.";
const pageOf = (day: string, sentences: readonly string[]) =>
  [day, "Harbour Council Agrees To Widen The Quay", sentences.join(" ")].join("\n\n");

let minutes = 0;
async function version(url: string, text: string): Promise<string> {
  minutes += 1;
  const now = new Date(NOW.getTime() + minutes * 60_000);
  const page = { bytes: new TextEncoder().encode(text), format: "text" as const, mediaType: null, url };
  const { versionId } = await ingest(
    { ...page, publisher: null, isSample: false, requestedBy: SYSTEM },
    { now, engine: "RULES" },
  );
  return versionId;
}

const MONDAY = "Monday, September 16, 2024";
const TUESDAY = "Tuesday, September 17, 2024";

/** Two versions of one page, reviewed by Mara in the first, and her open review of the second. */
async function twoVersions(later: readonly string[], laterDay = MONDAY) {
  const url = `https://news.example/${randomUUID()}`;
  const first = await version(url, pageOf(MONDAY, [AGREED, COST, BUILT]));
  const { reviewId: fromReviewId } = await openReview(mara, { versionId: first }, at);
  await acceptAll(mara, first, fromReviewId);
  const second = await version(url, pageOf(laterDay, later));
  const { reviewId } = await openReview(mara, { versionId: second }, at);
  return { first, second, fromReviewId, reviewId };
}

const statementsOf = (reviewId: string) =>
  database().statement.findMany({
    where: { reviewId, removedAt: null },
    orderBy: { start: "asc" },
    include: { attributions: { include: { attribution: { include: { spans: true } } } } },
  });

test("two versions of one page are one item of the queue, which names the other version", async () => {
  const { first, second } = await twoVersions([AGREED, COST]);
  const { items, counts } = await queueOf(mara, plainQueue("mine"));
  expect(items).toHaveLength(counts.mine);
  const hrefs = [first, second].map((id) => `/desk/articles/${id}`);
  const here = items.filter(({ href }) => hrefs.includes(href));
  expect(here).toMatchObject([{ href: hrefs[1], version: 2, alsoVersions: [1] }]);
});

test("labels, sources, overrides and claims go with the very same words, and with no others", async () => {
  const { first, second, fromReviewId, reviewId } = await twoVersions([
    "Nobody had asked for this.",
    AGREED.replace("Monday", "Friday"),
    COST,
    BUILT,
  ]);
  const built = (await statementsOf(fromReviewId)).find(({ exact }) => exact === BUILT);
  const { start, end, id, revision } = built ?? { start: 0, end: 1, id: "", revision: 1 };
  const fields = {
    ...narration(start, end),
    labelOverride: "OPINION" as const,
    labelReason: "It is his own.",
  };
  await editStatement(mara, { statementId: id, revision, fields }, at);
  const claim = { statementId: id, statementRevision: revision + 1, wording: "The quay is of 1931." };
  const { claimId } = await createClaim(mara, claim, at);

  expect((await versionsView(mara.id, second, []))?.carry).toEqual({ fromReviewId, number: 1 });
  expect((await versionsView(mara.id, first, []))?.carry).toBeNull();
  expect((await versionsView(ines.id, second, []))?.carry).toBeNull();
  expect(await carryOver(mara, { reviewId, fromReviewId }, at)).toEqual({ count: 2, left: 1 });

  const [cost, carried, ...others] = await statementsOf(reviewId);
  expect(others).toEqual([]);
  expect([cost?.exact, carried?.exact]).toEqual([COST, BUILT]);
  expect(carried).toMatchObject({
    label: "OPINION",
    labelReason: "It is his own.",
    claimId,
    changedById: mara.id,
  });
  const { text } = await database().articleVersion.findUniqueOrThrow({ where: { id: second } });
  const spans = cost?.attributions[0]?.attribution.spans ?? [];
  expect(spans.find(({ part }) => part === "CUE")).toBeDefined();
  const cue = spans.find(({ part }) => part === "CUE");
  expect(text.slice(cue?.start, cue?.end)).toBe("said");
  const desk = await articleDesk(mara, second);
  expect(desk?.suggestions.filter(({ decision }) => decision === "EDITED")).toHaveLength(2);
  // What was written of the first version stays there.
  expect(await statementsOf(fromReviewId)).toHaveLength(3);
  // A second time there is nothing left to take.
  expect(await carryOver(mara, { reviewId, fromReviewId }, at)).toEqual({ count: 0, left: 3 });
  expect(await statementsOf(reviewId)).toHaveLength(2);
  expect(
    await database().auditEvent.count({
      where: { subjectId: `review:${reviewId}`, action: "review.carryOver" },
    }),
  ).toBe(1);
});

test("what was decided in the newer review is left as it is", async () => {
  const { second, fromReviewId, reviewId } = await twoVersions([COST, BUILT]);
  const [cost, built] = await suggestionsOf(second);
  await rejectSuggestion(mara, { reviewId, suggestionId: cost?.id ?? "", reason: "No." }, at);
  await acceptSuggestion(mara, { reviewId, suggestionId: built?.id ?? "" }, at);
  expect(await carryOver(mara, { reviewId, fromReviewId }, at)).toEqual({ count: 0, left: 3 });
  expect(await statementsOf(reviewId)).toHaveLength(1);
});

test("the same words with another space between them are not the very same words", async () => {
  const reviews = await twoVersions([BUILT.replace("the navy", "the\u00a0navy"), "Something else was said."]);
  expect(await carryOver(mara, reviews, at)).toEqual({ count: 0, left: 3 });
});

test("a window in time is not taken into a post of another day", async () => {
  const { first, fromReviewId, reviewId } = await twoVersions([BUILT, COST, "More is known."], TUESDAY);
  const { text } = await database().articleVersion.findUniqueOrThrow({ where: { id: first } });
  const start = text.indexOf("half of the cost");
  const prediction = { text: "half", dueFrom: "2024-09-16", dueTo: "2024-09-16", precision: "DAY" as const };
  await addStatement(
    mara,
    {
      reviewId: fromReviewId,
      fields: { ...narration(start, start + "half of the cost".length), time: "FUTURE", prediction },
    },
    at,
  );
  await carryOver(mara, { reviewId, fromReviewId }, at);
  expect((await statementsOf(reviewId)).some(({ exact }) => exact === "half of the cost")).toBe(false);
  expect((await statementsOf(reviewId)).some(({ exact }) => exact === BUILT)).toBe(true);
});

test("who may not: somebody who wrote none of it, into somebody else's review, from another page", async () => {
  const one = await twoVersions([COST, BUILT]);
  const two = await twoVersions([COST, BUILT]);
  await expect(carryOver(ines, one, at)).rejects.toThrow(words.refusals.notYours("Mara"));
  await expect(carryOver(mara, { ...one, fromReviewId: two.fromReviewId }, at)).rejects.toThrow(
    versionRefusals.otherPage,
  );
  const url = `https://news.example/${randomUUID()}`;
  const first = await version(url, pageOf(MONDAY, [AGREED, COST]));
  const { reviewId: hers } = await openReview(ines, { versionId: first }, at);
  await acceptAll(ines, first, hers);
  const second = await version(url, pageOf(MONDAY, [AGREED, BUILT]));
  const { reviewId } = await openReview(mara, { versionId: second }, at);
  await expect(carryOver(mara, { reviewId, fromReviewId: hers }, at)).rejects.toThrow(
    versionRefusals.notYourLabels,
  );
  expect(await statementsOf(reviewId)).toEqual([]);
});

test("everybody who wrote the labels is a writer of the newer review, and doesn't publish it", async () => {
  const { fromReviewId, reviewId, second } = await twoVersions([COST, BUILT]);
  await database().reviewWriter.create({ data: { reviewId: fromReviewId, userId: ines.id } });
  await carryOver(mara, { reviewId, fromReviewId }, at);
  await acceptAll(mara, second, reviewId);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  await expect(publishReview(ines, { reviewId, revision }, at)).rejects.toThrow();
  const noor = await person("Noor");
  await expect(publishReview(noor, { reviewId, revision }, at)).resolves.toMatchObject({ reviewId });
});

describe("what became of a promise", () => {
  const PROMISE = {
    text: "by Wednesday",
    dueFrom: "2024-09-18",
    dueTo: "2024-09-18",
    precision: "DAY" as const,
  };
  const OUTCOME = {
    result: "DID_NOT_HAPPEN",
    knownAt: "2024-09-19",
    quote: "The old quay still stands.",
    saidAt: "2024-09-19",
    publisher: "The Harbour Post",
    url: null,
    note: "We went there.",
  };

  /** Two versions; in the first somebody recorded what became of a promise. */
  async function recorded(later: readonly string[], laterDay = MONDAY) {
    const two = await twoVersions(later, laterDay);
    const built = (await statementsOf(two.fromReviewId)).find(({ exact }) => exact === BUILT);
    const { start, end, id, revision } = built ?? { start: 0, end: 1, id: "", revision: 1 };
    const fields = { ...narration(start, end), time: "FUTURE" as const, prediction: PROMISE };
    await editStatement(mara, { statementId: id, revision, fields }, at);
    await recordOutcome(mara, { statementId: id, revision: revision + 1, ...OUTCOME }, at);
    return two;
  }
  const outcomesIn = (reviewId: string) =>
    database().outcome.findMany({ where: { statement: { reviewId, removedAt: null } } });

  test("goes with the promise to the next version, with its evidence and whoever wrote it, and the older one keeps its own", async () => {
    const { fromReviewId, reviewId } = await recorded(["Nobody had asked.", BUILT]);
    const [before] = await outcomesIn(fromReviewId);
    expect(await carryOver(mara, { reviewId, fromReviewId }, at)).toMatchObject({ count: 1 });
    const [carried] = await outcomesIn(reviewId);
    expect(before).toBeDefined();
    expect(carried).toEqual({ ...before, statementId: carried?.statementId });
    expect(await outcomesIn(fromReviewId)).toEqual([before]);
    const [statement] = await statementsOf(reviewId);
    expect(statement?.id).toBe(carried?.statementId);
  });

  test("stays where the page is of another day, since its promise is read anew there", async () => {
    const { fromReviewId, reviewId } = await recorded([BUILT], TUESDAY);
    expect(await carryOver(mara, { reviewId, fromReviewId }, at)).toMatchObject({ count: 0 });
    expect(await outcomesIn(reviewId)).toEqual([]);
  });

  test("is published with the newer version", async () => {
    const { fromReviewId, reviewId } = await recorded([BUILT]);
    await carryOver(mara, { reviewId, fromReviewId }, at);
    const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
    await publishReview(ines, { reviewId, revision }, at);
    const { content } = await database().publication.findFirstOrThrow({ where: { reviewId } });
    expect(content).toMatchObject({
      statements: [
        { prediction: { outcome: { result: "DID_NOT_HAPPEN", quote: OUTCOME.quote, by: "Mara" } } },
      ],
    });
  });
});
