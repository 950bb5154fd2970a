import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { database } from "#lib/db/core/client";
import type { Affirmable } from "#lib/domain/affirmable-matches";
import type { AffirmedRelations } from "#lib/domain/claim-desk";
import { factsIn } from "#lib/domain/page-facts";

/** So many are named, those affirmed last first. */
export const MOST_NAMED = 50;

interface Row {
  readonly suggestionId: string;
  readonly relation: Affirmable;
  readonly exact: string;
  readonly versionId: string;
  readonly byName: string;
  readonly at: Date;
  readonly claimId: string | null;
  readonly wording: string | null;
}

/**
 * What people affirmed that statements are to a claim, of each page as its latest review has it. What a suggestion said that was rejected there is left
 * out, and so are pages that were dismissed.
 */
export async function affirmedRelations(members: readonly string[]): Promise<AffirmedRelations> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT s."id"::text AS "suggestionId", s."match" ->> 'relation' AS "relation", s."exact", s."versionId"::text, u."name" AS "byName",
      d."decidedAt" AS "at", root."id"::text AS "claimId", root."wording"
    FROM "Suggestion" s
    JOIN "MatchDecision" d ON d."suggestionId" = s."id" AND d."undoneAt" IS NULL AND d."kind" = 'AFFIRMED'
    JOIN "User" u ON u."id" = d."decidedById"
    JOIN "Review" r ON r."id" = d."reviewId"
    JOIN "ArticleVersion" v ON v."id" = s."versionId" JOIN "Article" a ON a."id" = v."articleId"
    LEFT JOIN "Statement" t ON t."reviewId" = r."id" AND t."suggestionId" = s."id" AND t."removedAt" IS NULL
    LEFT JOIN "Claim" c ON c."id" = t."claimId" LEFT JOIN "Claim" root ON root."id" = c."rootId"
    WHERE s."matchedClaimId" = ANY (${[...members]}::uuid[]) AND a."dismissedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Review" later WHERE later."versionId" = r."versionId" AND later."createdAt" > r."createdAt")
      AND NOT EXISTS (SELECT 1 FROM "SuggestionDecision" x
        WHERE x."suggestionId" = s."id" AND x."reviewId" = r."id" AND x."undoneAt" IS NULL AND x."kind" = 'REJECTED')
    ORDER BY d."decidedAt" DESC, s."id" DESC LIMIT ${MOST_NAMED + 1}`;
  const named = rows.slice(0, MOST_NAMED);
  const titles = await titlesOf(named.map(({ versionId }) => versionId));
  const latest = named.map(({ suggestionId, relation, exact, versionId, byName, at, claimId, wording }) => ({
    suggestionId,
    relation,
    exact,
    page: { versionId, title: titles.get(versionId) ?? null },
    byName,
    at: at.toISOString(),
    claim: claimId === null || wording === null ? null : { id: claimId, wording },
  }));
  return { latest, isCut: rows.length > MOST_NAMED };
}

/** The titles of these versions, as people put them right. */
export async function titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const versions = await database().articleVersion.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...SAID },
  });
  const facts = await factsOfVersions(database(), versions);
  return new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? []).TITLE]));
}
