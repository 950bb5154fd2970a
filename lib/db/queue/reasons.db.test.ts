import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { mergeClaim } from "#lib/desk/claim-merging";
import { createClaim } from "#lib/desk/claims";
import { openReview, publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { acceptSuggestion, linkStatement } from "#lib/desk/statements";
import { acceptAll, at, NOW, person, suggestionsOf } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { MANY_OUTLETS } from "#lib/domain/bounds";
import type { PriorityCode } from "#lib/domain/queue-priority";
import { plainQueue } from "#lib/domain/queue-search";
import { ingest } from "#lib/ingest";
import { keepLeftOver } from "./keep";
import { itemIn, queueOf } from "./list";
import { rebuildQueue, wrongInQueue } from "./rebuild";

/** Why a page is urgent, each reason from what the database holds, and gone again with it. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  [mara, avan] = [await person("Mara"), await person("Avan")];
});
afterAll(async () => {
  // Whatever the tests did, the rows are what they are worked out of.
  const [marks, wrong] = await transaction(async (tx) => [
    await tx.queueMark.count(),
    await wrongInQueue(tx, NOW),
  ]);
  await disconnect();
  await db.close();
  expect([marks, wrong]).toEqual([0, []]);
});

let pages = 0;
/** A page of one publisher; the id of its version. */
async function page(sentences: string, publisher = "harbour.example"): Promise<string> {
  pages += 1;
  const text = `July 25, 2024\n\nReport number ${pages} from the harbour\n\n${sentences}`;
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(text),
      format: "text",
      mediaType: null,
      url: `https://${publisher}/${pages}`,
      publisher,
      isSample: false,
      requestedBy: SYSTEM,
    },
    at,
  );
  return versionId;
}

/** How often each reason holds; those that don't are left out. */
async function reasonsOf(versionId: string): Promise<Partial<Record<PriorityCode, number>>> {
  const item = await itemIn(mara, plainQueue("all"), { versionId });
  return Object.fromEntries(item?.reasons.map(({ code, count }) => [code, count]) ?? []);
}

/** A review of the page in which its first statement is accepted. */
async function reviewed(versionId: string) {
  const { reviewId } = await openReview(mara, { versionId }, at);
  const [first] = await suggestionsOf(versionId);
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: first?.id }, at);
  return { versionId, reviewId, statementId };
}

/** The page is published; its review. */
async function published({ versionId, reviewId }: { versionId: string; reviewId: string }) {
  await acceptAll(mara, versionId, reviewId);
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  return publishReview(avan, { reviewId, revision }, at).then((done) => ({
    reviewId,
    revision: done.revision,
  }));
}

test("a page that says what nobody is behind", async () => {
  const versionId = await page("Some say that the old quay could fall into the sea soon.");
  const [first] = await suggestionsOf(versionId);
  expect(first?.label).toMatch(/^UNSOURCED/);
  expect(await reasonsOf(versionId)).toMatchObject({ UNSOURCED: 1 });
  expect(
    await reasonsOf(await page("The mayor, Lina Aziz, said that work begins in May.")),
  ).not.toHaveProperty("UNSOURCED");
});

test("a page that repeats a known claim, until it is published", async () => {
  const said = "The Eldmouth council will close the northern bridge to lorries on 2 August 2024.";
  expect(await reasonsOf(await page(said))).not.toHaveProperty("KNOWN_CLAIM");
  const { statementId } = await reviewed(await page(said));
  await createClaim(mara, { wording: said, statementId, statementRevision: 1 }, at);
  const again = await page(said);
  expect(await reasonsOf(again)).toMatchObject({ KNOWN_CLAIM: 1 });
  await published(await reviewed(again));
  expect(await reasonsOf(again)).not.toHaveProperty("KNOWN_CLAIM");
});

test("a published page whose promise's day comes, and the list of what fell due", async () => {
  const versionId = await page(
    "The council will open the new quay on 30 September 2024, the mayor, Lina Aziz, said.",
  );
  const isListed = async () =>
    (await queueOf(mara, plainQueue("due"))).items.some(({ href }) => href.endsWith(versionId));
  expect(await suggestionsOf(versionId)).toMatchObject([{ prediction: { dueTo: "2024-09-30" } }]);
  await published(await reviewed(versionId));
  expect([await reasonsOf(versionId), await isListed()]).toEqual([{}, false]);
  await keepLeftOver(new Date("2024-10-01T08:00:00Z"));
  expect([await reasonsOf(versionId), await isListed()]).toEqual([{ FELL_DUE: 1 }, true]);
  // The rows are compared as of today.
  expect(await rebuildQueue(NOW)).toBe(1);
});

test("a page that says what many other publishers carry, as long as they do", async () => {
  const said = "The Saltmarsh ferry union will stop all night boats on 5 August 2024.";
  const { claimId } = await createClaim(
    mara,
    { wording: said, statementId: null, statementRevision: null },
    at,
  );
  const joined = async (publisher: string) => {
    const one = await reviewed(await page(said, publisher));
    const { claimId: standing } = await database().statement.findUniqueOrThrow({
      where: { id: one.statementId },
    });
    if (standing === null)
      await linkStatement(mara, { statementId: one.statementId, revision: 1, claimId }, at);
    return one;
  };
  const own = await joined("one.example");
  const matched = await page(said, "other.example");
  const carriers = [];
  for (let n = 1; n < MANY_OUTLETS; n += 1)
    carriers.push(await published(await joined(`paper-${n}.example`)));
  // Twice by one is one.
  await published(await joined("Paper-1.example"));
  for (const versionId of [own.versionId, matched])
    expect(await reasonsOf(versionId)).not.toHaveProperty("MANY_OUTLETS");
  const third = await published(await joined("paper-3.example"));
  for (const versionId of [own.versionId, matched])
    expect(await reasonsOf(versionId)).toMatchObject({ MANY_OUTLETS: 1 });
  // Its own publisher is none of the others.
  expect(await reasonsOf(await page(said, "paper-1.example"))).not.toHaveProperty("MANY_OUTLETS");
  await withdrawReview(mara, { ...third, reason: "It was retracted." }, at);
  for (const versionId of [own.versionId, matched])
    expect(await reasonsOf(versionId)).not.toHaveProperty("MANY_OUTLETS");
});

test("of two claims that are found to be one, the publishers count together", async () => {
  const [said, other] = [
    "The Norwick mill will burn no coal after 6 August 2024.",
    "From 7 August 2024 no coal will burn in the Norwick mill.",
  ];
  const make = async (wording: string) =>
    (await createClaim(mara, { wording, statementId: null, statementRevision: null }, at)).claimId;
  const [one, two] = [await make(said), await make(other)];
  const link = async (words: string, publisher: string, claimId: string) => {
    const made = await reviewed(await page(words, publisher));
    const { claimId: standing } = await database().statement.findUniqueOrThrow({
      where: { id: made.statementId },
    });
    if (standing !== claimId)
      await linkStatement(mara, { statementId: made.statementId, revision: 1, claimId }, at);
    return made;
  };
  const own = await link(said, "own.example", one);
  for (const n of [1, 2]) await published(await link(said, `mill-${n}.example`, one));
  await published(await link(other, "mill-3.example", two));
  expect(await reasonsOf(own.versionId)).not.toHaveProperty("MANY_OUTLETS");
  await mergeClaim(
    mara,
    { claimId: two, revision: 1, intoId: one, intoRevision: 1, reason: "The same sentence turned." },
    at,
  );
  expect(await reasonsOf(own.versionId)).toMatchObject({ MANY_OUTLETS: 1 });
});
