import { STANDING_VERDICT } from "#lib/db/claims/verdicts";
import { calendarDate, calendarDay } from "#lib/db/core/calendar";
import type { Prisma } from "#lib/db/generated/client";
import { AnalysedPrediction } from "#lib/domain/analysis";
import { type InPieces, piecesOf } from "#lib/domain/content-pieces";
import { Factuality, Flags } from "#lib/domain/labels-shapes";
import type { Prediction } from "#lib/domain/predictions";
import type { RecordedOutcome } from "#lib/domain/predictions-shapes";
import type { StatementFacts } from "#lib/domain/statement-views";
import type { Span } from "#lib/text/span";

/** Rows of suggestions and statements, and the facts that both of them hold. */

const PARTS = {
  post: { select: { date: true } },
  speaker: {
    select: { id: true, root: { select: { id: true, name: true, shownName: true, kind: true, role: true } } },
  },
  attributions: {
    orderBy: { position: "asc" },
    select: { attribution: { include: { spans: { orderBy: { start: "asc" } } } } },
  },
} as const satisfies Prisma.StatementInclude & Prisma.SuggestionInclude;

export const SUGGESTION_PARTS = {
  ...PARTS,
  switchedOff: { select: { rule: true, version: true, offAt: true, reason: true } },
  matchedClaim: {
    select: {
      root: {
        select: {
          id: true,
          wording: true,
          verdicts: STANDING_VERDICT,
        },
      },
    },
  },
} as const satisfies Prisma.SuggestionInclude;

/** All that a statement says: what whoever changes it has to know. */
export const SAYING_PARTS = {
  ...PARTS,
  prediction: true,
  outcome: { include: { writtenBy: { select: { name: true } } } },
} as const satisfies Prisma.StatementInclude;

export const STATEMENT_PARTS = {
  ...SAYING_PARTS,
  templateChoice: { include: { chosenBy: { select: { name: true } } } },
  claim: { select: { root: { select: { id: true, wording: true, slug: true } } } },
  changedBy: { select: { name: true } },
  annotations: {
    where: { removedAt: null },
    orderBy: { createdAt: "asc" },
    include: { author: { select: { name: true } } },
  },
} as const satisfies Prisma.StatementInclude;

export type SuggestionRow = Prisma.SuggestionGetPayload<{ include: typeof SUGGESTION_PARTS }>;
export type SayingRow = Prisma.StatementGetPayload<{ include: typeof SAYING_PARTS }>;
export type StatementRow = Prisma.StatementGetPayload<{ include: typeof STATEMENT_PARTS }>;
/** The attribution that vouches for the main clause comes first. */
export type AttributionRow = StatementRow["attributions"][number]["attribution"];

export function spansOf(attribution: AttributionRow | undefined, part: "SOURCE" | "CUE" | "CONTENT"): Span[] {
  const spans = attribution?.spans.filter((span) => span.part === part) ?? [];
  return spans.map(({ start, end }) => ({ start, end }));
}

/** Json and text columns are parsed here, at the database's door; the rest is typed already. */
export function factsOf(row: SuggestionRow | SayingRow): StatementFacts {
  const vouching = row.attributions[0]?.attribution;
  return {
    start: row.start,
    end: row.end,
    ...contentOf(row),
    exact: row.exact,
    label: row.label,
    sourcing: row.sourcing,
    factualityWriter: Factuality.parse(row.factualityWriter),
    factualitySource: Factuality.nullable().parse(row.factualitySource),
    time: row.time,
    flags: Flags.parse(row.flags),
    quoteMode: row.quoteMode,
    attributionScope: row.attributionScope,
    relayDepth: row.relayDepth,
    speaker: row.speaker && knownSpeaker(row.speaker),
    source: spansOf(vouching, "SOURCE"),
    cue: spansOf(vouching, "CUE"),
    prediction: "matchedClaim" in row ? proposedPrediction(row) : statedPrediction(row),
  };
}

/** The pieces of a statement or suggestion, left out where it is one piece. */
export function contentOf(row: Pick<SayingRow, "content">): Pick<StatementFacts, "content"> {
  return row.content.length === 0 ? {} : { content: piecesIn(row) };
}

/** Its column holds their starts and ends by turns, and nothing where it is one piece. */
export function piecesIn({ content }: Pick<SayingRow, "content">): Span[] {
  const starts = content.filter((_, index) => index % 2 === 0);
  return starts.map((start, index) => ({ start, end: content[2 * index + 1] ?? start }));
}

/** As its column holds them. */
export const contentColumn = (said: InPieces): number[] => {
  const pieces = piecesOf(said);
  return pieces.length === 1 ? [] : pieces.flatMap(({ start, end }) => [start, end]);
};

/** Whoever it was merged into tells its name; the id stays its own, so that the two can be parted again. */
function knownSpeaker({
  id,
  root,
}: NonNullable<StatementRow["speaker"]>): NonNullable<StatementFacts["speaker"]> {
  return { id, rootId: root.id, name: root.shownName ?? root.name, kind: root.kind, role: root.role };
}

/** A window that was proposed was counted from the date that the machine read of its own post. */
export function proposedPrediction(row: SuggestionRow): Prediction | null {
  if (row.prediction === null) return null;
  const { text, dueFrom, dueTo, precision } = AnalysedPrediction.parse(row.prediction);
  return { text, dueFrom, dueTo, precision, resolvedFrom: calendarDate(row.post.date) };
}

function statedPrediction({ prediction, outcome }: SayingRow): Prediction | null {
  if (prediction === null) return null;
  const { text, precision } = prediction;
  return {
    text,
    precision,
    dueFrom: calendarDate(prediction.dueFrom),
    dueTo: calendarDate(prediction.dueTo),
    resolvedFrom: calendarDate(prediction.resolvedFrom),
    ...(outcome === null ? {} : { outcome: recordedOutcome(outcome) }),
  };
}

function recordedOutcome(row: NonNullable<StatementRow["outcome"]>): RecordedOutcome {
  const { result, quote, publisher, url, note, snapshotSha256: snapshot, writtenBy } = row;
  const days = { knownAt: calendarDay(row.knownAt), saidAt: calendarDate(row.saidAt) };
  return {
    result,
    ...days,
    quote,
    publisher,
    url,
    note,
    snapshot,
    by: writtenBy.name,
    on: calendarDay(row.writtenAt),
  };
}
