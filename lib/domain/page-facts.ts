import { RefusedError } from "./refusals";

/**
 * What is said of a page as a whole, and what people put right of it. A version stays as it came; a correction stands beside it, and holds for
 * every version of the page that says the same wrong thing.
 */

export const PAGE_FACTS = ["TITLE", "PUBLISHER", "AUTHOR", "AGENCY", "DATE", "LANGUAGE"] as const;
export type PageFact = (typeof PAGE_FACTS)[number];

/** Null where nothing says so. `DATE` is a calendar date, `LANGUAGE` a code of ISO 639. */
export type PageFacts = Readonly<Record<PageFact, string | null>>;

/** "Where the page says `said`, `reads` is right." Null: it says nothing, or has none. */
export interface FactCorrection {
  readonly fact: PageFact;
  readonly said: string | null;
  readonly reads: string | null;
}

/** A fact as it holds, and as the page itself has it. */
export interface HeldFact {
  readonly fact: PageFact;
  readonly reads: string | null;
  readonly said: string | null;
}

/** In UTF-16 units: what a page says of itself is told apart by so much of it. Some headings hold a whole page. */
export const TOLD_APART = 4000;

/** As much of what a page says as a correction keeps to know it by, never cut inside a character. */
export function knownBy(said: string | null): string | null {
  return said === null ? null : said.slice(0, TOLD_APART).replace(/[\uD800-\uDBFF]$/, "");
}

/** Each fact of a page that says `said`: of its corrections, the oldest first, the last one that is about these very words counts. */
export function heldFacts(said: PageFacts, corrections: readonly FactCorrection[]): HeldFact[] {
  return PAGE_FACTS.map((fact) => {
    const own = corrections.filter((one) => one.fact === fact && one.said === knownBy(said[fact]));
    return { fact, said: said[fact], reads: own.length === 0 ? said[fact] : (own.at(-1)?.reads ?? null) };
  });
}

export const isCorrected = ({ said, reads }: Pick<HeldFact, "said" | "reads">): boolean => said !== reads;

/** The facts as they hold. */
export function factsIn(held: readonly HeldFact[]): PageFacts {
  const of = (fact: PageFact) => held.find((one) => one.fact === fact)?.reads ?? null;
  return {
    TITLE: of("TITLE"),
    PUBLISHER: of("PUBLISHER"),
    AUTHOR: of("AUTHOR"),
    AGENCY: of("AGENCY"),
    DATE: of("DATE"),
    LANGUAGE: of("LANGUAGE"),
  };
}

/**
 * Throws   RefusedError: `conflict` where the fact holds otherwise than the screen showed, `invalid_input` where nothing would change.
 */
export function refuseCorrection(
  held: readonly HeldFact[],
  {
    fact,
    before,
    reads,
  }: { readonly fact: PageFact; readonly before: string | null; readonly reads: string | null },
): HeldFact {
  const now = held.find((one) => one.fact === fact);
  if (now === undefined || knownBy(now.reads) !== before)
    throw new RefusedError("conflict", { reason: "stale" });
  if (now.reads === reads) throw new RefusedError("invalid_input", { reason: "sameFact" }, "reads");
  return now;
}
