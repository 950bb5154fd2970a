import { unprovenPublications } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import { Prisma, type Publication } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import type {
  Appearance,
  ClaimPage,
  HomeFeed,
  PublishedArticle,
  PublishedClaim,
} from "#lib/domain/published";
import { publicCorrections } from "./corrections";
import { publicHistory } from "./history";
import { appearanceOf, articleOf, claimOf, claimsById, STANDING, standing } from "./rows";

/**
 * Everything that readers get, and all that readers' pages may ask: frozen content of standing publications, parsed when it
 * is read. Nothing here looks at a review's statements, notes or verdicts, so that nothing unpublished can come out.
 */

const CLAIMS_ON_HOME = 4;
const DUE_ON_HOME = 3;
const CLAIMS_ON_A_PAGE = 20;

/** One page with its labels. Null where nothing of it stands published. */
export async function publishedArticle(slug: string): Promise<PublishedArticle | null> {
  const article = await database().article.findUnique({ where: { slug }, select: { id: true } });
  const publication = article && (await standing({ articleId: article.id }));
  if (!publication) return null;
  const all = await database().publication.findMany({
    where: { articleId: article.id, publishedAt: { lte: publication.publishedAt } },
    select: { reviewId: true, versionId: true },
  });
  const [history, corrections, unproven] = await Promise.all([
    publicHistory({
      reviewIds: all.map(({ reviewId }) => reviewId),
      versionIds: all.flatMap(({ versionId }) => versionId ?? []),
      claimIds: [],
      until: publication.publishedAt,
    }),
    publicCorrections({ articleId: article.id }),
    unprovenPublications([publication]),
  ]);
  return {
    content: articleOf(publication),
    publishedAt: publication.publishedAt.toISOString(),
    history: unproven.size > 0 ? { ...history, proof: "BROKEN" } : history,
    corrections,
  };
}

/** One claim: made on a standing page, or with a standing verdict of its own. Null for any other. */
export async function publishedClaim(slug: string): Promise<PublishedClaim | null> {
  const row = await database().claim.findUnique({ where: { slug }, select: { id: true } });
  const [claim] = row === null ? [] : await claimsById([row.id]);
  if (row === null || claim === undefined) return null;
  const own = claim.own === null ? null : await standing({ claimId: row.id });
  const [verdicts, history, corrections, isUnproven] = await Promise.all([
    own === null ? [] : earlierVerdicts(row.id, own.publishedAt),
    claimHistory(row.id, own?.publishedAt ?? null),
    publicCorrections({ claimId: row.id }),
    isAnyUnproven(row.id),
  ]);
  const { id: _, ...listed } = claim;
  const proven = isUnproven ? { ...history, proof: "BROKEN" as const } : history;
  return { ...listed, earlier: verdicts, history: proven, corrections };
}

/** Whether the claim's own verdict, or a page that makes the claim, isn't what was published. */
async function isAnyUnproven(claimId: string): Promise<boolean> {
  const shown = await database().$queryRaw<Publication[]>`
    SELECT standing.* FROM (${STANDING}) standing
    WHERE standing."claimId" = ${claimId}::uuid
       OR EXISTS (SELECT 1 FROM "PublicationClaim" link
                  WHERE link."publicationId" = standing.id AND link."claimId" = ${claimId}::uuid)`;
  return (await unprovenPublications(shown)).size > 0;
}

