import type { Tx } from "#lib/db/core/client";
import { MANY_OUTLETS } from "#lib/domain/bounds";
import { isSure } from "#lib/domain/sureness";
import type { Subject, VersionOfWork } from "./subjects";

/** What is counted of pieces of work: their statements and proposals, promises that wait, reports of readers, feeds. */

/** A version with its review, if it has one. */
export interface Piece {
  readonly versionId: string;
  readonly reviewId: string | null;
  readonly aside: VersionOfWork["aside"];
  readonly publisher: string | null;
}

export interface PieceCounts {
  readonly waiting: number;
  readonly total: number;
  readonly labels: readonly string[];
  readonly sourcings: readonly string[];
  readonly speakerIds: readonly string[];
  readonly claimIds: readonly string[];
  readonly unsourced: number;
  readonly knownClaims: number;
  /** Claims that its statements are joined with, or surely match, and that many publishers carry beside its own. */
  readonly manyOutlets: number;
  readonly unsure: number;
  readonly promises: boolean;
  /** Of the words that are searched. */
  readonly wordsMark: string;
}

interface CountRow extends Omit<PieceCounts, "unsure"> {
  readonly versionId: string;
  readonly reviewId: string | null;
  readonly joined: readonly string[];
  readonly proposals: readonly (readonly [
    engine: string,
    version: string,
    confidence: number,
    isOff: boolean,
  ])[];
}

/** Raised where other words of a page are searched than before: those of what is there are worked out anew once it is marked. */
const SEARCHED_BY = "2 ";

export const pieceKey = ({ versionId, reviewId }: Pick<Piece, "versionId" | "reviewId">): string =>
  `${versionId} ${reviewId}`;

/**
 * By `pieceKey`. What counts is what the review says, and the proposals that it has not decided: without a review all of them.
 */
export async function countPieces(
  tx: Tx,
  pieces: readonly Piece[],
): Promise<ReadonlyMap<string, PieceCounts>> {
  if (pieces.length === 0) return new Map();
  const asked = JSON.stringify(pieces);
  const rows = await tx.$queryRaw<CountRow[]>`
    SELECT w."versionId"::text, w."reviewId"::text, said.*, asides.total::int,
      (SELECT count(DISTINCT c."rootId")::int FROM "Claim" c
        WHERE c."id" = ANY (said.joined) AND cardinality(
          array_remove(claim_outlets(c."rootId", ${MANY_OUTLETS + 1}), lower(w.publisher))) >= ${MANY_OUTLETS}) AS "manyOutlets",
      (SELECT md5(${SEARCHED_BY} || coalesce(string_agg(DISTINCT each, E'\n'), '')) FROM queue_words(w."versionId", w."reviewId") each) AS "wordsMark"
    FROM json_to_recordset(${asked}::json) AS w("versionId" uuid, "reviewId" uuid, aside uuid[], publisher text)
    CROSS JOIN LATERAL (
      SELECT count(*) AS total FROM "Suggestion" g WHERE g."versionId" = w."versionId" AND NOT g."id" = ANY (w.aside)
    ) asides
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE "isProposal")::int AS waiting,
        coalesce(array_agg(DISTINCT label), '{}') AS labels,
        coalesce(array_agg(DISTINCT sourcing), '{}') AS sourcings,
        coalesce(array_agg(DISTINCT speaker) FILTER (WHERE speaker IS NOT NULL), '{}') AS "speakerIds",
        coalesce(array_agg(DISTINCT claim) FILTER (WHERE claim IS NOT NULL), '{}') AS "claimIds",
        count(*) FILTER (WHERE label LIKE 'UNSOURCED%')::int AS unsourced,
        count(DISTINCT claim) FILTER (WHERE "isKnown")::int AS "knownClaims",
        coalesce(array_agg(DISTINCT claim::uuid) FILTER (WHERE claim IS NOT NULL AND "isJoined"), '{}') AS joined,
        coalesce(bool_or(promises), false) AS promises,
        coalesce(json_agg(engine) FILTER (WHERE "isProposal"), '[]') AS proposals
      FROM (
        SELECT false AS "isProposal", s."label"::text AS label, s."sourcing"::text AS sourcing, s."speakerId"::text AS speaker,
          s."claimId"::text AS claim, false AS "isKnown", true AS "isJoined",
          EXISTS (SELECT FROM "Prediction" p WHERE p."statementId" = s."id") AS promises, NULL::json AS engine
        FROM "Statement" s WHERE s."reviewId" = w."reviewId" AND s."removedAt" IS NULL
        UNION ALL
        SELECT true, g."label"::text, g."sourcing"::text, g."speakerId"::text, g."matchedClaimId"::text,
          g."matchedClaimId" IS NOT NULL AND coalesce(g."match" ->> 'relation', 'SAME') IN ('SAME', 'TEMPLATE'),
          coalesce(g."match" ->> 'relation', '') IN ('SAME', 'TEMPLATE') AND coalesce((g."match" ->> 'isSure')::boolean, false),
          g."prediction" IS NOT NULL, json_build_array(g."engineName", g."engineVersion", g."confidence", g."switchId" IS NOT NULL)
        FROM "Suggestion" g
        WHERE g."versionId" = w."versionId" AND NOT g."id" = ANY (w.aside) AND NOT EXISTS (
          SELECT FROM "SuggestionDecision" d
          WHERE d."suggestionId" = g."id" AND d."reviewId" = w."reviewId" AND d."undoneAt" IS NULL)
      ) one
    ) said`;
  return new Map(
    rows.map(({ proposals, joined: _joined, ...row }) => {
      const unsure = proposals.filter(
        ([name, version, confidence, isOff]) => isOff || !isSure({ name, version }, confidence),
      ).length;
      return [pieceKey(row), { ...row, unsure }];
    }),
  );
}

/** What else is counted of a page or a claim. */
export interface SubjectCounts {
  readonly reports: number;
  /** The first day on which a promise that stands without an outcome is due. */
  readonly promiseDue: Date | null;
  readonly feedIds: readonly string[];
}

/** By the subject's id. */
export async function countSubjects(
  tx: Tx,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, SubjectCounts>> {
  const asked = subjects.map(({ id, path, standing }) => ({
    id,
    path,
    publicationId: standing?.publicationId ?? null,
  }));
  const rows = await tx.$queryRaw<(SubjectCounts & { id: string })[]>`
    SELECT w."id"::text,
      (SELECT count(*)::int FROM "ErrorReport" r WHERE r."path" = w."path" AND r."erasedAt" IS NULL AND r."answeredAt" IS NULL) AS reports,
      (SELECT min(s."dueTo") FROM "StandingStatement" s WHERE s."publicationId" = w."publicationId" AND s."outcome" IS NULL) AS "promiseDue",
      coalesce((SELECT array_agg(DISTINCT one.feed) FROM (
        SELECT f."feedId"::text AS feed FROM "FeedItem" f WHERE f."articleId" = w."id"
        UNION ALL
        SELECT f."feedId"::text FROM "ArticleVersion" v
        JOIN "Import" i ON i."versionId" = v."id" JOIN "FeedItem" f ON f."importId" = i."id"
        WHERE v."articleId" = w."id"
      ) one), '{}') AS "feedIds"
    FROM json_to_recordset(${JSON.stringify(asked)}::json) AS w("id" uuid, "path" text, "publicationId" uuid)`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
