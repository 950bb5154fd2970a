import { FeatureList } from "#lib/pipeline/language/features";
import { mix } from "#lib/pipeline/language/hash";
import { TAGS } from "#lib/pipeline/language/tagger";
import type { Candidate, FirstReading } from "./candidates";
import { distanceClass, type SpanContext } from "./span-features";

/** Labels of the second model, which reads a page once for each candidate cue. */
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;
export const CUE_LABELS = 4;

const SENTENCES_BEFORE = 3;
const SENTENCES_AFTER = 6;
const MOST_TOKENS_BEFORE = 250;
const MOST_TOKENS_AFTER = 400;
/** Paragraphs that a quotation may go on for beyond its first. */
const MOST_PARAGRAPHS = 6;
const COLON = TAGS.indexOf(":");
const DEEPEST = 10;

/** The tokens [from, to) in which the source and content of a cue are looked for. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** The last paragraph that a quotation begun in `paragraph`, or announced by its colon, goes on to. */
function lastParagraph(context: SpanContext, paragraph: number, announces: boolean): number {
  const { paragraphs } = context.page.layout;
  const { quotations } = context.page;
  let last = announces && paragraph + 2 < paragraphs.length ? paragraph + 1 : paragraph;
  while (last < paragraph + MOST_PARAGRAPHS && last + 2 < paragraphs.length) {
    const next = quotations.quotations[quotations.of[paragraphs[last + 1] ?? 0] ?? -1];
    if (!next || next.continues < 0) break;
    last++;
  }
  return last;
}

/** Some sentences around the cue in its paragraph, whole quotations, and what a colon or an open quotation leads to. */
export function regionOf(context: SpanContext, cue: Candidate): Region {
  const { page } = context;
  const { paragraphs, sentences } = page.layout;
  const { quotations, of } = page.quotations;
  const paragraph = page.paragraphOf[cue.start] ?? 0;
  const sentence = page.sentenceOf[cue.start] ?? 0;
  const paragraphStart = paragraphs[paragraph] ?? 0;
  const paragraphEnd = paragraphs[paragraph + 1] ?? 0;
  const announces = page.tags[paragraphEnd - 1] === COLON && cue.end >= paragraphEnd - 12;
  const last = lastParagraph(context, paragraph, announces);
  const limit = paragraphs[last + 1] ?? paragraphEnd;
  const sentenceStart = sentences[Math.max(0, sentence - SENTENCES_BEFORE)] ?? 0;
  const opening = quotations[of[sentenceStart] ?? -1]?.start ?? sentenceStart;
  const sentenceEnd = sentences[Math.min(sentences.length - 1, sentence + 1 + SENTENCES_AFTER)] ?? limit;
  const closing = quotations[of[sentenceEnd - 1] ?? -1]?.end ?? sentenceEnd;
  const end = last > paragraph ? limit : Math.max(sentenceEnd, closing);
  return {
    from: Math.max(paragraphStart, Math.min(sentenceStart, opening), cue.start - MOST_TOKENS_BEFORE),
    to: Math.max(cue.end, Math.min(limit, end, cue.end + MOST_TOKENS_AFTER)),
  };
}

function probabilityClass(p: number): number {
  if (p < 0.03) return 0;
  if (p < 0.15) return 1;
  if (p < 0.4) return 2;
  if (p < 0.7) return 3;
  return p < 0.93 ? 4 : 5;
}

/** The features of tokens seen from one candidate cue. */
export class CueFeatures {
  readonly list: FeatureList;
  private context: SpanContext | null = null;
  private reading: FirstReading | null = null;
  private inCandidate = new Uint8Array(0);
  private candidatesBefore = new Int32Array(0);
  private classes = new Uint8Array(0);
  /** For the cue at hand: the depth of each token that its head depends on, and the relations down to it. */
  private readonly depthOf = new Map<number, number>();
  private readonly downTo: number[] = [];
  private cue: Candidate = { start: 0, end: 0, head: 0 };
  private lemma = 0;
  private kind = 0;
  private sureness = 0;
  private signature = 0;
  private path = 0;
  private arm = 0;
  private armNode = -1;
  private meets = 0;

