import { database } from "#lib/db/core/client";
import type { BesidePosts } from "#lib/domain/published";
import { Shown } from "./shown";

/**
 * The posts that stood on one page with this one, as far as readers can open them, in the page's order. Null for an article that was cut
 * out of no page. Posts of which nothing is published are not named: readers are told no more than that something stood above.
 */
export async function postsBeside(slug: string): Promise<BesidePosts | null> {
  const article = await database().article.findUnique({
    where: { slug },
    select: { id: true, url: true, heading: true },
  });
  if (article === null || article.heading === null) return null;
  const last = await database().pageCheck.findFirst({
    where: { articleId: article.id, versionId: { not: null } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { snapshotSha256: true },
  });
  if (last === null) return null;
  const checks = await database().pageCheck.findMany({
    where: {
      snapshotSha256: last.snapshotSha256,
      versionId: { not: null },
      article: { url: article.url, heading: { not: null } },
    },
    orderBy: { id: "asc" },
    distinct: ["articleId"],
    select: { articleId: true },
  });
  const ids = checks.map(({ articleId }) => articleId);
  const here = ids.indexOf(article.id);
  const standing = await database().standing.findMany({
    where: { subjectId: { in: ids.filter((id) => id !== article.id) } },
  });
  const shown = await Shown.of(standing.map(({ publicationId }) => publicationId));
  const posts = standing
    .toSorted((a, b) => ids.indexOf(a.subjectId) - ids.indexOf(b.subjectId))
    .flatMap(({ subjectId, publicationId }) => {
      const content = shown.provenArticle(publicationId);
      if (content === null) return [];
      const { slug, title } = content.article;
      return [{ slug, title, isAbove: ids.indexOf(subjectId) < here }];
    });
  return { isFirst: here <= 0, posts };
}
