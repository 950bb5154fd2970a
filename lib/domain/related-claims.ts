import type { ListedClaim } from "./published";
import { WORD } from "./search";

/** Claims that stand beside another one, and why. */

export type RelatedWhy =
  | { readonly kind: "TEMPLATE"; readonly key: string; readonly words: string }
  | { readonly kind: "WORDS" }
  | { readonly kind: "TOPIC"; readonly slug: string; readonly name: string };

export interface RelatedClaim {
  readonly claim: ListedClaim;
  /** One at least; a kind once, but for topics. */
  readonly why: readonly RelatedWhy[];
}

const MOST_RELATED = 6;
/** Of all words of two wordings, how many stand in both where they are worded alike. */
const LEAST_ALIKE = 0.5;
/** Shorter ones are mostly articles and the like, in any language; numbers count all the same. */
const SHORTEST_WORD = 3;

/** Whether two wordings have most of their words in common. It says nothing of whether they mean the same. */
export function areWordedAlike(one: string, other: string): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= LEAST_ALIKE * new Set([...a, ...b]).size;
}

function wordsIn(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(WORD) ?? [];
  return new Set(found.filter((word) => word.length >= SHORTEST_WORD || /\p{N}/u.test(word)));
}

/** Those with most reasons first, then those that promise the same, then those worded alike, then the latest published. */
export function mostRelated(related: readonly RelatedClaim[]): readonly RelatedClaim[] {
  const has = (one: RelatedClaim, kind: RelatedWhy["kind"]) =>
    Number(one.why.some((why) => why.kind === kind));
  const kinds = (one: RelatedClaim) => new Set(one.why.map(({ kind }) => kind)).size;
  return [...related]
    .sort(
      (a, b) =>
        kinds(b) - kinds(a) ||
        has(b, "TEMPLATE") - has(a, "TEMPLATE") ||
        has(b, "WORDS") - has(a, "WORDS") ||
        b.why.length - a.why.length ||
        (a.claim.publishedAt < b.claim.publishedAt ? 1 : -1),
    )
    .slice(0, MOST_RELATED);
}
