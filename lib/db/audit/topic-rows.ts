import type { Tx } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import { PublicationContent } from "#lib/domain/publications";
import type { RecordFault } from "#lib/domain/record-checks";

/**
 * Is something under a topic because that was published of it, and for nothing else? The database takes topics out of the JSON by itself (migration
 * `topics_guards`); here they are taken from parsed content, and compared. How a name is folded is told by the database alone.
 */

const MOST = 100;

/** Of the publications `ids`, of which `standing` stand: those whose topics, as the rows have them, aren't the published ones. */
export async function wronglyTagged(
  tx: Tx,
  standing: readonly Publication[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = standing.flatMap(({ id, kind, publishedAt, content }) => {
    const topics = PublicationContent.safeParse(content).data?.topics ?? [];
    const at = publishedAt.toISOString();
    return topics.map((topic) => ({
      publicationId: id,
      topicId: topic.id,
      slug: topic.slug,
      kind,
      publishedAt: at,
      name: topic.name,
    }));
  });
  const wrong = await tx.$queryRaw<{ id: string }[]>`
    WITH made AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS one("publicationId" uuid, "topicId" uuid, kind "ReviewKind", "publishedAt" timestamptz, slug text, name text)
    ), kept AS (
      SELECT s.*, t.slug FROM "StandingTopic" s LEFT JOIN "Topic" t ON t.id = s."topicId"
      WHERE s."publicationId" = ANY (${[...ids]}::uuid[])
    )
    SELECT "publicationId" AS id FROM kept FULL JOIN made USING ("publicationId", "topicId")
    WHERE (kept.kind, kept."publishedAt", kept.slug) IS DISTINCT FROM (made.kind, made."publishedAt", made.slug)
    UNION
    SELECT total."publicationId" FROM "StandingTopicTotal" total LEFT JOIN made USING ("publicationId", "topicId")
    WHERE total."publicationId" = ANY (${[...ids]}::uuid[]) AND (made.name IS NULL OR total.key <> coalesce(topic_key(made.name), ''))`;
  return new Set(wrong.map(({ id }) => id));
}

/** Topics that can be opened and aren't on anything, or are on another number of pages and claims, or named by another publication than the latest. */
export async function strayTopics(tx: Tx): Promise<RecordFault[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce(total."topicId", made."topicId")::text AS id FROM "StandingTopicTotal" total
    FULL JOIN (
      SELECT "topicId", sum((kind = 'ARTICLE')::int)::int AS pages, sum((kind = 'CLAIM')::int)::int AS claims,
        (SELECT s."publicationId" FROM "StandingTopic" s WHERE s."topicId" = each."topicId"
          ORDER BY s."publishedAt" DESC, s."publicationId" DESC LIMIT 1) AS "publicationId"
      FROM "StandingTopic" each GROUP BY "topicId"
    ) made USING ("topicId")
    WHERE (total."publicationId", total.pages, total.claims) IS DISTINCT FROM (made."publicationId", made.pages, made.claims)
    LIMIT ${MOST}`;
  return rows.map(({ id }) => ({ kind: "STANDING", of: "topic", id }));
}
