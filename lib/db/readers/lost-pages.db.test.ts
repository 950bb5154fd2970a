import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { createClaim, writeVerdict } from "#lib/desk/claims";
import { publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { linkStatement } from "#lib/desk/statements";
import { at, draftReview, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { lostPages } from "./lost-pages";
import { publishedClaim, publishedClaims } from "./published";
import { isGone } from "./withdrawn";

/** A page that is withdrawn takes itself from the claims that it made: whoever withdraws it is told before, and readers of the claims after. */

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

/** A published page, its statements joined to these claims, one each; the others to none, though they say what was joined before. */
async function pageMaking(claims: readonly { claimId: string }[]) {
  const { versionId, reviewId } = await draftReview(mara);
  const statements = await database().statement.findMany({ where: { reviewId }, orderBy: { start: "asc" } });
  for (const [i, { id: statementId, revision, claimId: joined }] of statements.entries()) {
    const claimId = claims[i]?.claimId ?? null;
    if (joined !== claimId) await linkStatement(mara, { statementId, revision, claimId }, at);
  }
  const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
  const { href, ...published } = await publishReview(avan, { reviewId, revision }, at);
  return { versionId, href, ...published };
}

async function judge(claimId: string) {
  await writeVerdict(
    mara,
    { claimId, code: "NO_EVIDENCE_FOUND", explanation: "We looked.", revision: null },
    at,
  );
  const { id: reviewId, revision } = await database().review.findFirstOrThrow({ where: { claimId } });
  const handedIn = await submitReview(mara, { reviewId, revision }, at);
  await publishReview(avan, { reviewId, revision: handedIn.revision }, at);
}

test("the desk says what becomes of each claim, and each claim says that it lost its page", async () => {
  const claim = (wording: string) => createClaim(mara, { wording }, at);
  const [only, judged, shared] = [await claim("Only here."), await claim("Judged."), await claim("Shared.")];
  await judge(judged.claimId);
  const page = await pageMaking([only, judged, shared]);
  await pageMaking([shared]);
  const { publication } = (await articleDesk(mara, page.versionId)) ?? {};
  expect([...(publication?.joined ?? [])].sort((a, b) => a.wording.localeCompare(b.wording))).toEqual([
    { wording: "Judged.", stays: "VERDICT" },
    { wording: "Only here.", stays: "NOTHING" },
    { wording: "Shared.", stays: "PAGES" },
  ]);
  expect(await lostPages(only.slug)).toEqual([]);
  const before = (await publishedClaims(null)).total;

  const { reviewId, revision } = page;
  await withdrawReview(avan, { reviewId, revision, reason: "It was forged." }, at);
  const lost = [{ title: expect.stringContaining("Quay"), href: page.href, at: at.now.toISOString() }];
  for (const { slug } of [only, judged, shared]) expect(await lostPages(slug)).toEqual(lost);
  expect(await publishedClaim(only.slug)).toBeNull();
  expect(await Promise.all([only, judged, shared].map(({ slug }) => isGone("CLAIM", slug)))).toEqual([
    true,
    false,
    false,
  ]);
  expect((await publishedClaim(judged.slug))?.appearanceCount).toBe(0);
  expect((await publishedClaim(shared.slug))?.appearanceCount).toBe(1);
  const after = await publishedClaims(null);
  expect(after.total).toBe(before - 1);
  expect(after.claims).toHaveLength(after.total);
  expect(JSON.stringify(await lostPages(only.slug))).not.toContain("Only here.");
  expect(await lostPages("nothing")).toEqual([]);
  expect(await isGone("CLAIM", "nothing")).toBe(false);

  // A title that somebody changed behind the program's back is no title that was published.
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', '"Forged"')
    WHERE "reviewId" = ${reviewId}::uuid`;
  expect(await lostPages(shared.slug)).toEqual([]);
});
