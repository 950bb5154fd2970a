import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type CountedKeys,
  countsOfKeys,
  type KnownWording,
  keyWaitingWordings,
  untilKeyed,
  wordingsOf,
  wordingsWith,
} from "#lib/db/claims/wordings";
import type { Analysis } from "#lib/domain/analysis";
import type { ClaimMatch } from "#lib/domain/matching";
import { LEAST_SHARE, match } from "#lib/pipeline/match";
import { factsOf } from "#lib/pipeline/match/facts";
import { type IndexKey, indexKeysOf } from "#lib/pipeline/match/index-keys";
import { askedFor, type Effort, type KeyCounts, shareOf } from "#lib/pipeline/match/near";

/** The known wordings that are nearest to statements: found by the index, and by nothing that is held in memory. */

/**
 * A page's statements want what the judge may call the same, which shares much: little is read for each. Whoever asks for one statement gets nearly
 * all that an exhaustive scan would name.
 */
export const OF_A_PAGE: Effort = { least: LEAST_SHARE, few: 10, probes: 6, read: 100 };
export const THOROUGH: Effort = { least: 0.02, few: 200, probes: 30, read: 4000 };
/** What shares so much is looked for first, and what shares less only where that was too little. */
const FIRST = 0.3;
/** How many of them the judge is shown. */
const MOST_NEAR = 10;
/** So many statements are asked for at once. */
const AT_ONCE = 50;
/** So many wordings get their keys before a page is compared; the next pages go on with the rest. */
const KEYED_AT_ONCE = 500;
/** Another one may be at it each time. */
const MOST_TRIES = 3;

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

/** For each statement, by its keys, the `most` known wordings that share most with it, best first. */
export async function nearWordings(
  statements: readonly (readonly IndexKey[])[],
  most: number,
  effort: Effort,
): Promise<NearWording[][]> {
  const near: NearWording[][] = [];
  for (let at = 0; at < statements.length; at += AT_ONCE)
    near.push(...(await nearToSome(statements.slice(at, at + AT_ONCE), most, effort)));
  return near;
}

async function nearToSome(
  statements: readonly (readonly IndexKey[])[],
  most: number,
  effort: Effort,
): Promise<NearWording[][]> {
  const known = await countsOf(new Set(statements.flatMap((keys) => keys.map(({ key }) => key))));
  const best = await bestOf(statements, most, { ...effort, least: Math.max(effort.least, FIRST) }, known);
  // What shares as much as was asked for is among them. Where that was too little, the rest is looked for with what was found as the measure.
  for (const [at, found] of best.entries()) {
    const last = found.length < most ? 0 : (found.at(-1)?.share ?? 0);
    const least = Math.max(effort.least, last);
    if (least >= FIRST) continue;
    const [more = []] = await bestOf(statements.slice(at, at + 1), most, { ...effort, least }, known);
    const ids = new Set(more.map(({ id }) => id));
    best[at] = firstOf([...more, ...found.filter(({ id }) => !ids.has(id))], most);
  }
  const useful = best.map((found) => found.filter(({ share }) => share >= effort.least));
  const wordings = await wordingsOf([...new Set(useful.flat().map(({ id }) => id))]);
  return useful.map((found) =>
    found.flatMap(({ id, share }) => {
      const wording = wordings.get(id);
      return wording === undefined ? [] : [{ ...wording, share }];
    }),
  );
}

interface Near {
  readonly id: string;
  readonly share: number;
}

/** Of each statement the ids of what was found that shares most with it; some of it less than was looked for. */
async function bestOf(
  statements: readonly (readonly IndexKey[])[],
  most: number,
  effort: Effort,
  known: KeyCounts,
): Promise<Near[][]> {
  const asked = statements.map((keys) => askedFor(keys, known, effort));
  const found = await wordingsWith(asked);
  return asked.map(({ weights }, i) =>
    firstOf(
      (found[i] ?? []).map(({ id, keys }) => ({ id, share: shareOf(weights, keys) })),
      most,
    ),
  );
}

const firstOf = (found: readonly Near[], most: number): Near[] =>
  [...found].sort((a, b) => b.share - a.share || Number(a.id) - Number(b.id)).slice(0, most);

/**
 * Wordings that wait get their keys first, from here or from whoever is at it: a claim that was just made is found, by pages that come in together too. Where
 * very many wait, nobody waits for all of them.
 */
async function countsOf(keys: ReadonlySet<number>): Promise<CountedKeys> {
  let known = await countsOfKeys([...keys]);
  for (let tries = 0; known.isWaiting && tries < MOST_TRIES; tries += 1) {
    const isDone = (await keyWordings()) > 0;
    if (!isDone) await untilKeyed();
    known = await countsOfKeys([...keys]);
    if (isDone) break;
  }
  return known;
}

/** Keys for what was written since. Returns how many wordings were looked at. */
export async function keyWordings(): Promise<number> {
  return keyWaitingWordings(
    ({ text, day }) => indexKeysOf(factsOf({ text, postedAt: day })).map(({ key }) => key),
    KEYED_AT_ONCE,
  );
}
