import type { Span } from "#lib/text/span";
import type { MainCredit } from "./credit";
import { mainCreditFrom, type Resolved, shareOf } from "./model-credits";
import { hearsayIn, hedgedReportIn } from "./rules/hearsay";
import type { RuleCredit } from "./rules/rule-credit";
import type { Sentence } from "./sentence";

/** The main credit that the rules find; a hedge on the telling, or a hearsay wording, says that nobody stands behind it. */
export function mainCreditByRules(sentence: Sentence, found: RuleCredit | null): MainCredit | null {
  const hearsay = found === null || found.mainCredit.sourcing === "UNNAMED_BARE" ? hearsayIn(sentence) : null;
  const hedged = found === null || isHedgedCue(sentence, found.mainCredit) ? hedgedReportIn(sentence) : null;
  return hedged ?? found?.mainCredit ?? hearsay;
}

/** "has reportedly told friends": the hedge stands on the cue itself, so that nobody stands behind the telling. */
function isHedgedCue(sentence: Sentence, mainCredit: MainCredit): boolean {
  const cue = mainCredit.cue[0];
  if (cue === undefined) return false;
  return /\b(?:reportedly|allegedly|supposedly) $/.test(sentence.text.slice(0, cue.start - sentence.start));
}

/** Whether a cue stands in the sentence: who tells it there goes before whoever told the one before it. */
const isToldIn = ({ start, end }: Sentence, cue: readonly Span[]): boolean =>
  cue.some((span) => span.start >= start && span.end <= end);

export interface Chosen {
  readonly mainCredit: MainCredit | null;
  /** The model's attribution that the main credit is made of. */
  readonly from: Resolved | null;
}

/** Content that covers less of a sentence than this, or is less sure, doesn't carry its main clause. */
const MAIN_CLAUSE = 0.5;
const LEAST_CONFIDENCE = 0.5;

/**
 * Choose between the main credit of the rules and the attributions of the models. A rule other than `cue-verb` has found a plain
 * wording, and stands. Otherwise the surest attribution that covers most of the sentence is taken, if there is one.
 */
export function chooseMainCredit(
  sentence: Sentence,
  index: number,
  ruled: MainCredit | null,
  touching: readonly Resolved[],
): Chosen {
  if (sentence.isTeaser || (ruled !== null && ruled.rule !== "cue-verb"))
    return { mainCredit: ruled, from: null };
  let best: Resolved | null = null;
  let most = 0;
  for (const resolved of touching) {
    const { found, speaker } = resolved;
    if (ruled !== null && !isToldIn(sentence, found.cue)) continue;
    if (!found.isVoiced || speaker === null || found.confidence < LEAST_CONFIDENCE) continue;
    const share = shareOf(resolved, sentence);
    if (share < MAIN_CLAUSE || share * found.confidence <= most) continue;
    most = share * found.confidence;
    best = resolved;
  }
  if (best === null || best.speaker === null) return { mainCredit: ruled, from: null };
  return { mainCredit: mainCreditFrom(best, index, best.speaker.sourcing), from: best };
}
