import { database } from "#lib/db/core/client";
import type { ArticlePublication } from "#lib/domain/publications";
import { Shown } from "./shown";

/** Of one address, at most so many pages: a blog's front page holds one for each of its posts. */
const PAGES = 20;

/** A published page, as far as its own words and the moment of publishing go. */
interface StandingPage {
  readonly content: ArticlePublication;
  /** ISO instant. */
  readonly publishedAt: string;
}

/** What stands published of the page at an address, the latest published first. `url` is written as stored addresses are: without a fragment. */
export async function standingPagesAt(url: string): Promise<StandingPage[]> {
  const rows = await database().$queryRaw<{ publicationId: string; publishedAt: Date }[]>`
    SELECT s."publicationId", s."publishedAt" FROM "Article" a JOIN "Standing" s ON s."subjectId" = a.id
    WHERE a.url = ${url} ORDER BY s."publishedAt" DESC, s."publicationId" DESC LIMIT ${PAGES}`;
  return shownPages(rows);
}

/** What stands published of one page; null where nothing does, or where it isn't what was published. */
export async function standingPage(slug: string): Promise<StandingPage | null> {
  const rows = await database().$queryRaw<{ publicationId: string; publishedAt: Date }[]>`
    SELECT s."publicationId", s."publishedAt" FROM "Article" a JOIN "Standing" s ON s."subjectId" = a.id
    WHERE a.slug = ${slug}`;
  return (await shownPages(rows))[0] ?? null;
}

async function shownPages(rows: readonly { readonly publicationId: string; readonly publishedAt: Date }[]) {
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  return rows.flatMap(({ publicationId, publishedAt }) => {
    const content = shown.provenArticle(publicationId);
    return content === null ? [] : [{ content, publishedAt: publishedAt.toISOString() }];
  });
}
