import { randomUUID } from "node:crypto";
import { cutAround, partsOfVersion } from "#lib/db/articles/parts";
import { dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import { piecesOf } from "#lib/domain/content-pieces";
import { counts, dayAt } from "#lib/domain/page-parts";
import type { Prediction } from "#lib/domain/predictions";
import type { StatementFields } from "#lib/domain/reviews";
import {
  exactOfMarked,
  labelsOf,
  type Marked,
  refuseContradiction,
  sameContent,
  sameSpans,
  segmentAround,
} from "#lib/domain/statement-rules";
import { AppError } from "#lib/errors";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { chosenSpeaker } from "./chosen-speaker";
import type { AttributionRow, SayingRow, StatementRow, SuggestionRow } from "./rows";
import {
  contentColumn,
  factsOf,
  proposedPrediction,
  SAYING_PARTS,
  STATEMENT_PARTS,
  SUGGESTION_PARTS,
  spansOf,
} from "./rows";

/** What a review says about its version: statements, their attributions and windows in time, and decisions on suggestions. */

/** Throws AppError `not_found`, also for a suggestion of another version. */
export async function suggestionOf(tx: Tx, versionId: string | null, id: string): Promise<SuggestionRow> {
  const suggestion = await tx.suggestion.findUnique({ where: { id }, include: SUGGESTION_PARTS });
  if (suggestion === null || suggestion.versionId !== versionId) {
    throw new AppError("not_found", words.errors.notFound);
  }
  return suggestion;
}

/** Several of them, in page order. Throws AppError `not_found` where one isn't of this version. */
export async function suggestionsOf(
  tx: Tx,
  versionId: string | null,
  ids: readonly string[],
): Promise<SuggestionRow[]> {
  if (versionId === null) throw new AppError("not_found", words.errors.notFound);
  const wanted = [...new Set(ids)];
  const found = await tx.suggestion.findMany({
    where: { id: { in: wanted }, versionId },
    include: SUGGESTION_PARTS,
    orderBy: { index: "asc" },
  });
  if (found.length < wanted.length) throw new AppError("not_found", words.errors.notFound);
  return found;
}

/** Throws AppError `not_found`. */
export async function statementById(tx: Tx, id: string): Promise<SayingRow> {
  const statement = await tx.statement.findUnique({ where: { id }, include: SAYING_PARTS });
  if (statement === null) throw new AppError("not_found", words.errors.notFound);
  return statement;
}

/** Which never changes. Throws AppError `not_found`. */
export async function reviewIdOfStatement(tx: Tx, id: string): Promise<string> {
  const statement = await tx.statement.findUnique({ where: { id }, select: { reviewId: true } });
  if (statement === null) throw new AppError("not_found", words.errors.notFound);
  return statement.reviewId;
}

export async function isOfReview(tx: Tx, id: string, reviewId: string): Promise<boolean> {
  return (await tx.statement.count({ where: { id, reviewId } })) > 0;
}

/** The standing statements of a review, in page order. */
export function statementsOfReview(tx: Tx, reviewId: string): Promise<StatementRow[]> {
  return tx.statement.findMany({
    where: { reviewId, removedAt: null },
    include: STATEMENT_PARTS,
    orderBy: [{ start: "asc" }, { end: "asc" }],
  });
}

/** Whether the review says anything of exactly these words, or said it and took it away. */
export async function holdsSpan(tx: Tx, reviewId: string, { start, end }: Span): Promise<boolean> {
  return (await tx.statement.count({ where: { reviewId, start, end } })) > 0;
}

/** The standing statement of a review on exactly these words; null where there is none. */
export function statementAt(tx: Tx, reviewId: string, { start, end }: Span): Promise<StatementRow | null> {
  return tx.statement.findFirst({
    where: { reviewId, start, end, removedAt: null },
    include: STATEMENT_PARTS,
  });
}

/** The suggestion for exactly these words, the machine's before those that came with marks; null where there is none. */
export function suggestionAt(tx: Tx, versionId: string, { start, end }: Span): Promise<SuggestionRow | null> {
  return tx.suggestion.findFirst({
    where: { versionId, start, end },
    include: SUGGESTION_PARTS,
    orderBy: { index: "asc" },
  });
}

/** What a review of a page holds: its standing statements, and the suggestions that nobody decided on in it. What lies in parts that hold no statements isn't counted. */
export async function countsOfReview(
  tx: Tx,
  { reviewId, versionId }: { readonly reviewId: string; readonly versionId: string },
): Promise<{ readonly statements: number; readonly undecided: number }> {
  const undecided = await tx.suggestion.findMany({
    where: { versionId, decisions: { none: { reviewId, undoneAt: null } } },
    select: { start: true },
  });
  const statements = await tx.statement.findMany({
    where: { reviewId, removedAt: null },
    select: { start: true },
  });
  const parts = await partsOfVersion(tx, versionId);
  const counted = (rows: readonly { readonly start: number }[]) =>
    rows.filter((row) => counts(parts, row)).length;
  return { statements: counted(statements), undecided: counted(undecided) };
}

/** Two statements of one review never cover exactly the same words. Throws AppError `conflict`. */
export async function refuseSameSpan(
  tx: Tx,
  reviewId: string,
  { start, end }: Span,
  exceptId: string | null = null,
): Promise<void> {
  const same = await tx.statement.findFirst({
    where: { reviewId, start, end, removedAt: null, ...(exceptId === null ? {} : { id: { not: exceptId } }) },
  });
  if (same !== null) throw new AppError("conflict", words.refusals.sameSpan);
}

interface Written {
  readonly reviewId: string;
  readonly changedById: string;
  readonly now: Date;
}

/** A suggestion becomes a statement with the facts it has, joined to `claimId` or to no claim. */
export async function createFromSuggestion(
  tx: Tx,
  suggestion: SuggestionRow,
  { reviewId, changedById, now }: Written,
  claimId: string | null = null,
): Promise<string> {
  const id = randomUUID();
  const { label, sourcing, factualityWriter, factualitySource, time, quoteMode } = suggestion;
  const { versionId, postId, segmentId, start, end, content, exact } = suggestion;
  const { attributionScope, relayDepth, speakerId } = suggestion;
  await tx.statement.create({
    data: {
      id,
      reviewId,
      versionId,
      postId,
      segmentId,
      suggestionId: suggestion.id,
      start,
      end,
      content,
      exact,
      label,
      derivedLabel: label,
      sourcing,
      factualityWriter,
      factualitySource,
      time,
      quoteMode,
      attributionScope,
      relayDepth,
      speakerId,
      claimId,
      flags: factsOf(suggestion).flags,
      changedById,
      createdAt: now,
      changedAt: now,
    },
  });
  await linkAttributions(
    tx,
    id,
    suggestion.attributions.map(({ attribution }) => attribution.id),
  );
  await keepPrediction(tx, id, proposedPrediction(suggestion));
  return id;
}

async function linkAttributions(tx: Tx, statementId: string, ids: readonly string[]): Promise<void> {
  const data = ids.map((attributionId, position) => ({ statementId, attributionId, position }));
  await tx.statementAttribution.createMany({ data });
}

async function keepPrediction(tx: Tx, statementId: string, prediction: Prediction | null): Promise<void> {
  if (prediction === null) return;
  const { text, precision, dueFrom, dueTo, resolvedFrom } = prediction;
  const days = {
    dueFrom: dateColumn(dueFrom),
    dueTo: dateColumn(dueTo),
    resolvedFrom: dateColumn(resolvedFrom),
  };
  await tx.prediction.create({ data: { statementId, text, precision, ...days } });
}

interface Place {
  readonly versionId: string;
  readonly fields: StatementFields;
  /** Where the ends stood that these fields change, or that they were taken from: see `exactOfMarked`. Null for words that nobody marked. */
  readonly stood: Marked | null;
}

/** Where the words of a statement lie. Throws AppError where it can't lie there. */
async function spotOf(tx: Tx, { versionId, fields, stood }: Place) {
  const version = await tx.articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { text: true },
  });
  const exact = exactOfMarked(version.text, fields, stood);
  const parts = await partsOfVersion(tx, versionId);
  segmentAround(parts.segments, fields);
  const cut = await cutAround(tx, versionId, fields);
  return { exact, ...cut, postDate: dayAt(parts, fields) };
}

