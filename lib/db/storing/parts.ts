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
const READ_TABLES = ["Attribution", "AttributionSpan", "Suggestion", "SuggestionAttribution"] as const;
const TABLES = ["Post", "Segment", ...READ_TABLES] as const;

function speakersOf({ analysis: { attributions, statements } }: NewParts) {
  return [
    ...attributions.map(speakerOfAttribution),
    ...statements.map((one) => speakerOfStatement(one, attributions[one.attributions[0] ?? -1])),
  ].filter((speaker) => speaker !== null);
}

/** What was found in a version that is here, once some of its parts were put right. `places` runs along `proposals`: where the machine cut those words. */
export interface FoundParts extends NewParts {
  readonly places: readonly Place[];
}

interface Place {
  readonly postId: string;
  readonly segmentId: string;
}

/** More suggestions for a version that is here, with their speakers and attributions. Its posts and segments stay as they are. */
export async function storeFound(tx: Tx, found: FoundParts, switchOf: SwitchOf): Promise<void> {
  const speakers = await keepSpeakers(tx, speakersOf(found));
  const last = await tx.suggestion.aggregate({
    where: { versionId: found.versionId },
    _max: { index: true },
  });
  const rows = readingRows(found, speakers, {
    firstIndex: (last._max.index ?? -1) + 1,
    placeOf: (_, index) => found.places[index],
    switchOf,
  });
  for (const table of READ_TABLES) await insertRows(tx, table, rows[table]);
}

type RowsOf<Table extends string> = Record<Table, readonly Readonly<Record<string, unknown>>[]>;

function rowsOf(
  version: NewParts,
  speakers: SpeakerIds,
  switchOf: SwitchOf,
): RowsOf<(typeof TABLES)[number]> {
  const { versionId, analysis } = version;
  const posts = analysis.posts.map(({ headline, date, isTeaser }, index) => {
    return { id: newId(), versionId, index, headline, date: dateColumn(date), isTeaser };
  });
  const segments = analysis.segments.map(({ post, start, end, type, reason }, index) => {
    return { id: newId(), versionId, postId: idAt(posts, post), index, start, end, type, reason };
  });
  const placeOf = ({ post, segment }: Suggestion) => {
    return { postId: idAt(posts, post), segmentId: idAt(segments, segment) };
  };
  return {
    Post: posts,
    Segment: segments,
    ...readingRows(version, speakers, { firstIndex: 0, placeOf, switchOf }),
  };
}

interface Placing {
  readonly firstIndex: number;
  /** Undefined is a bug of the caller. */
  placeOf(proposal: Suggestion, index: number): Place | undefined;
  readonly switchOf: SwitchOf;
}

/** What a reading says of a version: all that hangs on its parts. */
function readingRows(
  version: NewParts,
  speakers: SpeakerIds,
  { firstIndex, placeOf, switchOf }: Placing,
): RowsOf<(typeof READ_TABLES)[number]> {
  const { versionId, analysis, proposals } = version;
  const attributions = analysis.attributions.map((attribution) => {
    const { type, quoteMode, confidence } = attribution;
    const speakerId = speakers.of(speakerOfAttribution(attribution));
    return { id: newId(), versionId, speakerId, type, quoteMode, confidence };
  });
  const suggestions = proposals.flatMap((proposal, index) => {
    if (proposal === null) return [];
    const place = placeOf(proposal, index);
    if (place === undefined) throw new RangeError("a proposal has no place");
    const id = newId();
    return [
      {
        row: {
          id,
          ...place,
          ...suggestionRow(version, proposal, index, speakers),
          index: firstIndex + index,
          switchId: switchOf(proposal.reasons),
        },
        links: [...new Set(proposal.attributions)].map((attribution, position) => {
          return { suggestionId: id, attributionId: idAt(attributions, attribution), position };
        }),
      },
    ];
  });
  return {
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
    content: (proposal.content ?? []).flat(),
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