  constructor(bits: number) {
    this.list = new FeatureList((1 << bits) - 1);
  }

  /** Turn to a page that the first model has read. */
  open(context: SpanContext, reading: FirstReading, candidates: readonly Candidate[]): void {
    const n = context.page.tokens.count;
    this.context = context;
    this.reading = reading;
    this.inCandidate = new Uint8Array(n);
    this.candidatesBefore = new Int32Array(n + 1);
    for (const candidate of candidates) {
      this.inCandidate.fill(1, candidate.start, candidate.end);
      this.candidatesBefore[candidate.start + 1] = 1;
    }
    for (let i = 0; i < n; i++)
      this.candidatesBefore[i + 1] = (this.candidatesBefore[i + 1] ?? 0) + (this.candidatesBefore[i] ?? 0);
    this.classes = new Uint8Array(n * 3);
    for (let i = 0; i < n; i++) {
      this.classes[i * 3] = probabilityClass(reading.source[i] ?? 0);
      this.classes[i * 3 + 1] = probabilityClass(reading.cue[i] ?? 0);
      this.classes[i * 3 + 2] = probabilityClass(reading.content[i] ?? 0);
    }
  }

  /** Turn to one candidate cue of the open page. */
  turnTo(cue: Candidate): void {
    if (!this.context || !this.reading) return;
    const { page } = this.context;
    this.cue = cue;
    this.lemma = page.lemmas[cue.head] ?? 0;
    this.kind = page.clusters[cue.head] ?? 0;
    let sum = 0;
    for (let i = cue.start; i < cue.end; i++) sum += this.reading.cue[i] ?? 0;
    this.sureness = probabilityClass(sum / (cue.end - cue.start));
    this.depthOf.clear();
    this.downTo.length = 0;
    let at = cue.head;
    let down = 0;
    for (let depth = 0; depth < DEEPEST && at >= 0; depth++) {
      this.depthOf.set(at, depth);
      this.downTo.push(down);
      down = mix(down, page.relations[at] ?? 0);
      at = page.heads[at] ?? -1;
    }
    this.signature = 0;
    const left = this.context.leftEdge[cue.head] ?? 0;
    const right = this.context.rightEdge[cue.head] ?? 0;
    for (let j = left; j <= right && j < left + 100; j++) {
      if (page.heads[j] === cue.head) this.signature |= 1 << ((page.relations[j] ?? 0) % 31);
    }
  }

  /** The way through the tree from token `i` to the cue. */
  private climb(i: number): void {
    const page = this.context?.page;
    if (!page) return;
    let at = i;
    let up = 0;
    let steps = 0;
    this.armNode = -1;
    while (steps < 24 && !this.depthOf.has(at)) {
      this.armNode = at;
      const relation = page.relations[at] ?? 0;
      up = steps < 2 ? mix(up, relation) : mix(relation, 5);
      at = page.heads[at] ?? -1;
      steps++;
      if (at < 0) break;
    }
    const depth = at < 0 ? 15 : (this.depthOf.get(at) ?? 14);
    this.meets = at < 0 || depth > 13 ? 15 : depth;
    const down = this.meets < 14 ? (this.downTo[this.meets] ?? 0) : 1;
    this.arm = this.armNode < 0 ? 60 : (page.relations[this.armNode] ?? 0);
    this.path = mix(mix(up, steps < 3 ? steps : 3), down);
  }

