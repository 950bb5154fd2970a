import { versionPage } from "#lib/db/articles/desk";
import { database } from "#lib/db/core/client";
import type { PassNote, PassStatement } from "#lib/db/generated/client";
import { suggestionViews } from "#lib/db/statements/views";
import type { Actor } from "#lib/domain/actor";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { counts } from "#lib/domain/page-parts";
import { StatementFields, type SuggestionDecisionKind } from "#lib/domain/reviews";
import { labelsOf } from "#lib/domain/statement-rules";
import type { AnnotationView, StatementView } from "#lib/domain/statement-views";
import type { Span } from "#lib/text/span";

type Mark = PassStatement & { readonly notes: readonly PassNote[] };

/**
 * A page as the reader of a blind pass works on it: its words, the suggestions where the pass starts from them, and what they said
 * themselves. Their pass stands where a review would.
 *
 * Returns  null where this person has no pass of the reading.
 */
export async function passDesk(actor: Actor, readingId: string): Promise<ArticleDesk | null> {
  const pass = await database().blindPass.findUnique({
    where: { readingId_readerId: { readingId, readerId: actor.id } },
    include: {
      reading: { select: { versionId: true, start: true, state: true } },
      statements: {
        orderBy: [{ start: "asc" }, { end: "asc" }],
        include: { notes: { where: { removedAt: null }, orderBy: { createdAt: "asc" } } },
      },
      notes: {
        where: { statementId: null, removedAt: null },
        orderBy: [{ start: "asc" }, { createdAt: "asc" }],
      },
    },
  });
  if (pass === null) return null;
  const { versionId, start, state } = pass.reading;
  const page = await versionPage(versionId);
  if (page === null) return null;
  const decided = new Map(pass.statements.map((mark) => [mark.suggestionId, decisionOf(mark)]));
  const suggested = start === "BARE" ? [] : await suggestionViews(versionId, null);
  const inArticle = (one: Span) => counts(page, one);
  const isOpen = state === "READING" && pass.handedInAt === null && pass.givenUpAt === null;
  const views = (marks: readonly Mark[]) => marks.map((mark) => statementView(mark, actor.name));
  const removed = pass.statements.filter(
    (mark) => mark.removedAt !== null && !(mark.isAsSuggested && mark.suggestionId !== null),
  );
  return {
    ...page,
    suggestions: suggested
      .filter(inArticle)
      .map((one) => ({ ...one, matchedClaim: null, decision: decided.get(one.id) ?? null })),
    statements: views(pass.statements.filter(({ removedAt }) => removedAt === null)),
    ...(removed.length > 0 ? { removed: views(removed) } : {}),
    topics: [],
    annotations: pass.notes.map((note) => noteView(note, actor.name)),
    review: {
      id: pass.id,
      kind: "ARTICLE",
      state: isOpen ? "DRAFT" : "SUBMITTED",
      revision: pass.revision,
      author: { id: actor.id, name: actor.name },
      writers: [{ id: actor.id, name: actor.name }],
      returnedReason: null,
      correction: null,
      guideline: null,
      submittedAt: pass.handedInAt?.toISOString() ?? null,
      replacesPublished: false,
    },
    publishedHref: null,
    publication: null,
    history: [],
    otherPublishers: 0,
  };
}

function decisionOf({ removedAt, isAsSuggested }: PassStatement): SuggestionDecisionKind {
  if (removedAt !== null) return "REJECTED";
  return isAsSuggested ? "ACCEPTED" : "EDITED";
}

function statementView(mark: Mark, readerName: string): StatementView {
  const { id, revision, suggestionId, exact, changedAt } = mark;
  const fields = StatementFields.parse(mark.fields);
  return {
    ...fields,
    ...labelsOf(fields),
    prediction: fields.prediction && { ...fields.prediction, resolvedFrom: null },
    id,
    revision,
    suggestionId,
    exact,
    claim: null,
    annotations: mark.notes.map((note) => noteView(note, readerName)),
    changedByName: readerName,
    changedAt: changedAt.toISOString(),
  };
}

function noteView(note: PassNote, authorName: string): AnnotationView {
  const { id, revision, statementId, body, isPublic, start, end, createdAt } = note;
  const span = start === null || end === null ? null : { start, end };
  return {
    id,
    revision,
    statementId,
    span,
    body,
    isPublic,
    authorName,
    createdAt: createdAt.toISOString(),
  };
}
