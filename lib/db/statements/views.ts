import { z } from "zod";
import { database } from "#lib/db/core/client";
import type { Annotation, SuggestionDecisionKind } from "#lib/db/generated/client";
import { Reason } from "#lib/domain/reasons";
import type {
  AnnotationView,
  MatchedClaim,
  StatementView,
  SuggestionView,
} from "#lib/domain/statement-views";
import { isSure } from "#lib/domain/sureness";
import { matchDecisions, matchView } from "./matches";
import { factsOf, STATEMENT_PARTS, type StatementRow, SUGGESTION_PARTS, type SuggestionRow } from "./rows";

/** The statements, proposals and notes that an article's desk shows. */

/** The machine's proposals for a version in page order, each with its decision in this review. */
export async function suggestionViews(versionId: string, reviewId: string | null): Promise<SuggestionView[]> {
  const [rows, decisions, matches] = await Promise.all([
    database().suggestion.findMany({
      where: { versionId },
      include: SUGGESTION_PARTS,
      orderBy: [{ start: "asc" }, { end: "asc" }, { index: "asc" }],
    }),
    reviewId === null ? [] : database().suggestionDecision.findMany({ where: { reviewId, undoneAt: null } }),
    reviewId === null ? null : matchDecisions(database(), reviewId),
  ]);
  const kinds = new Map(decisions.map(({ suggestionId, kind }) => [suggestionId, kind]));
  return rows.map((row) =>
    suggestionView(row, kinds.get(row.id) ?? null, matchView(row, matches?.get(row.id) ?? null)),
  );
}

function suggestionView(
  row: SuggestionRow,
  decision: SuggestionDecisionKind | null,
  matchedClaim: MatchedClaim | null,
): SuggestionView {
  const { id, engineName, engineVersion, confidence, switchedOff: off } = row;
  return {
    ...factsOf(row),
    id,
    confidence,
    isSure: isSureRow(row),
    switchedOff: off && switchedOff(off),
    decision,
    engine: `${engineName} ${engineVersion}`,
    reasons: z.array(Reason).parse(row.reasons),
    matchedClaim,
  };
}

/** Sure, and by no rule that is switched off. */
export function isSureRow(row: SuggestionRow): boolean {
  const { engineName: name, engineVersion: version, confidence, switchedOff: off } = row;
  return off === null && isSure({ name, version }, confidence);
}

function switchedOff({ rule, version, reason, offAt }: NonNullable<SuggestionRow["switchedOff"]>) {
  return { rule, version, reason, since: offAt.toISOString() };
}

/** A review's statements in page order: those that stand, and those that were removed. */
export async function statementViews(
  reviewId: string,
): Promise<{ readonly standing: StatementView[]; readonly removed: StatementView[] }> {
  const rows = await database().statement.findMany({
    where: { reviewId },
    include: STATEMENT_PARTS,
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  return {
    standing: rows.filter(({ removedAt }) => removedAt === null).map(statementView),
    removed: rows.filter(({ removedAt }) => removedAt !== null).map(statementView),
  };
}

function statementView(row: StatementRow): StatementView {
  const { id, revision, suggestionId, derivedLabel, labelOverride, labelReason, claim } = row;
  return {
    ...factsOf(row),
    id,
    revision,
    suggestionId,
    derivedLabel,
    labelOverride,
    labelReason,
    claim: claim && { id: claim.root.id, wording: claim.root.wording },
    annotations: row.annotations.map(annotationView),
    changedByName: row.changedBy.name,
    changedAt: row.changedAt.toISOString(),
  };
}

/** Notes on words that belong to no statement, in page order. */
export async function spanNotes(reviewId: string): Promise<AnnotationView[]> {
  const rows = await database().annotation.findMany({
    where: { reviewId, statementId: null, removedAt: null },
    orderBy: [{ start: "asc" }, { createdAt: "asc" }],
    include: { author: { select: { name: true } } },
  });
  return rows.map(annotationView);
}

function annotationView(row: Annotation & { author: { name: string } }): AnnotationView {
  const { id, revision, statementId, start, end, body, isPublic, author, createdAt } = row;
  return {
    id,
    revision,
    statementId,
    body,
    isPublic,
    span: start === null || end === null ? null : { start, end },
    authorName: author.name,
    createdAt: createdAt.toISOString(),
  };
}
