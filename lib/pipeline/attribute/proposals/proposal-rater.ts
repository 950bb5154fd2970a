import { FeatureList } from "#lib/models/features";
import { mix } from "#lib/models/hash";
import type { PackedRows } from "#lib/models/packed-rows";
import { type Scorer, scorerOf, type Table } from "#lib/models/table";
import { distanceClass, type SpanContext } from "#lib/pipeline/attribute/words/span-context";
import { type Candidate, firstFrom, type WordReading } from "#lib/pipeline/attribute/words/word-reader";
import type { Proposal, RatedProposal } from "./proposal";

function tenth(p: number): number {
  return Math.min(9, Math.floor(p * 10));
}

function meanOf(list: Float32Array, tokens: readonly number[]): number {
  let sum = 0;
  for (const i of tokens) sum += list[i] ?? 0;
  return tokens.length ? sum / tokens.length : 0;
}

function shareOf(labels: Uint8Array, tokens: readonly number[], label: number): number {
  let n = 0;
  for (const i of tokens) if (labels[i] === label || labels[i] === label + 1) n++;
  return tokens.length ? n / tokens.length : 0;
}

/** What speaks for and against a proposal as a whole. */
export class RatingFeatures {
  readonly list: FeatureList;

  constructor(bits: number) {
    this.list = new FeatureList((1 << bits) - 1);
  }

  read(
    context: SpanContext,
    reading: WordReading,
    proposal: Proposal,
    candidates: readonly Candidate[],
  ): void {
    this.list.clear();
    this.sureness(context, reading, proposal);
    this.cue(context, proposal);
    this.spans(context, proposal, candidates);
  }

  private sureness(context: SpanContext, reading: WordReading, proposal: Proposal): void {
    const { list } = this;
    const { candidate } = proposal;
    const stretch: number[] = [];
    for (let i = candidate.start; i < candidate.end; i++) stretch.push(i);
    const cue = tenth(meanOf(reading.cue, stretch));
    const content = tenth(meanOf(reading.content, proposal.content));
    const source = proposal.source.length ? tenth(meanOf(reading.source, proposal.source)) : 11;
    const flatCue = tenth(shareOf(reading.best, stretch, 3));
    const flatContent = tenth(shareOf(reading.best, proposal.content, 5));
    const head = context.page.lemmas[candidate.head] ?? 0;
    list.one(1, 0);
    list.one(2, cue);
    list.one(3, content);
    list.one(4, source);
    list.one(5, flatCue);
    list.one(6, flatContent);
    list.two(7, cue, content);
    list.two(8, cue, source);
    list.three(9, flatCue, flatContent, source > 10 ? 1 : 0);
    list.one(10, tenth(proposal.contentSureness));
    list.one(11, tenth(proposal.cueSureness));
    list.one(12, proposal.source.length ? tenth(proposal.sourceSureness) : 11);
    list.two(13, tenth(proposal.contentSureness), content);
    list.two(14, tenth(proposal.contentSureness), cue);
    list.two(15, cue, head);
    list.two(16, flatCue, context.page.cues[candidate.head] ?? 0);
    list.three(17, cue, tenth(proposal.cueSureness), content);
    list.two(18, Math.floor(meanOf(reading.cue, stretch) * 25), 0);
    list.two(19, Math.floor((reading.cue[candidate.head] ?? 0) * 25), 0);
  }

  private cue(context: SpanContext, { candidate }: Proposal): void {
    const { list } = this;
    const { page } = context;
    const { head, start, end } = candidate;
    const lemma = page.lemmas[head] ?? 0;
    const tag = page.tags[head] ?? 0;
    let signature = 0;
    const left = context.leftEdge[head] ?? head;
    const right = context.rightEdge[head] ?? head;
    for (let j = left; j <= right && j < left + 100; j++) {
      if (page.heads[j] !== head) continue;
      signature |= 1 << ((page.relations[j] ?? 0) % 31);
      list.two(30, page.relations[j] ?? 0, lemma);
      list.two(31, page.relations[j] ?? 0, page.words[context.leftEdge[j] ?? j] ?? 0);
    }
    list.one(32, lemma);
    list.two(33, lemma, tag);
    list.two(34, lemma, page.words[end] ?? 0);
    list.two(35, lemma, page.words[start - 1] ?? 0);
    list.two(36, tag, page.relations[head] ?? 0);
    list.two(37, tag, page.cues[head] ?? 0);
    list.two(38, tag, page.tags[start - 1] ?? 0);
    list.two(39, tag, page.tags[end] ?? 0);
    list.two(40, signature, tag);
    list.two(41, signature, lemma);
    const cluster = page.clusters[head] ?? 0;
    list.two(48, cluster, tag);
    list.two(49, cluster, signature);
    list.two(50, cluster, page.words[end] ?? 0);
    list.three(51, cluster, page.groups[start - 1] ?? 0, page.groups[end] ?? 0);
    list.two(42, page.quotations.state[head] ?? 0, tag);
    list.two(43, page.quotations.state[head] ?? 0, lemma);
    list.two(44, end - start, tag);
    list.two(45, page.words[start] ?? 0, page.words[end - 1] ?? 0);
    const governor = page.heads[head] ?? -1;
    list.three(46, page.relations[head] ?? 0, governor >= 0 ? (page.lemmas[governor] ?? 0) : 0, tag);
    list.three(
      47,
      page.relations[head] ?? 0,
      governor >= 0 ? (page.cues[governor] ?? 0) : 9,
      page.cues[head] ?? 0,
    );
  }

