import type { Reason } from "./reasons";

/**
 * A confidence from here on is sure: chosen by cross-validation so that at most six in a hundred of such statements are
 * wrong, lines that are no statement counted. See docs/models/sourcing.md.
 */
export const LEAST_SURE = 0.8;

/** From this version on the models' confidence is measured on pages that they have not learned from. */
const FIRST_MEASURED = 2;

/** Whether an editor may take a proposal for sure. What rules alone made, or an older version, never is. */
export function isSure(
  engine: { readonly name: string; readonly version: string },
  confidence: number,
): boolean {
  const isMeasured =
    engine.name === "onrecord-models" && Number.parseInt(engine.version, 10) >= FIRST_MEASURED;
  return isMeasured && confidence >= LEAST_SURE;
}

/** A person said so in another program: no rule of ours has a score for it. */
export const isMark = ({ rule }: Reason): boolean => rule === "import/mark";

export const isMarked = ({ reasons }: { readonly reasons: readonly Reason[] }): boolean =>
  reasons.some(isMark);

/** So many suggestions are accepted, or given back, in one act. */
export const MOST_TOGETHER = 200;
