import { z } from "zod";
import type { ArticlePublication } from "./publications";
import type { Appearance, ListedClaim } from "./published";

/** What a reader looks for in what is published, and what is found. */

/** Which list is searched: that of pages, of claims or of statements; pages and claims together where none is named. */
export const SearchKind = z.enum(["pages", "claims", "statements"]);
export type SearchKind = z.infer<typeof SearchKind>;

const MOST_WORDS = 12;
const MOST_LETTERS = 64;
/** A person types less; what is beyond isn't looked at. UTF-16 units. */
const MOST_TYPED = 1_000;

/** A part of a question that has to be found: one word, or several that stand beside one another. Not folded yet. */
export type Sought = readonly string[];

export interface Question {
  /** What was typed, as it can be shown and typed again. */
  readonly typed: string;
  readonly parts: readonly Sought[];
  /** More was typed than is looked for. */
  readonly isCut: boolean;
}

/** Letters, digits and the marks on them, joined as in Kurdish and Persian. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*/gu;

/** Nothing that anybody types: controls, halves of characters, and what stands for a character that was lost. */
const UNSHOWABLE = /[\p{Cc}\p{Surrogate}\ufffd]+/gu;

/**
 * Read what somebody typed. Quotation marks hold words together; all other signs are spaces, so that nothing is an operator.
 * Null where nothing was asked for: nothing typed, or no letter and no digit in it.
 */
export function questionOf(raw: string): Question | null {
  const typed = raw.slice(0, MOST_TYPED).replace(UNSHOWABLE, " ").replace(/\s+/gu, " ").trim();
  const parts: Sought[] = [];
  let left = MOST_WORDS;
  let isCut = raw.length > MOST_TYPED;
  for (const [i, piece] of typed.split(/["“”„«»]/u).entries()) {
    const found = [...piece.matchAll(WORD)].map(([word]) => word);
    const read = found.filter((word) => word.length <= MOST_LETTERS).slice(0, left);
    isCut ||= read.length < found.length;
    left -= read.length;
    // Every second piece stands between two marks.
    if (i % 2 === 1 && read.length > 1) parts.push(read);
    else parts.push(...read.map((word) => [word]));
  }
  return parts.length === 0 ? null : { typed, parts, isCut };
}

/** A word that nothing published holds, and the published words that are looked for in its place; none where none is like it. */
export interface Respelt {
  readonly typed: string;
  readonly read: readonly string[];
}

export type SearchResult =
  | {
      readonly kind: "pages";
      readonly id: string;
      readonly content: ArticlePublication;
      /** An ISO instant. */
      readonly publishedAt: string;
    }
  | { readonly kind: "claims"; readonly id: string; readonly claim: ListedClaim }
  | {
      readonly kind: "statements";
      readonly id: string;
      readonly place: Appearance;
      /** An ISO instant. */
      readonly publishedAt: string;
    };

/** Newest first. `older` and `newer` are cursors of neighbours. */
export interface SearchPage {
  readonly results: readonly SearchResult[];
  readonly older: string | null;
  readonly newer: string | null;
  readonly respelt: readonly Respelt[];
  /** Where nothing is found: which of several parts would be found each by itself. */
  readonly alone: readonly string[];
  /** Words of the results, in lower case, that are what was looked for. */
  readonly hits: ReadonlySet<string>;
  readonly isProven: boolean;
}
