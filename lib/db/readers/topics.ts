import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import type { ListedPlace } from "#lib/domain/desk-lists";
import type { SearchResult } from "#lib/domain/search";
import type { ListedTopic, TopicPage, TopicsList } from "#lib/domain/topic-pages";
import { claimsById } from "./claims";
import { behind, listPart } from "./lists";
import { askedTwice, Shown } from "./shown";

/**
 * What is published, by what it is about. A topic is called as the latest publication calls it that has it; under its address stands all that was
 * published with it, whatever it was called then.
 */

const TOPICS_ON_A_PAGE = 50;
const ITEMS_ON_A_PAGE = 20;

interface TotalRow {
  readonly topicId: string;
  readonly publicationId: string;
  readonly slug: string;
  readonly pages: number;
  readonly claims: number;
}

const TOTALS = Prisma.sql`
  SELECT t."topicId", t."publicationId", t.pages, t.claims, (SELECT o.slug FROM "Topic" o WHERE o.id = t."topicId") AS slug
  FROM "StandingTopicTotal" t`;

/** Topics that something published has, by name, read on from one of them in either direction. Beyond the last one is empty. */
export function publishedTopics(place: ListedPlace | null): Promise<TopicsList> {
  return askedTwice(async () => {
    const isBack = place?.way === "before";
    const found = await totalRows(place);
    const goesOn = found.length > TOPICS_ON_A_PAGE;
    const rows = isBack ? found.slice(0, TOPICS_ON_A_PAGE).reverse() : found.slice(0, TOPICS_ON_A_PAGE);
    const { topics, isProven } = await listedTopics(rows);
    return {
      topics,
      before: (isBack ? goesOn : place !== null) ? (rows[0]?.topicId ?? null) : null,
      after: isBack || goesOn ? (rows.at(-1)?.topicId ?? null) : null,
      isProven,
    };
  });
}

function totalRows(place: ListedPlace | null): Promise<TotalRow[]> {
  const isBack = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`WHERE (t.key, t."topicId") ${isBack ? Prisma.sql`<` : Prisma.sql`>`}
          (SELECT o.key, o."topicId" FROM "StandingTopicTotal" o WHERE o."topicId" = ${place.id}::uuid)`;
  const order = isBack ? Prisma.sql`t.key DESC, t."topicId" DESC` : Prisma.sql`t.key, t."topicId"`;
  return database().$queryRaw<TotalRow[]>`${TOTALS} ${from} ORDER BY ${order} LIMIT ${TOPICS_ON_A_PAGE + 1}`;
}

/** Each with the name that it was published with last. */
async function listedTopics(
  rows: readonly TotalRow[],
): Promise<{ topics: ListedTopic[]; isProven: boolean }> {
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  const topics = rows.flatMap(({ topicId, publicationId, slug, pages, claims }): ListedTopic[] => {
    const topic = shown.content(publicationId)?.topics?.find(({ id }) => id === topicId);
    if (topic === undefined || topic.slug !== slug) return [];
    const { name, definition = null } = topic;
    return [{ id: topicId, slug, name, definition, pages, claims }];
  });
  return { topics, isProven: shown.isProven && topics.length === rows.length };
}

/** All that is published with the topic at this slug, the latest first; null where nothing is. Beyond the last one is empty. */
export async function publishedTopic(slug: string, place: ListPlace | null): Promise<TopicPage | null> {
  const row = await database().topic.findUnique({ where: { slug }, select: { id: true } });
  if (row === null) return null;
  const { page } = await askedTwice(() => topicOnce(row.id, place));
  return page;
}

async function topicOnce(id: string, place: ListPlace | null) {
  const totals = await database().$queryRaw<TotalRow[]>`${TOTALS} WHERE t."topicId" = ${id}::uuid`;
  const named = await listedTopics(totals);
  const [topic] = named.topics;
  if (topic === undefined) return { page: null, isProven: named.isProven };
  const { rows, older, newer } = await listPart(place, ITEMS_ON_A_PAGE, (from, take) =>
    itemRows(id, from, take),
  );
  const { items, isProven } = await itemsOf(rows);
  const page: TopicPage = { topic, items, older, newer, isProven: named.isProven && isProven };
  return { page, isProven: page.isProven };
}

interface ItemRow {
  readonly at: Date;
  /** The publication. */
  readonly id: string;
  readonly kind: "ARTICLE" | "CLAIM";
  /** The page or the claim. */
  readonly subjectId: string;
}

function itemRows(topicId: string, place: ListPlace | null, take: number): Promise<ItemRow[]> {
  const key = { at: Prisma.sql`s."publishedAt"`, id: Prisma.sql`s."publicationId"` };
  const { from, order } = behind(place, key);
  const ofTopic = Prisma.sql`s."topicId" = ${topicId}::uuid`;
  const where = from === Prisma.empty ? Prisma.sql`WHERE ${ofTopic}` : Prisma.sql`${from} AND ${ofTopic}`;
  const isBack = place?.way === "before";
  const byTopic = isBack ? Prisma.sql`s."topicId"` : Prisma.sql`s."topicId" DESC`;
  return database().$queryRaw<ItemRow[]>`
    SELECT s."publicationId" AS id, s."publishedAt" AS at, s.kind::text,
      (SELECT o."subjectId" FROM "Standing" o WHERE o."publicationId" = s."publicationId") AS "subjectId"
    FROM "StandingTopic" s ${where} ORDER BY ${byTopic}, ${order} LIMIT ${take}`;
}

async function itemsOf(rows: readonly ItemRow[]): Promise<{ items: SearchResult[]; isProven: boolean }> {
  const idsOf = (kind: ItemRow["kind"]) => rows.filter((row) => row.kind === kind);
  const [shown, claims] = await Promise.all([
    Shown.of(idsOf("ARTICLE").map(({ id }) => id)),
    claimsById(idsOf("CLAIM").map(({ subjectId }) => subjectId)),
  ]);
  const items = rows.flatMap(({ id, at, kind, subjectId }): SearchResult[] => {
    if (kind === "CLAIM") {
      const claim = claims.byId.get(subjectId);
      return claim === undefined ? [] : [{ kind: "claims", id: subjectId, claim }];
    }
    const content = shown.article(id);
    return content === null ? [] : [{ kind: "pages", id: subjectId, content, publishedAt: at.toISOString() }];
  });
  return { items, isProven: shown.isProven && claims.isProven && items.length === rows.length };
}

/** Whether something was published with the topic at this slug, and nothing that stands has it any more. */
export async function isTopicGone(slug: string): Promise<boolean> {
  const [row] = await database().$queryRaw<{ gone: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "Topic" m JOIN "ReviewTopic" tag ON tag."topicId" = m.id
      JOIN "Publication" p ON p."reviewId" = tag."reviewId"
      WHERE m."rootId" = t."rootId"
        AND p.content -> 'topics' @> jsonb_build_array(jsonb_build_object('id', t.id::text))
    ) AS gone FROM "Topic" t
    WHERE t.slug = ${slug} AND NOT EXISTS (SELECT 1 FROM "StandingTopicTotal" s WHERE s."topicId" = t.id)`;
  return row?.gone ?? false;
}
