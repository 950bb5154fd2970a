import type { AttributionType, QuoteMode } from "#lib/domain/labels";
import type { ReasonParameters, SourceRule } from "#lib/domain/reasons";
import type { Token } from "#lib/english/tokens";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { quoteModeOf } from "#lib/pipeline/attribute/quote-mode";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import type { Speaker } from "#lib/pipeline/attribute/speakers/noun-phrase";
import { overlap, type Span } from "#lib/text/span";

/** A main credit and the speaker behind it, for those who come after ("he added"). */
export interface RuleCredit {
  readonly mainCredit: MainCredit;
  readonly speaker: Speaker | null;
}

/** Where a rule found source and cue, and what it is called. */
export interface Parts {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly rule: SourceRule;
  readonly score: number;
  readonly cueText: string;
  readonly type?: AttributionType;
  readonly isCarried?: boolean;
}

/** The main credit that a rule’s finding makes. */
export function ruleCredit(sentence: Sentence, speaker: Speaker, parts: Parts): RuleCredit {
  const taken = [parts.source, parts.cue].filter((span) => span !== null);
  const mainCredit: MainCredit = {
    source: parts.source === null ? [] : [parts.source],
    cue: parts.cue === null ? [] : [parts.cue],
    content: contentOf(sentence, taken),
    speaker: speaker.name,
    kind: speaker.kind,
    sourcing: speaker.sourcing,
    type: parts.type ?? "ASSERTION",
    quoteMode: sentenceQuoteMode(sentence),
    scope: parts.isCarried === true ? "CARRIED_OVER" : "SENTENCE",
    rule: parts.rule,
    score: parts.score,
    parameters: { cue: parts.cueText, speaker: speaker.name, ...groundsOf(speaker) },
  };
  return { mainCredit, speaker };
}

/** Why the speaker is taken for this kind of source, as parameters of a reason. */
export function groundsOf({ because, paper }: Speaker): ReasonParameters {
  return paper === undefined ? { because } : { because, paper };
}

/** What is left of the sentence without source and cue: one or two stretches that hold words. */
export function contentOf(sentence: Sentence, taken: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (
      first !== undefined &&
      last !== undefined &&
      run.filter((token) => token.kind !== "MARK").length >= 3
    ) {
      stretches.push({ start: first.start, end: last.end });
    }
    run = [];
  };
  for (const token of sentence.tokens) {
    if (taken.some((span) => overlap(span, token) > 0)) close();
    else if (run.length > 0 || !/^[,.;:)]$/.test(token.text)) run.push(token);
  }
  close();
  return stretches.length > 0 ? stretches : [{ start: sentence.start, end: sentence.end }];
}

/** Words such as "he said on Monday": so many beside a quotation, or fewer than are quoted, leave a sentence a direct one. */
const MOST_BESIDE = 6;

export function sentenceQuoteMode({ tokens, quoted }: Sentence): QuoteMode {
  const words = tokens.map((token, i) => token.kind !== "MARK" && quoted[i] === true);
  const inside = words.filter((isQuoted) => isQuoted).length;
  const outside = tokens.filter((token) => token.kind !== "MARK").length - inside;
  return quoteModeOf(inside, outside, Math.max(MOST_BESIDE, inside - 1));
}
