import { setImmediate as nextTurn } from "node:timers/promises";
import { transaction } from "#lib/db/core/client";
import { type FoundDoubt, keepDoubts, partedPairs } from "#lib/db/doubts/doubts";
import {
  type ClaimWord,
  keepLooks,
  lookAgain,
  rootsOf,
  someWords,
  type WaitingWord,
  waitingWords,
} from "#lib/db/doubts/looks";
import { claimWordings } from "#lib/db/wordings/claim-wordings";
import { LEAST_SHARE } from "#lib/pipeline/match";
import { likelyMissed, MOST_COMPARED, wronglyJoined } from "#lib/pipeline/match/doubts";
import { type Facts, factsOf } from "#lib/pipeline/match/facts";
import { indexKeysOf } from "#lib/pipeline/match/index-keys";
import { likelihoodOf } from "#lib/pipeline/match/judge";
import { matchModel } from "#lib/pipeline/match/match-model";
import { nearWordings, OF_A_PAGE } from "./known-claims";
import { keyWordings } from "./near-wordings";

/**
 * Looks over what claims are known by, a portion at a time: what is likely joined wrongly, and what was likely missed. A portion is kept whole or not at all, so
 * that whoever is stopped goes on where it was.
 */

/** So many wordings are looked over at once. */
const PORTION = 100;
/** So many portions in one go; the rest waits for the next night. */
const MOST_PORTIONS = 100;
/** So many rounds of keys for what was written since. */
const MOST_ROUNDS = 20;
/** So many wordings are asked of the index, and so many claims among them compared as a whole. */
const MOST_NEAR = 10;
const MOST_CLAIMS = 3;

interface Looking {
  readonly now: () => Date;
  readonly portion?: number;
  readonly portions?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Returns how many wordings were looked over. */
export async function lookForDoubts({
  now,
  portion = PORTION,
  portions = MOST_PORTIONS,
  signal,
}: Looking): Promise<number> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) if ((await keyWordings(claimWordings)) === 0) break;
  let looked = 0;
  for (let at = 0; at < portions && signal?.aborted !== true; at += 1) {
    const waiting = await waitingWords(matchModel().version, portion);
    if (waiting.length === 0) break;
    await lookOver(waiting, now());
    looked += waiting.length;
  }
  return looked;
}

async function lookOver(waiting: readonly WaitingWord[], now: Date): Promise<void> {
  const known = new Known();
  const near = await nearWordings(
    waiting.map((word) => indexKeysOf(known.facts(word))),
    MOST_NEAR,
    OF_A_PAGE,
  );
  const roots = await rootsOf([...new Set(near.flat().map(({ claimId }) => claimId))]);
  const named = [...waiting.flatMap(({ claimId, rootId }) => [claimId, rootId]), ...roots.values()];
  known.take(await someWords([...new Set(named)], MOST_COMPARED));
  const found: FoundDoubt[] = [];
  const pairs = new Map<string, readonly [string, string]>();
  for (const [i, word] of waiting.entries()) {
    const wrong = wrongOf(word, known);
    if (wrong !== null) found.push(wrong);
    for (const other of othersOf(word, near[i] ?? [], roots, known)) {
      const [one = "", two = ""] = [word.rootId, other].sort();
      pairs.set(`${one} ${two}`, [one, two]);
    }
    // Other jobs of this process wait no longer than one wording's judgements.
    await nextTurn();
  }
  found.push(...(await missedOf([...pairs.values()], known)));
  const model = matchModel().version;
  await transaction(async (tx) => {
    await keepDoubts(tx, found, { looked: waiting.map(({ id }) => id), model, now });
    await keepLooks(tx, waiting, model);
    const anew = waiting.filter(({ isOwn, turn }) => isOwn && turn > 1);
    if (anew.length > 0)
      await lookAgain(
        tx,
        anew.map(({ claimId }) => claimId),
      );
  });
}

/** The wordings of a portion, each taken apart once. */
class Known {
  private words: ReadonlyMap<string, readonly ClaimWord[]> = new Map();
  private readonly read = new Map<string, Facts>();

  take(words: ReadonlyMap<string, readonly ClaimWord[]>): void {
    this.words = words;
  }

  of(claimId: string): readonly ClaimWord[] {
    return this.words.get(claimId) ?? [];
  }

  facts({ id, text, day }: Pick<ClaimWord, "id" | "text" | "day">): Facts {
    const known = this.read.get(id) ?? factsOf({ text, postedAt: day });
    this.read.set(id, known);
    return known;
  }

  allFacts(words: readonly ClaimWord[]): Facts[] {
    return words.map((word) => this.facts(word));
  }
}

/** A statement's wording is compared with what its claim is known by otherwise; a claim that was joined with another, with that one. */
function wrongOf(word: WaitingWord, known: Known): FoundDoubt | null {
  const { claimId, rootId, isOwn } = word;
  if (isOwn && claimId === rootId) return null;
  const part = isOwn ? known.of(claimId) : [word];
  const rest = known.of(isOwn ? rootId : claimId).filter(({ id }) => id !== word.id);
  const [one, other] = [part[0], rest[0]];
  const doubt = wronglyJoined(known.allFacts(part), known.allFacts(rest));
  if (one === undefined || other === undefined || doubt === null) return null;
  const { relation, score, reasons } = doubt;
  return {
    kind: "WRONGLY_JOINED",
    claimId,
    otherClaimId: other.claimId,
    words: [one.words, other.words],
    one,
    other,
    relation,
    score,
    reasons,
  };
}

/** Other claims that a wording comes near to, as far as the judge would propose them. */
function othersOf(
  word: WaitingWord,
  near: Awaited<ReturnType<typeof nearWordings>>[number],
  roots: ReadonlyMap<string, string>,
  known: Known,
): string[] {
  const found = new Set<string>();
  for (const one of near) {
    const root = roots.get(one.claimId);
    if (root === undefined || root === word.rootId || found.has(root) || one.share < LEAST_SHARE) continue;
    if (likelihoodOf(known.facts(word), known.facts(one)).score < matchModel().proposalFloor) continue;
    found.add(root);
    if (found.size >= MOST_CLAIMS) break;
  }
  return [...found];
}

/** Of these pairs of claims what is likely the same, unless a person parted them. */
async function missedOf(pairs: readonly (readonly [string, string])[], known: Known): Promise<FoundDoubt[]> {
  const found: FoundDoubt[] = [];
  for (const [claimId, otherClaimId] of pairs) {
    const [ones, others] = [known.of(claimId), known.of(otherClaimId)];
    const doubt = likelyMissed(known.allFacts(ones), known.allFacts(others));
    await nextTurn();
    if (doubt === null) continue;
    const { at, otherAt, relation, score, reasons } = doubt;
    const [one, other, first, second] = [ones[at], others[otherAt], ones[0], others[0]];
    if (one === undefined || other === undefined || first === undefined || second === undefined) continue;
    const words = [first.words, second.words] as const;
    found.push({ kind: "MISSED", claimId, otherClaimId, words, one, other, relation, score, reasons });
  }
  const parted = await partedPairs(
    found.map(({ claimId, otherClaimId }) => [claimId, otherClaimId] as const),
  );
  const isParted = new Set(parted.map((pair) => pair.join(" ")));
  return found.filter(({ claimId, otherClaimId }) => !isParted.has(`${claimId} ${otherClaimId}`));
}
