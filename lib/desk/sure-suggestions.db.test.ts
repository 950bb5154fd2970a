import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { trialCounts } from "#lib/db/trials/counts";
import { wrongTrials } from "#lib/db/trials/recount";
import type { Actor } from "#lib/domain/actor";
import { MOST_TOGETHER } from "#lib/domain/sureness";
import * as words from "#lib/words";
import { openReview, publishReview, submitReview } from "./reviews";
import {
  acceptSuggestion,
  editStatement,
  rejectSuggestion,
  removeStatement,
  restoreStatement,
} from "./statements";
import { acceptSure, giveSureBack } from "./sure-suggestions";
import { acceptAll, at, narration, person, storedPage, suggestionsOf } from "./testing/newsroom";

/** All that the machine is sure of, accepted in one act and given back in one. */

const LATER = { now: new Date("2024-09-24T08:00:00.000Z") };

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  [mara, avan] = [await person("Mara"), await person("Avan")];
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

/** A review just begun, with suggestions of which the first isn't sure. */
async function begun() {
  const versionId = await storedPage();
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(
    `UPDATE "Suggestion" SET "engineName" = 'onrecord-models', "engineVersion" = '2.0.0',
       "confidence" = CASE WHEN "index" = (SELECT min("index") FROM "Suggestion" WHERE "versionId" = $1) THEN 0.5 ELSE 0.9 END
     WHERE "versionId" = $1`,
    [versionId],
  );
  await owner.query(`SET session_replication_role = DEFAULT`);
  const { reviewId } = await openReview(mara, { versionId }, at);
  const suggestionIds = (await suggestionsOf(versionId)).map(({ id }) => id);
  expect(suggestionIds.length).toBeGreaterThan(3);
  return { versionId, reviewId, suggestionIds, sure: suggestionIds.slice(1) };
}

const statementsIn = (reviewId: string) =>
  database().statement.findMany({ where: { reviewId, removedAt: null }, orderBy: { start: "asc" } });
const waitingIn = (versionId: string, reviewId: string) =>
  database().suggestion.count({
    where: { versionId, decisions: { none: { reviewId, undoneAt: null } } },
  });

test("those that are sure become statements, in one event; the others wait", async () => {
  const { versionId, reviewId, suggestionIds, sure } = await begun();
  expect(await acceptSure(mara, { reviewId, suggestionIds }, at)).toEqual({
    accepted: sure.length,
    left: 1,
  });
  const made = await statementsIn(reviewId);
  expect(made.map(({ suggestionId }) => suggestionId)).toEqual(sure);
  expect(await waitingIn(versionId, reviewId)).toBe(1);
  const events = await database().auditEvent.findMany({
    where: { subjectId: `review:${reviewId}`, action: "suggestion.acceptSure" },
    include: { payload: true },
  });
  expect(events).toHaveLength(1);
  expect(events[0]?.payload?.payload).toMatchObject({ suggestionIds: sure });
});

test("what was decided meanwhile stays as it was decided", async () => {
  const { reviewId, sure } = await begun();
  const [first = "", second = "", ...rest] = sure;
  await rejectSuggestion(mara, { reviewId, suggestionId: first, reason: null }, at);
  await acceptSuggestion(mara, { reviewId, suggestionId: second }, at);
  expect(await acceptSure(mara, { reviewId, suggestionIds: sure }, at)).toEqual({
    accepted: rest.length,
    left: 2,
  });
  const kinds = await database().suggestionDecision.findMany({
    where: { reviewId, undoneAt: null },
    orderBy: { suggestion: { index: "asc" } },
  });
  expect(kinds.map(({ kind, isTogether }) => [kind, isTogether])).toEqual([
    ["REJECTED", false],
    ["ACCEPTED", false],
    ...rest.map(() => ["ACCEPTED", true]),
  ]);
});

test("sent twice, and at once, it happens once", async () => {
  const { reviewId, sure } = await begun();
  const asked = { reviewId, suggestionIds: sure };
  const twice = await Promise.allSettled([acceptSure(mara, asked, at), acceptSure(mara, asked, at)]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await statementsIn(reviewId)).toHaveLength(sure.length);
  await expect(acceptSure(mara, asked, at)).rejects.toThrow(words.refusals.noneSure);
});

test("given back, all wait again, but for what was changed or removed since", async () => {
  const { versionId, reviewId, sure } = await begun();
  await acceptSure(mara, { reviewId, suggestionIds: sure }, at);
  const [changed, removed] = await statementsIn(reviewId);
  if (changed === undefined || removed === undefined) throw new Error("two statements");
  const fields = narration(changed.start, changed.end);
  await editStatement(mara, { statementId: changed.id, revision: 1, fields }, at);
  await removeStatement(mara, { statementId: removed.id, revision: 1 }, at);
  expect(await giveSureBack(mara, { reviewId, suggestionIds: sure }, at)).toEqual({
    givenBack: sure.length - 2,
  });
  expect((await statementsIn(reviewId)).map(({ id }) => id)).toEqual([changed.id]);
  expect(await waitingIn(versionId, reviewId)).toBe(1 + sure.length - 2);
  await expect(giveSureBack(mara, { reviewId, suggestionIds: sure }, at)).rejects.toThrow(
    words.refusals.noneTogether,
  );
  expect(await acceptSure(mara, { reviewId, suggestionIds: sure }, at)).toMatchObject({ left: 2 });
});

test("another's page, a page's review that isn't theirs, nothing and too many are refused whole", async () => {
  const { reviewId, sure } = await begun();
  const other = await begun();
  const asked = [...sure, ...other.sure];
  await expect(acceptSure(mara, { reviewId, suggestionIds: asked }, at)).rejects.toThrow(
    words.errors.notFound,
  );
  await expect(acceptSure(avan, { reviewId, suggestionIds: sure }, at)).rejects.toThrow(
    words.refusals.notYours("Mara"),
  );
  for (const suggestionIds of [[], Array.from({ length: MOST_TOGETHER + 1 }, () => sure[0])])
    await expect(acceptSure(mara, { reviewId, suggestionIds }, at)).rejects.toMatchObject({
      code: "invalid_input",
    });
  expect(await statementsIn(reviewId)).toEqual([]);
});

test("what was accepted together counts neither for nor against a rule, also where it was removed and put back", async () => {
  const { versionId, reviewId, sure } = await begun();
  await acceptSure(mara, { reviewId, suggestionIds: sure }, at);
  const [removed, back] = await statementsIn(reviewId);
  if (removed === undefined || back === undefined) throw new Error("two statements");
  await removeStatement(mara, { statementId: removed.id, revision: 1 }, at);
  const { revision: gone } = await removeStatement(mara, { statementId: back.id, revision: 1 }, at);
  await restoreStatement(mara, { statementId: back.id, revision: gone }, at);
  await acceptAll(mara, versionId, reviewId);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, LATER);
  await publishReview(avan, { reviewId, revision }, LATER);
  const labels = (await trialCounts(new Date("2024-09-25T08:00:00.000Z"))).filter(
    ({ field }) => field === "LABEL",
  );
  expect(labels.map(({ verdict, count }) => [verdict, count])).toEqual([["RIGHT", 1]]);
  expect(await transaction(wrongTrials)).toBe(0);
});
