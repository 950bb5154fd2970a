import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { claimDesk } from "#lib/db/claims/desk";
import { database, disconnect } from "#lib/db/core/client";
import { queueOf } from "#lib/db/queue/list";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { writeAnnotation } from "#lib/desk/annotations";
import { createClaim } from "#lib/desk/claims";
import { openReview, publishReview, returnReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { editStatement, rejectSuggestion, removeStatement } from "#lib/desk/statements";
import {
  acceptAll,
  at,
  draftReview,
  narration,
  person,
  storedPage,
  submittedReview,
  suggestionsOf,
} from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { QueueName } from "#lib/domain/queue-query";
import { plainQueue } from "#lib/domain/queue-search";
import * as words from "#lib/words";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let avan: Actor;
let cleo: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  avan = await person("Avan");
  cleo = await person("Cleo", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

/** The views of this person's queue in which the page stands, and who acts next on it. */
async function placesOf(actor: Actor, versionId: string) {
  const found = [];
  for (const view of QueueName.options) {
    if (view === "all") continue;
    const { items, counts } = await queueOf(actor, plainQueue(view));
    expect(items).toHaveLength(counts[view]);
    const item = items.find(({ href }) => href === `/desk/articles/${versionId}`);
    if (item) found.push([view, item.next.kind]);
  }
  return found;
}

test("a page goes through the views of everybody's queue", async () => {
  const versionId = await storedPage();
  expect(await placesOf(mara, versionId)).toEqual([["unassigned", "you"]]);
  const { reviewId } = await openReview(mara, { versionId }, at);
  expect(await placesOf(mara, versionId)).toEqual([["mine", "you"]]);
  expect(await placesOf(avan, versionId)).toEqual([["others", "person"]]);
  await acceptAll(mara, versionId, reviewId);
  let { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  expect(await placesOf(mara, versionId)).toEqual([["mine", "another-editor"]]);
  expect(await placesOf(avan, versionId)).toEqual([
    ["needs-reader", "you"],
    ["to-publish", "you"],
  ]);
  expect(await placesOf(cleo, versionId)).toEqual([["needs-reader", "another-editor"]]);
  ({ revision } = await returnReview(avan, { reviewId, revision, reason: "Look again." }, at));
  expect(await placesOf(mara, versionId)).toEqual([
    ["mine", "you"],
    ["returned", "you"],
  ]);
  ({ revision } = await submitReview(mara, { reviewId, revision }, at));
  ({ revision } = await publishReview(avan, { reviewId, revision }, at));
  expect(await placesOf(mara, versionId)).toEqual([
    ["due", "nobody"],
    ["published", "nobody"],
  ]);
  await withdrawReview(avan, { reviewId, revision, reason: "A forgery." }, at);
  expect(await placesOf(mara, versionId)).toEqual([["unassigned", "you"]]);
});

test("a page's item says how many suggestions wait", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  const [first, ...others] = await suggestionsOf(versionId);
  await rejectSuggestion(mara, { reviewId, suggestionId: first?.id }, at);
  const { items } = await queueOf(mara, plainQueue("mine"));
  expect(items.find(({ href }) => href.endsWith(versionId))).toMatchObject({
    kind: "ARTICLE",
    waiting: others.length,
    total: others.length + 1,
  });
});

test("the desk shows a page with its proposals, statements, notes, removed ones and history", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const [first, second] = await database().statement.findMany({
    where: { reviewId },
    orderBy: { start: "asc" },
  });
  if (!first || !second) throw new Error("it has statements");
  const { claimId } = await createClaim(
    mara,
    { wording: "The quay was built in 1931.", statementId: first.id, statementRevision: 1 },
    at,
  );
  await writeAnnotation(mara, { reviewId, statementId: first.id, body: "Ask.", isPublic: false }, at);
  await writeAnnotation(
    mara,
    { reviewId, span: { start: 0, end: 6 }, body: "A Monday.", isPublic: false },
    at,
  );
  await removeStatement(mara, { statementId: second.id, revision: 1 }, at);
  const desk = await articleDesk(mara, versionId);
  expect(desk?.suggestions[0]).toMatchObject({ decision: "REJECTED", reasons: expect.any(Array) });
  expect(desk?.suggestions.slice(1).map(({ decision }) => decision)).toEqual([
    "ACCEPTED",
    "REJECTED",
    "ACCEPTED",
    "ACCEPTED",
  ]);
  expect(desk?.statements[0]).toMatchObject({
    id: first.id,
    claim: { id: claimId },
    annotations: [{ body: "Ask.", authorName: "Mara" }],
    changedByName: "Mara",
  });
  expect(desk?.removed?.map(({ id }) => id)).toEqual([second.id]);
  expect(desk?.annotations).toMatchObject([{ span: { start: 0, end: 6 }, body: "A Monday." }]);
  expect(desk?.review).toMatchObject({ state: "DRAFT", author: { name: "Mara" }, replacesPublished: false });
  expect(desk).toMatchObject({ publication: null, publishedHref: null, otherPublishers: 1 });
  expect(desk?.history[0]).toMatchObject({ action: "statement.remove", actorName: "Mara" });
  expect(desk?.history.at(-1)).toMatchObject({ action: "version.store", actorName: "Onrecord" });
  expect((await claimDesk(mara, claimId))?.appearances).toMatchObject([
    { statementId: first.id, versionId, reviewState: "DRAFT" },
  ]);
});

test("the history of a page says when, and what an edit changed from what to what", async () => {
  const { versionId, reviewId } = await draftReview(mara);
  const statement = await database().statement.findFirstOrThrow({
    where: { reviewId, sourcing: "NONE" },
    orderBy: { start: "asc" },
  });
  const { start, end, id: statementId } = statement;
  const speaker = { name: "Lina Aziz", kind: "PERSON" } as const;
  const fields = { ...narration(start, end), sourcing: "NAMED_PERSON" as const, speaker };
  await editStatement(mara, { statementId, revision: 1, fields }, at);
  const [latest, before] = (await articleDesk(mara, versionId))?.history ?? [];
  expect(latest).toMatchObject({ action: "statement.edit", at: at.now.toISOString() });
  const { sourcing } = words.desk;
  expect(latest?.changes).toContain(words.changed({ what: "SOURCING", from: "NONE", to: "NAMED_PERSON" }));
  expect(latest?.changes.join(" ")).toContain(`from “${sourcing.NONE}” to “${sourcing.NAMED_PERSON}”`);
  expect(latest?.changes).toContain(words.changed({ what: "SPEAKER", from: null, to: "Lina Aziz" }));
  expect(before?.changes).toEqual([]);
});

test("reasons are stored as what the rule found; a row that holds words is shown as it is", async () => {
  const versionId = await storedPage();
  const { id: _, ...row } = await database().suggestion.findFirstOrThrow({ where: { versionId } });
  const words = { axis: "SOURCING", rule: "source/gone", version: "1", score: 0.5, words: "It was so." };
  const { prediction: _prediction, match: _match, ...others } = row;
  await database().suggestion.create({ data: { ...others, flags: {}, index: 999, reasons: [words] } });
  const shown = (await articleDesk(mara, versionId))?.suggestions.map(({ reasons }) => reasons) ?? [];
  expect(shown).toContainEqual([words]);
  const [stored] = shown.filter((reasons) => reasons[0]?.rule !== "source/gone");
  expect(stored?.[0]).toEqual({
    axis: "SOURCING",
    rule: expect.stringMatching(/^source\//),
    version: expect.any(String),
    score: expect.any(Number),
    parameters: expect.any(Object),
  });
});

test("a published page tells the desk what to withdraw", async () => {
  const { versionId, reviewId, revision } = await submittedReview(mara);
  const published = await publishReview(avan, { reviewId, revision }, at);
  expect(await articleDesk(mara, versionId)).toMatchObject({
    publishedHref: published.href,
    publication: { reviewId, revision: published.revision },
    review: { state: "PUBLISHED" },
  });
});

test("what isn't there is null", async () => {
  const id = "0190a000-0000-7000-8000-000000000000";
  expect(await articleDesk(mara, id)).toBeNull();
  expect(await claimDesk(mara, id)).toBeNull();
});
