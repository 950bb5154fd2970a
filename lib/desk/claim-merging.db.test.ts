import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { claimChoices, claimDesk } from "#lib/db/claims/desk";
import { claimsPage, findClaims } from "#lib/db/claims/list";
import { database, disconnect } from "#lib/db/core/client";
import { queueOf } from "#lib/db/queue/list";
import { joinedInto } from "#lib/db/readers/joined";
import { publishedArticle, publishedClaim } from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
/** Claims that are one, and two again: on the desk at once, for readers once somebody else has published it. */
import { plainQueue } from "#lib/domain/queue-search";
import { AppError } from "#lib/errors";
import { mergeClaim, partClaim } from "./claim-merging";
import { addEvidence, addSearch, createClaim, editClaim, removeEvidence, writeVerdict } from "./claims";
import { openReview, publishReview, submitReview } from "./reviews";
import { linkStatement } from "./statements";
import { at, draftReview, NOW, person } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
let ida: Actor;
let cleo: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
  ida = await person("Ida");
  cleo = await person("Cleo", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await close();
});

let minutes = 60;
/** Each act a minute after the one before. */
const later = () => {
  minutes += 1;
  return { now: new Date(NOW.getTime() + minutes * 60_000) };
};
const rowOf = (id: string) => database().claim.findUniqueOrThrow({ where: { id } });
const wordingOf = (what: string) => `The ${what} ${randomUUID().slice(0, 8)} was sold to the bank.`;
const newClaim = async (what: string, by = mara) =>
  (await createClaim(by, { wording: wordingOf(what) }, at)).claimId;

async function merge(claimId: string, intoId: string, by = mara, reason = "The same sale.") {
  const [from, into] = [await rowOf(claimId), await rowOf(intoId)];
  const ask = { claimId, revision: from.revision, intoId, intoRevision: into.revision, reason };
  return mergeClaim(by, ask, later());
}
async function part(claimId: string, by = mara, reason = "Two sales.") {
  return partClaim(by, { claimId, revision: (await rowOf(claimId)).revision, reason }, later());
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? [error.code, error.message] : error),
  );

const VERDICT = { code: "UNRESOLVED", explanation: "Nothing settles it." };

async function openReviewOf(claimId: string) {
  return database().review.findFirstOrThrow({
    where: { claimId, state: { in: ["DRAFT", "RETURNED", "SUBMITTED"] } },
  });
}
async function handIn(claimId: string, by: Actor, correction: string | null = null) {
  const { id: reviewId, revision } = await openReviewOf(claimId);
  return submitReview(by, { reviewId, revision, correction }, later());
}
async function publish(claimId: string, by: Actor) {
  const { id: reviewId, revision } = await openReviewOf(claimId);
  return publishReview(by, { reviewId, revision }, later());
}
async function publishedVerdict(claimId: string, by: Actor, publisher: Actor) {
  await writeVerdict(by, { claimId, ...VERDICT }, at);
  await handIn(claimId, by);
  await publish(claimId, publisher);
}

