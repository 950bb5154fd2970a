import {
  CONTENT,
  CUE,
  type CueFeatures,
  regionOf,
  SOURCE,
} from "#lib/pipeline/attribute/proposals/cue-features";
import type { Proposal } from "#lib/pipeline/attribute/proposals/proposal";
import type { SpanContext } from "#lib/pipeline/attribute/words/span-context";
import type { Candidate, WordReading } from "#lib/pipeline/attribute/words/word-reader";
import type { Encoded, Run } from "./chain-training";
import type { GoldAttribution } from "./corpus";
import { tokensUnder } from "./span-data";
import type { ParsedArticle } from "./syntax-stage";

export interface Read {
  readonly reading: WordReading;
  readonly candidates: readonly Candidate[];
}

/** The attribution whose cue shares most tokens with the candidate, or null. */
function ownerOf(
  candidate: Candidate,
  cues: readonly { attribution: GoldAttribution; tokens: number[] }[],
): GoldAttribution | null {
  let best: GoldAttribution | null = null;
  let most = 0;
  for (const { attribution, tokens } of cues) {
    const shared = tokens.filter((i) => i >= candidate.start && i < candidate.end).length;
    if (shared > most) {
      most = shared;
      best = attribution;
    }
  }
  return best;
}

/** Encode the region of one candidate; offsets count from the region's start. */
function encodeRegion(features: CueFeatures, from: number, to: number, room: { ids: Int32Array }): Encoded {
  const offset = new Int32Array(to - from + 1);
  let size = 0;
  for (let i = from; i < to; i++) {
    offset[i - from] = size;
    features.read(i);
    const { list } = features;
    if (size + list.count > room.ids.length) {
      const more = new Int32Array(room.ids.length * 2 + list.count);
      more.set(room.ids);
      room.ids = more;
    }
    for (let k = 0; k < list.count; k++) room.ids[size++] = list.ids[k] ?? 0;
  }
  offset[to - from] = size;
  return { offset, ids: room.ids };
}

/** One run for each candidate cue of an article that some attribution owns: the cue reader learns spans, not whether. */
export function cueRuns(
  article: ParsedArticle,
  context: SpanContext,
  read: Read,
  features: CueFeatures,
): Run[] {
  const { tokens } = article.page;
  features.open(context, read.reading, read.candidates);
  const cues = article.attributions.map((attribution) => ({
    attribution,
    tokens: tokensUnder(tokens, attribution.cue),
  }));
  const room = { ids: new Int32Array(1 << 16) };
  return read.candidates.flatMap((candidate) => {
    const owner = ownerOf(candidate, cues);
    if (!owner) return [];
    features.turnTo(candidate);
    const { from, to } = regionOf(context, candidate);
    const encoded = encodeRegion(features, from, to, room);
    const truth = new Uint8Array(to - from);
    for (const [label, fragments] of [
      [CONTENT, owner.content],
      [SOURCE, owner.source],
      [CUE, owner.cue],
    ] as const) {
      for (const i of tokensUnder(tokens, fragments)) if (i >= from && i < to) truth[i - from] = label;
    }
    const size = encoded.offset[to - from] ?? 0;
    return [
      { encoded: { offset: encoded.offset, ids: encoded.ids.slice(0, size) }, from: 0, to: to - from, truth },
    ];
  });
}

/** Whether a proposal shares a cue with an attribution and at least half of its content (Dice). */
export function isRight(article: ParsedArticle, proposal: Proposal): boolean {
  const { tokens } = article.page;
  const content = new Set(proposal.content);
  const { start, end } = proposal.candidate;
  return article.attributions.some((attribution) => {
    if (!tokensUnder(tokens, attribution.cue).some((i) => i >= start && i < end)) return false;
    const gold = tokensUnder(tokens, attribution.content);
    const shared = gold.filter((i) => content.has(i)).length;
    return (2 * shared) / (gold.length + content.size) >= 0.5;
  });
}