/** The same of a statement that stands: where no end is new, and no part of its page was put right, it lies where it lay, and nothing is read. */
async function standingSpot(tx: Tx, statement: SayingRow, place: Place): ReturnType<typeof spotOf> {
  const { versionId, fields, stood } = place;
  // When a promise falls due is counted from the day of the post, which may have been put right.
  const isMoved = fields.prediction !== null || stood === null || !isLeft(stood, fields);
  if (isMoved || (await tx.partCorrection.count({ where: { versionId } })) > 0) return spotOf(tx, place);
  const { exact, segmentId, postId } = statement;
  return { exact, segmentId, postId, postDate: null };
}

/** The words are the same, and what is marked in them was marked already. */
function isLeft(stood: Marked, marked: Marked): boolean {
  const before = [...stood.source, ...stood.cue];
  const isOld = (span: Span) => before.some((one) => sameSpans([one], [span]));
  return sameContent(stood, marked) && [...marked.source, ...marked.cue].every(isOld);
}

/** What a person's statement says, as columns, and the day that it is counted from. Throws AppError where it can't be said. */
async function columnsOf(
  tx: Tx,
  { versionId, fields }: Place,
  { postDate, ...spot }: Awaited<ReturnType<typeof spotOf>>,
) {
  const speaker = fields.speaker && (await chosenSpeaker(tx, fields.speaker));
  if (speaker !== null) refuseContradiction({ ...fields, speaker });
  const { start, end, sourcing, factualityWriter, factualitySource, time, flags } = fields;
  const { quoteMode, attributionScope, relayDepth } = fields;
  return {
    postDate,
    columns: {
      versionId,
      ...spot,
      start,
      end,
      content: contentColumn(fields),
      ...labelsOf(fields),
      sourcing,
      factualityWriter,
      factualitySource,
      time,
      flags,
      quoteMode,
      attributionScope,
      relayDepth,
      speakerId: speaker?.id ?? null,
    },
  };
}

