import { FeatureList } from "#lib/pipeline/language/features";
import { mix } from "#lib/pipeline/language/hash";
import type { ParsedPage } from "#lib/pipeline/language/syntax";
import { TAGS } from "#lib/pipeline/language/tagger";
import type { Encoded } from "./chain";

/** A page with what the span models ask of every token. */
export interface SpanPage extends ParsedPage {
  readonly lemmas: Int32Array;
  /** The class of each token as a possible cue, 0 (never seen as one) to 6 (nearly always). */
  readonly cues: Uint8Array;
}

const VERB = Uint8Array.from(TAGS, (tag) => (tag.startsWith("VB") ? 1 : 0));
const COMMA = TAGS.indexOf(",");
const START = 11;
const END = 13;
const LIKELY = 3;
const FARTHEST_ANCESTOR = 12;

/** Distances in classes: 0, 1, 2, 3-4, 5-8, 9-15, 16-30, more. */
export function distanceClass(n: number): number {
  if (n < 3) return n;
  if (n < 5) return 3;
  if (n < 9) return 4;
  if (n < 16) return 5;
  return n < 31 ? 6 : 7;
}

/** `list[j]` inside of [from, to), and what stands for the outside before and after it. No closure: this runs for every token. */
function valueAt(
  list: ArrayLike<number>,
  j: number,
  from: number,
  to: number,
  before: number,
  after: number,
): number {
  return j < from ? before : j >= to ? after : (list[j] ?? 0);
}

/** What the features of many tokens share, computed once a page. */
export class SpanContext {
  readonly lastCue: Int32Array;
  readonly nextCue: Int32Array;
  readonly commas: Int32Array;
  /** For each sentence: its likeliest cue's class, plus 8 where it holds a quotation mark. */
  readonly traits: Uint8Array;
  /** First and last token of what depends on each token, itself included. */
  readonly leftEdge: Int32Array;
  readonly rightEdge: Int32Array;

  constructor(readonly page: SpanPage) {
    const n = page.tokens.count;
    this.lastCue = new Int32Array(n).fill(-1);
    this.nextCue = new Int32Array(n).fill(-1);
    this.commas = new Int32Array(n + 1);
    this.leftEdge = Int32Array.from({ length: n }, (_, i) => i);
    this.rightEdge = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n; i++) this.commas[i + 1] = (this.commas[i] ?? 0) + (page.tags[i] === COMMA ? 1 : 0);
    const { sentences } = page.layout;
    this.traits = new Uint8Array(sentences.length + 1);
    for (let k = 0; k + 1 < sentences.length; k++) {
      this.sentence(sentences[k] ?? 0, sentences[k + 1] ?? 0);
      this.traits[k] = this.traitsOf(sentences[k] ?? 0, sentences[k + 1] ?? 0);
    }
  }

  private isCue(i: number): boolean {
    return (this.page.cues[i] ?? 0) >= LIKELY && this.page.quotations.state[i] !== 1;
  }

  private traitsOf(from: number, to: number): number {
    let cue = 0;
    let quote = 0;
    for (let i = from; i < to; i++) {
      if (this.page.quotations.state[i] !== 1) cue = Math.max(cue, this.page.cues[i] ?? 0);
      if ((this.page.quotations.state[i] ?? 0) > 1) quote = 8;
    }
    return cue + quote;
  }

  private sentence(from: number, to: number): void {
    let last = -1;
    for (let i = from; i < to; i++) {
      this.lastCue[i] = last;
      if (this.isCue(i)) last = i;
    }
    last = -1;
    for (let i = to - 1; i >= from; i--) {
      this.nextCue[i] = last;
      if (this.isCue(i)) last = i;
    }
    const { heads } = this.page;
    for (let i = from; i < to; i++) {
      let head = heads[i] ?? -1;
      for (let steps = 0; head >= 0 && steps < 30; steps++) {
        if (i < (this.leftEdge[head] ?? 0)) this.leftEdge[head] = i;
        if (i > (this.rightEdge[head] ?? 0)) this.rightEdge[head] = i;
        head = heads[head] ?? -1;
      }
    }
  }
}

/** The features of one token for the model that finds sources, cues and contents. */
export class SpanFeatures {
  readonly list: FeatureList;

  constructor(bits: number) {
    this.list = new FeatureList((1 << bits) - 1);
  }

