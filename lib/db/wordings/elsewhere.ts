import { z } from "zod";
import { titlesOf } from "#lib/db/claims/relations";
import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { Elsewhere, ElsewhereWording } from "#lib/domain/elsewhere";
import { MatchReason } from "#lib/domain/matching";
import * as words from "#lib/words";

/** What other pages say of the same thing, for the desk: what is shown is bounded, and what is read for it too, however large the archive is. */

/** Of each kind of relation so many are looked at, those that came in last, and so many are shown together. */
const MOST_OF_A_KIND = 10;
const MOST_FOUND = 40;
const MOST_SHOWN = 12;
/** So many places of each wording are counted, and so many pages named. */
const MOST_PLACES = 50;
const MOST_PAGES = 3;
/** So many of a claim's statements are asked about, the latest. */
const MOST_STATEMENTS = 20;

interface Row {
  readonly text: string;
  readonly day: Date | null;
  readonly relation: ElsewhereWording["relation"];
  readonly reasons: unknown;
  readonly versions: string[];
  /** The pages that were counted, by the article. */
  readonly articles: string[];
  readonly isCut: boolean;
  readonly claimId: string | null;
  readonly claim: string | null;
}

/** What other pages say like this suggestion; null where there is no such suggestion. */
export async function elsewhereOf(suggestionId: string): Promise<Elsewhere | null> {
  const [own] = await database().$queryRaw<{ wordingId: bigint | null; articleId: string; judge: string }[]>`
    SELECT w."id" AS "wordingId", v."articleId"::text, coalesce(w."judge", '-') AS "judge"
    FROM "Suggestion" s JOIN "ArticleVersion" v ON v."id" = s."versionId"
    LEFT JOIN "WordedSuggestion" u ON u."suggestionId" = s."id" LEFT JOIN "SuggestionWording" w ON w."id" = u."wordingId"
    WHERE s."id" = ${suggestionId}::uuid`;
  if (own === undefined) return null;
  if (own.wordingId === null) return shown([], false);
  const leftOut = Prisma.sql`v."articleId" = ${own.articleId}::uuid`;
  return shown(await saidLike([own.wordingId], leftOut), own.judge === "");
}

/**
 * What pages say like the statements that are joined to a claim, and isn't joined to it. What the machine matched with the claim as its page came in is left out: that
 * is listed already.
 */
export async function elsewhereOfClaim(members: readonly string[]): Promise<Elsewhere> {
  const ids = [...members];
  const own = await database().$queryRaw<{ wordingId: bigint; judge: string }[]>`
    SELECT DISTINCT w."id" AS "wordingId", w."judge" FROM (
      SELECT s."suggestionId" FROM "Statement" s JOIN "Review" r ON r."id" = s."reviewId"
      WHERE s."claimId" = ANY (${ids}::uuid[]) AND s."removedAt" IS NULL AND s."suggestionId" IS NOT NULL AND ${IS_LATEST}
      ORDER BY s."id" DESC LIMIT ${MOST_STATEMENTS}
    ) one JOIN "WordedSuggestion" u ON u."suggestionId" = one."suggestionId" JOIN "SuggestionWording" w ON w."id" = u."wordingId"`;
  const leftOut = Prisma.sql`s."matchedClaimId" = ANY (${ids}::uuid[]) OR EXISTS (
    SELECT 1 FROM "Statement" t JOIN "Review" r ON r."id" = t."reviewId"
    WHERE t."suggestionId" = s."id" AND t."claimId" = ANY (${ids}::uuid[]) AND t."removedAt" IS NULL AND ${IS_LATEST})`;
  const rows = await saidLike(
    own.map(({ wordingId }) => wordingId),
    leftOut,
  );
  return shown(
    rows,
    own.some(({ judge }) => judge === ""),
  );
}

const IS_LATEST = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Review" later WHERE later."versionId" = r."versionId" AND later."createdAt" > r."createdAt")`;

/** In this order they are shown. */
const KINDS = ["SAME", "CONTRADICTION", "TEMPLATE", "SIMILAR"] as const;