  private spans(context: SpanContext, proposal: Proposal, candidates: readonly Candidate[]): void {
    const { list } = this;
    const { page } = context;
    const { candidate, content, source } = proposal;
    const lemma = page.lemmas[candidate.head] ?? 0;
    const first = content[0] ?? 0;
    const last = content[content.length - 1] ?? 0;
    const side = last < candidate.start ? 0 : first >= candidate.end ? 1 : 2;
    let quoted = 0;
    for (const i of content) if ((page.quotations.of[i] ?? -1) >= 0) quoted++;
    const mode = quoted === 0 ? 0 : quoted === content.length ? 2 : 1;
    const sentences = Math.min(
      2,
      Math.abs((page.sentenceOf[first] ?? 0) - (page.sentenceOf[candidate.start] ?? 0)),
    );
    const rivals = rivalsIn(candidates, candidate, first, last);
    const speaker = source.length ? (source[source.length - 1] ?? 0) : -1;
    list.three(60, side, mode, sentences);
    list.two(61, page.words[first] ?? 0, side);
    list.three(62, page.words[first] ?? 0, lemma, side);
    list.two(63, distanceClass(content.length), side);
    list.three(64, distanceClass(content.length), mode, page.cues[candidate.head] ?? 0);
    list.two(65, lemma, mix(mode, side));
    list.two(66, Math.min(rivals, 3), side);
    list.two(67, page.tags[first] ?? 0, page.tags[first + 1] ?? 0);
    list.two(68, speaker < 0 ? 1 : (page.words[speaker] ?? 0), 0);
    list.three(
      69,
      speaker < 0 ? 61 : (page.tags[speaker] ?? 0),
      speaker < 0 ? 15 : (page.names[speaker] ?? 0),
      side,
    );
    list.two(70, speaker < 0 ? 61 : (page.tags[speaker] ?? 0), lemma);
    list.two(71, source.length ? (page.words[source[0] ?? 0] ?? 0) : 1, 0);
    list.two(72, page.words[last] ?? 0, side);
    list.two(73, page.words[last + 1] ?? 0, side);
    list.two(74, page.relations[first] ?? 0, side);
    list.two(75, distanceClass(Math.abs(first - candidate.end)), side);
    list.two(76, Math.min(3, page.paragraphOf[candidate.start] ?? 0), mode);
  }
}

/** How many other candidates stand inside the content, up to 3: more make no difference. */
function rivalsIn(candidates: readonly Candidate[], own: Candidate, first: number, last: number): number {
  let rivals = 0;
  for (let k = firstFrom(candidates, first + 1); k < candidates.length && rivals < 3; k++) {
    const candidate = candidates[k];
    if (!candidate || candidate.start > last) break;
    if (candidate.start !== own.start && candidate.end <= last) rivals++;
  }
  return rivals;
}

/** Says how probable it is that a proposal is an attribution at all (logistic regression). */
export class ProposalRater {
  private readonly features: RatingFeatures;

  private readonly scorer: Scorer;
  private readonly sum = new Float64Array(1);

  constructor(table: Table | PackedRows) {
    this.scorer = scorerOf(table);
    this.features = new RatingFeatures(table.bits);
  }

  rate(
    context: SpanContext,
    reading: WordReading,
    proposals: readonly Proposal[],
    candidates: readonly Candidate[],
  ): RatedProposal[] {
    return proposals.map((proposal) => {
      this.features.read(context, reading, proposal, candidates);
      const { ids, count } = this.features.list;
      this.sum[0] = 0;
      this.scorer.add(ids, 0, count, this.sum, 0);
      return { ...proposal, probability: 1 / (1 + Math.exp(-(this.sum[0] ?? 0) * this.scorer.scale)) };
    });
  }
}
