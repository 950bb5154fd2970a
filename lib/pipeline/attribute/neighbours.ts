import type { ReasonParameters, SourceRule } from "#lib/domain/reasons";
import { fold, similarity } from "#lib/english/similarity";
import type { MainCredit } from "./credit";
import { cueAt } from "./rules/cue-verbs";
import { contentOf, sentenceQuoteMode } from "./rules/rule-credit";
import { isAllQuoted, type Sentence } from "./sentence";
import { announced, headed, inTurn, signed } from "./set-apart";
import type { Named } from "./turns";

/** Runs along the sentences: who vouches for each, as far as is known. */
type MainCredits = (MainCredit | null)[];
/** Looks at neighbours, and fills in what a sentence's own words don't say. */
type NeighbourRule = (sentences: readonly Sentence[], mainCredits: MainCredits, named: Named) => void;

/** The credit of a neighbour, for a sentence whose own words name nobody. */
export const carriedCredit = (mainCredit: MainCredit, sentence: Sentence, rule: SourceRule): MainCredit => ({
  ...mainCredit,
  source: [],
  cue: [],
  content: contentOf(sentence, []),
  quoteMode: sentenceQuoteMode(sentence),
  scope: "CARRIED_OVER",
  origin: mainCredit.origin ?? mainCredit,
  rule,
  score: Math.max(0.5, mainCredit.score - 0.15),
  parameters: speakerIn(mainCredit),
});

const speakerIn = ({ speaker }: MainCredit): ReasonParameters => (speaker === null ? {} : { speaker });

const isQuotable = (mainCredit: MainCredit | null | undefined): mainCredit is MainCredit =>
  mainCredit !== null && mainCredit !== undefined && mainCredit.kind !== "DOCUMENT";

/** One quotation over several sentences has one speaker, named before, inside or after it. */
const sameQuotation: NeighbourRule = (sentences, mainCredits) => {
  const owners = new Map<number, MainCredit>();
  sentences.forEach((sentence, i) => {
    const mainCredit = mainCredits[i];
    if (mainCredit === null || mainCredit === undefined) return;
    for (const quote of sentence.quotations)
      if (!owners.has(quote.start)) owners.set(quote.start, mainCredit);
  });
  sentences.forEach((sentence, i) => {
    if (mainCredits[i] !== null || sentence.quotations.length === 0 || sentence.isTeaser) return;
    const last = sentence.quotations.at(-1);
    const owner = last === undefined ? undefined : owners.get(last.start);
    if (owner === undefined) return;
    mainCredits[i] = carriedCredit(owner, sentence, "same-quotation");
  });
};

/** A quotation without a speaker of its own goes on for the one before it, or is named by the sentence after it. */
const nextQuotation: NeighbourRule = (sentences, mainCredits) => {
  const isOpen = (i: number) =>
    mainCredits[i] === null &&
    sentences[i] !== undefined &&
    isAllQuoted(sentences[i]) &&
    !sentences[i].isTeaser;
  for (let i = 0; i < sentences.length; i += 1) {
    const sentence = sentences[i];
    if (sentence === undefined || !isOpen(i)) continue;
    const before = mainCredits[i - 1];
    const isNear =
      sentences[i - 1]?.post === sentence.post &&
      sentence.paragraph - (sentences[i - 1]?.paragraph ?? 0) <= 1;
    const speaks = isQuotable(before) && isNear && (sentences[i - 1]?.quotations.length ?? 0) > 0;
    if (speaks) mainCredits[i] = carriedCredit(before, sentence, "quotation-goes-on");
  }
  for (let i = sentences.length - 2; i >= 0; i -= 1) {
    const [sentence, after] = [sentences[i], mainCredits[i + 1]];
    if (sentence === undefined || !isOpen(i) || !isQuotable(after)) continue;
    const next = sentences[i + 1];
    const isNear =
      next?.post === sentence.post && next.paragraph - sentence.paragraph <= 1 && next.quotations.length > 0;
    if (isNear) mainCredits[i] = carriedCredit(after, sentence, "speaker-follows");
  }
};

const SAME_NEWS = 0.5;

