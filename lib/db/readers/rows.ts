import { database } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import { ownPostOf } from "#lib/domain/page-parts";
import { type ArticlePublication, type ClaimPublication, PublicationContent } from "#lib/domain/publications";
import type { Appearance } from "#lib/domain/published";

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

/**
 * The latest publication of one page or claim; null where there is none, or where it was withdrawn: an earlier one never comes
 * back. Asked of the publications themselves.
 */
export async function standing(of: { articleId: string } | { claimId: string }): Promise<Publication | null> {
  const latest = await database().publication.findFirst({
    where: { ...of, kind: "articleId" in of ? "ARTICLE" : "CLAIM" },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return latest?.withdrawnAt === null ? latest : null;
}

/** What something published is called, and its address: a page's headline, a claim's wording. */
export function placeOf(row: Pick<Publication, "kind" | "content">): { title: string; href: string } {
  if (row.kind === "ARTICLE") {
    const { title, slug } = articleOf(row).article;
    return { title, href: `/articles/${slug}` };
  }
  const { wording, slug } = claimOf(row).claim;
  return { title: wording, href: `/claims/${slug}` };
}

/** A statement where it stands on its page. Null where there is no such statement. */
export function appearanceOf(content: ArticlePublication, number: number): Appearance | null {
  const statement = content.statements.find((one) => one.number === number);
  if (statement === undefined) return null;
  const post = content.posts[statement.post] ?? { headline: null, date: null, isTeaser: false };
  const isOwnPost = statement.post === ownPostOf(content);
  return { article: content.article, post, isOwnPost, statement };
}
