import {
  type AnalysedAttribution,
  type AnalysedPrediction,
  type AnalysedStatement,
  MOST_SPANS,
  type Note,
} from "#lib/domain/analysis";
import { type ReaderLabel, readerLabel } from "#lib/domain/labels";
import type { CodedReason, ReasonParameters, ReasonRule } from "#lib/domain/reasons";
import { isSure } from "#lib/domain/sureness";
import { atMost, type Span } from "#lib/text/span";
import type { Attributed, AttributedPage } from "./attribute";
import type { Credit, MainCredit } from "./attribute/credit";
import type { Sentence } from "./attribute/sentence";
import { type Arbiter, arbiter } from "./classify/arbiter";
import type { Draft, DraftPage } from "./classify/drafts";
import { piecesSaid } from "./classify/interrupted";
import { predictionIn } from "./classify/prediction";
import { type Judgement, judgementByRules } from "./classify/rule-judgement";
import { type Verdict, verdictByRules, verdictsOf } from "./classify/verdicts";
import type { Segmented } from "./segment";

const VERSION = "1";

export interface Classified {
  readonly statements: readonly AnalysedStatement[];
  readonly attributions: readonly AnalysedAttribution[];
  readonly notes: readonly Note[];
}

/**
 * From sentences with their main credits to statements: sourcing and factuality apart, the time they are about resolved against
 * their own post's date, and the reader's label derived from both axes.
 *
 * Shapes   every statement lies inside its segment; `attributions` are indexed by the statements.
 * `judge`  who weighs the evidence; the arbiter that is shipped where it is left out.
 */
export function classify(
  page: Segmented,
  { attributed, loose, reading }: AttributedPage,
  judge: Arbiter | null = null,
): Classified {
  const statements: AnalysedStatement[] = [];
  const attributions: AnalysedAttribution[] = [];
  const indexes = new Map<Credit, number>();
  const indexOf = (credit: Credit): number => {
    const known = indexes.get(credit) ?? attributions.push(attributionOf(credit)) - 1;
    indexes.set(credit, known);
    return known;
  };
  const drafts = draft(page, attributed, reading);
  const { verdicts, version } = decided(drafts, page, reading, judge);
  drafts.forEach(({ sentence, prediction, postedAt }, i) => {
    const { judgement, mainCredit, credits } = verdicts[i] ?? NO_VERDICT;
    const indexesOfCredits = credits.map(indexOf);
    if (judgement === null) return;
    const { sourcing, writer, source, flags, time } = judgement;
    const label = readerLabel({ sourcing, factualityWriter: writer, flags });
    statements.push({
      start: sentence.start,
      end: sentence.end,
      ...contentIn(page.text, sentence, mainCredit),
      label,
      sourcing,
      factuality: { writer, source },
      time,
      flags,
      reasons: reasonsFor(judgement, label, prediction, postedAt),
      confidence: judgement.score,
      isSure: version !== null && isSure({ name: MODELS, version }, judgement.score),
      postedAt,
      attributions: indexesOfCredits,
      attributionScope: mainCredit?.scope ?? "SENTENCE",
      relayDepth:
        mainCredit === null || mainCredit.kind === null ? null : relayDepth(page, mainCredit, sentence.post),
      attributedTo: mainCredit?.speaker ?? null,
      post: sentence.post,
      segment: sentence.segment,
      ...(prediction === null ? {} : { prediction }),
    });
  });
  loose.forEach(indexOf);
  return { statements, attributions, notes: statements.length > 0 ? [] : [NO_STATEMENT] };
}

export const NO_STATEMENT: Note = { stage: "classify", remark: "No statement was found on this page." };

interface DatedDraft extends Draft {
  readonly credits: readonly Credit[];
  readonly prediction: AnalysedPrediction | null;
  readonly postedAt: string | null;
}

/** What the machine with models calls itself; stored beside each of its proposals. */
export const MODELS = "onrecord-models";

/** By the arbiter, where models have read the page; by the rules alone, and of no version, where they haven't. */
function decided(
  drafts: readonly DatedDraft[],
  page: Segmented,
  reading: AttributedPage["reading"],
  judge: Arbiter | null,
): { verdicts: readonly Verdict[]; version: string | null } {
  if (reading === null) return { verdicts: drafts.map(verdictByRules), version: null };
  const by = judge ?? arbiter();
  return { verdicts: verdictsOf(drafts, draftPage(page, reading), by), version: by.version };
}

