import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { ArticlePublication } from "#lib/domain/publications";
import type { DownstreamPage, TextNeighbours, UpstreamPage } from "#lib/domain/published";
import type { PublishedUpstream } from "#lib/domain/published-upstream";
import { Shown } from "./shown";

/** Pages that a published text is from, and those that have theirs from it, as far as readers can open them. */

/** So many of those downstream are shown, the earliest published first; beyond so many nobody counts on. */
const DOWNSTREAM_SHOWN = 20;
const MOST_DOWNSTREAM = 200;

export async function textNeighbours(content: ArticlePublication): Promise<TextNeighbours> {
  const [upstream, downstream] = await Promise.all([upstreamNow(content), downstreamOf(content.article.id)]);
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

/** Pages that stand and name this one upstream. What their rows say and their content doesn't isn't shown. */
async function downstreamOf(articleId: string): Promise<Omit<TextNeighbours, "upstream">> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT "publicationId"::text AS id FROM "StandingUpstream" WHERE "upstreamId" = ${articleId}::uuid
    ORDER BY "publishedAt", "publicationId" LIMIT ${MOST_DOWNSTREAM}`;
  const ids = rows.slice(0, DOWNSTREAM_SHOWN).map(({ id }) => id);
  const shown = await Shown.of(ids);
  const downstream = ids.flatMap((id) => {
    const content = shown.provenArticle(id);
    return content === null ? [] : downstreamPage(content, articleId);
  });
  return { downstream, downstreamCount: rows.length, isAllCounted: rows.length < MOST_DOWNSTREAM };
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
