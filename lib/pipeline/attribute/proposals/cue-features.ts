import { TAGS } from "#lib/english/treebank/tagger";
import { FeatureList } from "#lib/models/features";
import { mix } from "#lib/models/hash";
import type { SpanContext, SpanPage } from "#lib/pipeline/attribute/words/span-context";
import type { Candidate, WordReading } from "#lib/pipeline/attribute/words/word-reader";
import { CueView } from "./cue-view";

/** Labels of the cue reader, which reads a page once for each candidate cue. */
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

/** Groups of features, by what they depend on. */
export const STANDING = 0;
export const SURENESS = 1;
export const FROM_CUE = 2;
export const WORDING = 3;
export const PLACED = 4;
export const QUOTING = 5;
export const PATH = 6;
export const ARM = 7;
export const REST = 8;

/**
 * The features of tokens seen from one candidate cue, in groups: those of a group depend on the same few things, so that
 * whoever scores a page may sum each group once for all tokens and cues that are alike in them.
 */
export class CueFeatures {
  readonly list: FeatureList;
  readonly view = new CueView();

  constructor(bits: number) {
    this.list = new FeatureList((1 << bits) - 1);
  }

  /** Turn to a page that the word reader has read. */
  open(context: SpanContext, reading: WordReading, candidates: readonly Candidate[]): void {
    this.view.open(context, reading, candidates);
  }

  /** Turn to one candidate cue of the open page. */
  turnTo(cue: Candidate): void {
    this.view.turnTo(cue);
  }

  /** Fill `list` for token `i`. */
  read(i: number): void {
    this.list.clear();
    if (!this.view.look(i)) return;
    for (let group = 0; group <= REST; group++) this.add(group);
  }

  /** Add one group's features of the token that the view looks at. */
  add(group: number): void {
    const { context, reading } = this.view;
    if (!context || !reading) return;
    if (group === STANDING) this.standing(context.page);
    else if (group === SURENESS) this.sureness();
    else if (group === FROM_CUE) this.fromCue(context.page);
    else if (group === WORDING) this.wording(context.page, reading.best);
    else if (group === PLACED) this.placed(context.page, reading.best);
    else if (group === QUOTING) this.quoting();
    else if (group === PATH) this.path();
    else if (group === ARM) this.arm(context);
    else this.rest(context);
  }

  /** Depends on the place of the token: its class of distance, and what stands between it and the cue. */
  private standing(page: SpanPage): void {
    const { list } = this;
    const { place, first, far, between, commas, token } = this.view;
    const q = page.quotations.state[token] ?? 0;
    list.one(200, place);
    list.two(201, place, first);
    list.three(220, place, far, q);
    list.three(221, place, far, first);
    list.three(222, place, commas, first);
    list.three(223, place, between, first);
    list.three(224, place, mix(between, commas), mix(first, q));
    list.three(227, place, between, mix(far, first));
  }

  /** Depends on how sure the word reader is of the token's roles. */
  private sureness(): void {
    const { list } = this;
    const { place, between, source, cueing, content, isCandidate } = this.view;
    list.three(202, place, source, between);
    list.three(203, place, cueing, isCandidate);
    list.three(204, place, content, between);
    list.three(205, mix(source, cueing), content, place);
  }

  /** Depends on the cue, and of the token on its place and first label alone. */
  private fromCue(page: SpanPage): void {
    const { list } = this;
    const { place, side, first, cue, lemma, kind } = this.view;
    list.three(212, first, this.view.sureness, place);
    list.three(225, place, this.view.signature, first);
    list.three(268, lemma, side, first);
    list.three(271, page.words[cue.end] ?? 0, side, first);
    list.three(272, page.words[cue.start - 1] ?? 0, side, first);
    list.three(273, page.tags[cue.end] ?? 0, page.tags[cue.start - 1] ?? 0, mix(side, first));
    list.three(280, kind, side, first);
  }

  /** Depends on the token and its neighbours, and of the cue on its side alone. */
  private wording(page: SpanPage, best: Uint8Array): void {
    const { list } = this;
    const { side, token: i, first, source, cueing, content, classes } = this.view;
    const word = page.words[i] ?? 0;
    const before = page.words[i - 1] ?? 0;
    const after = page.words[i + 1] ?? 0;
    const tag = page.tags[i] ?? 0;
    const { state } = page.quotations;
    list.three(206, best[i - 1] ?? 9, first, best[i + 1] ?? 9);
    list.three(209, classes[i * 3 - 1] ?? 0, content, classes[i * 3 + 5] ?? 0);
    list.three(210, classes[i * 3 - 3] ?? 0, source, classes[i * 3 + 3] ?? 0);
    list.three(211, classes[i * 3 - 2] ?? 0, cueing, classes[i * 3 + 4] ?? 0);
    list.two(260, word, side);
    list.two(261, before, side);
    list.two(262, after, side);
    list.three(263, before, word, side);
    list.three(264, word, after, side);
    list.three(266, tag, page.tags[i - 1] ?? 0, side);
    list.three(267, tag, page.tags[i + 1] ?? 0, side);
    list.two(283, page.clusters[i] ?? 0, side);
    list.two(284, page.clusters[i - 1] ?? 0, side);
    list.two(285, page.clusters[i + 1] ?? 0, side);
    list.three(286, page.groups[i - 1] ?? 0, mix(page.groups[i] ?? 0, page.groups[i + 1] ?? 0), side);
    list.three(274, page.tags[i - 1] ?? 0, mix(tag, page.tags[i + 1] ?? 0), side);
    list.three(277, mix(page.tags[i - 2] ?? 0, page.tags[i - 1] ?? 0), tag, side);
    list.three(278, mix(page.tags[i + 2] ?? 0, page.tags[i + 1] ?? 0), tag, side);
    list.two(279, page.lexemes[i]?.shape ?? 0, side);
    list.three(293, state[i - 1] ?? 0, state[i] ?? 0, mix(state[i + 1] ?? 0, side));
  }

