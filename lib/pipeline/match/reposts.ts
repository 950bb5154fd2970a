import type { RepostChange } from "#lib/domain/matching";
import { align } from "./alignment";
import { changeBetween, foldSentence, type ReadSentence, readSentence } from "./repost-changes";

/** One sentence of the repost and where it stands upstream; `repost` is null for what was left out, `original` for what was added. */
export interface AlignedSentence {
  readonly repost: number | null;
  readonly original: readonly number[] | null;
  readonly change: RepostChange;
}

/** From here on two sentences are taken for one that was changed. */
const LEAST_OVERLAP = 0.4;
/** A second sentence upstream counts where this much of it stands in the repost's, beside what the first one explains. */
const SECOND = 0.5;

/**
 * Which sentence of the original each sentence of a repost comes from, and what was changed; first in the order of the repost, then
 * what was left out. Time is quadratic in the sentences that aren't word for word the same.
 */
export function alignRepost(original: readonly string[], repost: readonly string[]): AlignedSentence[] {
  const from = verbatim(original, repost);
  const taken = new Set(from.flatMap((at) => at ?? []));
  const upstream = new Map<number, ReadSentence>();
  original.forEach((text, i) => {
    if (!taken.has(i)) upstream.set(i, readSentence(text));
  });
  const reworded = nearestPairs(upstream, repost, from);
  const used = new Set([...taken, ...[...reworded.values()].map(({ at }) => at)]);
  const found = repost.map((_, i): AlignedSentence => {
    const same = from[i];
    if (same !== undefined) return { repost: i, original: [same], change: "VERBATIM" };
    const near = reworded.get(i);
    if (near === undefined) return { repost: i, original: null, change: "ADDED" };
    const first = upstream.get(near.at);
    if (first === undefined) return { repost: i, original: null, change: "ADDED" };
    const change = changeBetween(first, near.read);
    const second = change === "REWORDED" ? alsoFrom(near.read, first, upstream, used) : null;
    if (second === null) return { repost: i, original: [near.at], change };
    used.add(second);
    return { repost: i, original: [near.at, second].sort((x, y) => x - y), change };
  });
  const dropped = original.flatMap((_, i): AlignedSentence[] =>
    used.has(i) ? [] : [{ repost: null, original: [i], change: "DROPPED" }],
  );
  return [...found, ...dropped];
}

/** For each sentence of the repost, the place upstream of the same one, each used once; typography apart. */
function verbatim(original: readonly string[], repost: readonly string[]): (number | undefined)[] {
  const places = new Map<string, number[]>();
  original.forEach((text, i) => {
    const folded = foldSentence(text);
    places.set(folded, [...(places.get(folded) ?? []), i]);
  });
  return repost.map((text) => {
    const folded = foldSentence(text);
    return folded === "" ? undefined : places.get(folded)?.shift();
  });
}

interface Near {
  readonly at: number;
  readonly read: ReadSentence;
}

/** The nearest pairs first, each sentence once. */
function nearestPairs(
  upstream: ReadonlyMap<number, ReadSentence>,
  repost: readonly string[],
  from: readonly (number | undefined)[],
): Map<number, Near> {
  const options: { repost: number; near: Near; overlap: number }[] = [];
  repost.forEach((text, i) => {
    if (from[i] !== undefined) return;
    const read = readSentence(text);
    for (const [at, other] of upstream) {
      const overlap = overlapOf(read, other);
      if (overlap >= LEAST_OVERLAP) options.push({ repost: i, near: { at, read }, overlap });
    }
  });
  options.sort((x, y) => y.overlap - x.overlap || x.repost - y.repost || x.near.at - y.near.at);
  const chosen = new Map<number, Near>();
  const taken = new Set<number>();
  for (const { repost: i, near } of options) {
    if (chosen.has(i) || taken.has(near.at)) continue;
    chosen.set(i, near);
    taken.add(near.at);
  }
  return chosen;
}

/** The larger of two likenesses: of the words as written, and of what they mean with numbers and names. */
function overlapOf(a: ReadSentence, b: ReadSentence): number {
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  const plain = (2 * shared) / Math.max(a.words.size + b.words.size, 1);
  const { links } = align(a.facts.words, b.facts.words);
  const near = links.reduce((sum, link) => sum + link.nearness * link.a.weight, 0);
  const numbers = a.facts.quantities.filter((x) =>
    b.facts.quantities.some((y) => y.value === x.value),
  ).length;
  const weight = ({ facts }: ReadSentence) =>
    facts.words.reduce((sum, word) => sum + word.weight, facts.quantities.length);
  const meant = (2 * (near + numbers)) / Math.max(weight(a) + weight(b), 1);
  const shortest = Math.min(a.facts.words.length, b.facts.words.length);
  return Math.max(plain, shortest < 2 ? 0 : meant);
}

/** A sentence upstream that stands in the repost's one too, beside the first. */
function alsoFrom(
  read: ReadSentence,
  first: ReadSentence,
  upstream: ReadonlyMap<number, ReadSentence>,
  used: ReadonlySet<number>,
): number | null {
  const { onlyA } = align(read.facts.words, first.facts.words);
  let best: number | null = null;
  let most = SECOND;
  for (const [at, other] of upstream) {
    if (used.has(at) || other.facts.words.length < 2) continue;
    const { links } = align(onlyA, other.facts.words);
    const covered = links.length / other.facts.words.length;
    if (links.length >= 2 && covered >= most) [best, most] = [at, covered];
  }
  return best;
}
