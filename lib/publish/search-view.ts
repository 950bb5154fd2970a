import type { ReaderLabel } from "#lib/domain/labels";
import type { ArticlePublication } from "#lib/domain/publications";
import { type SearchKind, WORD } from "#lib/domain/search";

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

interface Asked {
  readonly typed: string;
  readonly kind: SearchKind | null;
}

/** Where a search is. */
export function searchHref(asked: Asked): string {
  return `/search${searchQuery(asked)}`;
}

/** What an address of a search says, with its `?`. */
export function searchQuery({ typed, kind }: Asked): string {
  return `?${new URLSearchParams(kind === null ? { q: typed } : { q: typed, in: kind })}`;
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

export function foundPage({ article, statements }: ArticlePublication, hits: ReadonlySet<string>): FoundPage {
  const scored = statements
    .map((statement) => ({ statement, score: distinctHits(statement.exact, hits) }))
    .filter(({ score }) => score > 0);
  const best = [...scored].sort((a, b) => b.score - a.score).slice(0, STATEMENTS_SHOWN);
  return {
    title: piecesOf(article.title, hits),
    statements: best
      .map(({ statement }) => statement)
      .sort((a, b) => a.number - b.number)
      .map(({ number, label, exact }) => ({ number, label, pieces: piecesOf(around(exact, hits), hits) })),
    more: scored.length - best.length,
  };
}

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
