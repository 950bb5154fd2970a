import { z } from "zod";
import { factsOfVersion } from "#lib/db/articles/facts";
import { lookedThrough, partReadingOf } from "#lib/db/articles/part-readings";
import { CUT, standingParts } from "#lib/db/articles/parts";
import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { actsAbout } from "#lib/db/queue/acts";
import { standing } from "#lib/db/readers/rows";
import { historyOf, publicationView, publishersBeside, reviewsOf, reviewView } from "#lib/db/reviews/views";
import { spanNotes, statementViews, suggestionViews } from "#lib/db/statements/views";
import { tagsOf } from "#lib/db/topics/tags";
import type { Actor } from "#lib/domain/actor";
import { Note } from "#lib/domain/analysis";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { factsIn, type HeldFact } from "#lib/domain/page-facts";
import { counts } from "#lib/domain/page-parts";
import type { Span } from "#lib/text/span";

/** What signed-in people see of a page. Nothing of it is for readers: they get `readers` alone. */

const PARTS = {
  ...CUT,
  article: { include: { publisher: true } },
} as const satisfies Prisma.ArticleVersionInclude;

/** One version with its proposals and the review that is shown; null where there is no such version. */
export async function articleDesk(actor: Actor, versionId: string): Promise<ArticleDesk | null> {
  const version = await database().articleVersion.findUnique({
    where: { id: versionId },
    include: PARTS,
  });
  if (version === null) return null;
  const { article } = version;
  const [reviews, publication] = await Promise.all([
    reviewsOf({ versionId }),
    standing({ articleId: article.id }),
  ]);
  const review = reviews[0] ?? null;
  const reviewId = review?.id ?? null;
  const { standing: statements, removed } =
    reviewId === null ? { standing: [], removed: [] } : await statementViews(reviewId);
  const facts = await factsOfVersion(database(), version);
  const parts = standingParts(version, facts, version.text);
  const { posts, segments, corrections } = parts;
  const suggestions = await suggestionViews(versionId, reviewId);
  const inArticle = (one: Span) => counts({ segments }, one);
  const aside = {
    statements: statements.filter((one) => !inArticle(one)),
    suggestions: suggestions.filter((one) => !inArticle(one)),
  };
  const said = { text: version.text, language: factsIn(facts).LANGUAGE };
  return {
    ...pageOf(version, facts),
    posts,
    segments,
    partCorrections: corrections,
    ...(await partReadingOf(database(), versionId, parts, said)),
    suggestions: suggestions.filter(inArticle),
    statements: statements.filter(inArticle),
    ...(aside.statements.length + aside.suggestions.length > 0 ? { aside } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    annotations: reviewId === null ? [] : await spanNotes(reviewId),
    topics: await tagsOf(database(), reviewId),
    review: review && reviewView(review, publication !== null),
    publishedHref: publication === null ? null : `/articles/${article.slug}`,
    publication: await publicationView(publication),
    history: await historyOf([
      `article:${article.id}`,
      `version:${versionId}`,
      ...reviews.map(({ id }) => `review:${id}`),
      ...(await actsAbout(database(), [article.id])),
    ]),
    otherPublishers: await publishersBeside(review, actor.id),
  };
}

/** A version with its parts as they stand, and nothing that anybody made of it; null where there is none. */
export async function versionPage(
  versionId: string,
): Promise<Pick<
  ArticleDesk,
  "article" | "version" | "facts" | "posts" | "segments" | "partCorrections" | "looked" | "partReading"
> | null> {
  const version = await database().articleVersion.findUnique({ where: { id: versionId }, include: PARTS });
  if (version === null) return null;
  const facts = await factsOfVersion(database(), version);
  const parts = standingParts(version, facts, version.text);
  const { posts, segments, corrections } = parts;
  const page = pageOf(version, facts);
  const looked = await lookedThrough(database(), versionId, parts);
  return { ...page, posts, segments, partCorrections: corrections, looked, partReading: null };
}

/** The page itself, and what is said of it. */
function pageOf(
  version: Prisma.ArticleVersionGetPayload<{ include: typeof PARTS }>,
  held: readonly HeldFact[],
): Pick<ArticleDesk, "article" | "version" | "facts"> {
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
  };
}
