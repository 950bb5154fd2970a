import { database } from "#lib/db/core/client";
import { Prisma, type Publication } from "#lib/db/generated/client";
import { type ArticlePublication, type ClaimPublication, PublicationContent } from "#lib/domain/publications";
import type { Appearance, ListedClaim } from "#lib/domain/published";

/**
 * What stands published: of each page and each claim the latest publication, if it was not withdrawn. An earlier one never
 * comes back when the one that replaced it is withdrawn.
 */
export const STANDING = Prisma.sql`
  SELECT * FROM (
    SELECT DISTINCT ON (kind, coalesce("articleId", "claimId")) *
    FROM "Publication"
    ORDER BY kind, coalesce("articleId", "claimId"), "publishedAt" DESC, id DESC
  ) latest
  WHERE "withdrawnAt" IS NULL`;

type Row = Pick<Publication, "id" | "content" | "publishedAt" | "claimId">;

export function articleOf(row: Pick<Publication, "content">): ArticlePublication {
  const content = PublicationContent.parse(row.content);
  if (content.kind !== "ARTICLE") throw new TypeError("an article's publication holds something else");
  return content;
}

export function claimOf(row: Pick<Publication, "content">): ClaimPublication {
  const content = PublicationContent.parse(row.content);
  if (content.kind !== "CLAIM") throw new TypeError("a claim's publication holds something else");
  return content;
}

/** The latest publication of one page or claim; null where there is none, or where it was withdrawn. */
export async function standing(of: { articleId: string } | { claimId: string }): Promise<Publication | null> {
  const latest = await database().publication.findFirst({
    where: { ...of, kind: "articleId" in of ? "ARTICLE" : "CLAIM" },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return latest?.withdrawnAt === null ? latest : null;
}

/**
 * These claims as readers see them, in the order given: those that a standing page makes or that have a standing verdict of
 * their own. Others are left out.
 */
export async function claimsById(ids: readonly string[]): Promise<(ListedClaim & { id: string })[]> {
  if (ids.length === 0) return [];
  const wanted = Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`));
  const [slugs, rows] = await Promise.all([
    database().claim.findMany({ where: { id: { in: [...ids] } }, select: { id: true, slug: true } }),
    database().$queryRaw<Row[]>`
      SELECT standing.id, content, "publishedAt", standing."claimId" FROM (${STANDING}) standing
      WHERE standing."claimId" IN (${wanted})
         OR EXISTS (SELECT 1 FROM "PublicationClaim" link
                    WHERE link."publicationId" = standing.id AND link."claimId" IN (${wanted}))
      ORDER BY "publishedAt" DESC`,
  ]);
  const articles = rows.filter((row) => row.claimId === null).map(articleOf);
  return ids.flatMap((id) => {
    const slug = slugs.find((claim) => claim.id === id)?.slug;
    if (slug === undefined) return [];
    const own = rows.find((row) => row.claimId === id);
    const claim = listedClaim(slug, own, articles);
    return claim === null ? [] : [{ id, ...claim }];
  });
}

function listedClaim(
  slug: string,
  row: Row | undefined,
  articles: readonly ArticlePublication[],
): ListedClaim | null {
  const appearances = articles.flatMap((article) => appearancesIn(article, slug)).sort(byDay);
  const own =
    row === undefined ? null : { content: claimOf(row), publishedAt: row.publishedAt.toISOString() };
  const newest = articles.flatMap((article) => appearancesIn(article, slug))[0];
  const wording = own?.content.claim.wording ?? newest?.statement.claim?.wording;
  return wording === undefined ? null : { slug, wording, own, appearances };
}

function appearancesIn(content: ArticlePublication, claimSlug: string): Appearance[] {
  return content.statements.flatMap((statement) => {
    if (statement.claim?.slug !== claimSlug) return [];
    const appearance = appearanceOf(content, statement.id);
    return appearance === null ? [] : [appearance];
  });
}

/** A statement where it stands on its page. Null where there is no such statement. */
export function appearanceOf(content: ArticlePublication, statementId: string): Appearance | null {
  const statement = content.statements.find(({ id }) => id === statementId);
  if (statement === undefined) return null;
  const post = content.posts[statement.post] ?? { headline: null, date: null, isTeaser: false };
  return { article: content.article, post, statement };
}

function byDay(a: Appearance, b: Appearance): number {
  const [x, y] = [a.post.date ?? "9999", b.post.date ?? "9999"];
  return x < y ? -1 : x > y ? 1 : 0;
}