/** Keep a statement as a person wrote it; `from` is the suggestion it corrects, or null. Throws as `spotOf` and `columnsOf`. */
export async function createFromFields(
  tx: Tx,
  place: Place & { readonly from: SuggestionRow | null },
  { reviewId, changedById, now }: Written,
): Promise<string> {
  const { columns, postDate } = await columnsOf(tx, place, await spotOf(tx, place));
  const id = randomUUID();
  const suggestionId = place.from?.id ?? null;
  await tx.statement.create({
    data: { ...columns, id, reviewId, suggestionId, changedById, createdAt: now, changedAt: now },
  });
  const earlier = place.from?.attributions.map(({ attribution }) => attribution) ?? [];
  await linkAttributions(tx, id, await attributionsFor(tx, earlier, place, columns.speakerId));
  await keepPrediction(
    tx,
    id,
    place.fields.prediction && { ...place.fields.prediction, resolvedFrom: postDate },
  );
  return id;
}

/** Rewrite a statement, only from the revision that was looked at. Throws AppError `conflict`, or as `spotOf` and `columnsOf`. */
export async function rewriteStatement(
  tx: Tx,
  statement: SayingRow,
  { fields, revision }: { readonly fields: StatementFields; readonly revision: number },
  { changedById, now }: Omit<Written, "reviewId">,
): Promise<void> {
  const place = { versionId: statement.versionId, fields, stood: factsOf(statement) };
  const { columns, postDate } = await columnsOf(tx, place, await standingSpot(tx, statement, place));
  await changeStatement(tx, { id: statement.id, revision }, { ...columns, changedById }, now);
  const earlier = statement.attributions.map(({ attribution }) => attribution);
  const ids = await attributionsFor(tx, earlier, place, columns.speakerId);
  if (earlier.length > 0) await tx.statementAttribution.deleteMany({ where: { statementId: statement.id } });
  await linkAttributions(tx, statement.id, ids);
  if (statement.prediction !== null) await tx.prediction.deleteMany({ where: { statementId: statement.id } });
  await keepPrediction(
    tx,
    statement.id,
    fields.prediction && { ...fields.prediction, resolvedFrom: postDate },
  );
}

/**
 * The attributions of a statement after somebody edited it. An attribution never changes: where the person means another
 * source, cue, pieces of content or speaker, the first one gives way to one of their own. The others stay, unless nobody is behind it any more.
 */
async function attributionsFor(
  tx: Tx,
  earlier: readonly AttributionRow[],
  { versionId, fields, stood }: Place,
  speakerId: string | null,
): Promise<string[]> {
  const [first, ...others] = earlier;
  if (fields.source.length === 0 && fields.cue.length === 0 && speakerId === null) return [];
  const isInPieces = piecesOf(fields).length > 1 || (stood !== null && piecesOf(stood).length > 1);
  const isSame =
    first !== undefined &&
    (!isInPieces || sameSpans(spansOf(first, "CONTENT"), piecesOf(fields))) &&
    sameSpans(spansOf(first, "SOURCE"), fields.source) &&
    sameSpans(spansOf(first, "CUE"), fields.cue) &&
    (fields.quoteMode === null || first.quoteMode === fields.quoteMode);
  if (isSame) return earlier.map(({ id }) => id);
  const id = randomUUID();
  const quoteMode = fields.quoteMode ?? first?.quoteMode ?? "INDIRECT";
  await tx.attribution.create({
    data: { id, versionId, speakerId, type: first?.type ?? "ASSERTION", quoteMode, confidence: 1 },
  });
  const pieces = (part: "SOURCE" | "CUE" | "CONTENT", spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({ attributionId: id, part, start, end }));
  await tx.attributionSpan.createMany({
    data: [
      ...pieces("SOURCE", fields.source),
      ...pieces("CUE", fields.cue),
      ...pieces("CONTENT", piecesOf(fields)),
    ],
  });
  return [id, ...others.map((other) => other.id)];
}

/** Change columns of a statement, only from the revision that was looked at. Throws AppError `conflict`. */
export async function changeStatement(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  data: Parameters<Tx["statement"]["updateMany"]>[0]["data"],
  now: Date,
): Promise<void> {
  const { count } = await tx.statement.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 }, changedAt: now },
  });
  if (count === 0) throw new AppError("conflict", words.deskErrors.stale);
}
