import { setImmediate as nextTurn } from "node:timers/promises";
import { claimWordings, type KnownWording, wordingsOf } from "#lib/db/wordings/claim-wordings";
import type { Analysis } from "#lib/domain/analysis";
import type { ClaimMatch } from "#lib/domain/matching";
import { LEAST_SHARE, match } from "#lib/pipeline/match";
import { factsOf } from "#lib/pipeline/match/facts";
import type { IndexKey } from "#lib/pipeline/match/index-keys";
import type { Effort } from "#lib/pipeline/match/near";
import { nearest } from "./near-wordings";

/** The known wordings that are nearest to statements: found by the index, and by nothing that is held in memory. */

/**
 * A page's statements want what the judge may call the same, which shares much: little is read for each. Whoever asks for one statement gets nearly
 * all that an exhaustive scan would name.
 */
export const OF_A_PAGE: Effort = { least: LEAST_SHARE, few: 10, probes: 6, read: 100 };
export const THOROUGH: Effort = { least: 0.02, few: 200, probes: 30, read: 4000 };
/** How many of them the judge is shown. */
const MOST_NEAR = 10;

/**
 * What each statement of a page is to the claims that are known, or null. A claim that was just made is known.
 *
 * Compared are a statement and what shares most with it; a page that says one thing many times asks once.
 */
export async function matchesOf(
  { text, statements }: Pick<Analysis, "text" | "statements">,
  keys: readonly (readonly IndexKey[])[],
): Promise<(ClaimMatch | null)[]> {
  const named = statements.map(({ start, end, postedAt }) => ({ text: text.slice(start, end), postedAt }));
  const places = new Map<string, number>();
  named.forEach(({ text: said, postedAt }, i) => {
    const name = `${said}\n${postedAt}`;
    if (!places.has(name)) places.set(name, i);
  });
  const asked = [...places.values()];
  const near = await nearWordings(
    asked.map((place) => keys[place] ?? []),
    MOST_NEAR,
    OF_A_PAGE,
  );
  const found = new Map<string, ClaimMatch | null>();
  for (const [i, [name, place]] of [...places].entries()) {
    const statement = named[place];
    const wordings = near[i] ?? [];
    if (statement === undefined || wordings.length === 0) continue;
    found.set(name, match(factsOf(statement), wordings));
    // Others of this process wait no longer than one statement's judgements.
    await nextTurn();
  }
  return named.map(({ text: said, postedAt }) => found.get(`${said}\n${postedAt}`) ?? null);
}

export interface NearWording extends KnownWording {
  /** How much of what the statement is found by it has, 0 to 1; a long wording less. */
  readonly share: number;
}

/** For each statement, by its keys, the `most` known wordings that share most with it, best first. What was just written is among them. */
export async function nearWordings(
  statements: readonly (readonly IndexKey[])[],
  most: number,
  effort: Effort,
): Promise<NearWording[][]> {
  const near = await nearest(claimWordings, statements, { most, effort, waits: true });
  const wordings = await wordingsOf([...new Set(near.flat().map(({ id }) => id))]);
  return near.map((found) =>
    found.flatMap(({ id, share }) => {
      const wording = wordings.get(id);
      return wording === undefined ? [] : [{ ...wording, share }];
    }),
  );
}
