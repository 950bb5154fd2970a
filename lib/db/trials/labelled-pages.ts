import { factsOfVersion, SAID } from "#lib/db/articles/facts";
import { partsOfVersion } from "#lib/db/articles/parts";
import { database } from "#lib/db/core/client";
import { factsOf, STATEMENT_PARTS } from "#lib/db/statements/rows";
import type { AnalysedPrediction } from "#lib/domain/analysis";
import type { ReaderLabel, Sourcing } from "#lib/domain/labels";
import { factsIn } from "#lib/domain/page-facts";
import { counts, type PageParts } from "#lib/domain/page-parts";
import { ArticlePublication, isWhole } from "#lib/domain/publications";
import type { RuleVersion } from "#lib/domain/rule-versions";
import type { StatementFacts } from "#lib/domain/statement-views";
import { answering } from "#lib/domain/suggestion-trials";
import type { Span } from "#lib/text/span";
import { type DecidedSuggestion, decidedSuggestions, lastPublications, saidIn, suggestedIn } from "./recount";

/** Pages with what people said of them, and what they made of each suggestion: what the engine can learn from. */

export interface LabelledPage {
  readonly versionId: string;
  readonly url: string | null;
  /** As it holds, put right or not; null where nobody knows. */
  readonly publisher: string | null;
  /** Null where it isn't published. */
  readonly publishedAt: Date | null;
  readonly text: string;
  /** All of it was read, so that what no statement covers is none. */
  readonly isWhole: boolean;
  readonly segments: PageParts["segments"];
  /** In page order. */
  readonly statements: readonly StatementFacts[];
  readonly decisions: readonly LabelledDecision[];
}

type Said = { readonly label: ReaderLabel; readonly sourcing: Sourcing };

interface LabelledDecision extends Span {
  readonly suggested: Said & {
    readonly confidence: number;
    readonly prediction: Pick<AnalysedPrediction, "dueFrom" | "dueTo"> | null;
    /** Which rules or models answer for it. */
    readonly by: readonly RuleVersion[];
  };
  /** What stands for it, with its own words; null where it is no statement. */
  readonly said: (Said & Span) | null;
}

interface Wanted {
  /** Published at this moment or later; null for all. */
  readonly since: Date | null;
  /** Of versions without a publication also what somebody is still writing, or has handed in. */
  readonly isWithDrafts: boolean;
}

interface Piece {
  readonly versionId: string;
  readonly reviewId: string;
  readonly publishedAt: Date | null;
}

/** One page after the other, so that no more than one is held. What was published never changes while it is read. */
export async function* labelledPages(wanted: Wanted): AsyncGenerator<LabelledPage> {
  for await (const pieces of lastPublications(database()))
    for (const piece of pieces)
      if (wanted.since === null || piece.publishedAt >= wanted.since) yield labelledPage(piece);
  if (!wanted.isWithDrafts) return;
  for await (const piece of unpublished()) yield labelledPage(piece);
}

async function* unpublished(): AsyncGenerator<Piece> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await database().review.findMany({
      where: {
        id: { gt: after },
        kind: "ARTICLE",
        state: { in: ["DRAFT", "SUBMITTED", "RETURNED"] },
        version: { publications: { none: { withdrawnAt: null } } },
      },
      orderBy: { id: "asc" },
      take: 50,
      select: { id: true, versionId: true },
    });
    for (const { id: reviewId, versionId } of rows)
      if (versionId !== null) yield { reviewId, versionId, publishedAt: null };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function labelledPage({ versionId, reviewId, publishedAt }: Piece): Promise<LabelledPage> {
  const version = await database().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      ...SAID,
      text: true,
      article: { select: { url: true, publisher: { select: { name: true } } } },
    },
  });
  const parts = await partsOfVersion(database(), versionId);
  const statements = await database().statement.findMany({
    where: { reviewId, removedAt: null },
    include: STATEMENT_PARTS,
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
  const decided = await decidedSuggestions(database(), reviewId);
  return {
    versionId,
    url: version.article.url,
    publisher: factsIn(await factsOfVersion(database(), version)).PUBLISHER,
    publishedAt,
    text: version.text,
    isWhole: publishedAt !== null && (await wasWhole(reviewId)),
    segments: parts.segments,
    statements: statements.filter((row) => counts(parts, row)).map(factsOf),
    // Of what people marked elsewhere no rule or model learns what it gets wrong.
    decisions: decided
      .filter(({ suggestion }) => suggestion.markFileId === null && counts(parts, suggestion))
      .map(decisionOf),
  };
}

async function wasWhole(reviewId: string): Promise<boolean> {
  const publication = await database().publication.findFirst({
    where: { reviewId },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: { content: true },
  });
  const content = ArticlePublication.safeParse(publication?.content).data;
  return content !== undefined && isWhole(content);
}

function decisionOf(row: DecidedSuggestion): LabelledDecision {
  const { reasons, label, sourcing, window } = suggestedIn(row);
  const { start, end, confidence } = row.suggestion;
  const said = saidIn(row);
  return {
    start,
    end,
    suggested: {
      label,
      sourcing,
      confidence,
      prediction: window,
      by: answering(reasons).map(({ rule, version }) => ({ rule, version })),
    },
    said:
      said === null || row.statement === null
        ? null
        : {
            label: said.label,
            sourcing: said.sourcing,
            start: row.statement.start,
            end: row.statement.end,
          },
  };
}