/** Claims that readers can open, the latest published first. `page` counts from 1; beyond the last one is empty. */
export async function publishedClaims(page: number): Promise<ClaimPage> {
  const [found] = await database().$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM (${claimIds()}) claims`;
  const total = Number(found?.total ?? 0);
  const claims = await latestClaims(CLAIMS_ON_A_PAGE, (page - 1) * CLAIMS_ON_A_PAGE);
  return { claims, total, page, pages: Math.max(1, Math.ceil(total / CLAIMS_ON_A_PAGE)) };
}

/** What the first page shows on the day `today`. All three parts are empty where nothing is published. */
export async function homeFeed(today: CalendarDate): Promise<HomeFeed> {
  const [claims, due, [latest]] = await Promise.all([
    latestClaims(CLAIMS_ON_HOME, 0),
    fellDue(today),
    database().$queryRaw<{ content: unknown }[]>`
      SELECT content FROM (${STANDING}) standing WHERE kind = 'ARTICLE' ORDER BY "publishedAt" DESC, id DESC LIMIT 1`,
  ]);
  return { claims, due, article: latest ? articleOf({ content: latest.content as Prisma.JsonValue }) : null }; // a jsonb column gives nothing but JSON
}

export { publicCorrections } from "./corrections";

function claimIds(): Prisma.Sql {
  return Prisma.sql`
    SELECT "claimId" AS id, max("publishedAt") AS "publishedAt" FROM (
      SELECT "claimId", "publishedAt" FROM (${STANDING}) own WHERE kind = 'CLAIM'
      UNION ALL
      SELECT link."claimId", page."publishedAt" FROM (${STANDING}) page
      JOIN "PublicationClaim" link ON link."publicationId" = page.id
    ) made GROUP BY "claimId"`;
}

async function latestClaims(take: number, skip: number) {
  const ids = await database().$queryRaw<{ id: string }[]>`
    ${claimIds()} ORDER BY "publishedAt" DESC, id DESC LIMIT ${take} OFFSET ${skip}`;
  const claims = await claimsById(ids.map(({ id }) => id));
  return claims.map(({ id: _, ...claim }) => claim);
}

/** Unsourced statements of standing pages whose last promised day is before `today`, the latest of them first. */
async function fellDue(today: CalendarDate): Promise<Appearance[]> {
  const found = await database().$queryRaw<{ content: Prisma.JsonValue; statementId: string }[]>`
    SELECT content, statement->>'id' AS "statementId"
    FROM (${STANDING}) standing, jsonb_array_elements(content->'statements') statement
    WHERE kind = 'ARTICLE'
      AND statement->>'label' = 'UNSOURCED_SPECULATION'
      AND statement->'prediction'->>'dueTo' < ${today}
    ORDER BY statement->'prediction'->>'dueTo' DESC, "publishedAt" DESC, statement->>'id'
    LIMIT ${DUE_ON_HOME}`;
  return found.flatMap(({ content, statementId }) => {
    const page = articleOf({ content });
    return appearanceOf(page, statementId) ?? [];
  });
}

/** Verdicts that stood before the one of `until`, with the day on which the next one took their place. */
async function earlierVerdicts(claimId: string, until: Date): Promise<PublishedClaim["earlier"]> {
  const rows = await database().publication.findMany({
    where: { claimId, kind: "CLAIM", publishedAt: { lte: until } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return rows.flatMap((row, i) => {
    const next = rows[i - 1];
    if (next === undefined || row.withdrawnAt !== null) return [];
    const { code, explanation } = claimOf(row).verdict;
    return [{ code, explanation, replacedAt: next.publishedAt.toISOString() }];
  });
}

/** The claim's own acts up to its verdict; where it has none, the publishing of the pages that make it, and no more. */
async function claimHistory(claimId: string, until: Date | null) {
  if (until !== null) {
    const own = await database().publication.findMany({
      where: { claimId, kind: "CLAIM", publishedAt: { lte: until } },
      select: { reviewId: true },
    });
    return publicHistory({
      reviewIds: own.map(({ reviewId }) => reviewId),
      versionIds: [],
      claimIds: [claimId],
      until,
    });
  }
  const pages = await database().$queryRaw<{ reviewId: string; publishedAt: Date }[]>`
    SELECT "reviewId", "publishedAt" FROM (${STANDING}) page
    JOIN "PublicationClaim" link ON link."publicationId" = page.id
    WHERE link."claimId" = ${claimId}::uuid`;
  const latest = new Date(Math.max(0, ...pages.map(({ publishedAt }) => publishedAt.getTime())));
  const history = await publicHistory({
    reviewIds: pages.map(({ reviewId }) => reviewId),
    versionIds: [],
    claimIds: [],
    until: latest,
  });
  return { ...history, entries: history.entries.filter(({ action }) => action === "review.publish") };
}
