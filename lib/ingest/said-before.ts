import { setImmediate as nextTurn } from "node:timers/promises";
import { transaction } from "#lib/db/core/client";
import {
  type FoundRelation,
  isAnyWordingWaiting,
  keepRelations,
  type SaidWording,
  saidWordings,
  suggestionWordings,
  uncomparedWordings,
} from "#lib/db/wordings/suggestion-wordings";
import { LEAST_SHARE, relate } from "#lib/pipeline/match";
import { type Facts, factsOf } from "#lib/pipeline/match/facts";
import { indexKeysOf } from "#lib/pipeline/match/index-keys";
import { matchModel } from "#lib/pipeline/match/match-model";
import { OF_A_PAGE } from "./known-claims";
import { keyWordings, nearest } from "./near-wordings";

/**
 * Compares what suggestions say with what was said on other pages, whether a claim holds it or not. Never in an import: what came in waits, and a portion of it is
 * compared whole or not at all, so that whoever is stopped goes on where it was.
 */

/** So many wordings are compared at once. */
const PORTION = 50;
/** So many rounds of keys for what was written since. */
const MOST_ROUNDS = 20;
/** So many wordings are asked of the index, and so many of them judged: a judgement costs more than the search. */
const MOST_NEAR = 12;
const MOST_JUDGED = 6;

/** Compare up to `most` wordings that wait. Returns how many were. */
export async function compareSaid(most: number, signal?: AbortSignal): Promise<number> {
  for (let round = 0; round < MOST_ROUNDS; round += 1)
    if ((await keyWordings(suggestionWordings)) === 0) break;
  let compared = 0;
  while (compared < most && signal?.aborted !== true) {
    const waiting = await uncomparedWordings(matchModel().version, Math.min(PORTION, most - compared));
    if (waiting.length === 0) break;
    await compare(waiting);
    compared += waiting.length;
  }
  return compared;
}

/** Does anything wait to be compared? */
export const isAnySaidWaiting = (): Promise<boolean> => isAnyWordingWaiting(matchModel().version);

async function compare(waiting: readonly SaidWording[]): Promise<void> {
  const facts = waiting.map(({ text, day }) => factsOf({ text, postedAt: day }));
  // One more: a wording is nearest to itself.
  const near = await nearest(suggestionWordings, facts.map(indexKeysOf), {
    most: MOST_NEAR + 1,
    effort: OF_A_PAGE,
    waits: false,
  });
  const others = near.map((found, i) =>
    found
      .filter(({ id, share }) => id !== waiting[i]?.id && share >= LEAST_SHARE)
      .slice(0, MOST_JUDGED)
      .map(({ id }) => id),
  );
  const known = new Known(await saidWordings([...new Set(others.flat())]));
  const found: FoundRelation[] = [];
  for (const [i, { id }] of waiting.entries()) {
    const own = facts[i];
    if (own === undefined) continue;
    for (const other of others[i] ?? []) {
      const theirs = known.facts(other);
      const relation = theirs && relate(own, theirs);
      if (relation) found.push({ between: [id, other], ...relation });
    }
    // Other jobs of this process wait no longer than one wording's judgements.
    await nextTurn();
  }
  const judge = matchModel().version;
  await transaction((tx) => keepRelations(tx, found, { compared: waiting.map(({ id }) => id), judge }));
}

/** The wordings that a portion is compared with, each taken apart once. */
class Known {
  private readonly read = new Map<string, Facts>();

  constructor(private readonly wordings: ReadonlyMap<string, SaidWording>) {}

  facts(id: string): Facts | null {
    const wording = this.wordings.get(id);
    if (wording === undefined) return null;
    const facts = this.read.get(id) ?? factsOf({ text: wording.text, postedAt: wording.day });
    this.read.set(id, facts);
    return facts;
  }
}
