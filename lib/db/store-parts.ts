import { randomUUID } from "node:crypto";
import type { AnalysedPost, AnalysedSegment, Analysis } from "#lib/domain/analysis";
import { speakerOfAttribution, speakerOfStatement } from "#lib/domain/speaker";
import type { Suggestion } from "#lib/domain/suggestion";
import { dateColumn } from "./calendar";
import type { Tx } from "./client";
import { Prisma } from "./generated/client";
import { keepSpeakers, type SpeakerIds } from "./speakers";

/** A statement that reads like a claim we know. `why` is a sentence. */
export interface ClaimMatch {
  readonly claimId: string;
  readonly score: number;
  readonly why: string;
}

/** What a version consists of. `proposals` and `matches` run along `analysis.statements`; null is refused, or unmatched. */
interface Parts {
  readonly analysis: Analysis;
  readonly proposals: readonly (Suggestion | null)[];
  readonly matches: readonly (ClaimMatch | null)[];
}

/** The rows below one new version: posts, segments, speakers, attributions with their spans, suggestions. */
export async function storeParts(tx: Tx, versionId: string, parts: Parts, now: Date): Promise<void> {
  const { analysis } = parts;
  const postIds = await storePosts(tx, versionId, analysis.posts);
  const segmentIds = await storeSegments(tx, versionId, analysis.segments, postIds);
  const speakers = await keepSpeakers(tx, speakersOf(analysis));
  const attributionIds = await storeAttributions(tx, versionId, analysis, speakers);
  await storeSuggestions(tx, parts, { versionId, postIds, segmentIds, attributionIds, speakers, now });
}

async function storePosts(tx: Tx, versionId: string, posts: readonly AnalysedPost[]): Promise<string[]> {
  const rows = posts.map(({ headline, date, isTeaser }, index) => ({
    id: randomUUID(),
    versionId,
    index,
    headline,
    date: dateColumn(date),
    isTeaser,
  }));
  await tx.post.createMany({ data: rows });
  return rows.map((row) => row.id);
}

async function storeSegments(
  tx: Tx,
  versionId: string,
  segments: readonly AnalysedSegment[],
  postIds: readonly string[],
): Promise<string[]> {
  const rows = segments.map(({ start, end, type, post, reason }, index) => ({
    id: randomUUID(),
    versionId,
    postId: idAt(postIds, post),
    index,
    start,
    end,
    type,
    reason,
  }));
  await tx.segment.createMany({ data: rows });
  return rows.map((row) => row.id);
}

function speakersOf({ attributions, statements }: Analysis) {
  return [
    ...attributions.map(speakerOfAttribution),
    ...statements.map((one) => speakerOfStatement(one, attributions[one.attributions[0] ?? -1])),
  ].filter((speaker) => speaker !== null);
}

async function storeAttributions(
  tx: Tx,
  versionId: string,
  { attributions }: Analysis,
  speakers: SpeakerIds,
): Promise<string[]> {
  const rows = attributions.map((attribution) => ({
    id: randomUUID(),
    versionId,
    speakerId: speakers.of(speakerOfAttribution(attribution)),
    type: attribution.type,
    quoteMode: attribution.quoteMode,
    confidence: attribution.confidence,
  }));
  await tx.attribution.createMany({ data: rows });
  const spans = attributions.flatMap(({ source, cue, content }, index) => {
    const attributionId = idAt(
      rows.map((row) => row.id),
      index,
    );
    const parts = [
      ["SOURCE", source],
      ["CUE", cue],
      ["CONTENT", content],
    ] as const;
    return parts.flatMap(([part, pairs]) =>
      pairs.map(([start, end]) => ({ attributionId, part, start, end })),
    );
  });
  await tx.attributionSpan.createMany({ data: spans });
  return rows.map((row) => row.id);
}

interface Placed {
  readonly versionId: string;
  readonly postIds: readonly string[];
  readonly segmentIds: readonly string[];
  readonly attributionIds: readonly string[];
  readonly speakers: SpeakerIds;
  readonly now: Date;
}

async function storeSuggestions(
  tx: Tx,
  { analysis, proposals, matches }: Parts,
  placed: Placed,
): Promise<void> {
  const rows = proposals.flatMap((proposal, index) => {
    if (proposal === null) return [];
    return [{ proposal, row: suggestionRow(analysis, proposal, index, matches[index] ?? null, placed) }];
  });
  await tx.suggestion.createMany({ data: rows.map(({ row }) => row) });
  await tx.suggestionAttribution.createMany({
    data: rows.flatMap(({ proposal, row }) =>
      [...new Set(proposal.attributions)].map((attribution, position) => ({
        suggestionId: row.id,
        attributionId: idAt(placed.attributionIds, attribution),
        position,
      })),
    ),
  });
}

function suggestionRow(
  analysis: Analysis,
  proposal: Suggestion,
  index: number,
  match: ClaimMatch | null,
  { versionId, postIds, segmentIds, speakers, now }: Placed,
) {
  const first = analysis.attributions[proposal.attributions[0] ?? -1];
  return {
    id: randomUUID(),
    versionId,
    postId: idAt(postIds, proposal.post),
    segmentId: idAt(segmentIds, proposal.segment),
    index,
    start: proposal.start,
    end: proposal.end,
    exact: proposal.exact,
    label: proposal.label,
    sourcing: proposal.sourcing,
    factualityWriter: proposal.factuality.writer,
    factualitySource: proposal.factuality.source,
    time: proposal.time,
    flags: proposal.flags,
    reasons: proposal.reasons,
    confidence: proposal.confidence,
    quoteMode: first?.quoteMode ?? null,
    attributionScope: proposal.attributionScope,
    relayDepth: proposal.relayDepth,
    speakerId: speakers.of(speakerOfStatement(proposal, first)),
    prediction: proposal.prediction ?? Prisma.DbNull,
    matchedClaimId: match?.claimId ?? null,
    match: match === null ? Prisma.DbNull : { score: match.score, why: match.why },
    engineName: analysis.engine.name,
    engineVersion: analysis.engine.version,
    createdAt: now,
  };
}

function idAt(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`the analysis points to part ${index} of ${ids.length}`);
  return id;
}
