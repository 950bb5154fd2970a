import type { Tx } from "#lib/db/core/client";
import type { Writer } from "#lib/domain/credits";
import type { TopicTag } from "#lib/domain/topics";
import type { PublishedTopic } from "#lib/domain/topics-shapes";

/**
 * What a review says its page or its claim is about. A tag points to the topic that somebody chose; which topic that is by now, and what it is
 * called, is read from whichever it was merged into.
 */

interface TagRow extends PublishedTopic {
  readonly addedAt: Date;
}

type Asking = Pick<Tx, "$queryRaw">;

/** The topics of a review in the order in which they were added, each once. */
async function tagRows(tx: Asking, reviewId: string): Promise<TagRow[]> {
  const rows = await tx.$queryRaw<
    { addedAt: Date; id: string; slug: string; name: string; definition: string | null }[]
  >`
    SELECT tag."addedAt", r."id"::text, r."slug", r."name", r."definition"
    FROM "ReviewTopic" tag JOIN "Topic" t ON t."id" = tag."topicId" JOIN "Topic" r ON r."id" = t."rootId"
    WHERE tag."reviewId" = ${reviewId}::uuid ORDER BY tag."addedAt", tag."topicId"`;
  const byId = new Map<string, TagRow>();
  for (const { addedAt, id, slug, name, definition } of rows) {
    if (byId.has(id)) continue;
    byId.set(id, { id, slug, name, ...(definition === null ? {} : { definition }), addedAt });
  }
  return [...byId.values()];
}

/** As the desk shows them; none where there is no review. */
export async function tagsOf(tx: Asking, reviewId: string | null): Promise<TopicTag[]> {
  if (reviewId === null) return [];
  return (await tagRows(tx, reviewId)).map(({ id, name }) => ({ id, name }));
}

/** As they are published: left out where there are none. */
export async function topicsToPublish(
  tx: Tx,
  reviewId: string,
): Promise<{ readonly topics?: readonly PublishedTopic[] }> {
  const topics = (await tagRows(tx, reviewId)).map(({ addedAt: _at, ...topic }) => topic);
  return topics.length === 0 ? {} : { topics };
}

/** How many tags a review has, those of topics that are one by now each for itself. */
export function countTags(tx: Tx, reviewId: string): Promise<number> {
  return tx.reviewTopic.count({ where: { reviewId } });
}

export async function keepTag(
  tx: Tx,
  { reviewId, topicId }: { readonly reviewId: string; readonly topicId: string },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.reviewTopic.create({ data: { reviewId, topicId, addedById: by, addedAt: at } });
}

/** All tags that say the same topic by now. False where there is none. */
export async function takeTagAway(tx: Tx, reviewId: string, topicId: string): Promise<boolean> {
  const { count } = await tx.reviewTopic.deleteMany({ where: { reviewId, topic: { rootId: topicId } } });
  return count > 0;
}

/** A new review begins with the tags that readers see, as whoever added them did. */
export async function beginTags(
  tx: Tx,
  review: { readonly id: string; readonly versionId: string | null; readonly claimId: string | null },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ReviewTopic" ("reviewId", "topicId", "addedById", "addedAt")
    SELECT ${review.id}::uuid, tag."topicId", tag."addedById", tag."addedAt"
    FROM "Standing" s JOIN "Publication" p ON p."id" = s."publicationId" JOIN "ReviewTopic" tag ON tag."reviewId" = p."reviewId"
    WHERE s."subjectId" = coalesce(${review.claimId}::uuid,
      (SELECT v."articleId" FROM "ArticleVersion" v WHERE v."id" = ${review.versionId}::uuid))`;
}

/**
 * Who wrote the tags of a review: whoever added one that stands or took one away, and whoever has since called such a topic otherwise, merged
 * it or parted it.
 */
export async function topicWriters(
  tx: Tx,
  { id: reviewId, claimId }: { readonly id: string; readonly claimId: string | null },
): Promise<readonly Writer[]> {
  const subject = claimId === null ? `review:${reviewId}` : `claim:${claimId}`;
  return tx.$queryRaw<Writer[]>`
    WITH RECURSIVE way AS (
      SELECT tag."addedAt", t."id", t."mergedIntoId" FROM "ReviewTopic" tag JOIN "Topic" t ON t."id" = tag."topicId"
      WHERE tag."reviewId" = ${reviewId}::uuid
      UNION
      SELECT w."addedAt", t."id", t."mergedIntoId" FROM way w JOIN "Topic" t ON t."id" = w."mergedIntoId"
    ), acted AS (
      SELECT tag."addedById"::text AS id FROM "ReviewTopic" tag WHERE tag."reviewId" = ${reviewId}::uuid
      UNION
      SELECT e."actorId" FROM way w JOIN "AuditEvent" e ON e."subjectId" = 'topic:' || w."id" AND e."at" > w."addedAt"
      WHERE e."action" IN ('topic.name', 'topic.merge', 'topic.part')
      UNION
      SELECT e."actorId" FROM "AuditEvent" e LEFT JOIN "AuditPayload" p ON p."sequence" = e."sequence"
      WHERE e."subjectId" = ${subject} AND e."action" = 'topic.remove'
        AND (p."payload" IS NULL OR p."payload" ->> 'reviewId' = ${reviewId})
    )
    SELECT u."id"::text, u."name" FROM acted JOIN "User" u ON u."id"::text = acted.id ORDER BY u."id"`;
}
