import type { Quotation } from "#lib/english/treebank/quotations";
import { mix } from "#lib/models/hash";
import { distanceClass, type SpanContext } from "#lib/pipeline/attribute/words/span-context";
import type { Candidate, WordReading } from "#lib/pipeline/attribute/words/word-reader";

const DEEPEST = 10;
/** Steps up the tree that are taken from a token. */
const FARTHEST = 24;

/** Numbers of the places that a token can have as seen from a cue: three sides, six distances in sentences. */
export const PLACES = 18;

function probabilityClass(p: number): number {
  if (p < 0.03) return 0;
  if (p < 0.15) return 1;
  if (p < 0.4) return 2;
  if (p < 0.7) return 3;
  return p < 0.93 ? 4 : 5;
}

/** What a token is to a candidate cue: where it stands, what lies between, and how the tree joins them. */
export class CueView {
  context: SpanContext | null = null;
  reading: WordReading | null = null;
  /** For each token the classes of its probability as source, cue and content. */
  classes = new Uint8Array(0);
  private inCandidate = new Uint8Array(0);
  private candidatesBefore = new Int32Array(0);

  /** Of the cue. */
  cue: Candidate = { start: 0, end: 0, head: 0 };
  lemma = 0;
  kind = 0;
  sureness = 0;
  signature = 0;
  cueQuote = 0;
  private cueSentence = 0;
  /** The tokens that its head depends on, that head first, and the relations down from each. */
  private readonly above = new Int32Array(DEEPEST);
  private readonly downTo = new Int32Array(DEEPEST);
  private depths = 0;

  /** Of the token. */
  token = 0;
  /** 0 before the cue, 1 in it, 2 after it. */
  side = 0;
  /** `side` and the distance in sentences: a hash, and a number below `PLACES`. */
  place = 0;
  placeNumber = 0;
  first = 0;
  far = 0;
  /** Other candidates, and commas, between it and the cue; 3 stands for more. */
  between = 0;
  commas = 0;
  source = 0;
  cueing = 0;
  content = 0;
  isCandidate = 0;
  quote = 0;
  isSameQuote = 0;
  touches = 0;
  quotation: Quotation | undefined;
  path = 0;
  arm = 0;
  /** The top of the subtree that holds the token and not the cue; -1 where the cue depends on the token. */
  armNode = -1;
  meets = 0;

  /** Turn to a page that the word reader has read. */
  open(context: SpanContext, reading: WordReading, candidates: readonly Candidate[]): void {
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
    this.cueQuote = page.quotations.state[cue.start] ?? 0;
    this.cueSentence = page.sentenceOf[cue.start] ?? 0;
    let sum = 0;
    for (let i = cue.start; i < cue.end; i++) sum += this.reading.cue[i] ?? 0;
    this.sureness = probabilityClass(sum / (cue.end - cue.start));
    let at = cue.head;
    let down = 0;
    this.depths = 0;
    while (this.depths < DEEPEST && at >= 0) {
      this.above[this.depths] = at;
      this.downTo[this.depths] = down;
      this.depths++;
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

  /** Look at token `i`; false where no page is open. */
  look(i: number): boolean {
    const { context, cue, reading, classes, candidatesBefore } = this;
    if (!context || !reading) return false;
    const { page } = context;
    this.token = i;
    const side = i < cue.start ? 0 : i < cue.end ? 1 : 2;
    const apart = (page.sentenceOf[i] ?? 0) - this.cueSentence;
    const sentences = apart < -1 ? -2 : apart > 2 ? 3 : apart;
    this.side = side;
    this.place = mix(side, sentences);
    this.placeNumber = side * 6 + sentences + 2;
    this.first = reading.best[i] ?? 0;
    this.far = distanceClass(side === 0 ? cue.start - i : side === 2 ? i - cue.end : 0);
    const low = side === 0 ? i + 1 : cue.end;
    const high = side === 0 ? cue.start : i;
    this.between = side === 1 ? 0 : upToThree(candidatesBefore, low, high);
    this.commas = side === 1 ? 0 : upToThree(context.commas, low, high);
    this.source = classes[i * 3] ?? 0;
    this.cueing = classes[i * 3 + 1] ?? 0;
    this.content = classes[i * 3 + 2] ?? 0;
    this.isCandidate = this.inCandidate[i] ?? 0;
    this.lookAtMarks(context);
    this.climb(context);
    return true;
  }

  private lookAtMarks({ page }: SpanContext): void {
    const { cue, token } = this;
    const { quotations, of, state } = page.quotations;
    const index = of[token] ?? -1;
    const quotation = index < 0 ? undefined : quotations[index];
    this.quote = state[token] ?? 0;
    this.quotation = quotation;
    this.isSameQuote = index >= 0 && index === of[cue.start] ? 1 : 0;
    if (!quotation) this.touches = 0;
    else if (quotation.start >= cue.end && quotation.start <= cue.end + 2) this.touches = 1;
    else this.touches = quotation.end <= cue.start && quotation.end >= cue.start - 6 ? 2 : 3;
  }

  /** How far above the cue's head a token stands; -1 where the head doesn't depend on it. */
  private depthOf(token: number): number {
    for (let depth = 0; depth < this.depths; depth++) if (this.above[depth] === token) return depth;
    return -1;
  }

  /** The way through the tree from the token to the cue. */
  private climb({ page }: SpanContext): void {
    const { heads, relations } = page;
    let at = this.token;
    let up = 0;
    let steps = 0;
    let node = -1;
    let depth = this.depthOf(at);
    while (steps < FARTHEST && depth < 0) {
      node = at;
      const relation = relations[at] ?? 0;
      up = steps < 2 ? mix(up, relation) : mix(relation, 5);
      at = heads[at] ?? -1;
      steps++;
      if (at < 0) break;
      depth = this.depthOf(at);
    }
    this.armNode = node;
    this.meets = depth < 0 ? 15 : depth;
    const down = depth < 0 ? 1 : (this.downTo[depth] ?? 0);
    this.arm = mix(node < 0 ? 60 : (relations[node] ?? 0), this.meets);
    this.path = mix(mix(up, steps < 3 ? steps : 3), down);
  }
}

/** How much a running count grows from one place to another, up to 3. */
function upToThree(counts: Int32Array, low: number, high: number): number {
  return Math.min(Math.max(0, (counts[high] ?? 0) - (counts[low] ?? 0)), 3);
}
