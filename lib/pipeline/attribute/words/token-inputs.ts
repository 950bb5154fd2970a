import type { Vocabulary } from "#lib/models/reader-file";
import { distanceClass, type SpanContext } from "./span-context";

/** How many values each of a token's traits may have; a higher value counts as the highest. The order is part of the weights. */
const SIZES = [64, 64, 32, 16, 32, 1024, 512, 256, 64, 32, 64, 64, 64, 128] as const;
export const TRAITS = SIZES.length;

/** Where the rows of each trait begin in the table of all traits, and how many rows that has. */
const BASES = SIZES.map((_, k) => SIZES.slice(0, k).reduce((sum, size) => sum + size, 0));
export const TRAIT_ROWS = SIZES.reduce((sum, size) => sum + size, 0);

/** The word that stands for all that the vocabulary doesn't hold. */
export const UNKNOWN_WORD = 0;

/** What the word reader is given of a run of tokens [from, to) of one paragraph; lists have one entry a token. */
export interface TokenInputs {
  readonly count: number;
  /** Numbers of the vocabulary. */
  readonly words: Int32Array;
  /** `TRAITS` rows of the table a token. */
  readonly traits: Int32Array;
  /** The token that each depends on, counted from the run's start; -1 where that lies outside of the run, or for a root. */
  readonly heads: Int32Array;
}

/** The inputs of the tokens [from, to), which are a paragraph or a part of one. */
export function tokenInputs(
  context: SpanContext,
  vocabulary: Vocabulary,
  from: number,
  to: number,
): TokenInputs {
  const { page } = context;
  const count = to - from;
  const inputs = {
    count,
    words: new Int32Array(count),
    traits: new Int32Array(count * TRAITS),
    heads: new Int32Array(count),
  };
  const values = new Int32Array(TRAITS);
  for (let i = from; i < to; i++) {
    const head = page.heads[i] ?? -1;
    inputs.words[i - from] = vocabulary.get(page.words[i] ?? 0) ?? UNKNOWN_WORD;
    inputs.heads[i - from] = head >= from && head < to ? head - from : -1;
    ownTraits(context, i, values);
    headTraits(context, i, head, values);
    placeTraits(context, i, values);
    const at = (i - from) * TRAITS;
    for (let k = 0; k < TRAITS; k++)
      inputs.traits[at + k] = (BASES[k] ?? 0) + Math.min(values[k] ?? 0, (SIZES[k] ?? 1) - 1);
  }
  return inputs;
}

/** Part of speech, relation, quotation and cue class, name, letters, ending. */
function ownTraits({ page }: SpanContext, i: number, values: Int32Array): void {
  const lexeme = page.lexemes[i];
  values[0] = page.tags[i] ?? 0;
  values[1] = page.relations[i] ?? 0;
  values[2] = (page.quotations.state[i] ?? 0) * 8 + (page.cues[i] ?? 0);
  values[3] = page.names[i] ?? 0;
  values[4] = (lexeme?.traits ?? 0) & 31;
  values[5] = (lexeme?.suffix3 ?? 0) & 1023;
}

const NO_HEAD = { cluster: 511, tag: 63, grandparent: 127 };

/** The word that the token depends on: its kind, how far off it is and on which side, and the one above it. */
function headTraits({ page }: SpanContext, i: number, head: number, values: Int32Array): void {
  const above = head < 0 ? -1 : (page.heads[head] ?? -1);
  values[6] = head < 0 ? NO_HEAD.cluster : (page.clusters[head] ?? 0);
  values[7] =
    head < 0 ? 0 : (1 + (head < i ? 8 : 0) + distanceClass(Math.abs(head - i))) * 8 + (page.cues[head] ?? 0);
  values[8] = head < 0 ? NO_HEAD.tag : (page.tags[head] ?? 0);
  values[13] =
    above < 0 ? NO_HEAD.grandparent : (page.cues[above] ?? 0) * 8 + ((page.relations[head] ?? 0) & 7);
}

/** Where the token stands in its sentence, paragraph and quotation, and what these and their neighbours are like. */
function placeTraits(context: SpanContext, i: number, values: Int32Array): void {
  const { page, traits } = context;
  const { sentences, paragraphs } = page.layout;
  const sentence = page.sentenceOf[i] ?? 0;
  const paragraph = page.paragraphOf[i] ?? 0;
  const [start, end] = [sentences[sentence] ?? 0, sentences[sentence + 1] ?? 0];
  const [from, to] = [paragraphs[paragraph] ?? 0, paragraphs[paragraph + 1] ?? 0];
  values[9] =
    (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0) + (start === from ? 4 : 0) + 8 * Math.min(3, paragraph);
  values[10] = (traits[sentence] ?? 0) * 4 + (page.quotations.state[i] ?? 0);
  values[11] = quotationTrait(context, i, from);
  values[12] =
    (start > from ? (traits[sentence - 1] ?? 0) : 15) * 4 +
    (end < to ? Math.min(3, (traits[sentence + 1] ?? 0) >> 1) : 0);
}

/** How near a cue stands behind and before the quotation that the token is part of; 0 outside of quotations. */
function quotationTrait({ page, nextCue, lastCue }: SpanContext, i: number, from: number): number {
  const quotation = page.quotations.quotations[page.quotations.of[i] ?? -1];
  if (!quotation) return 0;
  const next = nextCue[quotation.end - 1] ?? -1;
  const last = lastCue[quotation.start] ?? -1;
  return (
    (next < 0 ? 0 : nearness(next - quotation.end)) +
    4 * (last < 0 ? 0 : nearness(quotation.start - 1 - last)) +
    (quotation.start === from ? 16 : 0) +
    (quotation.isClosed ? 32 : 0)
  );
}

function nearness(distance: number): number {
  return Math.min(3, (1 + distanceClass(distance)) >> 1);
}