  /** Depends on the token, and of the cue on its place alone. */
  private placed(page: SpanPage, best: Uint8Array): void {
    const { list } = this;
    const { place, first, token: i } = this.view;
    const tag = page.tags[i] ?? 0;
    list.three(207, mix(best[i - 2] ?? 9, best[i - 1] ?? 9), first, place);
    list.three(208, mix(best[i + 2] ?? 9, best[i + 1] ?? 9), first, place);
    list.two(265, tag, place);
    list.three(275, page.cues[i] ?? 0, tag, place);
    list.three(276, page.names[i] ?? 0, tag, place);
  }

  /** Depends on the quotation marks around token and cue. */
  private quoting(): void {
    const { list } = this;
    const { place, first, between, quote, cueQuote, isSameQuote, touches } = this.view;
    list.three(290, quote, cueQuote, mix(isSameQuote, place));
    list.three(291, touches, first, place);
    list.three(292, touches, between, mix(quote, place));
  }

  /** Depends on the way through the tree. */
  private path(): void {
    const { list } = this;
    const { path, side, lemma, kind } = this.view;
    list.two(240, path, side);
    list.three(242, path, lemma, side);
    list.three(244, path, kind, side);
  }

  /** Depends on the subtree beside the cue that the token is in. */
  private arm({ page, leftEdge }: SpanContext): void {
    const { list } = this;
    const { arm, armNode, side, lemma, kind, cue } = this.view;
    const cueTag = page.tags[cue.head] ?? 0;
    const armLemma = armNode < 0 ? 1 : (page.lemmas[armNode] ?? 0);
    const armStart = armNode < 0 ? 0 : (page.words[leftEdge[armNode] ?? 0] ?? 0);
    list.three(243, arm, lemma, side);
    list.three(245, arm, kind, side);
    list.three(246, arm, cueTag, side);
    list.three(248, arm, armStart, side);
    list.three(249, arm, armLemma, side);
    list.three(250, arm, page.tags[armNode] ?? 60, mix(cueTag, side));
    list.three(251, arm, this.view.signature, side);
  }

  /** Depends on both token and cue. */
  private rest({ page, leftEdge, rightEdge }: SpanContext): void {
    const { list } = this;
    const { place, side, first, far, between, commas, cue, lemma, kind, token: i } = this.view;
    const { arm, armNode, path, source, content } = this.view;
    const tag = page.tags[i] ?? 0;
    const cueTag = page.tags[cue.head] ?? 0;
    const relation = page.relations[i] ?? 0;
    const atLeft = armNode >= 0 && leftEdge[armNode] === i ? 1 : 0;
    const atRight = armNode >= 0 && rightEdge[armNode] === i ? 1 : 0;
    const isInSentence = armNode >= 0 && page.sentenceOf[i] === page.sentenceOf[cue.head];
    list.three(213, this.view.sureness, mix(source, content), between);
    list.three(226, place, mix(far, commas), lemma);
    list.two(241, path, first);
    list.three(244, arm, first, place);
    list.three(245, arm, tag, side);
    list.three(247, arm, atLeft, mix(atRight, first));
    list.three(252, path, cueTag, page.names[i] ?? 0);
    list.three(253, arm, mix(cueTag, page.names[armNode] ?? 0), first);
    list.three(254, path, tag, page.tags[i - 1] ?? 0);
    list.three(255, relation, page.heads[i] === cue.head ? 1 : 0, mix(first, side));
    list.three(256, relation, arm, side);
    list.three(257, isInSentence ? arm : 59, page.tags[i + 1] ?? 0, tag);
    list.three(269, lemma, page.words[i] ?? 0, side);
    list.three(270, lemma, tag, side);
    list.three(281, kind, tag, side);
    list.three(282, kind, page.clusters[i] ?? 0, side);
    const { quotation } = this.view;
    if (!quotation) return;
    list.three(294, page.words[quotation.end] ?? 0, place, between);
    list.three(295, page.words[quotation.start - 1] ?? 0, place, between);
    list.three(296, page.words[quotation.start - 1] ?? 0, lemma, side);
  }
}
