import { database } from "#lib/db/core/client";
import type { PublishedClaim } from "#lib/domain/published";
import { areWordedAlike, mostRelated, type RelatedClaim, type RelatedWhy } from "#lib/domain/related-claims";
import { claimsById } from "./claims";
import { placesAt } from "./places";
import { Shown } from "./shown";
import { templatesOfClaim } from "./templates";

/**
 * Claims that stand beside one that stands, by what is published of both: a topic of their verdicts, a template of promises that make them, or
 * most of the words of their wordings. What the machine or an editor holds two claims to be and nobody published is no reason. Rows only say
 * where to look: each reason is read again in what was published.
 */

/** Of what was published under a topic or told under a template, the latest so many are looked through. */
const MOST_LOOKED_AT = 60;
/** So many claims of each reason. */
const MOST_OF_A_KIND = 12;
/** Words that stand in more pages and claims lead nowhere. */
const MOST_TEXTS = 100;
const RAREST = 4;

interface Found {
  readonly id: string;
  readonly why: RelatedWhy;
}

/** Empty where there are none, or where anything of it isn't what was published. */
export async function relatedClaims(
  claim: Pick<PublishedClaim, "slug" | "wording" | "own">,
): Promise<readonly RelatedClaim[]> {
  const row = await database().claim.findUnique({ where: { slug: claim.slug }, select: { id: true } });
  if (row === null) return [];
  const [byTemplate, byTopic, byWords] = await Promise.all([
    ofTemplates(row.id),
    ofTopics(row.id, claim.own?.content.topics ?? []),
    ofWords(row.id, claim.wording),
  ]);
  const found = [...byTemplate, ...byWords, ...byTopic];
  const { byId, isProven } = await claimsById([...new Set(found.map(({ id }) => id))]);
  if (!isProven) return [];
  const related = [...byId].map(([id, other]): RelatedClaim => {
    const why = found.filter((one) => one.id === id).map((one) => one.why);
    return { claim: other, why: why.filter((one) => holds(one, claim.wording, other)) };
  });
  return mostRelated(related.filter(({ why }) => why.length > 0));
}

/** Whether what was published of the other claim says so, too. That of templates was asked of its statements. */
function holds(why: RelatedWhy, wording: string, other: RelatedClaim["claim"]): boolean {
  if (why.kind === "WORDS") return areWordedAlike(wording, other.wording);
  if (why.kind === "TEMPLATE") return true;
  return (other.own?.content.topics ?? []).some(({ slug }) => slug === why.slug);
}

async function ofTopics(
  claimId: string,
  topics: readonly { readonly id: string; readonly slug: string; readonly name: string }[],
): Promise<readonly Found[]> {
  if (topics.length === 0) return [];
  const rows = await database().$queryRaw<{ id: string; topicId: string }[]>`
    SELECT o."subjectId"::text AS id, one."topicId"::text AS "topicId" FROM unnest(${topics.map(({ id }) => id)}::uuid[]) asked(id)
    CROSS JOIN LATERAL (
      SELECT latest.* FROM (
        SELECT s."topicId", s."publicationId", s.kind FROM "StandingTopic" s WHERE s."topicId" = asked.id
        ORDER BY s."topicId" DESC, s."publishedAt" DESC, s."publicationId" DESC LIMIT ${MOST_LOOKED_AT}
      ) latest WHERE latest.kind = 'CLAIM' LIMIT ${MOST_OF_A_KIND + 1}
    ) one JOIN "Standing" o ON o."publicationId" = one."publicationId" WHERE o."subjectId" <> ${claimId}::uuid`;
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  return rows.flatMap(({ id, topicId }): Found[] => {
    const topic = byId.get(topicId);
    return topic === undefined ? [] : [{ id, why: { kind: "TOPIC", slug: topic.slug, name: topic.name } }];
  });
}

async function ofTemplates(claimId: string): Promise<readonly Found[]> {
  const templates = await templatesOfClaim(claimId);
  if (templates.length === 0) return [];
  const rows = await database().$queryRaw<
    { id: string; key: string; publicationId: string; number: number }[]
  >`
    SELECT DISTINCT ON (asked.key, s."claimId") s."claimId"::text AS id, asked.key, s."publicationId", s.number
    FROM unnest(${templates.map(({ key }) => key)}::text[]) asked(key) CROSS JOIN LATERAL (
      SELECT t."publicationId", t.number FROM "StandingPromise" t WHERE t.template = asked.key
      ORDER BY t.template DESC, t.day DESC, t."publicationId" DESC, t.number DESC LIMIT ${MOST_LOOKED_AT}
    ) told JOIN "StandingStatement" s USING ("publicationId", number)
    WHERE s."claimId" <> ${claimId}::uuid ORDER BY asked.key, s."claimId" LIMIT ${MOST_OF_A_KIND}`;
  const places = await placesAt(rows);
  const shown = await Shown.of(places.map(({ publicationId }) => publicationId));
  return places.flatMap((place): Found[] => {
    const row = rows.find((one) => one.publicationId === place.publicationId && one.number === place.number);
    const template = shown.place(place)?.statement.template;
    const why = templates.find(({ key }) => key === row?.key);
    if (row === undefined || why === undefined || template?.key !== row.key) return [];
    return [{ id: row.id, why: { kind: "TEMPLATE", key: why.key, words: why.words } }];
  });
}

/** Claims that have some of the rarest words of its wording. */
async function ofWords(claimId: string, wording: string): Promise<readonly Found[]> {
  const rare = await database().$queryRaw<{ word: string }[]>`
    SELECT w.word FROM (SELECT DISTINCT word FROM search_words(${wording})) said
    CROSS JOIN LATERAL (SELECT k.word, k.texts FROM "StandingWord" k WHERE k.word = said.word LIMIT 1) w
    WHERE w.texts BETWEEN 2 AND ${MOST_TEXTS} ORDER BY w.texts, w.word LIMIT ${RAREST}`;
  if (rare.length < 2) return [];
  // A row of the list may lack one that stands in others: two of them are enough to be looked at.
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT t."subjectId"::text AS id FROM (
      SELECT string_agg(format('(%L & %L)', a.word, b.word), ' | ')::tsquery AS pairs
      FROM unnest(${rare.map(({ word }) => word)}::text[]) a(word) JOIN unnest(${rare.map(({ word }) => word)}::text[]) b(word)
        ON a.word < b.word
    ) asked JOIN "StandingText" t ON t.kind = 'CLAIM' AND t.words @@ asked.pairs
    WHERE t."subjectId" <> ${claimId}::uuid
    ORDER BY ts_rank(t.words, asked.pairs) DESC, t."subjectId" LIMIT ${MOST_OF_A_KIND}`;
  return rows.map(({ id }) => ({ id, why: { kind: "WORDS" } }));
}
