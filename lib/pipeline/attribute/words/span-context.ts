import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";

/** A page with what the span models ask of every token. */
export interface SpanPage extends ParsedPage {
  readonly lemmas: Int32Array;
  /** The class of each token as a possible cue, 0 (never seen as one) to 6 (nearly always). */
  readonly cues: Uint8Array;
}

const COMMA = TAGS.indexOf(",");
const LIKELY = 3;

/** Distances in classes: 0, 1, 2, 3-4, 5-8, 9-15, 16-30, more. */
export function distanceClass(n: number): number {
  if (n < 3) return n;
  if (n < 5) return 3;
  if (n < 9) return 4;
  if (n < 16) return 5;
  return n < 31 ? 6 : 7;
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
