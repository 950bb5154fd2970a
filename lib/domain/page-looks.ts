import type { CheckResult } from "./articles";
import type { FateView } from "./version-views";

/** What was seen of a published page since it was first fetched, as far as readers are told. Instants are ISO strings. */

export interface PageLooks {
  /** Counted up to a bound. */
  readonly looks: number;
  readonly areAllCounted: boolean;
  /** The last one; null where none was kept. */
  readonly last: { readonly at: string; readonly result: CheckResult } | null;
  /** When versions were first seen that came after the first one, newest first, up to a bound. */
  readonly changes: readonly string[];
  readonly areAllChanges: boolean;
  /** Is the version that the page showed last the one that was published? */
  readonly isSame: boolean;
  /** Of the published version: its place among those that were seen. */
  readonly version: number;
}

/** A published statement of whose words something else is to be said than that they stand. */
export interface ChangedStatement {
  readonly number: number;
  readonly exact: string;
  readonly kind: "REMOVED" | "REWORDED" | "AROUND";
  /** Since when that is known. */
  readonly since: string;
  readonly isAtLeast: boolean;
}

/** Where published statements stand in the newest version that was seen; null where that is the published one, or nothing was compared. */
export interface StatementsNow {
  /** The first of them, in page order. */
  readonly changed: readonly ChangedStatement[];
  /** Of all that changed, those that are not among these. */
  readonly moreChanged: number;
  readonly standing: number;
  readonly unclear: number;
  /** Were both versions cut up by the same rules? */
  readonly areOfOneEngine: boolean;
}

/** So many are shown with their words; the rest is counted. */
const MOST_SHOWN = 20;

/** `fates` by `spanKey`; a statement without one counts as one that can't be told. */
export function statementsNow(
  statements: readonly { readonly number: number; readonly exact: string; readonly fate: FateView | null }[],
  areOfOneEngine: boolean,
): StatementsNow {
  const changed = statements.flatMap(({ number, exact, fate }): ChangedStatement[] => {
    if (fate?.kind !== "REMOVED" && fate?.kind !== "REWORDED") return [];
    const kind = fate.kind === "REWORDED" && fate.ownWordsStand ? "AROUND" : fate.kind;
    const { isAtLeast, version } = fate;
    return [{ number, exact, kind, since: fate.since ?? version.fetchedAt, isAtLeast }];
  });
  const unclear = statements.filter(({ fate }) => fate === null || fate.kind === "UNCLEAR").length;
  return {
    changed: changed.slice(0, MOST_SHOWN),
    moreChanged: Math.max(0, changed.length - MOST_SHOWN),
    standing: statements.length - changed.length - unclear,
    unclear,
    areOfOneEngine,
  };
}
