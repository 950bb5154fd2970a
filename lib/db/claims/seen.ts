import { database } from "#lib/db/core/client";
import type { SeenElsewhere } from "#lib/domain/claim-desk";
import { titlesOf } from "./relations";

/** Of so many of the latest statements it is told who says the same; so many wordings, and so many pages of each, are named. */
const MOST_LOOKED_AT = 1000;
const MOST_WORDINGS = 20;
const MOST_PAGES = 3;

interface Row {
  readonly exact: string;
  readonly relation: SeenElsewhere["wordings"][number]["relation"];
  readonly isSure: boolean;
  readonly count: number;
  readonly versions: string[];
  readonly wordings: number;
  readonly all: number;
}

/**
 * The statements that the machine matched with a claim and that nobody decided on yet, one entry for each wording: ten thousand reposts are one line of
 * the claim's list. Pages that were dismissed are left out.
 */
export async function seenElsewhere(members: readonly string[]): Promise<SeenElsewhere> {
  const rows = await database().$queryRaw<Row[]>`
    WITH latest AS (
      SELECT s."id", s."exact", s."versionId", s."match" ->> 'relation' AS "relation",
        coalesce((s."match" ->> 'isSure')::boolean, false) AS "isSure"
      FROM "Suggestion" s JOIN "ArticleVersion" v ON v."id" = s."versionId" JOIN "Article" a ON a."id" = v."articleId"
      WHERE s."matchedClaimId" = ANY (${[...members]}::uuid[]) AND a."dismissedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "MatchDecision" d WHERE d."suggestionId" = s."id" AND d."undoneAt" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "SuggestionDecision" d
          WHERE d."suggestionId" = s."id" AND d."undoneAt" IS NULL AND d."kind" = 'REJECTED')
      ORDER BY s."id" DESC LIMIT ${MOST_LOOKED_AT}
    )
    SELECT "exact", "relation", "isSure", count(*)::int AS "count",
      (array_agg("versionId"::text ORDER BY "id" DESC))[1:${MOST_PAGES}::int] AS "versions",
      (count(*) OVER ())::int AS "wordings", (sum(count(*)) OVER ())::int AS "all"
    FROM latest GROUP BY "exact", "relation", "isSure" ORDER BY count(*) DESC, max("id"::text) DESC LIMIT ${MOST_WORDINGS}`;
  const titles = await titlesOf(rows.flatMap(({ versions }) => versions));
  const [first] = rows;
  return {
    count: first?.all ?? 0,
    isCut: (first?.all ?? 0) >= MOST_LOOKED_AT || (first?.wordings ?? 0) > MOST_WORDINGS,
    wordings: rows.map(({ exact, relation, isSure, count, versions }) => ({
      exact,
      relation,
      isSure,
      count,
      pages: versions.map((versionId) => ({ versionId, title: titles.get(versionId) ?? null })),
    })),
  };
}
