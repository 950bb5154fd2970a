import type { AttributionType, QuoteMode } from "#lib/domain/labels";
import type { Token } from "#lib/english/tokens";
import { isAllQuoted, type Sentence, type Voucher } from "#lib/pipeline/attribute/sentence";
import type { Speaker } from "#lib/pipeline/attribute/speakers/noun-phrase";
import { overlap, type Span } from "#lib/text/span";

/** A voucher and the speaker behind it, for those who come after ("he added"). */
export interface Found {
  readonly voucher: Voucher;
  readonly speaker: Speaker | null;
}

/** Where a rule found source and cue, and what it is called. */
export interface Parts {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly rule: string;
  readonly score: number;
  readonly cueText: string;
  readonly type?: AttributionType;
  readonly isCarried?: boolean;
}

/** The voucher that a rule’s finding makes. */
export function found(sentence: Sentence, speaker: Speaker, parts: Parts): Found {
  const taken = [parts.source, parts.cue].filter((span) => span !== null);
  const voucher: Voucher = {
    source: parts.source === null ? [] : [parts.source],
    cue: parts.cue === null ? [] : [parts.cue],
    content: contentOf(sentence, taken),
    speaker: speaker.name,
    kind: speaker.kind,
    sourcing: speaker.sourcing,
    type: parts.type ?? "ASSERTION",
    quoteMode: quoteModeOf(sentence),
    scope: parts.isCarried === true ? "CARRIED_OVER" : "SENTENCE",
    rule: parts.rule,
    score: parts.score,
    words: `“${parts.cueText}” credits it to ${speaker.name}: ${speaker.because}.`,
  };
  return { voucher, speaker };
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

export function quoteModeOf(sentence: Sentence): QuoteMode {
  const words = sentence.tokens
    .map((token, i) => ({ token, isQuoted: sentence.quoted[i] === true }))
    .filter(({ token }) => token.kind !== "MARK");
  const quoted = words.filter(({ isQuoted }) => isQuoted).length;
  if (quoted === 0) return "INDIRECT";
  return isAllQuoted(sentence) || words.length - quoted <= 6 || quoted * 2 > words.length
    ? "DIRECT"
    : "MIXED";
}