  /** Fill `list` for token `i` of the page. */
  read(context: SpanContext, i: number): void {
    const { page } = context;
    const { list } = this;
    list.clear();
    const paragraph = page.paragraphOf[i] ?? 0;
    const from = page.layout.paragraphs[paragraph] ?? 0;
    const to = page.layout.paragraphs[paragraph + 1] ?? 0;
    this.words(page, i, from, to);
    this.position(context, i, from, to, paragraph);
    this.nearCues(context, i);
    this.quotation(context, i, from, to);
    this.tree(context, i);
    this.alike(context, i, from, to);
  }

  /** What holds for words of the same kind, by cluster and by group of clusters. */
  private alike({ page, lastCue, nextCue }: SpanContext, i: number, from: number, to: number): void {
    const { list } = this;
    const { clusters, groups, heads, relations } = page;
    const q = page.quotations.state[i] ?? 0;
    const head = heads[i] ?? -1;
    const last = lastCue[i] ?? -1;
    const next = nextCue[i] ?? -1;
    list.two(150, valueAt(clusters, i, from, to, 999, 999), q);
    list.one(151, valueAt(clusters, i - 1, from, to, 999, 999));
    list.one(152, valueAt(clusters, i + 1, from, to, 999, 999));
    list.two(153, valueAt(clusters, i, from, to, 999, 999), valueAt(groups, i + 1, from, to, 99, 99));
    list.two(154, valueAt(groups, i - 1, from, to, 99, 99), valueAt(clusters, i, from, to, 999, 999));
    list.three(
      155,
      valueAt(groups, i - 1, from, to, 99, 99),
      valueAt(groups, i, from, to, 99, 99),
      valueAt(groups, i + 1, from, to, 99, 99),
    );
    list.two(156, valueAt(clusters, i, from, to, 999, 999), page.tags[i + 1] ?? 0);
    list.two(157, head < 0 ? 998 : (clusters[head] ?? 0), relations[i] ?? 0);
    list.three(
      158,
      head < 0 ? 98 : (groups[head] ?? 0),
      relations[i] ?? 0,
      valueAt(groups, i, from, to, 99, 99),
    );
    list.two(159, valueAt(clusters, i, from, to, 999, 999), page.relations[i] ?? 0);
    list.two(160, last < 0 ? 998 : (clusters[last] ?? 0), q);
    list.two(161, next < 0 ? 998 : (clusters[next] ?? 0), q);
    list.three(
      162,
      valueAt(groups, i + 1, from, to, 99, 99),
      valueAt(groups, i + 2, from, to, 99, 99),
      page.tags[i] ?? 0,
    );
  }

