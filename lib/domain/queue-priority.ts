import { z } from "zod";
import type { Urgency } from "./labels";

/** How urgent a piece of work is, and why. */

/** Why something is urgent, the most weighty first. */
export const PriorityCode = z.enum([
  "REPORTED",
  "FELL_DUE",
  "KNOWN_CLAIM",
  "MANY_OUTLETS",
  "UNSOURCED",
  "NOT_SURE",
]);
export type PriorityCode = z.infer<typeof PriorityCode>;

export const PriorityReason = z.object({ code: PriorityCode, count: z.number().int().positive() });
export type PriorityReason = z.infer<typeof PriorityReason>;

/**
 * How many there are of each: open reports of readers, promises that fell due, claims that are known, claims that many other publishers carry,
 * statements without a source, proposals that aren't sure.
 */
export type PriorityFacts = Readonly<Record<PriorityCode, number>>;

export interface Priority {
  /** Higher is more urgent. What a person set high is above 5000, what they set low below 0. */
  readonly priority: number;
  readonly reasons: readonly PriorityReason[];
}

/**
 * What one of its kind weighs, and each further one up to nine. Any number of a kind weighs less than one of the kind above it, so that the order can
 * be told in words.
 */
const WEIGHT: Readonly<Record<PriorityCode, readonly [first: number, further: number]>> = {
  REPORTED: [800, 10],
  FELL_DUE: [400, 10],
  KNOWN_CLAIM: [200, 10],
  MANY_OUTLETS: [120, 6],
  UNSOURCED: [60, 6],
  NOT_SURE: [5, 1],
};
const MOST_COUNTED = 9;
const BY_HAND: Readonly<Record<Urgency, number>> = { HIGH: 10_000, NORMAL: 0, LOW: -10_000 };

/** Counts alone say it, unless a person did: then those only order what was set the same. NORMAL means that counts say nothing. */
export function priorityOf(facts: PriorityFacts, byHand: Urgency | null): Priority {
  const reasons = PriorityCode.options.flatMap((code) =>
    facts[code] > 0 ? [{ code, count: facts[code] }] : [],
  );
  const counted = reasons.reduce((sum, { code, count }) => {
    const [first, further] = WEIGHT[code];
    return sum + first + further * (Math.min(count, MOST_COUNTED) - 1);
  }, 0);
  if (byHand === null) return { priority: counted, reasons };
  return { priority: byHand === "NORMAL" ? 0 : BY_HAND[byHand] + counted, reasons };
}

/** As screens name it. */
export function urgencyOf({ priority }: Pick<Priority, "priority">): Urgency {
  if (priority < 0) return "LOW";
  return priority >= WEIGHT.KNOWN_CLAIM[0] ? "HIGH" : "NORMAL";
}
