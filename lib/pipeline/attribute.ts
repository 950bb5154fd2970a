import { refine } from "./attribute/carry";
import { find } from "./attribute/find";
import { hearsayIn, hedgedReportIn } from "./attribute/hearsay";
import { emptyMemory, type Memory, remember } from "./attribute/memory";
import { type Sentence, sentencesOf, type Voucher } from "./attribute/sentence";
import type { Segmented } from "./segment";

/** A sentence with who vouches for it; null where nobody does. */
export interface Attributed {
  readonly sentence: Sentence;
  readonly voucher: Voucher | null;
}

/**
 * Find who is behind each sentence of the BODY and TEASER segments: source, cue and content spans, speaker, kind of quote.
 *
 * Rules look at one sentence and at what the ones before it left in memory; refiners then look at neighbours. A teaser is
 * another post: it has a memory of its own.
 */
export function attribute(page: Pick<Segmented, "text" | "segments">): Attributed[] {
  const sentences = sentencesOf(page);
  const memories = new Map<number, Memory>();
  const vouchers = sentences.map((sentence) => {
    const memory = memories.get(sentence.post) ?? emptyMemory();
    memories.set(sentence.post, memory);
    return vouch(sentence, memory);
  });
  return refine(sentences, vouchers).map((voucher, i) => ({ sentence: sentences[i] as Sentence, voucher }));
}

function vouch(sentence: Sentence, memory: Memory): Voucher | null {
  const found = find(sentence, memory);
  const hearsay = found === null || found.voucher.sourcing === "UNNAMED_BARE" ? hearsayIn(sentence) : null;
  const hedged = found === null || isHedgedCue(sentence, found.voucher) ? hedgedReportIn(sentence) : null;
  remember(memory, sentence, found?.speaker ?? null, found?.voucher ?? null);
  return hedged ?? found?.voucher ?? hearsay;
}

/** "has reportedly told friends": the hedge stands on the cue itself, so that nobody stands behind the telling. */
function isHedgedCue(sentence: Sentence, voucher: Voucher): boolean {
  const cue = voucher.cue[0];
  if (cue === undefined) return false;
  return /\b(?:reportedly|allegedly|supposedly) $/.test(sentence.text.slice(0, cue.start - sentence.start));
}