  /** Fill `list` for token `i`. */
  read(i: number): void {
    const { context, list } = this;
    if (!context || !this.reading) return;
    const { page } = context;
    const { cue } = this;
    list.clear();
    this.climb(i);
    const side = i < cue.start ? 0 : i < cue.end ? 1 : 2;
    const sentences = (page.sentenceOf[i] ?? 0) - (page.sentenceOf[cue.start] ?? 0);
    const place = mix(side, sentences < -1 ? -2 : sentences > 2 ? 3 : sentences);
    const first = this.reading.best[i] ?? 0;
    const near = side === 0 ? cue.start - i : side === 2 ? i - cue.end : 0;
    const far = distanceClass(near);
    const low = side === 0 ? i + 1 : cue.end;
    const high = side === 0 ? cue.start : i;
    const between =
      side === 1
        ? 0
        : Math.min(Math.max(0, (this.candidatesBefore[high] ?? 0) - (this.candidatesBefore[low] ?? 0)), 3);
    const commas =
      side === 1 ? 0 : Math.min(Math.max(0, (context.commas[high] ?? 0) - (context.commas[low] ?? 0)), 3);
    this.firstReading(i, place, first, between);
    this.distances(i, place, first, far, between, commas);
    this.way(i, side, place, first);
    this.wording(i, side, place, first);
    this.marks(i, side, place, first, between);
  }

  private firstReading(i: number, place: number, first: number, between: number): void {
    const { list, classes, reading } = this;
    const best = reading?.best;
    const s = classes[i * 3] ?? 0;
    const q = classes[i * 3 + 1] ?? 0;
    const c = classes[i * 3 + 2] ?? 0;
    list.one(200, place);
    list.two(201, place, first);
    list.three(202, place, s, between);
    list.three(203, place, q, this.inCandidate[i] ?? 0);
    list.three(204, place, c, between);
    list.three(205, mix(s, q), c, place);
    list.three(206, best?.[i - 1] ?? 9, first, best?.[i + 1] ?? 9);
    list.three(207, mix(best?.[i - 2] ?? 9, best?.[i - 1] ?? 9), first, place);
    list.three(208, mix(best?.[i + 2] ?? 9, best?.[i + 1] ?? 9), first, place);
    list.three(209, classes[i * 3 - 1] ?? 0, c, classes[i * 3 + 5] ?? 0);
    list.three(210, classes[i * 3 - 3] ?? 0, s, classes[i * 3 + 3] ?? 0);
    list.three(211, classes[i * 3 - 2] ?? 0, q, classes[i * 3 + 4] ?? 0);
    list.three(212, first, this.sureness, place);
    list.three(213, this.sureness, mix(s, c), between);
  }

  private distances(
    i: number,
    place: number,
    first: number,
    far: number,
    between: number,
    commas: number,
  ): void {
    const { list, context } = this;
    const q = context?.page.quotations.state[i] ?? 0;
    list.three(220, place, far, q);
    list.three(221, place, far, first);
    list.three(222, place, commas, first);
    list.three(223, place, between, first);
    list.three(224, place, mix(between, commas), mix(first, q));
    list.three(225, place, this.signature, first);
    list.three(226, place, mix(far, commas), this.lemma);
    list.three(227, place, between, mix(far, first));
  }

  private way(i: number, side: number, place: number, first: number): void {
    const { list, context } = this;
    if (!context) return;
    const { page } = context;
    const tag = page.tags[i] ?? 0;
    const cueTag = page.tags[this.cue.head] ?? 0;
    const arm = mix(this.arm, this.meets);
    const armLemma = this.armNode < 0 ? 1 : (page.lemmas[this.armNode] ?? 0);
    const atLeft = this.armNode >= 0 && context.leftEdge[this.armNode] === i ? 1 : 0;
    const atRight = this.armNode >= 0 && context.rightEdge[this.armNode] === i ? 1 : 0;
    const armStart = this.armNode < 0 ? 0 : (page.words[context.leftEdge[this.armNode] ?? 0] ?? 0);
    list.two(240, this.path, side);
    list.two(241, this.path, first);
    list.three(242, this.path, this.lemma, side);
    list.three(243, arm, this.lemma, side);
    list.three(244, this.path, this.kind, side);
    list.three(245, arm, this.kind, side);
    list.three(244, arm, first, place);
    list.three(245, arm, tag, side);
    list.three(246, arm, cueTag, side);
    list.three(247, arm, atLeft, mix(atRight, first));
    list.three(248, arm, armStart, side);
    list.three(249, arm, armLemma, side);
    list.three(250, arm, page.tags[this.armNode] ?? 60, mix(cueTag, side));
    list.three(251, arm, this.signature, side);
    list.three(252, this.path, cueTag, page.names[i] ?? 0);
    list.three(253, arm, mix(cueTag, page.names[this.armNode] ?? 0), first);
    list.three(254, this.path, tag, page.tags[i - 1] ?? 0);
    list.three(255, page.relations[i] ?? 0, page.heads[i] === this.cue.head ? 1 : 0, mix(first, side));
    list.three(256, page.relations[i] ?? 0, arm, side);
    list.three(
      257,
      this.armNode >= 0 && page.sentenceOf[i] === page.sentenceOf[this.cue.head] ? arm : 59,
      page.tags[i + 1] ?? 0,
      page.tags[i] ?? 0,
    );
  }

