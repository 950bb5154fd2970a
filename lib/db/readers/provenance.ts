import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import type { ArticlePublication } from "#lib/domain/publications";
import type { DownstreamPage, TextNeighbours, UpstreamPage } from "#lib/domain/published";
import type { PublishedUpstream } from "#lib/domain/published-upstream";
import { listPart } from "./lists";
import { Shown } from "./shown";

/** Pages that a published text is from, and those that have theirs from it, as far as readers can open them. */

/** So many of those downstream stand in a part of the list; beyond so many nobody counts on. */
const DOWNSTREAM_SHOWN = 20;
const MOST_DOWNSTREAM = 200;

/** `place`: where the part of those downstream is read on from; null for the first. Beyond the last one is empty. */
export async function textNeighbours(
  content: ArticlePublication,
  place: ListPlace | null = null,
): Promise<TextNeighbours> {
  const [upstream, downstream] = await Promise.all([
    upstreamNow(content),
    downstreamOf(content.article.id, place),
  ]);
  return { upstream, ...downstream };
}

async function upstreamNow({
  provenance = [],
}: ArticlePublication): Promise<ReadonlyMap<string, UpstreamPage>> {
  if (provenance.length === 0) return new Map();
  const ids = provenance.map(({ page }) => page.id);
  const rows = await database().standing.findMany({ where: { subjectId: { in: ids }, kind: "ARTICLE" } });
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  const slugs = new Map(
    rows.map(({ subjectId, publicationId }) => [subjectId, shown.provenArticle(publicationId)?.article.slug]),
  );
  const since = await sinceCompared(provenance);
  return new Map(
    ids.map((id) => {
      const slug = slugs.get(id);
      const { newerAt = null, goneAt = null } = since.get(id) ?? {};
      const href = slug === undefined ? null : `/articles/${slug}`;
      return [id, { href, newerOn: newerAt && calendarDay(newerAt), goneOn: goneAt && calendarDay(goneAt) }];
    }),
  );
}

/** What became of pages since they were compared: facts of the pages, whoever publishes, and nothing of what they say. */
async function sinceCompared(provenance: readonly PublishedUpstream[]) {
  const ids = provenance.map(({ page }) => page.id);
  const versions = provenance.map(({ page }) => page.version);
  const rows = await database().$queryRaw<{ id: string; newerAt: Date | null; goneAt: Date | null }[]>`
    SELECT asked.id::text, newer.at AS "newerAt", CASE WHEN last.result = 'GONE' THEN last.at END AS "goneAt"
    FROM unnest(${ids}::uuid[], ${versions}::int[]) AS asked(id, version)
    LEFT JOIN LATERAL (
      SELECT v."fetchedAt" AS at FROM "ArticleVersion" v
      WHERE v."articleId" = asked.id AND v."number" > asked.version ORDER BY v."number" LIMIT 1
    ) newer ON true
    LEFT JOIN LATERAL (
      SELECT c."result"::text AS result, c."at" FROM "PageCheck" c
      WHERE c."articleId" = asked.id ORDER BY c."at" DESC, c."id" DESC LIMIT 1
    ) last ON true`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Pages that stand and name this one upstream, the earliest published first. What their rows say and their content doesn't isn't shown. */
async function downstreamOf(
  articleId: string,
  place: ListPlace | null,
): Promise<Omit<TextNeighbours, "upstream">> {
  const { rows, older, newer } = await listPart(place, DOWNSTREAM_SHOWN, (from, take) =>
    downstreamRows(articleId, from, take),
  );
  const shown = await Shown.of(rows.map(({ id }) => id));
  const downstream = rows.flatMap(({ id }) => {
    const content = shown.provenArticle(id);
    return content === null ? [] : downstreamPage(content, articleId);
  });
  const count = rows[0]?.count ?? 0;
  // The list runs towards what is newer.
  return {
    downstream,
    downstreamCount: count,
    isAllCounted: count < MOST_DOWNSTREAM,
    earlier: newer,
    later: older,
  };
}

interface DownstreamRow {
  /** The publication. */
  readonly id: string;
  readonly at: Date;
  /** Of all of them, up to the bound. */
  readonly count: number;
}

function downstreamRows(articleId: string, place: ListPlace | null, take: number): Promise<DownstreamRow[]> {
  const isBack = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`AND (s."publishedAt", s."publicationId") ${isBack ? Prisma.sql`<` : Prisma.sql`>`}
          (${place.cursor.at}::timestamptz, ${place.cursor.id}::uuid)`;
  const order = isBack
    ? Prisma.sql`s."publishedAt" DESC, s."publicationId" DESC`
    : Prisma.sql`s."publishedAt", s."publicationId"`;
  return database().$queryRaw<DownstreamRow[]>`
    SELECT s."publicationId"::text AS id, s."publishedAt" AS at, (
      SELECT count(*)::int FROM (
        SELECT FROM "StandingUpstream" o WHERE o."upstreamId" = ${articleId}::uuid LIMIT ${MOST_DOWNSTREAM}) part
    ) AS count
    FROM "StandingUpstream" s WHERE s."upstreamId" = ${articleId}::uuid ${from} ORDER BY ${order} LIMIT ${take}`;
}

function downstreamPage(
  { article, statements, provenance = [] }: ArticlePublication,
  upstreamId: string,
): DownstreamPage[] {
  const one = provenance.find(({ page }) => page.id === upstreamId);
  if (one === undefined) return [];
  const { slug, title, publisher, postedAt } = article;
  const verbatim = one.statements.filter(({ change }) => change === "VERBATIM").length;
  return [{ slug, title, publisher, postedAt, kind: one.kind, verbatim, statements: statements.length }];
}
