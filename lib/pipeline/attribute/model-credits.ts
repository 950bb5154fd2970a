import type { SegmentType, Sourcing } from "#lib/domain/labels";

import { slugOf } from "#lib/english/wire-slugs";

import type { Span } from "#lib/text/span";
import type { Credit, MainCredit } from "./credit";
import { attributionEngine, type ModelAttribution, type ModelReading } from "./engine";
import { groundsOf } from "./rules/rule-credit";
import { indexAt, type SegmentedText, type Sentence, tokensUnder } from "./sentence";
import type { Memory } from "./speakers/memory";
import type { Speaker } from "./speakers/noun-phrase";
import { saysWhere, sourceSpeaker } from "./speakers/source-speaker";
import { tellingOutlet } from "./speakers/told-outlet";

/** An attribution that the models found, with the sentences that it touches. */
export interface ModelCredit {
  readonly found: ModelAttribution;
  /** Index of the sentence that holds its cue (or where it has none, its content's beginning). */
  readonly home: number;
  /** Indexes of the first and last sentence that hold a part of its content. */
  readonly first: number;
  readonly last: number;
}

/** A credit whose speaker has been told from the words of its source, and from what the page said before. */
export interface Resolved extends ModelCredit {
  readonly credit: Credit;
  readonly speaker: Speaker | null;
}

/** A wire's slug stands within so many units of a story's beginning. */
const LONGEST_SLUG = 120;

const READ: ReadonlySet<SegmentType> = new Set(["HEADLINE", "BODY", "TEASER"]);

/**
 * What the models read in the HEADLINE, BODY and TEASER segments; everything else is blanked, a wire's slug before the first sentence
 * too, so that menus, captions and agencies are neither speakers nor neighbours. What comes after the last sentence is left out. Offsets stay those of the version's text.
 */
export function readModels({ text, segments }: SegmentedText, sentences: readonly Sentence[]): ModelReading {
  const last = sentences.at(-1)?.end ?? 0;
  let masked = "";
  for (const { start, end, type } of segments) {
    if (!READ.has(type) || start >= last) continue;
    const slug = type === "BODY" ? (slugOf(text.slice(start, start + LONGEST_SLUG))?.length ?? 0) : 0;
    masked += "\n".repeat(start + slug - masked.length) + text.slice(start + slug, Math.min(end, last));
  }
  return attributionEngine().read(masked);
}

/** Place each attribution among the sentences; one that touches none (in a headline) is left out. */
export function placeCredits(
  found: readonly ModelAttribution[],
  sentences: readonly Sentence[],
): ModelCredit[] {
  const at = (offset: number): number => indexAt(sentences, offset);
  if (sentences.length === 0) return [];
  return found.flatMap((attribution) => {
    const [begin, end] = [attribution.content[0], attribution.content.at(-1)];
    if (begin === undefined || end === undefined || isLoose(attribution, sentences)) return [];
    const home = at((attribution.cue[0] ?? begin).start);
    const sentence = sentences[home];
    if (sentence !== undefined && saysWhere(attribution, sentence)) return [];
    return [{ found: attribution, home, first: at(begin.start), last: at(end.end - 1) }];
  });
}

/** Whether an attribution's content begins in no sentence: a headline makes no statement, and yet somebody may speak in it. */
export function isLoose({ content }: ModelAttribution, sentences: readonly Sentence[]): boolean {
  const start = content[0]?.start ?? 0;
  const sentence = sentences[indexAt(sentences, start)];
  return sentence === undefined || sentence.start > start || sentence.end <= start;
}

/** A loose attribution as the models tell it. */
export function looseCredit({
  source,
  cue,
  content,
  type,
  quoteMode,
  confidence,
  speaker,
}: ModelAttribution): Credit {
  const kind = speaker?.kind === "PERSON" || speaker?.kind === "ORGANIZATION" ? speaker.kind : null;
  return {
    source,
    cue,
    content,
    type,
    quoteMode,
    score: confidence,
    speaker: kind && (speaker?.name ?? null),
    kind,
  };
}

/** Tell who the source is, in the sentence that holds it; `memory` knows what came before. */
export function resolve(placed: ModelCredit, sentence: Sentence, memory: Memory): Resolved {
  const { source, cue, content, type, quoteMode, confidence } = placed.found;
  const speaker = tellingOutlet(sourceSpeaker(placed.found, sentence, memory), cue, sentence, memory.own);
  return {
    ...placed,
    speaker,
    credit: {
      source,
      cue,
      content,
      type,
      quoteMode,
      score: confidence,
      speaker: speaker?.name ?? null,
      kind: speaker?.kind ?? null,
    },
  };
}

/** The share of a sentence's words, source and cue aside, that the content covers. */
export function shareOf({ found }: ModelCredit, sentence: Sentence): number {
  const words = wordsIn(sentence) - wordsUnder(sentence, found.source) - wordsUnder(sentence, found.cue);
  return words <= 0 ? 0 : Math.min(1, wordsUnder(sentence, found.content) / words);
}

const counted = new WeakMap<Sentence, number>();

/** Counted once a sentence: one may have thousands of attributions. */
function wordsIn(sentence: Sentence): number {
  const known = counted.get(sentence) ?? wordsUnder(sentence, [sentence]);
  counted.set(sentence, known);
  return known;
}

function wordsUnder(sentence: Sentence, spans: readonly Span[]): number {
  return tokensUnder(sentence, spans).filter((token) => token.kind !== "MARK").length;
}

/** The main credit that a resolved attribution makes for a sentence it covers. */
export function mainCreditFrom(
  { credit, speaker, found, home }: Resolved,
  index: number,
  sourcing: Sourcing,
): MainCredit {
  const isCarried = home !== index;
  return {
    ...credit,
    sourcing,
    scope: isCarried ? "CARRIED_OVER" : "SENTENCE",
    rule: "attribution-model",
    version: attributionEngine().version,
    parameters: speaker === null ? found.grounds : { ...found.grounds, ...groundsOf(speaker) },
  };
}