describe("merging and parting", () => {
  let [one, other, third] = ["", "", ""];
  beforeEach(async () => {
    one = await newClaim("quay");
    other = await newClaim("harbour quay");
    third = await newClaim("old quay");
  });

  test("one becomes a part of the other, with all that was merged into it, and is parted again as it was", async () => {
    await merge(third, one);
    await merge(one, other);
    expect([(await rowOf(third)).rootId, (await rowOf(one)).rootId]).toEqual([other, other]);
    await part(one);
    expect([(await rowOf(third)).rootId, (await rowOf(one)).rootId]).toEqual([one, one]);
    await part(third);
    expect((await rowOf(third)).rootId).toBe(third);
  });

  test("what was merged first is parted alone from within, and the other stays where it is", async () => {
    await merge(third, one);
    await merge(one, other);
    await part(third);
    expect([(await rowOf(third)).rootId, (await rowOf(one)).rootId]).toEqual([third, other]);
  });

  test("who, when and why stand in the history of both", async () => {
    await merge(one, other, avan, "The register of sales.");
    await part(one, mara, "Another quay.");
    for (const id of [one, other]) {
      const told = (await claimDesk(mara, id))?.history ?? [];
      expect(told.map(({ action, actorName }) => [action, actorName]).slice(0, 2)).toEqual([
        ["claim.part", "Mara"],
        ["claim.merge", "Avan"],
      ]);
      expect(told.map(({ words }) => words).join(" ")).toContain("The register of sales.");
    }
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("none is merged with itself, with one that is merged already, or without a reason", async () => {
    expect(await codeOf(merge(one, one))).toEqual([
      "invalid_input",
      "This is one claim already. Choose another.",
    ]);
    expect(await codeOf(merge(one, other, mara, "  "))).toEqual([
      "invalid_input",
      "Write how you know that they are one.",
    ]);
    await merge(one, other);
    const { wording } = await rowOf(other);
    expect(await codeOf(merge(one, third))).toMatchObject(["conflict", expect.stringContaining(wording)]);
    expect(await codeOf(merge(third, one))).toMatchObject(["conflict", expect.stringContaining(wording)]);
    expect(await codeOf(part(third))).toMatchObject(["conflict", /stands alone already/]);
  });

  test("a preview that was drawn before somebody else merged is stale", async () => {
    const [from, into] = [await rowOf(one), await rowOf(other)];
    await merge(third, other, avan);
    const ask = { claimId: one, revision: from.revision, intoId: other, intoRevision: into.revision };
    expect(await codeOf(mergeClaim(mara, { ...ask, reason: "One." }, later()))).toMatchObject([
      "conflict",
      /changed/,
    ]);
    expect((await rowOf(one)).mergedIntoId).toBeNull();
  });

  test("two editors who merge crosswise at once make no circle: one wins", async () => {
    for (let n = 0; n < 8; n += 1) {
      const [a, b] = [await newClaim("left"), await newClaim("right")];
      const done = await Promise.allSettled([merge(a, b, mara), merge(b, a, avan)]);
      expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const rows = [await rowOf(a), await rowOf(b)];
      expect(rows.filter(({ mergedIntoId }) => mergedIntoId === null)).toHaveLength(1);
      expect(new Set(rows.map(({ rootId }) => rootId)).size).toBe(1);
    }
  });

  test("a ring of three at once makes no circle", async () => {
    await Promise.allSettled([merge(one, other), merge(other, third, avan), merge(third, one, ida)]);
    const rows = await Promise.all([one, other, third].map(rowOf));
    const roots = rows.filter(({ id, rootId }) => id === rootId);
    expect(roots.length).toBeGreaterThan(0);
    for (const { rootId } of rows) expect(roots.map(({ id }) => id)).toContain(rootId);
  });

  test("a contributor says nothing of which claims are one", async () => {
    expect(await codeOf(merge(one, other, cleo))).toMatchObject(["not_allowed", /role/]);
    await merge(one, other);
    expect(await codeOf(part(one, cleo))).toMatchObject(["not_allowed", /role/]);
  });

  test.each(["from", "into"] as const)(
    "none while the review of the one %s waits to be published",
    async (which) => {
      await writeVerdict(mara, { claimId: which === "from" ? one : other, ...VERDICT }, at);
      await handIn(which === "from" ? one : other, mara);
      expect(await codeOf(merge(one, other))).toMatchObject(["conflict", /waits to be published/]);
    },
  );

  test("handing in and merging away at once: one of the two is refused", async () => {
    for (let n = 0; n < 5; n += 1) {
      const [a, b] = [await newClaim("left"), await newClaim("right")];
      await writeVerdict(mara, { claimId: a, ...VERDICT }, at);
      const done = await Promise.allSettled([handIn(a, mara), merge(a, b, avan)]);
      expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });
});

describe("on the desk", () => {
  test("statements, evidence, searches and matches count for the one that remains, and go back", async () => {
    const [one, other] = [await newClaim("mill"), await newClaim("water mill")];
    const { versionId, reviewId } = await pageThatSays(one, mara);
    await addEvidence(mara, { claimId: one, stance: "CONTEXT", title: "The register" }, at);
    await addSearch(
      mara,
      { claimId: one, lookedFor: "a deed", place: "the archive", searchedAt: "2026-11-01" },
      at,
    );
    const before = await claimDesk(mara, one);
    expect(before?.moves).toMatchObject({ statements: 1, pages: 1, evidence: 1, searches: 1, waiting: 0 });

    await merge(one, other);
    const desk = await claimDesk(mara, other);
    expect(desk?.appearances.map((place) => place.versionId)).toEqual([versionId]);
    expect([desk?.evidence.length, desk?.searches.length]).toEqual([1, 1]);
    expect(desk?.merged.map(({ id, by }) => [id, by])).toEqual([[one, "Mara"]]);
    // The one that was merged away still says what it was.
    expect(await claimDesk(mara, one)).toMatchObject({ mergedInto: { id: other }, moves: before?.moves });
    expect((await listedIds()).includes(one)).toBe(false);
    const wording = (await rowOf(one)).wording;
    expect((await findClaims(wording)).map(({ id }) => id)).toContain(other);
    expect(await claimChoices(wording)).toMatchObject([{ id: other, wording: (await rowOf(other)).wording }]);
    expect(await database().statement.count({ where: { reviewId, claimId: one } })).toBe(1);

    await part(one);
    expect((await claimDesk(mara, other))?.appearances).toEqual([]);
    expect((await claimDesk(mara, one))?.evidence.length).toBe(1);
    expect((await listedIds()).includes(one)).toBe(true);
  });

  test("evidence of the one that was merged is removed in the review of the one that remains", async () => {
    const [one, other] = [await newClaim("barn"), await newClaim("red barn")];
    const { evidenceId } = await addEvidence(mara, { claimId: one, stance: "CONTEXT", title: "A map" }, at);
    await merge(one, other);
    await removeEvidence(avan, { evidenceId }, later());
    expect((await claimDesk(mara, other))?.evidence).toEqual([]);
    const { id } = await openReviewOf(other);
    expect(await database().reviewWriter.count({ where: { reviewId: id, userId: avan.id } })).toBe(1);
  });

  test("whoever has the merged claim open is told which it is now, and loses nothing", async () => {
    const [one, other] = [await newClaim("pier"), await newClaim("long pier")];
    const { revision } = await rowOf(one);
    await writeVerdict(mara, { claimId: one, ...VERDICT }, at);
    const { statementId } = await pageThatSays(null, avan);
    await merge(one, other, avan);
    const { wording } = await rowOf(other);
    const gone = ["conflict", expect.stringContaining(wording)];
    const acts = [
      () => editClaim(mara, { claimId: one, revision, wording: "Other words.", unknowns: [] }, later()),
      () => addEvidence(mara, { claimId: one, stance: "CONTEXT", title: "A map" }, later()),
      () => addSearch(mara, { claimId: one, lookedFor: "x", place: "y", searchedAt: "2026-11-01" }, later()),
      () => writeVerdict(mara, { claimId: one, revision: 1, ...VERDICT }, later()),
      () => handIn(one, mara),
    ];
    for (const act of acts) expect(await codeOf(act())).toMatchObject(gone);
    // A statement that is joined to it counts as joined to the one that it is now.
    const statement = await database().statement.findUniqueOrThrow({ where: { id: statementId } });
    await linkStatement(avan, { statementId, revision: statement.revision, claimId: one }, later());
    expect((await database().statement.findUniqueOrThrow({ where: { id: statementId } })).claimId).toBe(
      other,
    );
    // What was begun of it waits, and is nobody's work in the queue.
    const { items } = await queueOf(mara, plainQueue("mine"));
    expect(items.map(({ href }) => href)).not.toContain(`/desk/claims/${one}`);
    await part(one);
    expect((await queueOf(mara, plainQueue("mine"))).items.map(({ href }) => href)).toContain(
      `/desk/claims/${one}`,
    );
    expect((await claimDesk(mara, one))?.verdict).toMatchObject(VERDICT);
  });
});

describe("readers", () => {
  test("see nothing of it before somebody else has published the one that remains", async () => {
    const [one, other] = [await newClaim("dock"), await newClaim("dry dock")];
    await publishedVerdict(one, mara, avan);
    await publishedVerdict(other, mara, avan);
    const [a, b] = [await rowOf(one), await rowOf(other)];
    const shown = async () => JSON.stringify([await publishedClaim(a.slug), await publishedClaim(b.slug)]);
    const before = await shown();
    await merge(one, other, avan);
    expect([await shown(), await joinedInto(a.slug)]).toEqual([before, null]);

    await handIn(other, avan, "Two claims were one.");
    expect(await codeOf(publish(other, avan))).toMatchObject(["not_allowed", /wrote/]);
    await publish(other, ida);
    expect((await publishedClaim(b.slug))?.own?.content.joined).toEqual([
      { slug: a.slug, wording: a.wording },
    ]);
    expect(await joinedInto(a.slug)).toEqual({ slug: b.slug, wording: b.wording });
    // What was published of the other stays as it was.
    expect((await publishedClaim(a.slug))?.own?.content).toEqual(JSON.parse(before)[0].own.content);
    expect((await publishedClaim(a.slug))?.history.proof).not.toBe("BROKEN");
    expect((await publishedClaim(b.slug))?.history.proof).not.toBe("BROKEN");

    await part(one, avan);
    expect(await joinedInto(a.slug)).not.toBeNull();
    await handIn(other, avan, "They are two.");
    expect(await codeOf(publish(other, avan))).toMatchObject(["not_allowed", /wrote/]);
    await publish(other, ida);
    expect(await joinedInto(a.slug)).toBeNull();
    expect((await publishedClaim(b.slug))?.own?.content.joined).toBeUndefined();
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("a claim that was never published is named to nobody", async () => {
    const [one, other] = [await newClaim("ferry"), await newClaim("night ferry")];
    await merge(one, other);
    await publishedVerdict(other, mara, avan);
    const { slug } = await rowOf(other);
    expect((await publishedClaim(slug))?.own?.content.joined).toBeUndefined();
  });

  test("a page goes on naming the claim that it was published with; the next publication names the other, and whoever merged doesn't publish it", async () => {
    const [one, other] = [await newClaim("bridge"), await newClaim("iron bridge")];
    const { versionId, reviewId } = await pageThatSays(one, mara);
    await publishPage(reviewId, mara, avan, null);
    const { slug } = await articleOf(versionId);
    const claimsNamed = async () =>
      new Set((await publishedArticle(slug))?.content.statements.flatMap(({ claim }) => claim?.slug ?? []));
    const [a, b] = [await rowOf(one), await rowOf(other)];
    expect(await claimsNamed()).toEqual(new Set([a.slug]));
    await merge(one, other, ida);
    expect(await claimsNamed()).toEqual(new Set([a.slug]));
    expect((await claimDesk(mara, one))?.moves.publishedCount).toBe(1);

    const anew = await openReview(mara, { versionId }, later());
    expect(await codeOf(publishPage(anew.reviewId, mara, ida, "Joined."))).toMatchObject([
      "not_allowed",
      /wrote/,
    ]);
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: anew.reviewId } });
    await publishReview(avan, { reviewId: anew.reviewId, revision }, later());
    expect(await claimsNamed()).toEqual(new Set([b.slug]));
    expect((await publishedClaim(b.slug))?.appearances.length).toBe(1);
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("a page that was handed in before is stale", async () => {
    const [one, other] = [await newClaim("lock"), await newClaim("canal lock")];
    const { reviewId } = await pageThatSays(one, mara);
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
    const handed = await submitReview(mara, { reviewId, revision, correction: null }, later());
    expect((await claimDesk(mara, one))?.moves.waiting).toBe(1);
    await merge(one, other);
    expect(await codeOf(publishReview(avan, { reviewId, revision: handed.revision }, later()))).toMatchObject(
      ["conflict", /hand/i],
    );
  });
});

async function listedIds(): Promise<string[]> {
  return (await claimsPage(null)).claims.map(({ id }) => id);
}

const articleOf = async (versionId: string) =>
  (
    await database().articleVersion.findUniqueOrThrow({
      where: { id: versionId },
      include: { article: true },
    })
  ).article;

/** A page of its own under review, with one statement joined to the claim, or to none. */
async function pageThatSays(claimId: string | null, by: Actor) {
  const { versionId, reviewId } = await draftReview(by);
  const statement = await database().statement.findFirstOrThrow({ where: { reviewId, removedAt: null } });
  if (claimId !== null) {
    await linkStatement(by, { statementId: statement.id, revision: statement.revision, claimId }, at);
  }
  return { versionId, reviewId, statementId: statement.id };
}

async function publishPage(reviewId: string, by: Actor, publisher: Actor, correction: string | null) {
  const { revision } = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  const handed = await submitReview(by, { reviewId, revision, correction }, later());
  return publishReview(publisher, { reviewId, revision: handed.revision }, later());
}