const NO_VERDICT: Verdict = { judgement: null, mainCredit: null, credits: [] };

/**
 * What the rules make of every sentence, before the arbiter has read it. Nobody vouches in a teaser: whoever it names is quoted
 * by another post, which isn't here to be read.
 */
export function draft(
  page: Segmented,
  attributed: readonly Attributed[],
  reading: AttributedPage["reading"],
): readonly DatedDraft[] {
  return attributed.map(({ sentence, mainCredit: found, credits, touching }) => {
    const mainCredit = sentence.isTeaser && found?.sourcing !== "UNNAMED_BARE" ? null : found;
    const postedAt = page.posts[sentence.post]?.date ?? null;
    const prediction = predictionIn(page.text, sentence, mainCredit, postedAt, reading?.page ?? null);
    const judgement = judgementByRules(sentence, mainCredit, { hasPrediction: prediction !== null });
    return { sentence, mainCredit, credits, touching, prediction, postedAt, judgement };
  });
}

/** What the arbiter reads of a page beside its drafts. */
export function draftPage(
  { segments }: Segmented,
  { page, words }: NonNullable<AttributedPage["reading"]>,
): Omit<DraftPage, "drafts"> {
  return { segments, reading: page, words };
}

/** What was said in pieces; nothing where it is one. */
function contentIn(
  text: string,
  sentence: Sentence,
  credit: MainCredit | null,
): Pick<AnalysedStatement, "content"> {
  const pieces = credit === null ? [] : piecesSaid(text, sentence, credit);
  return pieces.length === 0 ? {} : { content: pieces.map(({ start, end }) => [start, end]) };
}

const pairs = (spans: readonly Span[]): [number, number][] =>
  atMost(MOST_SPANS, spans).map(({ start, end }) => [start, end]);

function attributionOf(mainCredit: Credit): AnalysedAttribution {
  return {
    source: pairs(mainCredit.source),
    cue: pairs(mainCredit.cue),
    content: pairs(mainCredit.content),
    speaker: mainCredit.speaker,
    speakerKind: mainCredit.kind,
    type: mainCredit.type,
    quoteMode: mainCredit.quoteMode,
    confidence: mainCredit.score,
  };
}

/** Hops from this page to who said it: one from the page that quotes them, one more where the page reposts an agency. */
function relayDepth(page: Segmented, mainCredit: MainCredit, post: number): number {
  // The agency that a page names is that of its first post.
  if (post > 0 && page.posts[post]?.isTeaser === false) return 1;
  const agency = page.agency?.toLowerCase() ?? null;
  const isOwnWire =
    agency !== null && (page.publisher ?? "").toLowerCase().includes(agency.replace(/\s/g, ""));
  const isRepost = agency !== null && !isOwnWire && mainCredit.kind !== "MEDIA" && isReposted(page);
  return isRepost ? 2 : 1;
}

/** A post with a day of its own above the agency's, or on a site that isn't the agency's. */
function isReposted(page: Segmented): boolean {
  return page.agencyDate !== null || page.publisher !== null;
}

function reasonsFor(
  judgement: Judgement,
  label: ReaderLabel,
  prediction: AnalysedPrediction | null,
  postedAt: string | null,
): CodedReason[] {
  const { rule, score, parameters, flags } = judgement;
  const reasons: CodedReason[] = [
    { axis: "SOURCING", rule: `source/${rule}`, version: judgement.version ?? VERSION, score, parameters },
  ];
  const add = (axis: CodedReason["axis"], id: ReasonRule, found: ReasonParameters = {}) =>
    reasons.push({ axis, rule: id, version: VERSION, score, parameters: found });
  if (flags.documentMentionedNotProduced) add("SOURCING", "source/paper-not-shown");
  if (flags.insiderWording) add("FACTUALITY", "certainty/insider-wording");
  if (prediction !== null) add("TIME", "time/window", windowFound(prediction, postedAt));
  add("LABEL", "label/derived", { label });
  return reasons;
}

function windowFound({ text, dueTo }: AnalysedPrediction, postedAt: string | null): ReasonParameters {
  if (dueTo === null) return { window: text };
  return postedAt === null ? { window: text, dueTo } : { window: text, dueTo, postedAt };
}
