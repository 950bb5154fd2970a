import { SOURCING_CLASSES, type SourcingClass } from "./model-judgement";

/** What readers tell apart, and what each is made of. */
export type Sort = "REPORTED" | "UNSOURCED" | "TOLD" | "NO_STATEMENT";

const SORTS: Readonly<Record<SourcingClass, Sort>> = {
  NAMED: "REPORTED",
  DOCUMENT: "REPORTED",
  MEDIA_REPORT: "REPORTED",
  UNNAMED_QUALIFIED: "REPORTED",
  UNNAMED_BARE: "UNSOURCED",
  FORECAST: "UNSOURCED",
  OPINION: "UNSOURCED",
  NARRATION: "TOLD",
  NO_STATEMENT: "NO_STATEMENT",
};

export const sortOf = (found: SourcingClass): Sort => SORTS[found];

/**
 * What the mistakes cost, as thresholds; chosen by cross-validation, see the model card. An unsourced statement called reported is
 * the worst mistake: a report must be so many times likelier than that it is unsourced, and so many times likelier than that it is told.
 */
export const REPORTED_TO_UNSOURCED = 2.5;
export const REPORTED_TO_TOLD = 1.1;
/** Where a sentence's own words credit whoever told the one before it: what goes on is no more doubtful than what it goes on from. */
export const GOES_ON_TO_UNSOURCED = 1.5;
/** So much more a statement counts as unsourced, against the publisher's own telling: readers miss a warning more than they mind one. */
export const UNSOURCED_WEIGHT = 1.5;
/**
 * A line is no statement from this share on; one on which a rule found something to say, from the second; one whose form claims nothing
 * (a greeting, an order, a few words without a verb), from the third.
 */
export const LEAST_NO_STATEMENT = 0.6;
export const SURELY_NO_STATEMENT = 0.8;
export const FORMLESS_NO_STATEMENT = 0.2;

export interface Decision {
  readonly found: SourcingClass;
  /** The share of all that readers wouldn't tell from it, lines that are no statement counted: not yet calibrated. */
  readonly share: number;
}

/** How likely each sort is: shares stand in the order of SOURCING_CLASSES, and add up to 1. */
export function sortShares(shares: readonly number[]): Readonly<Record<Sort, number>> {
  const sums = { REPORTED: 0, UNSOURCED: 0, TOLD: 0, NO_STATEMENT: 0 };
  SOURCING_CLASSES.forEach((found, k) => {
    sums[SORTS[found]] += shares[k] ?? 0;
  });
  return sums;
}

/** The shares without the writer's own telling and without what nobody stands behind: they add up to less than 1. */
export const toldOnly = (shares: readonly number[]): number[] =>
  shares.map((share, k) => {
    const sort = sortOf(SOURCING_CLASSES[k] ?? "NARRATION");
    return sort === "REPORTED" || sort === "NO_STATEMENT" ? share : 0;
  });

/**
 * The cheapest answer.
 *
 * `toUnsourced`  how many times likelier a report must be than that it is unsourced; null where nobody is there who could vouch for it
 * `leastNone`    from which share on it is no statement
 */
export function decide(
  shares: readonly number[],
  toUnsourced: number | null,
  leastNone: number = LEAST_NO_STATEMENT,
): Decision {
  const sums = sortShares(shares);
  const sort = sums.NO_STATEMENT >= leastNone ? "NO_STATEMENT" : cheapest(sums, toUnsourced);
  let found: SourcingClass = "NARRATION";
  let most = -1;
  SOURCING_CLASSES.forEach((one, k) => {
    if (SORTS[one] !== sort || (shares[k] ?? 0) <= most) return;
    most = shares[k] ?? 0;
    found = one;
  });
  return { found, share: sums[sort] };
}

function cheapest(
  { REPORTED, UNSOURCED, TOLD }: Readonly<Record<Sort, number>>,
  toUnsourced: number | null,
): Sort {
  const isSafe = toUnsourced !== null && REPORTED >= toUnsourced * UNSOURCED;
  if (isSafe && REPORTED >= REPORTED_TO_TOLD * TOLD) return "REPORTED";
  return UNSOURCED * UNSOURCED_WEIGHT >= TOLD ? "UNSOURCED" : "TOLD";
}
