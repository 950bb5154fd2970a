import { foldArabic } from "#lib/arabic/fold";
import { saidWords } from "#lib/domain/content-pieces";
import type { ReaderLabel } from "#lib/domain/labels";
import type { ArticlePublication, PublishedStatement } from "#lib/domain/publications";
import { WORD } from "#lib/domain/search";
import {
  chosenFacets,
  EVERYTHING,
  type Facets,
  SAID_FACETS,
  type SearchFilter,
} from "#lib/domain/search-filter";

/** What readers see of what was found: the published words, and which of them were looked for. */

/** Words in a row that were looked for, or that weren't. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

export interface FoundStatement {
  readonly number: number;
  readonly label: ReaderLabel;
  readonly pieces: readonly Piece[];
}

export interface FoundPage {
  readonly title: readonly Piece[];
  /** Those with most of what was looked for, in page order. */
  readonly statements: readonly FoundStatement[];
  /** How many more have some of it. */
  readonly more: number;
}

const STATEMENTS_SHOWN = 2;
/** UTF-16 units of a statement around what was found in it. */
const SHOWN = 240;
const BEFORE = 80;

/** Where a search is. */
export function searchHref(filter: Partial<SearchFilter>): string {
  return `/search${searchQuery({ ...EVERYTHING, ...filter })}`;
}

/** What an address of a search says, with its `?`; empty where it says nothing. */
export function searchQuery(filter: SearchFilter): string {
  const said = searchFields(filter);
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}

/** The same as names and values. */
export function searchFields(filter: SearchFilter): [string, string][] {
  const { q, kind } = filter;
  return [
    ...(q === "" ? [] : ([["q", q]] as [string, string][])),
    ...(kind === null ? [] : ([["in", kind]] as [string, string][])),
    ...chosenFacets(filter).map(({ name, value }): [string, string] => [name, value]),
  ];
}

/** `hits` are words in lower case. Joined again, the pieces are the text. */
export function piecesOf(text: string, hits: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!hits.has(word.toLowerCase())) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), isHit: false });
    end = index + word.length;
    pieces.push({ text: word, isHit: true });
  }
  return end < text.length ? [...pieces, { text: text.slice(end), isHit: false }] : pieces;
}

/** `facets` leave those statements that have all of them; where no word is looked for, the first of these are shown. */
export function foundPage(
  { article, statements }: ArticlePublication,
  hits: ReadonlySet<string>,
  facets: Facets,
): FoundPage {
  const isNarrowed = SAID_FACETS.some((name) => facets[name] !== null);
  const scored = statements
    .filter((statement) => isLeft(statement, facets))
    .map((statement) => ({ statement, score: distinctHits(saidWords(statement), hits) }))
    .filter(({ score }) => score > 0 || (isNarrowed && hits.size === 0));
  const best = [...scored].sort((a, b) => b.score - a.score).slice(0, STATEMENTS_SHOWN);
  return {
    title: piecesOf(article.title, hits),
    statements: best
      .map(({ statement }) => statement)
      .sort((a, b) => a.number - b.number)
      .map((statement) => ({
        number: statement.number,
        label: statement.label,
        pieces: piecesOf(around(saidWords(statement), hits), hits),
      })),
    more: scored.length - best.length,
  };
}

function isLeft({ label, sourcing, speaker, prediction }: PublishedStatement, facets: Facets): boolean {
  const due = prediction && (prediction.dueFrom === null ? "none" : (prediction.dueTo ?? "none"));
  return (
    (facets.label === null || facets.label === label) &&
    (facets.sourcing === null || facets.sourcing === sourcing) &&
    (facets.speaker === null || folded(speaker?.name ?? "") === folded(facets.speaker)) &&
    (facets.due === null || (due?.startsWith(facets.due) ?? false))
  );
}

/** A name as the search compares it, as near as a page of results needs it. */
const folded = (name: string): string =>
  (name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(WORD) ?? []).map(foldArabic).join(" ");

function distinctHits(text: string, hits: ReadonlySet<string>): number {
  const found = piecesOf(text, hits).filter(({ isHit }) => isHit);
  return new Set(found.map((piece) => piece.text.toLowerCase())).size;
}

/** A text around the first word that was looked for, cut between words, with "…" where more is. */
export function around(text: string, hits: ReadonlySet<string>): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  if (flat.length <= SHOWN) return flat;
  const [lead] = piecesOf(flat, hits);
  const first = lead === undefined || lead.isHit ? 0 : lead.text.length;
  const start = first <= BEFORE ? 0 : Math.min(first, flat.indexOf(" ", first - BEFORE) + 1);
  const whole = flat.slice(start);
  if (whole.length <= SHOWN) return start === 0 ? whole : `…${whole}`;
  const cut = whole.lastIndexOf(" ", SHOWN);
  const end = cut > 0 ? cut : wholeCharacters(whole, SHOWN);
  return `${start === 0 ? "" : "…"}${whole.slice(0, end)}…`;
}

/** No half of a character is left at the end. */
function wholeCharacters(text: string, end: number): number {
  return /[\ud800-\udbff]/.test(text[end - 1] ?? "") ? end - 1 : end;
}
