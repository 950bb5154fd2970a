import type { AttributionScope, AttributionType, QuoteMode, Sourcing, SpeakerKind } from "#lib/domain/labels";
import { type Quotation, quotations } from "#lib/english/quotations";
import { sentences } from "#lib/english/sentences";
import { type Token, tokens } from "#lib/english/tokens";
import { contains, type Span } from "#lib/text/span";
import type { Segmented } from "../segment";
import { blocksOf } from "../segment/block";

/** One attribution: who (source), by which words (cue), is credited with what (content). Spans point into the version's text. */
export interface Credit {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** As it reads after "Attributed to"; null where nobody is. */
  readonly speaker: string | null;
  readonly kind: SpeakerKind | null;
  readonly type: AttributionType;
  readonly quoteMode: QuoteMode;
  readonly score: number;
}

/** The attribution that stands behind a sentence's main clause, and why it is taken for that one. */
export interface Voucher extends Credit {
  readonly sourcing: Sourcing;
  readonly scope: AttributionScope;
  readonly rule: string;
  /** Of the rule or model; the rules' own where it is left out. */
  readonly version?: string;
  readonly words: string;
  /** What a neighbour's words carry over to this sentence: the neighbour's own voucher. */
  readonly origin?: Voucher;
}

/** One sentence of a BODY or TEASER segment, ready to be asked who is behind it. A teaser is one sentence as a whole. */
export interface Sentence extends Span {
  readonly text: string;
  readonly segment: number;
  readonly post: number;
  /** Counts the paragraphs of the version. */
  readonly paragraph: number;
  readonly isTeaser: boolean;
  readonly isFirstOfBody: boolean;
  readonly tokens: readonly Token[];
  /** Runs along `tokens`: inside quotation marks? */
  readonly quoted: readonly boolean[];
  /** The quotations that touch it. */
  readonly quotations: readonly Quotation[];
}

/** More statements than this are no article: the rest of such a page is left unread, with a note. */
export const MAX_SENTENCES = 5000;

export function sentencesOf({ text, segments }: Pick<Segmented, "text" | "segments">): Sentence[] {
  const found: Sentence[] = [];
  const begun = new Set<number>();
  let paragraph = 0;
  segments.forEach((segment, index) => {
    if (found.length >= MAX_SENTENCES || (segment.type !== "BODY" && segment.type !== "TEASER")) return;
    const isTeaser = segment.type === "TEASER";
    const blocks: readonly Span[] = isTeaser ? [segment] : blocksOf(text, segment);
    for (const block of blocks) {
      const quotes = quotations(text, block);
      paragraph += 1;
      let next = 0;
      for (const span of isTeaser ? [block] : sentences(text, block)) {
        if (found.length >= MAX_SENTENCES) return;
        while ((quotes[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
        const where = { segment: index, post: segment.post, paragraph, isTeaser };
        const isFirstOfBody = !isTeaser && !begun.has(segment.post);
        begun.add(segment.post);
        found.push(sentenceAt(text, span, quotes, next, { ...where, isFirstOfBody }));
      }
    }
  });
  return found;
}

type Where = Pick<Sentence, "segment" | "post" | "paragraph" | "isTeaser" | "isFirstOfBody">;

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
