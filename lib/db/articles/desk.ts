import { z } from "zod";
import { factsOfVersion } from "#lib/db/articles/facts";
import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { standing } from "#lib/db/readers/rows";
import { historyOf, publicationView, publishersBeside, reviewOf, reviewView } from "#lib/db/reviews/views";
import { spanNotes, statementViews, suggestionViews } from "#lib/db/statements/views";
import type { Actor } from "#lib/domain/actor";
import { Note } from "#lib/domain/analysis";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { factsIn, type HeldFact } from "#lib/domain/page-facts";
import { Reason } from "#lib/domain/reasons";

/** What signed-in people see of a page. Nothing of it is for readers: they get `readers` alone. */

const PARTS = {
  article: { include: { publisher: true } },
  posts: { orderBy: { index: "asc" } },
  segments: { orderBy: { start: "asc" }, include: { post: { select: { index: true } } } },
} as const satisfies Prisma.ArticleVersionInclude;

/** One version with its proposals and the review that is shown; null where there is no such version. */
export async function articleDesk(actor: Actor, versionId: string): Promise<ArticleDesk | null> {
  const version = await database().articleVersion.findUnique({
    where: { id: versionId },
    include: PARTS,
  });
  if (version === null) return null;
  const { article } = version;
  const [review, publication] = await Promise.all([
    reviewOf({ versionId }),
    standing({ articleId: article.id }),
  ]);
  const reviewId = review?.id ?? null;
  const subjects = await database().review.findMany({ where: { versionId }, select: { id: true } });
  const { standing: statements, removed } =
    reviewId === null ? { standing: [], removed: [] } : await statementViews(reviewId);
  return {
    ...pageParts(version, await factsOfVersion(database(), version)),
    suggestions: await suggestionViews(versionId, reviewId),
    statements,
    ...(removed.length > 0 ? { removed } : {}),
    annotations: reviewId === null ? [] : await spanNotes(reviewId),
    review: review && reviewView(review, publication !== null),
    publishedHref: publication === null ? null : `/articles/${article.slug}`,
    publication: await publicationView(publication),
    history: await historyOf([
      `article:${article.id}`,
      `version:${versionId}`,
      ...subjects.map((one) => `review:${one.id}`),
    ]),
    otherPublishers: await publishersBeside(review, actor.id),
  };
}

/** The page itself: what was stored of it. */
function pageParts(
  version: Prisma.ArticleVersionGetPayload<{ include: typeof PARTS }>,
  held: readonly HeldFact[],
): Pick<ArticleDesk, "article" | "version" | "posts" | "segments" | "facts"> {
  const { article, id, number, text, language, direction } = version;
  const facts = factsIn(held);
  return {
    facts: held,
    article: {
      id: article.id,
      slug: article.slug,
      url: article.url,
      publisher: facts.PUBLISHER,
      dismissedFor: article.dismissedReason,
    },
    version: {
      id,
      number,
      title: facts.TITLE,
      text,
      agency: facts.AGENCY,
      language,
      direction,
      postedAt: facts.DATE,
      notes: z.array(Note).parse(version.notes),
      fetchedAt: version.fetchedAt.toISOString(),
    },
    posts: version.posts.map(({ headline, date, isTeaser }) => ({
      headline,
      isTeaser,
      date: calendarDate(date),
    })),
    segments: version.segments.map(({ start, end, type, post, reason }) => ({
      start,
      end,
      type,
      post: post.index,
      reason: Reason.parse(reason),
    })),
  };
}