  private words(page: SpanPage, i: number, from: number, to: number): void {
    const { list } = this;
    const lexeme = page.lexemes[i];
    const w = valueAt(page.words, i, from, to, START, END);
    const t = valueAt(page.tags, i, from, to, 61, 62);
    const q = page.quotations.state[i] ?? 0;
    const before = valueAt(page.words, i - 1, from, to, START, END);
    const after = valueAt(page.words, i + 1, from, to, START, END);
    list.one(1, 0);
    list.one(2, w);
    list.one(3, before);
    list.one(4, after);
    list.one(5, valueAt(page.words, i - 2, from, to, START, END));
    list.one(6, valueAt(page.words, i + 2, from, to, START, END));
    list.one(7, valueAt(page.words, i - 3, from, to, START, END));
    list.one(8, valueAt(page.words, i + 3, from, to, START, END));
    list.two(9, w, after);
    list.two(10, before, w);
    list.two(11, before, after);
    list.two(12, valueAt(page.words, i - 2, from, to, START, END), before);
    list.two(13, after, valueAt(page.words, i + 2, from, to, START, END));
    list.one(14, page.lemmas[i] ?? 0);
    list.one(15, lexeme?.suffix3 ?? 0);
    list.one(16, lexeme?.suffix2 ?? 0);
    list.one(17, lexeme?.prefix3 ?? 0);
    list.one(18, lexeme?.shape ?? 0);
    list.three(19, page.lexemes[i - 1]?.shape ?? 0, lexeme?.shape ?? 0, page.lexemes[i + 1]?.shape ?? 0);
    list.one(20, t);
    list.one(21, valueAt(page.tags, i - 1, from, to, 61, 62));
    list.one(22, valueAt(page.tags, i + 1, from, to, 61, 62));
    list.one(23, valueAt(page.tags, i - 2, from, to, 61, 62));
    list.one(24, valueAt(page.tags, i + 2, from, to, 61, 62));
    list.one(25, valueAt(page.tags, i - 3, from, to, 61, 62));
    list.one(26, valueAt(page.tags, i + 3, from, to, 61, 62));
    list.two(27, valueAt(page.tags, i - 1, from, to, 61, 62), t);
    list.two(28, t, valueAt(page.tags, i + 1, from, to, 61, 62));
    list.three(
      29,
      valueAt(page.tags, i - 1, from, to, 61, 62),
      t,
      valueAt(page.tags, i + 1, from, to, 61, 62),
    );
    list.three(
      30,
      t,
      valueAt(page.tags, i + 1, from, to, 61, 62),
      valueAt(page.tags, i + 2, from, to, 61, 62),
    );
    list.three(
      31,
      valueAt(page.tags, i - 2, from, to, 61, 62),
      valueAt(page.tags, i - 1, from, to, 61, 62),
      t,
    );
    list.two(32, w, valueAt(page.tags, i + 1, from, to, 61, 62));
    list.two(33, valueAt(page.tags, i - 1, from, to, 61, 62), w);
    list.two(34, t, q);
    list.two(35, valueAt(page.names, i, from, to, 15, 15), t);
    list.three(
      36,
      valueAt(page.names, i - 1, from, to, 15, 15),
      valueAt(page.names, i, from, to, 15, 15),
      valueAt(page.names, i + 1, from, to, 15, 15),
    );
    list.two(37, valueAt(page.cues, i, from, to, 9, 9), t);
    list.three(
      38,
      valueAt(page.cues, i - 1, from, to, 9, 9),
      valueAt(page.cues, i, from, to, 9, 9),
      valueAt(page.cues, i + 1, from, to, 9, 9),
    );
    list.three(
      39,
      valueAt(page.cues, i, from, to, 9, 9),
      valueAt(page.tags, i + 1, from, to, 61, 62),
      valueAt(page.tags, i - 1, from, to, 61, 62),
    );
    list.two(40, valueAt(page.cues, i, from, to, 9, 9), after);
    list.two(41, valueAt(page.cues, i - 1, from, to, 9, 9), w);
    list.two(42, valueAt(page.cues, i + 1, from, to, 9, 9), w);
    list.two(
      43,
      page.lemmas[i] ?? 0,
      mix(valueAt(page.tags, i - 1, from, to, 61, 62), valueAt(page.tags, i + 1, from, to, 61, 62)),
    );
    list.two(44, page.lemmas[i] ?? 0, after);
    list.two(
      45,
      mix(valueAt(page.cues, i - 2, from, to, 9, 9), valueAt(page.cues, i - 1, from, to, 9, 9)),
      mix(t, valueAt(page.cues, i + 1, from, to, 9, 9)),
    );
  }

  private position(context: SpanContext, i: number, from: number, to: number, paragraph: number): void {
    const { list } = this;
    const { page } = context;
    const sentence = page.sentenceOf[i] ?? 0;
    const start = page.layout.sentences[sentence] ?? 0;
    const end = page.layout.sentences[sentence + 1] ?? 0;
    const q = page.quotations.state[i] ?? 0;
    list.two(50, distanceClass(i - start), q);
    list.two(51, distanceClass(end - 1 - i), q);
    list.two(52, start === from ? 1 : 0, q);
    list.one(53, page.words[start] ?? 0);
    list.two(54, page.quotations.state[start] ?? 0, q);
    list.one(55, page.words[Math.max(start, end - 2)] ?? 0);
    list.one(56, paragraph < 3 ? paragraph : 3);
    list.two(57, page.tags[start] ?? 0, page.words[start + 1] ?? 0);
    list.two(58, page.words[end - 1] ?? 0, q);
    const own = context.traits[sentence] ?? 0;
    const before = start > from ? (context.traits[sentence - 1] ?? 0) : 20;
    const after = end < to ? (context.traits[sentence + 1] ?? 0) : 20;
    list.three(140, own, before, q);
    list.three(141, own, after, q);
    list.three(142, own, page.words[start] ?? 0, q);
    list.three(143, before, page.words[start] ?? 0, own);
    list.three(144, own, page.tags[i] ?? 0, page.relations[i] ?? 0);
  }

