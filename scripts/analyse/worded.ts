import type { Analysis } from "#lib/domain/analysis";
import type { Reason, WordedReason } from "#lib/domain/reasons";
import { reasonWords } from "#lib/words/reason-words";

/** The analysis with its reasons in words, as the command prints it. */
export function worded(analysis: Analysis): Analysis {
  return {
    ...analysis,
    segments: analysis.segments.map((one) => ({ ...one, reason: inWords(one.reason) })),
    statements: analysis.statements.map((one) => ({ ...one, reasons: one.reasons.map(inWords) })),
  };
}

/** The properties stand in the order in which they are printed. */
function inWords(reason: Reason): WordedReason {
  const { axis, rule, version, score } = reason;
  return { axis, rule, version, score, words: reasonWords(reason) };
}
