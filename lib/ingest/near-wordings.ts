import type { CountedKeys, WordingIndex } from "#lib/db/wordings/wording-index";
import { factsOf } from "#lib/pipeline/match/facts";
import { type IndexKey, indexKeysOf } from "#lib/pipeline/match/index-keys";
import { askedFor, type Effort, type KeyCounts, shareOf } from "#lib/pipeline/match/near";

/** What an index of wordings has that is nearest to statements: never a scan, and nothing is held in memory. */

/** What shares so much is looked for first, and what shares less only where that was too little. */
const FIRST = 0.3;
/** So many statements are asked for at once. */
const AT_ONCE = 50;
/** So many wordings get their keys before a page is compared; the next pages go on with the rest. */
const KEYED_AT_ONCE = 500;
/** Another one may be at it each time. */
const MOST_TRIES = 3;

export interface Near {
  /** The wording's. */
  readonly id: string;
  /** How much of what the statement is found by it has, 0 to 1; a long wording less. */
  readonly share: number;
}

export interface Asking {
  readonly most: number;
  readonly effort: Effort;
  /** What was just written gets its keys first. */
  readonly waits: boolean;
}

/** For each statement, by its keys, the `most` wordings that share most with it, best first. */
export async function nearest(
  index: WordingIndex,
  statements: readonly (readonly IndexKey[])[],
  asking: Asking,
): Promise<Near[][]> {
  const near: Near[][] = [];
  for (let at = 0; at < statements.length; at += AT_ONCE)
    near.push(...(await nearestToSome(index, statements.slice(at, at + AT_ONCE), asking)));
  return near;
}

async function nearestToSome(
  index: WordingIndex,
  statements: readonly (readonly IndexKey[])[],
  { most, effort, waits }: Asking,
): Promise<Near[][]> {
  const keys = [...new Set(statements.flatMap((own) => own.map(({ key }) => key)))];
  const known = await (waits ? countsOnceKeyed(index, keys) : index.countsOfKeys(keys));
  const first = { ...effort, least: Math.max(effort.least, FIRST) };
  const best = await bestOf(index, statements, most, first, known);
  // What shares as much as was asked for is among them. Where that was too little, the rest is looked for with what was found as the measure.
  for (const [at, found] of best.entries()) {
    const last = found.length < most ? 0 : (found.at(-1)?.share ?? 0);
    const least = Math.max(effort.least, last);
    if (least >= FIRST) continue;
    const rest = { ...effort, least };
    const [more = []] = await bestOf(index, statements.slice(at, at + 1), most, rest, known);
    const ids = new Set(more.map(({ id }) => id));
    best[at] = firstOf([...more, ...found.filter(({ id }) => !ids.has(id))], most);
  }
  return best.map((found) => found.filter(({ share }) => share >= effort.least));
}

/** Of each statement the ids of what was found that shares most with it; some of it less than was looked for. */
async function bestOf(
  index: WordingIndex,
  statements: readonly (readonly IndexKey[])[],
  most: number,
  effort: Effort,
  known: KeyCounts,
): Promise<Near[][]> {
  const asked = statements.map((keys) => askedFor(keys, known, effort));
  const found = await index.wordingsWith(asked);
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
async function countsOnceKeyed(index: WordingIndex, keys: readonly number[]): Promise<CountedKeys> {
  let known = await index.countsOfKeys(keys);
  for (let tries = 0; known.isWaiting && tries < MOST_TRIES; tries += 1) {
    const isDone = (await keyWordings(index)) > 0;
    if (!isDone) await index.untilKeyed();
    known = await index.countsOfKeys(keys);
    if (isDone) break;
  }
  return known;
}

/** Keys for what was written since. Returns how many wordings were looked at. */
export async function keyWordings(index: WordingIndex): Promise<number> {
  return index.keyWaiting(
    ({ text, day }) => indexKeysOf(factsOf({ text, postedAt: day })).map(({ key }) => key),
    KEYED_AT_ONCE,
  );
}