  private nearCues(context: SpanContext, i: number): void {
    const { list } = this;
    const { page } = context;
    const q = page.quotations.state[i] ?? 0;
    const last = context.lastCue[i] ?? -1;
    const next = context.nextCue[i] ?? -1;
    list.three(60, page.cues[i] ?? 0, (last >= 0 ? 2 : 0) + (next >= 0 ? 1 : 0), q);
    if (last >= 0) {
      const far = distanceClass(i - last);
      const commas = Math.min((context.commas[i + 1] ?? 0) - (context.commas[last + 1] ?? 0), 3);
      list.one(61, page.lemmas[last] ?? 0);
      list.three(62, far, q, page.cues[last] ?? 0);
      list.two(63, page.lemmas[last] ?? 0, page.words[last + 1] ?? 0);
      list.three(64, page.words[last + 1] ?? 0, page.words[last + 2] ?? 0, q);
      list.two(65, page.lemmas[last] ?? 0, page.words[last - 1] ?? 0);
      list.three(66, commas, q, far);
      list.three(67, page.lemmas[last] ?? 0, page.tags[last] ?? 0, commas);
    }
    if (next >= 0) {
      const far = distanceClass(next - i);
      const commas = Math.min((context.commas[next] ?? 0) - (context.commas[i] ?? 0), 3);
      list.one(71, page.lemmas[next] ?? 0);
      list.three(72, far, q, page.cues[next] ?? 0);
      list.two(73, page.lemmas[next] ?? 0, page.words[next + 1] ?? 0);
      list.two(74, page.lemmas[next] ?? 0, page.words[next - 1] ?? 0);
      list.two(75, page.words[next - 1] ?? 0, page.words[next - 2] ?? 0);
      list.three(76, commas, q, far);
      list.three(77, page.lemmas[next] ?? 0, page.tags[next] ?? 0, commas);
    }
  }

  private quotation(context: SpanContext, i: number, from: number, to: number): void {
    const { list } = this;
    const { page } = context;
    const q = page.quotations.state[i] ?? 0;
    const quotation = page.quotations.quotations[page.quotations.of[i] ?? -1];
    list.three(80, i > from ? (page.quotations.state[i - 1] ?? 0) : 0, q, page.quotations.state[i + 1] ?? 0);
    const sentence = page.sentenceOf[i] ?? 0;
    if (!quotation) {
      const start = page.layout.sentences[sentence] ?? 0;
      const end = page.layout.sentences[sentence + 1] ?? 0;
      let opens = 0;
      for (let j = i + 1; j < end && j < i + 12 && !opens; j++)
        if (page.quotations.state[j] === 2) opens = j - i;
      let closed = 0;
      for (let j = i - 1; j >= start && j > i - 12 && !closed; j--)
        if (page.quotations.state[j] === 3) closed = i - j;
      list.two(81, distanceClass(opens), distanceClass(closed));
      return;
    }
    const before = quotation.start - 1;
    const after = quotation.end;
    const atStart = quotation.start === from ? 1 : 0;
    const atEnd = quotation.end === to ? 1 : 0;
    const length = distanceClass((quotation.end - quotation.start) >> 1);
    list.one(82, valueAt(page.words, before, from, to, START, END));
    list.one(83, valueAt(page.words, after, from, to, START, END));
    list.two(
      84,
      valueAt(page.words, after, from, to, START, END),
      valueAt(page.words, after + 1, from, to, START, END),
    );
    list.two(
      85,
      valueAt(page.words, before - 1, from, to, START, END),
      valueAt(page.words, before, from, to, START, END),
    );
    list.one(86, length);
    list.three(87, quotation.isClosed ? 1 : 0, atStart, atEnd);
    const next = context.nextCue[quotation.end - 1] ?? -1;
    const last = context.lastCue[quotation.start] ?? -1;
    list.two(
      88,
      next < 0 ? 8 : distanceClass(next - quotation.end),
      last < 0 ? 8 : distanceClass(before - last),
    );
    list.three(89, length, atStart, page.tags[after] ?? 0);
    list.two(90, quotation.continues >= 0 ? 1 : 0, atStart);
  }