  private wording(i: number, side: number, place: number, first: number): void {
    const { list, context } = this;
    if (!context) return;
    const { page } = context;
    const word = page.words[i] ?? 0;
    const before = page.words[i - 1] ?? 0;
    const after = page.words[i + 1] ?? 0;
    const tag = page.tags[i] ?? 0;
    list.two(260, word, side);
    list.two(261, before, side);
    list.two(262, after, side);
    list.three(263, before, word, side);
    list.three(264, word, after, side);
    list.two(265, tag, place);
    list.three(266, tag, page.tags[i - 1] ?? 0, side);
    list.three(267, tag, page.tags[i + 1] ?? 0, side);
    list.three(268, this.lemma, side, first);
    list.three(269, this.lemma, word, side);
    list.three(270, this.lemma, tag, side);
    list.three(280, this.kind, side, first);
    list.three(281, this.kind, tag, side);
    list.three(282, this.kind, page.clusters[i] ?? 0, side);
    list.two(283, page.clusters[i] ?? 0, side);
    list.two(284, page.clusters[i - 1] ?? 0, side);
    list.two(285, page.clusters[i + 1] ?? 0, side);
    list.three(286, page.groups[i - 1] ?? 0, mix(page.groups[i] ?? 0, page.groups[i + 1] ?? 0), side);
    list.three(271, page.words[this.cue.end] ?? 0, side, first);
    list.three(272, page.words[this.cue.start - 1] ?? 0, side, first);
    list.three(273, page.tags[this.cue.end] ?? 0, page.tags[this.cue.start - 1] ?? 0, mix(side, first));
    list.three(274, page.tags[i - 1] ?? 0, mix(tag, page.tags[i + 1] ?? 0), side);
    list.three(275, page.cues[i] ?? 0, tag, place);
    list.three(276, page.names[i] ?? 0, tag, place);
    list.three(277, mix(page.tags[i - 2] ?? 0, page.tags[i - 1] ?? 0), tag, side);
    list.three(278, mix(page.tags[i + 2] ?? 0, page.tags[i + 1] ?? 0), tag, side);
    list.two(279, page.lexemes[i]?.shape ?? 0, side);
  }

  private marks(i: number, side: number, place: number, first: number, between: number): void {
    const { list, context, cue } = this;
    if (!context) return;
    const { quotations, words } = context.page;
    const q = quotations.state[i] ?? 0;
    const cueQuotes = quotations.state[cue.start] ?? 0;
    const of = quotations.of[i] ?? -1;
    const quotation = quotations.quotations[of];
    const touches = !quotation
      ? 0
      : quotation.start >= cue.end && quotation.start <= cue.end + 2
        ? 1
        : quotation.end <= cue.start && quotation.end >= cue.start - 6
          ? 2
          : 3;
    const isSame = of >= 0 && of === quotations.of[cue.start] ? 1 : 0;
    list.three(290, q, cueQuotes, mix(isSame, place));
    list.three(291, touches, first, place);
    list.three(292, touches, between, mix(q, place));
    list.three(293, quotations.state[i - 1] ?? 0, q, mix(quotations.state[i + 1] ?? 0, side));
    if (!quotation) return;
    list.three(294, words[quotation.end] ?? 0, place, between);
    list.three(295, words[quotation.start - 1] ?? 0, place, between);
    list.three(296, words[quotation.start - 1] ?? 0, this.lemma, side);
  }
}
