import type { AnalysedSegment } from "#lib/domain/analysis";
import { type Quotation, quotations } from "#lib/english/quotations";
import { partsOf, sentences } from "#lib/english/sentences";
import { type Token, tokens } from "#lib/english/tokens";

import { blocksOf } from "#lib/pipeline/segment/text/block";

import { contains, type Span } from "#lib/text/span";

/** One sentence of a BODY or TEASER segment, ready to be asked who is behind it. A teaser is one sentence as a whole, if it isn't too long for one. */
export interface Sentence extends Span {
  readonly text: string;
  readonly segment: number;
  readonly post: number;
  /** Counts the paragraphs of the version. */
  readonly paragraph: number;
  readonly isTeaser: boolean;
  readonly isFirstOfBody: boolean;
  /** It was too long, and goes on in the next one. */
  readonly isCut: boolean;
  readonly tokens: readonly Token[];
  /** Runs along `tokens`: inside quotation marks? */
  readonly quoted: readonly boolean[];
  /** The quotations that touch it. */
  readonly quotations: readonly Quotation[];
}

/** More than this is no article: the rest of such a page is left unread, with a note. The characters are UTF-16 units. */
const MAX_SENTENCES = 5000;
const MAX_CHARACTERS = 500_000;

/** Whether these are as many sentences, from as long a text, as is read of one page. */
export function isFull(found: readonly Span[]): boolean {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return false;
  return found.length >= MAX_SENTENCES || last.end - first.start >= MAX_CHARACTERS;
}

/** What is said of a page that is read in part. */
export const READ_IN_PART = `Only the first ${MAX_SENTENCES} sentences, or the first ${MAX_CHARACTERS} characters, were looked at: this is longer than any article.`;

/** A version's text, and the parts that it is cut into. */
export interface SegmentedText {
  readonly text: string;
  readonly segments: readonly (Span & Pick<AnalysedSegment, "type" | "post">)[];
}

export function sentencesOf({ text, segments }: SegmentedText): Sentence[] {
  const found: Sentence[] = [];
  const begun = new Set<number>();
  let paragraph = 0;
  segments.forEach((segment, index) => {
    if (isFull(found) || (segment.type !== "BODY" && segment.type !== "TEASER")) return;
    const isTeaser = segment.type === "TEASER";
    const blocks: readonly Span[] = isTeaser ? [segment] : blocksOf(text, segment);
    for (const block of blocks) {
      const quotes = quotations(text, block);
      paragraph += 1;
      let next = 0;
      for (const span of isTeaser ? partsOf(text, block) : sentences(text, block)) {
        if (isFull(found)) return;
        while ((quotes[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
        const where = { segment: index, post: segment.post, paragraph, isTeaser };
        const isFirstOfBody = !isTeaser && !begun.has(segment.post);
        begun.add(segment.post);
        found.push(sentenceAt(text, span, quotes, next, { ...where, isFirstOfBody, isCut: span.isCut }));
      }
    }
  });
  return found;
}

type Where = Pick<Sentence, "segment" | "post" | "paragraph" | "isTeaser" | "isFirstOfBody" | "isCut">;

/** `next` is the first quotation that ends after the sentence begins: a paragraph of quotations is walked once. */
function sentenceAt(
  text: string,
  span: Span,
  quotes: readonly Quotation[],
  next: number,
  where: Where,
): Sentence {
  const { start, end } = span;
  const touching: Quotation[] = [];
  for (let i = next; (quotes[i]?.start ?? end) < end; i += 1) {
    const quote = quotes[i];
    if (quote !== undefined) touching.push(quote);
  }
  const list = tokens(text, span);
  let at = 0;
  const quoted = list.map((token) => {
    while ((touching[at]?.end ?? Number.POSITIVE_INFINITY) <= token.start) at += 1;
    const quote = touching[at];
    return quote !== undefined && contains(quote, token);
  });
  return { start, end, text: text.slice(start, end), ...where, tokens: list, quoted, quotations: touching };
}

/** The text under tokens `first` to `last`, both inclusive. */
export function spanOf(sentence: Sentence, first: number, last: number): Span {
  const [a, b] = [sentence.tokens[first], sentence.tokens[last]];
  if (a === undefined || b === undefined)
    throw new RangeError(`no tokens ${first} to ${last} in this sentence`);
  return { start: a.start, end: b.end };
}

/** Is the whole sentence inside one quotation, so that its speaker must be told by a neighbour? */
export function isAllQuoted(sentence: Sentence): boolean {
  return sentence.tokens.every((token, i) => sentence.quoted[i] === true || token.kind === "MARK");
}

/** The tokens of a sentence that the spans touch. */
export function tokensUnder({ tokens }: Sentence, spans: readonly Span[]): Token[] {
  return spans.flatMap(({ start, end }) =>
    tokens.slice(indexAt(tokens, start), indexAt(tokens, end - 1) + 1),
  );
}

/** The index of the first of these (ascending, apart from each other) that ends after `offset`; the last one's if none does. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low, spans.length - 1));
}

/** "I will stop in March": outside of quotation marks a sentence that begins so is the writer's, or whoever's words the page gives. */
export function isOfFirstPerson({ tokens, quoted }: Sentence): boolean {
  const first = tokens.findIndex(({ kind }) => kind === "WORD");
  return quoted[first] !== true && /^(?:i|we)(?:['’](?:m|ve|d|ll|re))?$/.test(tokens[first]?.lower ?? "");
}
