import { z } from "zod";
import type { Reason } from "#lib/domain/analysis";
import { Note, Reason as ReasonSchema } from "#lib/domain/analysis";
import type { AnnotationView, ArticleDesk, StatementView, SuggestionView } from "#lib/domain/desk-view";
import type { SuggestionDecisionKind } from "#lib/domain/review";
import { calendarDate } from "./calendar";
import { database } from "./client";
import { deskHistory, publicationShown, publicationView, reviewShown, reviewView } from "./desk-parts";
import type { Prisma } from "./generated/client";
import { otherPublishers } from "./reviews";
import {
  factsOf,
  STATEMENT_PARTS,
  type StatementRow,
  SUGGESTION_PARTS,
  type SuggestionRow,
} from "./statement-rows";

const Reasons = z.array(ReasonSchema);
const Notes = z.array(Note);
const MatchReason = z.object({ score: z.number(), why: z.string() });

const VERSION_PARTS = {
  article: { include: { publisher: { select: { name: true } } } },
  posts: { orderBy: { index: "asc" } },
  segments: { orderBy: { index: "asc" }, include: { post: { select: { index: true } } } },
  suggestions: { orderBy: { index: "asc" }, include: SUGGESTION_PARTS },
} as const satisfies Prisma.ArticleVersionInclude;

type VersionRow = Prisma.ArticleVersionGetPayload<{ include: typeof VERSION_PARTS }>;

/** One version as the desk shows it, with the review that is at work on it; null where there is no such version. */
export async function articleDesk(versionId: string): Promise<ArticleDesk | null> {
  const version = await database().articleVersion.findUnique({
    where: { id: versionId },
    include: VERSION_PARTS,
  });
  if (version === null) return null;
  const [review, standing] = await Promise.all([
    reviewShown({ versionId }),
    publicationShown({ articleId: version.articleId }),
  ]);
  const [said, history, publishers] = await Promise.all([
    saidIn(review?.id ?? null),
    historyOf(versionId),
    otherPublishers(database(), review?.writers.map(({ user }) => user.id) ?? []),
  ]);
  return {
    ...pageOf(version),
    suggestions: version.suggestions.map((row) => suggestionView(row, said.decisions)),
    statements: said.statements.filter(({ removedAt }) => removedAt === null).map(statementView),
    removed: said.statements.filter(({ removedAt }) => removedAt !== null).map(statementView),
    annotations: said.notes.map(annotationView),
    review: reviewView(review, standing),
    publishedHref: standing === null ? null : `/articles/${version.article.slug}`,
    publication: publicationView(standing),
    history,
    otherPublishers: publishers,
  };
}

function pageOf({ article, posts, segments, ...version }: VersionRow) {
  const { id, number, title, text, agency, language, direction, fetchedAt } = version;
  return {
    article: {
      id: article.id,
      slug: article.slug,
      url: article.url,
      publisher: article.publisher?.name ?? null,
    },
    version: {
      ...{ id, number, title, text, agency, language, direction },
      postedAt: calendarDate(version.postedAt),
      notes: Notes.parse(version.notes),
      fetchedAt: fetchedAt.toISOString(),
    },
    posts: posts.map(({ headline, date, isTeaser }) => ({ headline, date: calendarDate(date), isTeaser })),
    segments: segments.map(({ start, end, type, post, reason }) => ({
      ...{ start, end, type, post: post.index },
      reason: ReasonSchema.parse(reason),
    })),
  };
}

/** What one review says: all its statements, the removed ones too, its notes on bare spans, its standing decisions. */
async function saidIn(reviewId: string | null) {
  if (reviewId === null)
    return { statements: [], notes: [], decisions: new Map<string, SuggestionDecisionKind>() };
  const [statements, notes, decisions] = await Promise.all([
    database().statement.findMany({
      where: { reviewId },
      orderBy: { start: "asc" },
      include: STATEMENT_PARTS,
    }),
    database().annotation.findMany({
      where: { reviewId, statementId: null, removedAt: null },
      orderBy: { createdAt: "asc" },
      include: { author: { select: { name: true } } },
    }),
    database().suggestionDecision.findMany({ where: { reviewId, undoneAt: null } }),
  ]);
  return { statements, notes, decisions: new Map(decisions.map((one) => [one.suggestionId, one.kind])) };
}

async function historyOf(versionId: string) {
  const reviews = await database().review.findMany({ where: { versionId }, select: { id: true } });
  return deskHistory([`version:${versionId}`, ...reviews.map(({ id }) => `review:${id}`)]);
}

function suggestionView(
  row: SuggestionRow,
  decisions: ReadonlyMap<string, SuggestionDecisionKind>,
): SuggestionView {
  const reasons: readonly Reason[] = Reasons.parse(row.reasons);
  return {
    ...factsOf(row),
    id: row.id,
    engine: `${row.engineName} ${row.engineVersion}`,
    confidence: row.confidence,
    reasons,
    decision: decisions.get(row.id) ?? null,
    matchedClaim: row.matchedClaim === null ? null : { ...row.matchedClaim, ...MatchReason.parse(row.match) },
  };
}

function statementView(row: StatementRow): StatementView {
  const { id, revision, suggestionId, derivedLabel, labelOverride, labelReason, claim } = row;
  return {
    ...factsOf(row),
    ...{ id, revision, suggestionId, derivedLabel, labelOverride, labelReason },
    claim: claim === null ? null : { id: claim.id, wording: claim.wording },
    annotations: row.annotations.map(annotationView),
    changedByName: row.changedBy.name,
    changedAt: row.changedAt.toISOString(),
  };
}

function annotationView(row: StatementRow["annotations"][number]): AnnotationView {
  const { id, revision, statementId, start, end, body, isPublic, author, createdAt } = row;
  return {
    ...{ id, revision, statementId, body, isPublic },
    span: start === null || end === null ? null : { start, end },
    authorName: author.name,
    createdAt: createdAt.toISOString(),
  };
}
