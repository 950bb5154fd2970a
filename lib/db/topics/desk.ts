import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { historyOf } from "#lib/db/reviews/views";
import type { HistoryView } from "#lib/domain/review-views";
import { type MergedTopic, MOST_TAGGED, type TopicDesk, type TopicMoves } from "#lib/domain/topics";
import { alikeTopics, TAG_STANDS } from "./lists";

/** One topic on the desk: what it is called, what was merged into it, and what a merging or a parting would move. */

/** Null where there is no such topic. */
export async function topicDesk(id: string): Promise<TopicDesk | null> {
  const row = await database().topic.findUnique({ where: { id }, include: { root: true } });
  if (row === null) return null;
  const { slug, name, definition, revision, root } = row;
  const [merged, moves, alike, history] = await Promise.all([
    mergedTopics(id),
    movesOf(id),
    alikeTopics(name, root.id),
    historyOfTopic(id),
  ]);
  const mergedInto = root.id === id ? null : { id: root.id, name: root.name };
  return { id, slug, name, definition, revision, mergedInto, merged, moves, alike, history };
}

/** A topic, and all that were merged into it. */
const membersOf = (id: string) => Prisma.sql`
  WITH RECURSIVE member AS (
    SELECT "id" FROM "Topic" WHERE "id" = ${id}::uuid
    UNION ALL SELECT t."id" FROM member JOIN "Topic" t ON t."mergedIntoId" = member."id"
  )`;

async function movesOf(id: string): Promise<TopicMoves> {
  const [[counts], [published]] = await Promise.all([
    database().$queryRaw<Omit<TopicMoves, "published">[]>`
      ${membersOf(id)}
      SELECT count(DISTINCT "articleId")::int AS pages, count(DISTINCT "claimId")::int AS claims,
        count(DISTINCT "reviewId") FILTER (WHERE state = 'SUBMITTED')::int AS waiting
      FROM (SELECT v."articleId", r."claimId", r."id" AS "reviewId", r."state" FROM member m
        JOIN "ReviewTopic" tag ON tag."topicId" = m."id" JOIN "Review" r ON r."id" = tag."reviewId"
        LEFT JOIN "ArticleVersion" v ON v."id" = r."versionId" WHERE ${TAG_STANDS} LIMIT ${MOST_TAGGED + 1}) part`,
    database().$queryRaw<{ n: number }[]>`
      ${membersOf(id)}
      SELECT count(*)::int AS n FROM (
        SELECT 1 FROM member m JOIN "StandingTopic" s ON s."topicId" = m."id" LIMIT ${MOST_TAGGED + 1}
      ) part`,
  ]);
  const { pages = 0, claims = 0, waiting = 0 } = counts ?? {};
  return { pages, claims, waiting, published: published?.n ?? 0 };
}

async function mergedTopics(id: string): Promise<MergedTopic[]> {
  const rows = await database().$queryRaw<(Omit<MergedTopic, "at"> & { at: Date })[]>`
    ${membersOf(id)}
    SELECT t."id"::text, t."revision", t."name", o."name" AS "mergedInto", u."name" AS "by", t."mergedAt" AS "at"
    FROM member JOIN "Topic" t ON t."id" = member."id" JOIN "Topic" o ON o."id" = t."mergedIntoId"
    JOIN "User" u ON u."id" = t."mergedById"
    WHERE t."id" <> ${id}::uuid ORDER BY t."mergedAt" DESC, t."id"`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What was done to a topic and to those that were merged into it, and which were parted again. */
async function historyOfTopic(id: string): Promise<HistoryView[]> {
  const [own, into] = await Promise.all([
    database().$queryRaw<{ id: string }[]>`${membersOf(id)} SELECT "id"::text FROM member`,
    database().$queryRaw<{ sequence: bigint }[]>`
      SELECT "sequence" FROM "AuditPayload" WHERE "payload" ? 'intoId' AND "payload" ->> 'intoId' = ${id}
      ORDER BY "sequence" DESC LIMIT 100`,
  ]);
  return historyOf(
    own.map((one) => `topic:${one.id}`),
    into.map(({ sequence }) => sequence),
  );
}