  private tree(context: SpanContext, i: number): void {
    const { list } = this;
    const { page } = context;
    const { heads, relations, lemmas, tags, cues } = page;
    const q = page.quotations.state[i] ?? 0;
    const head = heads[i] ?? -1;
    const relation = relations[i] ?? 0;
    list.one(100, relation);
    list.one(101, head >= 0 ? (lemmas[head] ?? 0) : 3);
    list.two(102, relation, head >= 0 ? (lemmas[head] ?? 0) : 3);
    list.two(103, head >= 0 ? (tags[head] ?? 0) : 60, relation);
    list.two(104, head < 0 ? 2 : head < i ? 0 : 1, distanceClass(Math.abs(head - i)));
    list.two(105, relation, (context.rightEdge[i] ?? i) - i > 0 ? 1 : 0);
    let at = i;
    let verbs = 0;
    let steps = 0;
    let likely = 0;
    while ((heads[at] ?? -1) >= 0 && steps < FARTHEST_ANCESTOR) {
      const via = relations[at] ?? 0;
      at = heads[at] ?? 0;
      steps++;
      const side = at < i ? 1 : 0;
      if (VERB[tags[at] ?? 0] === 1 && verbs < 2) {
        list.three(106 + verbs, lemmas[at] ?? 0, via, 0);
        list.three(108 + verbs, via, side, q);
        list.three(110 + verbs, via, side, mix(cues[at] ?? 0, steps === 1 ? relation : 50));
        verbs++;
      }
      if ((cues[at] ?? 0) >= LIKELY && likely < 2) {
        list.two(112 + likely, lemmas[at] ?? 0, via);
        list.three(114 + likely, via, side, q);
        list.three(116 + likely, via, cues[at] ?? 0, distanceClass(steps));
        likely++;
      }
    }
    list.one(120, steps < 10 ? steps : 10);
    list.two(121, likely, mix(verbs, q));
    this.children(context, i);
  }

  /** For a possible cue: what depends on it, as a signature. */
  private children(context: SpanContext, i: number): void {
    const { page } = context;
    const { list } = this;
    if (VERB[page.tags[i] ?? 0] !== 1 && (page.cues[i] ?? 0) < 2) return;
    const from = context.leftEdge[i] ?? i;
    const to = context.rightEdge[i] ?? i;
    let signature = 0;
    for (let j = from; j <= to && j < from + 80; j++) {
      if (page.heads[j] !== i) continue;
      const relation = page.relations[j] ?? 0;
      if (CORE[relation] === 0) continue;
      signature |= 1 << (CORE[relation] ?? 0);
      list.three(130, relation, j < i ? 0 : 1, page.lemmas[i] ?? 0);
      list.three(131, relation, page.tags[j] ?? 0, page.cues[i] ?? 0);
      list.two(132, relation, page.words[j] ?? 0);
      list.three(133, relation, page.words[context.leftEdge[j] ?? j] ?? 0, page.cues[i] ?? 0);
      list.three(134, relation, page.names[j] ?? 0, page.cues[i] ?? 0);
      list.three(138, relation, page.groups[j] ?? 0, page.clusters[i] ?? 0);
    }
    list.two(135, signature, page.cues[i] ?? 0);
    list.two(136, signature, page.lemmas[i] ?? 0);
    list.two(139, signature, page.clusters[i] ?? 0);
    const head = page.heads[i] ?? -1;
    list.three(137, signature, page.relations[i] ?? 0, head >= 0 ? (page.cues[head] ?? 0) : 9);
  }
}

/** The features of all tokens of a page. */
export function encodeSpans(context: SpanContext, features: SpanFeatures): Encoded {
  const n = context.page.tokens.count;
  const offset = new Int32Array(n + 1);
  let ids = new Int32Array(n * 150 + 300);
  let size = 0;
  for (let i = 0; i < n; i++) {
    offset[i] = size;
    features.read(context, i);
    const { list } = features;
    if (size + list.count > ids.length) {
      const more = new Int32Array(ids.length * 2);
      more.set(ids);
      ids = more;
    }
    for (let k = 0; k < list.count; k++) ids[size++] = list.ids[k] ?? 0;
  }
  offset[n] = size;
  return { offset, ids: ids.slice(0, size) };
}

/** Relations that make a signature: number of the bit, 0 for the others. Indexes are those of RELATIONS. */
const CORE = new Uint8Array(64);
[4, 26, 8, 15, 16, 17, 3, 29, 7 + 16, 22].forEach((relation, bit) => {
  CORE[relation] = bit + 1;
});
