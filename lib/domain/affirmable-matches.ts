import type { Relation } from "./matching";

/** What a person may affirm of a match without joining it: whoever says that both are the same joins them. */
export const AFFIRMABLE = ["TEMPLATE", "CONTRADICTION", "SIMILAR"] as const satisfies readonly Relation[];
export type Affirmable = (typeof AFFIRMABLE)[number];
export const isAffirmable = (relation: Relation | null): relation is Affirmable =>
  AFFIRMABLE.some((one) => one === relation);
