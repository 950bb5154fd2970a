import {
  type AnalysedAttribution,
  type AnalysedPrediction,
  type AnalysedStatement,
  MOST_SPANS,
  type Note,
} from "#lib/domain/analysis";
import { type ReaderLabel, readerLabel } from "#lib/domain/labels";
import type { CodedReason, ReasonParameters, ReasonRule } from "#lib/domain/reasons";
import { atMost, type Span } from "#lib/text/span";
import type { Attributed, AttributedPage } from "./attribute";
import type { Credit, MainCredit } from "./attribute/credit";
import { isClaim } from "./classify/claim-form";
import { callsItselfOpinion } from "./classify/opinion-page";
import { predictionIn } from "./classify/prediction";
import { type Judgement, judgementByRules } from "./classify/rule-judgement";
import type { Draft } from "./classify/sourcing-features";
import { sourcingModel } from "./classify/sourcing-model";
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
 * `url`    tells an opinion section where the page's own words don't.
 */
export function classify(
  page: Segmented,
  { attributed, loose, reading }: AttributedPage,
  url: string | null,
): Classified {
  const statements: AnalysedStatement[] = [];
  const attributions: AnalysedAttribution[] = [];
  const indexes = new Map<Credit, number>();
  const indexOf = (credit: Credit): number => {
    const known = indexes.get(credit) ?? attributions.push(attributionOf(credit)) - 1;
    indexes.set(credit, known);
    return known;
  };
  const drafted = draft(page, attributed, url, reading);
  const revised = reading === null ? drafted.drafts : sourcingModel().revise({ ...drafted, reading });
  drafted.drafts.forEach((found, i) => {
    const { sentence, credits, prediction, postedAt } = found;
    const { judgement, mainCredit } = revised[i] ?? found;
    const indexesOfCredits = credits.map(indexOf);
    if (judgement === null || !isClaim(sentence, mainCredit)) return;
    const { sourcing, writer, source, flags, time } = judgement;
    const label = readerLabel({ sourcing, factualityWriter: writer, flags });
    statements.push({
      start: sentence.start,
      end: sentence.end,
      label,
      sourcing,
      factuality: { writer, source },
      time,
      flags,
      reasons: reasonsFor(judgement, label, prediction, postedAt),
      confidence: judgement.score,
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

/** What the rules make of every sentence, before the sourcing model has read it. */
export function draft(
  page: Segmented,
  attributed: readonly Attributed[],
  url: string | null,
  reading: AttributedPage["reading"] = null,
): { drafts: readonly DatedDraft[]; isOpinionPage: boolean } {
  const isOpinionPage = callsItselfOpinion(page, url);
  const drafts = attributed.map(({ sentence, mainCredit, credits, touching }) => {
    const postedAt = page.posts[sentence.post]?.date ?? null;
    const prediction = predictionIn(page.text, sentence, mainCredit, postedAt, reading);
    const judgement = judgementByRules(sentence, mainCredit, {
      isOpinionPage,
      hasPrediction: prediction !== null,
    });
    return { sentence, mainCredit, credits, touching, prediction, postedAt, judgement };
  });
  return { drafts, isOpinionPage };
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
