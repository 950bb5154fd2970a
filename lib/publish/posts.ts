import type { CalendarDate } from "#lib/domain/analysis";
import type { ReaderLabel } from "#lib/domain/labels";
import { ownPostOf } from "#lib/domain/page-parts";
import type { ArticlePublication, PublishedStatement } from "#lib/domain/publications";
import * as words from "#lib/words";

export interface PostOfPage {
  /** In the posts of the page. */
  readonly index: number;
  readonly headline: string | null;
  readonly date: CalendarDate | null;
  readonly isTeaser: boolean;
  /** The post that the page is about. */
  readonly isMain: boolean;
  readonly statements: readonly PublishedStatement[];
}

/** The posts of a page that make a statement, in page order. At most one of them is the page's own. */
export function postsOf(content: ArticlePublication): PostOfPage[] {
  const indexes = [...new Set(content.statements.map((statement) => statement.post))];
  const main = ownPostOf(content);
  return indexes.map((index) => ({
    index,
    headline: content.posts[index]?.headline ?? null,
    date: content.posts[index]?.date ?? null,
    isTeaser: content.posts[index]?.isTeaser ?? false,
    isMain: index === main,
    statements: content.statements.filter((statement) => statement.post === index),
  }));
}

/** "a later post": whether it is of a later or an earlier day than the page's own date, where both are known. */
export function whichPost(post: PostOfPage, content: ArticlePublication): string {
  return words.article.posts[age(post, content)];
}

export function age(post: PostOfPage, content: ArticlePublication): "later" | "earlier" | "another" {
  const own = content.article.postedAt;
  if (post.date === null || own === null || post.date === own) return "another";
  return post.date > own ? "later" : "earlier";
}

export function countLabel(statements: readonly PublishedStatement[], label: ReaderLabel): number {
  return statements.filter((statement) => statement.label === label).length;
}
