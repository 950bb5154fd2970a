import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListedPlace } from "#lib/domain/desk-lists";
import { MOST_TAGGED, type TopicRow, type TopicsPage } from "#lib/domain/topics";

/** Lists of topics on the desk: all of them by name, and those whose names are like some letters. */

const ON_A_PAGE = 30;
const FOUND_SHOWN = 30;
const CHOICES_SHOWN = 8;
/** Of the parts of what is typed as many must stand in a name: two in three. */
const ENOUGH = 0.6;

type Known = Pick<TopicRow, "id" | "name" | "definition">;

const KNOWN = Prisma.sql`r."id"::text, r."name", r."definition"`;
const KEY = Prisma.sql`topic_key(r."name") COLLATE "C"`;

/** A part of the list, by name, read on from the row of one topic in either direction. An id that isn't there reads nothing. */
export async function topicsPage(place: ListedPlace | null): Promise<TopicsPage> {
  const isBack = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`AND (${KEY}, r."id") ${isBack ? Prisma.sql`<` : Prisma.sql`>`}
          (SELECT topic_key(o."name") COLLATE "C", o."id" FROM "Topic" o WHERE o."id" = ${place.id}::uuid)`;
  const order = isBack ? Prisma.sql`${KEY} DESC, r."id" DESC` : Prisma.sql`${KEY}, r."id"`;
  const found = await database().$queryRaw<Known[]>`
    SELECT ${KNOWN} FROM "Topic" r WHERE r."mergedIntoId" IS NULL ${from} ORDER BY ${order} LIMIT ${ON_A_PAGE + 1}`;
  const goesOn = found.length > ON_A_PAGE;
  const rows = isBack ? found.slice(0, ON_A_PAGE).reverse() : found.slice(0, ON_A_PAGE);
  return {
    topics: await withCounts(rows),
    before: (isBack ? goesOn : place !== null) ? (rows[0]?.id ?? null) : null,
    after: isBack || goesOn ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Topics with a name like this, the likest first. A name that was merged finds the topic that it was merged into. */
export async function findTopics(search: string): Promise<TopicRow[]> {
  return withCounts(await alike(search, FOUND_SHOWN, null));
}

/** The same, for whoever tags something from a short list. */
export async function topicChoices(search: string): Promise<TopicRow[]> {
  return withCounts(await alike(search, CHOICES_SHOWN, null));
}

/** Others that may be the same. */
export async function alikeTopics(name: string, exceptRootId: string): Promise<TopicRow[]> {
  return withCounts(await alike(name, CHOICES_SHOWN, exceptRootId));
}

/** By trigrams, as speakers are found: the part of those of `search` that a name has decides, then how much else the name holds. */
async function alike(search: string, most: number, exceptRootId: string | null): Promise<Known[]> {
  const except = exceptRootId === null ? Prisma.empty : Prisma.sql`AND t."rootId" <> ${exceptRootId}::uuid`;
  return database().$queryRaw<Known[]>`
    WITH asked AS MATERIALIZED (SELECT name_grams(${search}) AS grams),
    named AS (
      SELECT t."rootId", cardinality(t."grams") AS size,
        (SELECT count(*) FROM unnest(asked.grams) AS gram WHERE gram = ANY(t."grams"))::float / cardinality(asked.grams) AS share
      FROM asked, "Topic" t WHERE t."grams" && asked.grams ${except}
    ),
    found AS (
      SELECT "rootId", max(share) AS share, min(size) AS size FROM named WHERE share >= ${ENOUGH} GROUP BY "rootId"
    )
    SELECT ${KNOWN} FROM found JOIN "Topic" r ON r."id" = found."rootId"
    ORDER BY found.share DESC, found.size, ${KEY}, r."id" LIMIT ${most}`;
}

/**
 * Reviews that have a tag of the topic `r` and say what holds of their page or claim now: the latest of each page and each claim, unless it was
 * withdrawn.
 */
export const TAGGED = Prisma.sql`"Topic" m JOIN "ReviewTopic" tag ON tag."topicId" = m."id" JOIN "Review" r ON r."id" = tag."reviewId"
  LEFT JOIN "ArticleVersion" v ON v."id" = r."versionId"`;
export const TAG_STANDS = Prisma.sql`r."state" <> 'WITHDRAWN' AND NOT EXISTS (
  SELECT 1 FROM "Review" l
  WHERE (l."versionId" = r."versionId" OR l."claimId" = r."claimId") AND (l."createdAt", l."id") > (r."createdAt", r."id"))`;

async function withCounts(topics: readonly Known[]): Promise<TopicRow[]> {
  const ids = topics.map(({ id }) => id);
  const counts = await database().$queryRaw<{ id: string; pages: number; claims: number }[]>`
    SELECT asked.id, part.pages, part.claims FROM unnest(${ids}::text[]) AS asked(id) CROSS JOIN LATERAL (
      SELECT count(DISTINCT places."articleId")::int AS pages, count(DISTINCT places."claimId")::int AS claims FROM (
        SELECT v."articleId", r."claimId" FROM ${TAGGED} WHERE m."rootId" = asked.id::uuid AND ${TAG_STANDS} LIMIT ${MOST_TAGGED + 1}
      ) places
    ) part`;
  const byId = new Map(counts.map((one) => [one.id, one]));
  return topics.map((topic) => {
    const { pages = 0, claims = 0 } = byId.get(topic.id) ?? {};
    return { ...topic, pages, claims };
  });
}
