import { fold, similarity } from "#lib/english/similarity";
import type { Voucher } from "./credit";
import { cueAt } from "./rules/cue-verbs";
import { contentOf, sentenceQuoteMode } from "./rules/rule-credit";
import { isAllQuoted, type Sentence } from "./sentence";

/** Runs along the sentences: who vouches for each, as far as is known. */
type Vouchers = (Voucher | null)[];
/** Looks at neighbours, and fills in what a sentence's own words don't say. */
type NeighbourRule = (sentences: readonly Sentence[], vouchers: Vouchers) => void;

const carried = (voucher: Voucher, sentence: Sentence, rule: string, words: string): Voucher => ({
  ...voucher,
  source: [],
  cue: [],
  content: contentOf(sentence, []),
  quoteMode: sentenceQuoteMode(sentence),
  scope: "CARRIED_OVER",
  origin: voucher.origin ?? voucher,
  rule,
  score: Math.max(0.5, voucher.score - 0.15),
  words,
});

const isQuotable = (voucher: Voucher | null | undefined): voucher is Voucher =>
  voucher !== null && voucher !== undefined && voucher.kind !== "DOCUMENT";

/** One quotation over several sentences has one speaker, named before, inside or after it. */
const sameQuotation: NeighbourRule = (sentences, vouchers) => {
  const owners = new Map<number, Voucher>();
  sentences.forEach((sentence, i) => {
    const voucher = vouchers[i];
    if (voucher === null || voucher === undefined) return;
    for (const quote of sentence.quotations) if (!owners.has(quote.start)) owners.set(quote.start, voucher);
  });
  sentences.forEach((sentence, i) => {
    if (vouchers[i] !== null || sentence.quotations.length === 0 || sentence.isTeaser) return;
    const last = sentence.quotations.at(-1);
    const owner = last === undefined ? undefined : owners.get(last.start);
    if (owner === undefined) return;
    vouchers[i] = carried(
      owner,
      sentence,
      "same-quotation",
      `It is part of a quotation credited to ${owner.speaker ?? "nobody"}.`,
    );
  });
};

/** A quotation without a speaker of its own goes on for the one before it, or is named by the sentence after it. */
const nextQuotation: NeighbourRule = (sentences, vouchers) => {
  const isOpen = (i: number) =>
    vouchers[i] === null && sentences[i] !== undefined && isAllQuoted(sentences[i]) && !sentences[i].isTeaser;
  for (let i = 0; i < sentences.length; i += 1) {
    const sentence = sentences[i];
    if (sentence === undefined || !isOpen(i)) continue;
    const before = vouchers[i - 1];
    const isNear =
      sentences[i - 1]?.post === sentence.post &&
      sentence.paragraph - (sentences[i - 1]?.paragraph ?? 0) <= 1;
    const speaks = isQuotable(before) && isNear && (sentences[i - 1]?.quotations.length ?? 0) > 0;
    if (speaks)
      vouchers[i] = carried(
        before,
        sentence,
        "quotation-goes-on",
        `The quotation goes on for ${before.speaker ?? "nobody"}.`,
      );
  }
  for (let i = sentences.length - 2; i >= 0; i -= 1) {
    const [sentence, after] = [sentences[i], vouchers[i + 1]];
    if (sentence === undefined || !isOpen(i) || !isQuotable(after)) continue;
    const next = sentences[i + 1];
    const isNear =
      next?.post === sentence.post && next.paragraph - sentence.paragraph <= 1 && next.quotations.length > 0;
    if (isNear)
      vouchers[i] = carried(
        after,
        sentence,
        "speaker-follows",
        `The next sentence names who is quoted: ${after.speaker ?? "nobody"}.`,
      );
  }
};

const SAME_NEWS = 0.5;

/** News first, attribution second: a lead whose content the next sentence credits takes that credit. */
const lead: NeighbourRule = (sentences, vouchers) => {
  sentences.forEach((sentence, i) => {
    const [own, next] = [vouchers[i] ?? null, vouchers[i + 1] ?? null];
    if (!sentence.isFirstOfBody || next === null || sentences[i + 1]?.post !== sentence.post) return;
    const isJoint = next.sourcing === "DOCUMENT" && /\bjoint\b|communiqu/.test(next.speaker ?? "");
    if (own !== null && isJoint && own.type === "EVENTUALITY" && own.kind === "ORGANIZATION") {
      const words = `The next sentence credits the same news to ${next.speaker ?? "it"}.`;
      vouchers[i] = { ...own, sourcing: "DOCUMENT", scope: "CARRIED_OVER", rule: "lead", words };
      return;
    }
    if (own !== null || next.sourcing === "UNNAMED_BARE") return;
    const isSameNews = similarity(fold(sentence.text), fold(sentences[i + 1]?.text ?? "")) >= SAME_NEWS;
    const isAgreed = isJoint && sentence.tokens.some((token) => cueAt(token)?.needs === "PARTIES");
    if (!isSameNews && !isAgreed) return;
    vouchers[i] = carried(
      next,
      sentence,
      "lead",
      `The next sentence credits the same news to ${next.speaker ?? "it"}.`,
    );
  });
};

/** In this order: a later rule sees what an earlier one carried over. */
const RULES: readonly NeighbourRule[] = [sameQuotation, nextQuotation, lead];

/** The vouchers, with those that sentences have from their neighbours. The list that comes in stays as it is. */
export function carryOver(sentences: readonly Sentence[], vouchers: Vouchers): Vouchers {
  const filled = [...vouchers];
  for (const rule of RULES) rule(sentences, filled);
  return filled;
}
