import type { Analysis } from "#lib/domain/analysis";
import { type Folded, fold, hasSameTimes, similarity } from "#lib/english/similarity";

/** A claim that is known already: its wording, and quotes of statements that were linked to it. */
export interface KnownClaim {
  readonly id: string;
  readonly wording: string;
  readonly quotes?: readonly string[];
}

export interface Match {
  readonly claimId: string;
  /** 0 to 1; below 0.9 wherever the times differ. */
  readonly score: number;
  /** Why, as a sentence for the editor. */
  readonly why: string;
}

/** Below this two texts only share a subject. */
const LOWEST = 0.55;
/** The same words about another date are another promise: similar, never the same. */
const HIGHEST_WITH_OTHER_TIMES = 0.89;
/** Two words in common are no match, whatever share of a short sentence they are. */
const LEAST_SHARED = 3;

interface Candidate {
  readonly claimId: string;
  readonly isWording: boolean;
  readonly folded: Folded;
}

/**
 * For each statement of a page, the known claim that it reads like most, or null. Pure: the candidates are given.
 *
 * Time is linear in the words of the statements and candidates that share a word.
 */
export function match(
  page: Pick<Analysis, "text" | "statements">,
  claims: readonly KnownClaim[],
): (Match | null)[] {
  if (claims.length === 0) return page.statements.map(() => null);
  const index = indexes.get(claims) ?? indexOf(claims);
  indexes.set(claims, index);
  return page.statements.map(({ start, end }) => best(fold(page.text.slice(start, end)), index));
}

interface Index {
  readonly candidates: readonly Candidate[];
  /** Places in `candidates`. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

/** One list of claims is compared with many pages: it is folded once. Nobody changes a list that was given. */
const indexes = new WeakMap<readonly KnownClaim[], Index>();

function indexOf(claims: readonly KnownClaim[]): Index {
  const candidates = claims.flatMap(candidatesOf);
  const byWord = new Map<string, number[]>();
  candidates.forEach(({ folded }, i) => {
    for (const word of folded.words) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [i]);
      else list.push(i);
    }
  });
  return { candidates, byWord };
}

function candidatesOf(claim: KnownClaim): Candidate[] {
  const of = (text: string, isWording: boolean) => ({ claimId: claim.id, isWording, folded: fold(text) });
  return [of(claim.wording, true), ...(claim.quotes ?? []).map((quote) => of(quote, false))];
}

function best(statement: Folded, { candidates, byWord }: Index): Match | null {
  const shared = new Map<number, number>();
  for (const word of statement.words) {
    for (const i of byWord.get(word) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  let found: Match | null = null;
  for (const [i, count] of shared) {
    const candidate = candidates[i];
    if (candidate === undefined || count < LEAST_SHARED) continue;
    const likeness = similarity(statement, candidate.folded);
    const isSameTime = hasSameTimes(statement, candidate.folded);
    const score = isSameTime ? likeness : Math.min(likeness, HIGHEST_WITH_OTHER_TIMES);
    if (score < LOWEST || (found !== null && score <= found.score)) continue;
    found = { claimId: candidate.claimId, score, why: reason(count, candidate, isSameTime) };
  }
  return found;
}

function reason(shared: number, { folded, isWording }: Candidate, isSameTime: boolean): string {
  const what = isWording ? "the claim’s wording" : "a statement already linked to the claim";
  const words = `It shares ${shared} of the ${folded.words.size} content words of ${what}`;
  return isSameTime ? `${words}.` : `${words}, but names other times: similar, not the same.`;
}
