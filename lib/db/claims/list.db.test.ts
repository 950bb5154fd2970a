import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { createClaim } from "#lib/desk/claims";
import { openReview, submitReview } from "#lib/desk/reviews";
import { linkStatement } from "#lib/desk/statements";
import { acceptAll, at, NOW, person, publishedReview, storedPage } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { listPlace } from "#lib/domain/cursors";
import { claimDesk } from "./desk";
import { claimsPage, findClaims } from "./list";

/** The desk's list of claims. */

let close: () => Promise<void>;
let mara: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
});
afterAll(async () => {
  await disconnect();
  await close();
});

test("the latest first, a part at a time and back again, and none is missed", async () => {
  const ids = Array.from({ length: 65 }, () => randomUUID());
  await database().claim.createMany({
    data: ids.map((id, n) => ({
      id,
      slug: id,
      wording: `Quay ${n} is widened.`,
      unknowns: [],
      // Some were written in the same moment.
      createdAt: new Date(NOW.getTime() + Math.floor(n / 3) * 1000),
    })),
  });
  const parts = [await claimsPage(null)];
  for (let older = parts[0]?.older; older; older = parts.at(-1)?.older) {
    parts.push(await claimsPage(listPlace({ after: older }) ?? null));
  }
  const seen = parts.flatMap(({ claims }) => claims.map(({ id }) => id));
  expect(parts.map(({ claims }) => claims.length)).toEqual([30, 30, 5]);
  expect(new Set(seen)).toEqual(new Set(ids));
  const back = await claimsPage(listPlace({ before: parts[1]?.newer ?? "" }) ?? null);
  expect(back.claims).toEqual(parts[0]?.claims);
  expect([back.newer, parts[0]?.newer, parts[2]?.older]).toEqual([null, null, null]);
});

test("a claim says where its review stands, and how many statements make it, none of them twice", async () => {
  const avan = await person("Avan");
  const { versionId } = await publishedReview(mara, avan);
  const { reviewId } = await openReview(mara, { versionId }, at);
  const statement = await database().statement.findFirstOrThrow({ where: { reviewId, removedAt: null } });
  const wording = "The harbour council widens the quay.";
  const { claimId } = await createClaim(
    mara,
    { wording, statementId: statement.id, statementRevision: statement.revision },
    at,
  );
  const [found] = await findClaims("harbor council widens");
  expect(found).toEqual({ id: claimId, wording, state: "DRAFT", verdict: null, statements: 1, pages: 1 });
});

test.each([
  ["in other letters", "ستدفع الوزارة نصف الكلفة", "ستدفع الوزاره نصف"],
  ["by a part of its words", "The Łódź ferry sails on Fridays.", "lodz ferry"],
])("a claim is found %s", async (_, wording, typed) => {
  const { claimId } = await createClaim(mara, { wording, statementId: null, statementRevision: null }, at);
  expect((await findClaims(typed)).map(({ id }) => id)).toContain(claimId);
});

test.each(["", "%", "'; --", "zzzz qqqq"])(
  "looking for “%s” finds none and breaks nothing",
  async (typed) => {
    expect(await findClaims(typed)).toEqual([]);
  },
);

test("a statement can be parted from the claim by who writes its review, while that is written", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  await acceptAll(mara, versionId, reviewId);
  const statement = await database().statement.findFirstOrThrow({ where: { reviewId, removedAt: null } });
  const { id: statementId, revision } = statement;
  const { claimId } = await createClaim(
    mara,
    { wording: "A quay is widened.", statementId, statementRevision: revision },
    at,
  );
  const seenBy = async (who: Actor) => (await claimDesk(who, claimId))?.appearances;
  const [seen] = (await seenBy(mara)) ?? [];
  expect(seen).toMatchObject({ statementId, revision: revision + 1, mayPart: true });
  expect(await seenBy(await person("Avan"))).toMatchObject([{ mayPart: false }]);
  await linkStatement(mara, { statementId, revision: revision + 1, claimId: null }, at);
  expect(await seenBy(mara)).toEqual([]);
  await linkStatement(mara, { statementId, revision: revision + 2, claimId }, at);
  await submitReview(mara, { reviewId, revision: 1 }, at);
  expect(await seenBy(mara)).toMatchObject([{ mayPart: false }]);
});
