import { v7 as newId } from "uuid";
import { dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import { insertRows } from "#lib/db/core/rows";
import { keepSpeakers, type SpeakerIds } from "#lib/db/statements/speakers";
import type { Analysis } from "#lib/domain/analysis";
import type { ClaimMatch } from "#lib/domain/matching";
import { speakerOfAttribution, speakerOfStatement } from "#lib/domain/speakers";
import type { Suggestion } from "#lib/domain/suggestions";

/** A new version and what it consists of. `proposals` and `matches` run along `analysis.statements`; null is refused, or unmatched. */
export interface NewParts {
  readonly versionId: string;
  readonly analysis: Analysis;
  readonly proposals: readonly (Suggestion | null)[];
  readonly matches: readonly (ClaimMatch | null)[];
  readonly now: Date;
}

/** By which switch a suggestion with these reasons is off; null for none. */
type SwitchOf = (reasons: Suggestion["reasons"]) => string | null;

/** The rows below new versions: posts, segments, speakers, attributions with their spans, suggestions. A statement a table. */
export async function storeParts(tx: Tx, versions: readonly NewParts[], switchOf: SwitchOf): Promise<void> {
  const speakers = await keepSpeakers(tx, versions.flatMap(speakersOf));
  const rows = versions.map((version) => rowsOf(version, speakers, switchOf));
  for (const table of TABLES)
    await insertRows(
      tx,
      table,
      rows.flatMap((one) => one[table]),
    );
}

/** Parents before their children. */
const TABLES = [
  "Post",
  "Segment",
  "Attribution",
  "AttributionSpan",
  "Suggestion",
  "SuggestionAttribution",
] as const;

function speakersOf({ analysis: { attributions, statements } }: NewParts) {
  return [
    ...attributions.map(speakerOfAttribution),
    ...statements.map((one) => speakerOfStatement(one, attributions[one.attributions[0] ?? -1])),
  ].filter((speaker) => speaker !== null);
}

type Rows = Record<(typeof TABLES)[number], readonly Readonly<Record<string, unknown>>[]>;

function rowsOf(version: NewParts, speakers: SpeakerIds, switchOf: SwitchOf): Rows {
  const { versionId, analysis, proposals } = version;
  const posts = analysis.posts.map(({ headline, date, isTeaser }, index) => {
    return { id: newId(), versionId, index, headline, date: dateColumn(date), isTeaser };
  });
  const segments = analysis.segments.map(({ post, start, end, type, reason }, index) => {
    return { id: newId(), versionId, postId: idAt(posts, post), index, start, end, type, reason };
  });
  const attributions = analysis.attributions.map((attribution) => {
    const { type, quoteMode, confidence } = attribution;
    const speakerId = speakers.of(speakerOfAttribution(attribution));
    return { id: newId(), versionId, speakerId, type, quoteMode, confidence };
  });
  const suggestions = proposals.flatMap((proposal, index) => {
    if (proposal === null) return [];
    const places = { postId: idAt(posts, proposal.post), segmentId: idAt(segments, proposal.segment) };
    const id = newId();
    return [
      {
        row: {
          id,
          ...places,
          ...suggestionRow(version, proposal, index, speakers),
          switchId: switchOf(proposal.reasons),
        },
        links: [...new Set(proposal.attributions)].map((attribution, position) => {
          return { suggestionId: id, attributionId: idAt(attributions, attribution), position };
        }),
      },
    ];
  });
  return {
    Post: posts,
    Segment: segments,
    Attribution: attributions,
    AttributionSpan: analysis.attributions.flatMap((one, index) => spanRows(one, idAt(attributions, index))),
    Suggestion: suggestions.map(({ row }) => row),
    SuggestionAttribution: suggestions.flatMap(({ links }) => links),
  };
}

function spanRows({ source, cue, content }: Analysis["attributions"][number], attributionId: string) {
  const parts = [
    ["SOURCE", source],
    ["CUE", cue],
    ["CONTENT", content],
  ] as const;
  return parts.flatMap(([part, pairs]) =>
    pairs.map(([start, end]) => ({ id: newId(), attributionId, part, start, end })),
  );
}

function suggestionRow(
  { versionId, analysis, matches, now }: NewParts,
  proposal: Suggestion,
  index: number,
  speakers: SpeakerIds,
) {
  const first = analysis.attributions[proposal.attributions[0] ?? -1];
  const match = matches[index] ?? null;
  return {
    versionId,
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
    prediction: proposal.prediction ?? null,
    matchedClaimId: match?.claimId ?? null,
    match: match && matchColumn(match),
    engineName: analysis.engine.name,
    engineVersion: analysis.engine.version,
    createdAt: now,
  };
}

function matchColumn({ claimId: _, ...match }: ClaimMatch) {
  return match;
}

function idAt(rows: readonly { readonly id: string }[], index: number): string {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`the analysis points to part ${index} of ${rows.length}`);
  return row.id;
}