/** News first, attribution second: a lead whose content the next sentence credits takes that credit. */
const lead: NeighbourRule = (sentences, mainCredits) => {
  sentences.forEach((sentence, i) => {
    const [own, next] = [mainCredits[i] ?? null, mainCredits[i + 1] ?? null];
    if (!sentence.isFirstOfBody || next === null || sentences[i + 1]?.post !== sentence.post) return;
    const isJoint = next.sourcing === "DOCUMENT" && /\bjoint\b|communiqu/.test(next.speaker ?? "");
    if (own !== null && isJoint && own.type === "EVENTUALITY" && own.kind === "ORGANIZATION") {
      const parameters = speakerIn(next);
      mainCredits[i] = { ...own, sourcing: "DOCUMENT", scope: "CARRIED_OVER", rule: "lead", parameters };
      return;
    }
    if (own !== null || next.sourcing === "UNNAMED_BARE") return;
    const isSameNews = similarity(fold(sentence.text), fold(sentences[i + 1]?.text ?? "")) >= SAME_NEWS;
    const isAgreed = isJoint && sentence.tokens.some((token) => cueAt(token)?.needs === "PARTIES");
    if (!isSameNews && !isAgreed) return;
    mainCredits[i] = carriedCredit(next, sentence, "lead");
  });
};

/** "(Harbour Post)" behind a paragraph, as columns of gossip and digests of the press name whoever carried it. */
const BRACKET = /^\((\p{Lu}[\p{L}\d .,&’'-]{1,40})\)[.,]?(?: external)?$/u;
/** One or two may be anything: a place, a laugh in a transcript. */
const LEAST_BRACKETS = 3;

/** What a paragraph tells is from the outlet in the bracket at its end; who is credited in it stands. */
const inBrackets: NeighbourRule = (sentences, mainCredits) => {
  const closing = sentences.flatMap((sentence, i) => {
    const name = BRACKET.exec(sentence.text.trim())?.[1];
    const isLast = sentences[i + 1]?.paragraph !== sentence.paragraph;
    const isBelow = i > 0 && sentences[i - 1]?.paragraph === sentence.paragraph;
    return name !== undefined && isLast && isBelow ? [{ i, name }] : [];
  });
  if (new Set(closing.map(({ name }) => name)).size < LEAST_BRACKETS) return;
  for (const { i, name } of closing) {
    const bracket = sentences[i];
    if (bracket === undefined) continue;
    for (let at = i - 1; sentences[at]?.paragraph === bracket.paragraph; at -= 1) {
      const sentence = sentences[at];
      const own = mainCredits[at] ?? null;
      // "United have agreed terms": whoever is told of there agreed, and told nobody.
      const isTold = own !== null && (own.type === "ASSERTION" || own.quoteMode !== "INDIRECT");
      if (sentence === undefined || isTold) continue;
      mainCredits[at] = outletCredit(name, bracket, sentence);
    }
  }
};

const outletCredit = (name: string, bracket: Sentence, sentence: Sentence): MainCredit => ({
  source: [{ start: bracket.start, end: bracket.end }],
  cue: [],
  content: contentOf(sentence, []),
  speaker: name,
  kind: "MEDIA",
  sourcing: "MEDIA_REPORT",
  type: "ASSERTION",
  quoteMode: sentenceQuoteMode(sentence),
  scope: "CARRIED_OVER",
  rule: "according-to",
  score: 0.8,
  parameters: { cue: `(${name})`, speaker: name, because: "OUTLET" },
});

/** In this order: a later rule sees what an earlier one carried over. */
const RULES: readonly NeighbourRule[] = [
  announced(carriedCredit),
  inTurn,
  headed,
  signed,
  sameQuotation,
  nextQuotation,
  lead,
  inBrackets,
];

/** The main credits, with those that sentences have from their neighbours. The list that comes in stays as it is. */
export function carryOver(
  sentences: readonly Sentence[],
  mainCredits: MainCredits,
  named: Named,
): MainCredits {
  const filled = [...mainCredits];
  for (const rule of RULES) rule(sentences, filled, named);
  return filled;
}