/** Wordings that stand to these in a relation, or are these, with the pages where they stand; suggestions `s` of versions `v` are left out that `leftOut` says. */
function saidLike(wordings: readonly bigint[], leftOut: Prisma.Sql): Promise<Row[]> {
  if (wordings.length === 0) return Promise.resolve([]);
  return database().$queryRaw<Row[]>`
    WITH own AS (SELECT * FROM unnest(${[...wordings]}::bigint[]) AS own("id")),
    related AS (
      SELECT own."id", 'SAME' AS "relation", '[]'::jsonb AS "reasons", 0 AS "rank" FROM own
      UNION ALL
      SELECT found.* FROM own CROSS JOIN unnest(${[...KINDS]}::text[]) WITH ORDINALITY AS kind("name", "rank")
      CROSS JOIN LATERAL (
        (SELECT r."otherId", r."relation", r."reasons", kind."rank"::int FROM "WordingRelation" r
          WHERE r."oneId" = own."id" AND r."relation" = kind."name" ORDER BY r."otherId" DESC LIMIT ${MOST_OF_A_KIND})
        UNION ALL
        (SELECT r."oneId", r."relation", r."reasons", kind."rank"::int FROM "WordingRelation" r
          WHERE r."otherId" = own."id" AND r."relation" = kind."name" ORDER BY r."oneId" DESC LIMIT ${MOST_OF_A_KIND})
      ) found
    ),
    nearest AS (SELECT DISTINCT ON ("id") * FROM related ORDER BY "id", "rank"),
    placed AS (
      SELECT n."id", n."relation", n."reasons", n."rank", at.* FROM nearest n CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(page."articleId"::text), '{}') AS "articles", coalesce(bool_or(page."isCut"), false) AS "isCut",
          (array_agg(page."versionId"::text ORDER BY page."id" DESC))[1:${MOST_PAGES}::int] AS "versions",
          (array_agg(page."id" ORDER BY page."id" DESC))[1:${MOST_PAGES}::int] AS "suggestions"
        FROM (
          SELECT DISTINCT ON (place."articleId") place.*, count(*) OVER () = ${MOST_PLACES} AS "isCut" FROM (
            SELECT s."id", s."versionId", v."articleId" FROM "WordedSuggestion" u JOIN "Suggestion" s ON s."id" = u."suggestionId"
            JOIN "ArticleVersion" v ON v."id" = s."versionId" JOIN "Article" a ON a."id" = v."articleId"
            WHERE u."wordingId" = n."id" AND a."dismissedAt" IS NULL AND (${leftOut}) IS NOT TRUE
              AND NOT EXISTS (SELECT 1 FROM "SuggestionDecision" d
                WHERE d."suggestionId" = s."id" AND d."undoneAt" IS NULL AND d."kind" = 'REJECTED')
            ORDER BY u."suggestionId" DESC LIMIT ${MOST_PLACES}
          ) place ORDER BY place."articleId", place."id" DESC
        ) page
      ) at WHERE cardinality(at."articles") > 0
      ORDER BY n."rank", n."id" DESC LIMIT ${MOST_FOUND}
    )
    SELECT w."text", w."day", p."relation", p."reasons", p."articles", p."isCut", p."versions", joined."id"::text AS "claimId",
      joined."wording" AS "claim"
    FROM placed p JOIN "SuggestionWording" w ON w."id" = p."id"
    LEFT JOIN LATERAL (
      SELECT root."id", root."wording" FROM "Statement" t JOIN "Review" r ON r."id" = t."reviewId"
      JOIN "Claim" c ON c."id" = t."claimId" JOIN "Claim" root ON root."id" = c."rootId"
      WHERE t."suggestionId" = ANY (p."suggestions") AND t."removedAt" IS NULL AND ${IS_LATEST} ORDER BY t."id" DESC LIMIT 1
    ) joined ON true
    ORDER BY p."rank", p."id" DESC`;
}

async function shown(rows: readonly Row[], isWaiting: boolean): Promise<Elsewhere> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.relation} ${row.text}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const wordings = [...groups.values()].slice(0, MOST_SHOWN);
  const titles = await titlesOf(wordings.flatMap(versionsOf));
  return {
    wordings: wordings.map((group) => ({
      ...saidOf(group),
      pages: versionsOf(group).map((versionId) => ({ versionId, title: titles.get(versionId) ?? null })),
    })),
    counts: KINDS.map((relation) => {
      const of = rows.filter((row) => row.relation === relation);
      return {
        relation,
        pages: pagesIn(of),
        isCut: rows.length === MOST_FOUND || of.some(({ isCut }) => isCut),
      };
    }),
    isCut: groups.size > MOST_SHOWN || rows.length === MOST_FOUND,
    isWaiting,
  };
}

/** Several wordings may stand on one page. */
const pagesIn = (rows: readonly Row[]): number => new Set(rows.flatMap(({ articles }) => articles)).size;

const versionsOf = (group: readonly Row[]): string[] =>
  group.flatMap(({ versions }) => versions).slice(0, MOST_PAGES);

/** The same words on several days are one entry: a rumour that returns. */
function saidOf(group: readonly Row[]): Omit<ElsewhereWording, "pages"> {
  const [first] = group;
  if (first === undefined) throw new RangeError("a group has a row");
  const days = group.flatMap(({ day }) => calendarDate(day) ?? []).sort();
  const [joined] = group.flatMap(({ claimId, claim }) =>
    claimId === null || claim === null ? [] : [{ id: claimId, wording: claim }],
  );
  return {
    text: first.text,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    relation: first.relation,
    // What the program wrote itself.
    why: z.array(MatchReason).parse(first.reasons).map(words.matching.reason),
    count: pagesIn(group),
    isCut: group.some(({ isCut }) => isCut),
    claim: joined ?? null,
  };
}
