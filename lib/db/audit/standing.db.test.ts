import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect, inOneView } from "#lib/db/core/client";
import {
  homeFeed,
  publicCorrections,
  publishedArticle,
  publishedClaim,
  publishedClaims,
} from "#lib/db/readers/published";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { ArticlePublication } from "#lib/domain/publications";
import type { PublishedUpstream } from "#lib/domain/published-upstream";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { rebuildStanding } from "./rebuild";
import { strayRows } from "./standing";
import { verifyRecord } from "./verify";

/** The database keeps what stands by itself; here it is compared with what the publications say, by another hand. */

const START = new Date("2026-11-01T10:00:00.000Z").getTime();
const CLAIMS = [0, 1, 2].map((n) => ({ slug: `claim-${n}`, wording: `The quay is ${n} metres wide.` }));

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let pages: { articleId: string; versionId: string }[];
let claimIds: string[];
let minutes = 0;

beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  pages = [await rows.articleRow("page-0"), await rows.articleRow("page-1")];
  claimIds = await Promise.all(CLAIMS.map(({ slug, wording }) => rows.claimRow(slug, wording)));
  // A page that was withdrawn, for a forged row to point at.
  await perform({ kind: "page", n: 0, made: [], isCorrection: false });
  await perform({ kind: "withdraw", nth: 0 });
});
afterAll(async () => {
  await disconnect();
  await close();
});

/** The founding page at another address; `made` names the claims that its last statements make. */
function content(n: number, made: readonly number[]): ArticlePublication {
  const founding = foundingPublication();
  return {
    ...founding,
    article: { ...founding.article, slug: `page-${n}`, publisher: n === 0 ? null : "NINA" },
    provenance: [upstreamOf(pages[1 - n]?.articleId ?? "")],
    statements: founding.statements.map((statement, i) => ({
      ...statement,
      claim: CLAIMS[made[founding.statements.length - 1 - i] ?? -1] ?? null,
    })),
  };
}

const upstreamOf = (id: string): PublishedUpstream => ({
  kind: "CITES",
  page: { id, title: null, publisher: null, url: null, postedAt: null, version: 1 },
  reasons: [],
  reason: null,
  by: "Ruth Okafor",
  on: "2026-11-01",
  sentences: null,
  isCut: false,
  statements: [],
});

function soon(): Date {
  minutes += 1;
  return new Date(START + minutes * 60_000);
}

type Act =
  | {
      readonly kind: "page";
      readonly n: number;
      readonly made: readonly number[];
      readonly isCorrection: boolean;
    }
  | { readonly kind: "verdict"; readonly n: number }
  | { readonly kind: "withdraw"; readonly nth: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant("page" as const),
    n: fc.nat(1),
    made: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
    isCorrection: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("verdict" as const), n: fc.nat(2) }),
  fc.record({ kind: fc.constant("withdraw" as const), nth: fc.nat(20) }),
);

async function perform(act: Act): Promise<void> {
  if (act.kind === "withdraw") {
    const open = await database().publication.findMany({
      where: { withdrawnAt: null },
      select: { id: true },
    });
    const one = open[act.nth % Math.max(1, open.length)];
    if (one !== undefined) await rows.withdraw(one.id, "It was wrong.", soon());
    return;
  }
  const claimId = claimIds[act.n];
  const claim = CLAIMS[act.n];
  if (act.kind === "verdict") {
    if (claimId === undefined || claim === undefined) throw new RangeError("no such claim");
    const verdict = { ...foundingClaim(), claim: { ...foundingClaim().claim, ...claim } };
    await rows.publishClaim(claimId, verdict, { ...who, at: soon(), correction: "It was wrong." });
    return;
  }
  const page = pages[act.n];
  if (page === undefined) throw new RangeError("no such page");
  const made = act.made.flatMap((n) => claimIds[n] ?? []);
  const how = { ...who, at: soon(), ...(act.isCorrection ? { correction: "It was wrong." } : {}) };
  await rows.publishArticle(page, content(act.n, act.made), made, how);
}

const faults = async () => (await verifyRecord()).faults;

