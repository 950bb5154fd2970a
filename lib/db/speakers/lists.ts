import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { STANDS } from "#lib/db/reviews/standing-work";
import type { ListedPlace } from "#lib/domain/desk-lists";
import type { SpeakerKind } from "#lib/domain/labels";
import { factsIn } from "#lib/domain/page-facts";
import { MOST_COUNTED, type SpeakerRow, type SpeakersPage } from "#lib/domain/speaker-desk";

/** Lists of speakers on the desk: all of them by name, and those whose names are like some letters. */

const ON_A_PAGE = 30;
const FOUND_SHOWN = 30;
const CHOICES_SHOWN = 12;
/** Of the parts of what is typed as many must stand in a name: two in three. */
const ENOUGH = 0.6;

export interface Known {
  readonly id: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
}

const KNOWN = Prisma.sql`r."id"::text, coalesce(r."shownName", r."name") AS "name", r."kind"::text, r."role"`;
const KEY = Prisma.sql`speaker_key(r."shownName", r."name") COLLATE "C"`;

/** Those who have a name, or those who are only described. */
export type SpeakersView = "named" | "unnamed";

/** A part of the list, by name, read on from the row of one speaker in either direction. An id that isn't there reads nothing. */
export async function speakersPage(view: SpeakersView, place: ListedPlace | null): Promise<SpeakersPage> {
  const isBack = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`AND (${KEY}, r."id") ${isBack ? Prisma.sql`<` : Prisma.sql`>`}
          (SELECT speaker_key(o."shownName", o."name") COLLATE "C", o."id" FROM "Speaker" o WHERE o."id" = ${place.id}::uuid)`;
  const order = isBack ? Prisma.sql`${KEY} DESC, r."id" DESC` : Prisma.sql`${KEY}, r."id"`;
  const ofView = view === "named" ? Prisma.sql`<>` : Prisma.sql`=`;
  const found = await database().$queryRaw<Known[]>`
    SELECT ${KNOWN} FROM "Speaker" r
    WHERE r."mergedIntoId" IS NULL AND r."kind" ${ofView} 'UNNAMED' ${from}
    ORDER BY ${order} LIMIT ${ON_A_PAGE + 1}`;
  const goesOn = found.length > ON_A_PAGE;
  const rows = isBack ? found.slice(0, ON_A_PAGE).reverse() : found.slice(0, ON_A_PAGE);
  return {
    speakers: await withCounts(rows),
    before: (isBack ? goesOn : place !== null) ? (rows[0]?.id ?? null) : null,
    after: isBack || goesOn ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Speakers with a name like this, the likest first. A name that was merged finds the one that it was merged into. */
export async function findSpeakers(search: string): Promise<SpeakerRow[]> {
  return withCounts(await alike(search, FOUND_SHOWN, null));
}

/** The same, for whoever chooses one from a short list. */
export async function speakerChoices(search: string): Promise<SpeakerRow[]> {
  return withCounts(await alike(search, CHOICES_SHOWN, null));
}

/** Others who may be the same, by one of the names that stand for a speaker: the same name first. */
export async function alikeSpeakers(name: string, exceptRootId: string): Promise<SpeakerRow[]> {
  return withCounts(await alike(name, CHOICES_SHOWN, exceptRootId));
}

/**
 * By trigrams: the part of those of `search` that a name has decides, then how much else the name holds. Folded as the readers' search
 * folds, so that capitals, accents and the ways of typing an Arabic letter don't count.
 */
async function alike(search: string, most: number, exceptRootId: string | null): Promise<Known[]> {
  const except = exceptRootId === null ? Prisma.empty : Prisma.sql`AND s."rootId" <> ${exceptRootId}::uuid`;
  return database().$queryRaw<Known[]>`
    WITH asked AS MATERIALIZED (SELECT name_grams(${search}) AS grams),
    named AS (
      SELECT s."rootId", cardinality(s."grams") AS size,
        (SELECT count(*) FROM unnest(asked.grams) AS gram WHERE gram = ANY(s."grams"))::float / cardinality(asked.grams) AS share
      FROM asked, "Speaker" s WHERE s."grams" && asked.grams ${except}
    ),
    found AS (
      SELECT "rootId", max(share) AS share, min(size) AS size FROM named WHERE share >= ${ENOUGH} GROUP BY "rootId"
    )
    SELECT ${KNOWN} FROM found JOIN "Speaker" r ON r."id" = found."rootId"
    ORDER BY found.share DESC, found.size, ${KEY}, r."id" LIMIT ${most}`;
}

interface Counted {
  readonly id: string;
  readonly statements: number;
  readonly pages: number;
}

async function withCounts(known: readonly Known[]): Promise<SpeakerRow[]> {
  const ids = known.map(({ id }) => id);
  const [counts, pages] = await Promise.all([countsOf(ids), lastPages(ids)]);
  return known.map((speaker) => {
    const { statements = 0, pages: onPages = 0 } = counts.find(({ id }) => id === speaker.id) ?? {};
    return { ...speaker, statements, pages: onPages, lastPage: pages.get(speaker.id) ?? null };
  });
}

async function countsOf(ids: readonly string[]): Promise<Counted[]> {
  return database().$queryRaw<Counted[]>`
    SELECT asked.id, part.statements, part.pages FROM unnest(${ids}::text[]) AS asked(id) CROSS JOIN LATERAL (
      SELECT count(*)::int AS statements, count(DISTINCT "articleId")::int AS pages FROM (
        SELECT v."articleId" FROM "Speaker" m
        JOIN "Statement" s ON s."speakerId" = m."id" JOIN "Review" r ON r."id" = s."reviewId"
        JOIN "ArticleVersion" v ON v."id" = s."versionId"
        WHERE m."rootId" = asked.id::uuid AND ${STANDS} LIMIT ${MOST_COUNTED + 1}
      ) places
    ) part`;
}

/** The title of the page that each was last on: of a statement that stands, else of a suggestion. */
async function lastPages(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await database().$queryRaw<{ id: string; versionId: string | null }[]>`
    SELECT asked.id, coalesce(
      (SELECT s."versionId" FROM "Speaker" m JOIN "Statement" s ON s."speakerId" = m."id"
       WHERE m."rootId" = asked.id::uuid AND s."removedAt" IS NULL ORDER BY s."createdAt" DESC LIMIT 1),
      (SELECT s."versionId" FROM "Speaker" m JOIN "Suggestion" s ON s."speakerId" = m."id"
       WHERE m."rootId" = asked.id::uuid ORDER BY s."createdAt" DESC LIMIT 1)
    )::text AS "versionId" FROM unnest(${ids}::text[]) AS asked(id)`;
  const titles = await titlesOf(rows.flatMap(({ versionId }) => versionId ?? []));
  return new Map(rows.map(({ id, versionId }) => [id, titles.get(versionId ?? "") ?? null]));
}

/** What pages are called, by the id of the version. */
export async function titlesOf(versionIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const versions = await database().articleVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { ...SAID, id: true },
  });
  const facts = await factsOfVersions(database(), versions);
  return new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? []).TITLE]));
}