const kept = async () => [
  await database().standing.findMany({ orderBy: { subjectId: "asc" } }),
  await database().standingStatement.findMany({ orderBy: [{ publicationId: "asc" }, { number: "asc" }] }),
  await database().standingClaim.findMany({ orderBy: { claimId: "asc" } }),
  await database().standingChange.findMany({ orderBy: [{ publicationId: "asc" }, { isWithdrawal: "asc" }] }),
  await database().standingTotal.findMany({ orderBy: { name: "asc" } }),
  await database().$queryRaw`
    SELECT "subjectId", kind, "publicationId", "publishedAt", words::text, facets FROM "StandingText" ORDER BY "subjectId"`,
  await database().$queryRaw`
    SELECT "publicationId", number, "publishedAt", words::text, facets FROM "StandingSaid" ORDER BY "publicationId", number`,
  await database().standingWord.findMany({ orderBy: { word: "asc" } }),
  await database().$queryRaw`
    SELECT "publicationId", number, "publishedAt", "dueFrom", due, fate::text, publisher, speaker, words::text, day, template
    FROM "StandingPromise" ORDER BY "publicationId", number`,
  await database().standingUpstream.findMany({ orderBy: [{ publicationId: "asc" }, { upstreamId: "asc" }] }),
];

test("whatever is published, corrected and withdrawn in whatever order: what stands is what the publications say, and what working it out anew gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 8 }), async (some) => {
      for (const act of some) await perform(act);
      expect(await faults()).toEqual([]);
      const before = await kept();
      expect(await rebuildStanding()).toMatchObject({ before: 0, after: 0 });
      expect(await kept()).toEqual(before);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("two who publish at once leave the claims and the totals right", async () => {
  await Promise.all([
    perform({ kind: "page", n: 0, made: [0, 1], isCorrection: true }),
    perform({ kind: "page", n: 1, made: [1, 0], isCorrection: true }),
    perform({ kind: "verdict", n: 1 }),
    perform({ kind: "verdict", n: 0 }),
  ]);
  expect(await inOneView(strayRows)).toEqual([]);
});

/** Runs `check` with a row changed past the guards, as the owner, and works what stands out anew. */
async function tampered(sql: string, check: () => Promise<void>): Promise<void> {
  await database().$transaction([
    database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    database().$executeRawUnsafe(sql),
  ]);
  try {
    await check();
  } finally {
    expect((await rebuildStanding()).after).toBe(0);
  }
}

const everywhere = async () => [
  (await homeFeed("2026-12-01")).isProven,
  (await publishedClaims(null)).isProven,
  (await publishedClaim("claim-0"))?.history.proof !== "BROKEN",
  (await publicCorrections(null)).isProven,
];

test.each([
  [`UPDATE "Standing" SET "publisher" = coalesce("publisher", '') || 'x'`, []],
  [`UPDATE "Standing" SET "publishedAt" = "publishedAt" + interval '1 ms'`, []],
  [`DELETE FROM "Standing" WHERE "kind" = 'ARTICLE'`, []],
  [
    `UPDATE "Standing" SET "publicationId" = (SELECT min(id::text)::uuid FROM "Publication" WHERE kind = 'ARTICLE' AND "withdrawnAt" IS NOT NULL) WHERE "kind" = 'ARTICLE' AND "publishedAt" = (SELECT max("publishedAt") FROM "Standing" WHERE "kind" = 'ARTICLE')`,
    ["home"],
  ],
  [
    `UPDATE "StandingStatement" SET "label" = 'REPORTED' WHERE "claimId" IS NOT NULL`,
    ["home", "claims", "claim"],
  ],
  [`UPDATE "StandingStatement" SET "day" = "day" - 1`, ["home", "claims", "claim"]],
  [`UPDATE "StandingStatement" SET "dueTo" = "dueTo" - 1`, ["home"]],
  [`UPDATE "StandingStatement" SET "speaker" = 'Nobody'`, ["home", "claims", "claim"]],
  [
    `UPDATE "StandingStatement" SET "claimId" = (SELECT id FROM "Claim" WHERE slug = 'claim-0')`,
    ["home", "claims", "claim"],
  ],
  [
    `DELETE FROM "StandingStatement" WHERE "claimId" = (SELECT id FROM "Claim" WHERE slug = 'claim-0')`,
    ["claim"],
  ],
  [`UPDATE "StandingClaim" SET "appearances" = "appearances" + 1`, ["claim"]],
  [`UPDATE "StandingClaim" SET "publishedAt" = "publishedAt" + interval '1 ms'`, []],
  [`UPDATE "StandingChange" SET "at" = "at" + interval '1 ms'`, ["corrections", "claim"]],
  [
    `UPDATE "StandingChange" SET "isWithdrawal" = true WHERE "publicationId" IN (SELECT "publicationId" FROM "Standing")`,
    ["corrections"],
  ],
  [`DELETE FROM "StandingChange"`, []],
  [`UPDATE "StandingTotal" SET "count" = "count" + 1`, []],
  [`DELETE FROM "StandingTotal"`, []],
  [`UPDATE "StandingText" SET words = words || 'forged'::tsvector`, []],
  [`UPDATE "StandingText" SET facets = facets || 'label:OPINION'::text`, []],
  [`UPDATE "StandingText" SET facets = '{verdict:NO_VERDICT}' WHERE kind = 'CLAIM'`, []],
  [`UPDATE "StandingSaid" SET words = words || 'forged'::tsvector`, []],
  [`UPDATE "StandingSaid" SET facets = array_remove(facets, facets[1])`, []],
  [`UPDATE "StandingSaid" SET "publishedAt" = "publishedAt" + interval '1 ms'`, []],
  [`DELETE FROM "StandingSaid" WHERE number = 1`, []],
  [`UPDATE "StandingUpstream" SET "publishedAt" = "publishedAt" + interval '1 ms'`, []],
  [`UPDATE "StandingUpstream" SET "upstreamId" = gen_random_uuid()`, []],
  [`DELETE FROM "StandingUpstream"`, []],
  [`UPDATE "StandingText" SET "publishedAt" = "publishedAt" + interval '1 ms' WHERE kind = 'CLAIM'`, []],
  [`DELETE FROM "StandingText" WHERE kind = 'ARTICLE'`, []],
  [`DELETE FROM "StandingText" WHERE kind = 'CLAIM'`, []],
  [`DELETE FROM "StandingWord" WHERE word = 'quay'`, []],
  [`UPDATE "StandingWord" SET near = '{}'`, []],
])("verify names it, and readers' pages say where they see it: %s", async (sql, pagesThatSay) => {
  await perform({ kind: "page", n: 0, made: [0, 1, 2], isCorrection: true });
  await perform({ kind: "page", n: 1, made: [1, 0, 2], isCorrection: false });
  await perform({ kind: "page", n: 1, made: [1, 0], isCorrection: true });
  await perform({ kind: "verdict", n: 0 });
  expect(await faults()).toEqual([]);
  await tampered(sql, async () => {
    expect((await faults()).map(({ kind }) => kind)).toContain("STANDING");
    const [home, claims, claim, corrections] = await everywhere();
    const proven = { home, claims, claim, corrections };
    for (const page of pagesThatSay)
      expect([page, proven[page as keyof typeof proven]]).toEqual([page, false]);
  });
  expect(await faults()).toEqual([]);
  expect(await everywhere()).toEqual([true, true, true, true]);
});

test("what was withdrawn is shown by no list, whatever a row says", async () => {
  const { id } = await database().publication.findFirstOrThrow({
    where: { kind: "ARTICLE", standing: { isNot: null } },
  });
  await rows.withdraw(id, "It was forged.", soon());
  await tampered(
    `INSERT INTO "Standing" SELECT "articleId", kind, id, now() + interval '1 year', NULL FROM "Publication" WHERE id = '${id}'`,
    async () => {
      const home = await homeFeed("2026-12-01");
      expect(home.isProven).toBe(false);
      const { slug } = await database().article.findFirstOrThrow({
        where: { publications: { some: { id } } },
      });
      expect(home.pages.map(({ content }) => content.article.slug)).not.toContain(slug);
      expect(await publishedArticle("page-0")).toSatisfy(
        (page) => page === null || page.history.proof !== "BROKEN",
      );
    },
  );
});
