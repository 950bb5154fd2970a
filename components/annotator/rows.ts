import type { ArticleDesk } from "#lib/domain/article-desk";
import type { SegmentType } from "#lib/domain/labels";
import type { StatementView, SuggestionView } from "#lib/domain/statement-views";
import { contains, type Span } from "#lib/text/span";

/**
 * The text pane as rows. A row holds a statement, a suggestion that waits, or plain words: a sentence that nobody marked, or
 * a piece of the page's furniture.
 */
export type RowKind = "statement" | "suggestion" | "sentence" | "furniture";

export interface Row extends Span {
  /** Stays the same when a suggestion becomes a statement and when it is rejected, so that the cursor stays too. */
  readonly key: string;
  readonly kind: RowKind;
  /** 1-based among statements and waiting suggestions, in page order; null for plain words. */
  readonly number: number | null;
  readonly segment: number;
  readonly statement: StatementView | null;
  /** The suggestion behind the row, waiting or decided. */
  readonly suggestion: SuggestionView | null;
  /** A statement that was removed here and can be restored. */
  readonly removed: StatementView | null;
  /** The statement stands in a part that isn't the article's, so that it doesn't count. */
  readonly isAside?: true;
}

export interface RowGroup {
  readonly segment: number;
  readonly type: SegmentType;
  readonly rows: readonly Row[];
}

type Source = Pick<ArticleDesk, "segments" | "suggestions" | "statements" | "removed" | "aside">;
type Item = Omit<Row, "number" | "segment" | "kind"> & { readonly kind: "statement" | "suggestion" };

/** Segments whose words are the page's furniture: one row each, unless something in them is marked. */
const FURNITURE: readonly SegmentType[] = ["HEADLINE", "DATELINE", "CHROME", "CAPTION"];

/**
 * Rows by segment, in page order. `sentencesIn` cuts a span of the text into sentences; what lies between two statements is
 * cut so, and white space alone makes no row.
 */
export function rowGroups(
  desk: Source,
  text: string,
  sentencesIn: (span: Span) => readonly Span[],
): RowGroup[] {
  const items = itemsOf(desk);
  let number = 0;
  return desk.segments.map((segment, index) => {
    const inside = items.filter((item) => item.start >= segment.start && item.start < segment.end);
    const isFurniture = FURNITURE.includes(segment.type) && inside.length === 0;
    const rows = isFurniture
      ? [{ ...plain(segment, desk), kind: "furniture" as const, segment: index, number: null }]
      : fill(segment, inside, text, sentencesIn, desk).map((row) => ({
          ...row,
          segment: index,
          number: row.kind === "sentence" || "isAside" in row ? null : ++number,
        }));
    return { segment: index, type: segment.type, rows };
  });
}

/** These rows; one that says the same as before is the one from before, so that a view knows that it needn't be drawn anew. */
export function withSame(now: readonly RowGroup[], before: readonly RowGroup[]): RowGroup[] {
  const known = new Map(before.flatMap(({ rows }) => rows.map((row) => [row.key, row])));
  return now.map((group) => ({
    ...group,
    rows: group.rows.map((row) => {
      const was = known.get(row.key);
      return was !== undefined && isSame(row, was) ? was : row;
    }),
  }));
}

function isSame(row: Row, was: Row): boolean {
  const fields = new Set([...Object.keys(row), ...Object.keys(was)] as (keyof Row)[]); // a row has no others
  return [...fields].every((field) => row[field] === was[field]);
}

function itemsOf(desk: Source): Item[] {
  const aside = desk.aside ?? { statements: [], suggestions: [] };
  const bySuggestion = new Map(
    [...desk.suggestions, ...aside.suggestions].map((suggestion) => [suggestion.id, suggestion]),
  );
  const itemOf = (statement: StatementView): Item => {
    const suggestion = statement.suggestionId ? (bySuggestion.get(statement.suggestionId) ?? null) : null;
    return { ...keyed(statement, suggestion), kind: "statement", statement, suggestion, removed: null };
  };
  const statements = [
    ...desk.statements.map(itemOf),
    ...aside.statements.map((statement): Item => ({ ...itemOf(statement), isAside: true })),
  ];
  const waiting = desk.suggestions
    .filter((suggestion) => suggestion.decision === null)
    .map((suggestion): Item => {
      return {
        ...keyed(suggestion, suggestion),
        kind: "suggestion",
        statement: null,
        suggestion,
        removed: null,
      };
    });
  return [...statements, ...waiting].sort((a, b) => a.start - b.start || a.end - b.end);
}

function keyed(at: Span & { readonly id: string }, suggestion: SuggestionView | null) {
  return { key: suggestion ? `g-${suggestion.id}` : `s-${at.id}`, start: at.start, end: at.end };
}

function fill(
  segment: Span,
  items: readonly Item[],
  text: string,
  sentencesIn: (span: Span) => readonly Span[],
  desk: Source,
): (Item | ReturnType<typeof plain>)[] {
  const rows: (Item | ReturnType<typeof plain>)[] = [];
  let from = segment.start;
  const gap = (to: number) => {
    const trimmed = trim(text, { start: from, end: to });
    if (trimmed) rows.push(...sentencesIn(trimmed).map((sentence) => plain(sentence, desk)));
  };
  for (const item of items) {
    gap(item.start);
    rows.push(item);
    from = Math.max(from, item.end);
  }
  gap(segment.end);
  return rows;
}

/** Words that are no statement; what was rejected or removed there is kept at hand, so that it can come back. */
function plain(span: Span, desk: Source) {
  const decided = desk.suggestions.find(
    (suggestion) =>
      suggestion.decision !== null &&
      contains(span, { start: suggestion.start, end: suggestion.start + 1 }) &&
      !desk.statements.some((statement) => statement.suggestionId === suggestion.id),
  );
  const removed = (desk.removed ?? []).find((statement) => contains(span, statement)) ?? null;
  const key = decided ? `g-${decided.id}` : `t-${span.start}`;
  return {
    key,
    kind: "sentence" as const,
    start: span.start,
    end: span.end,
    statement: null,
    suggestion: decided ?? null,
    removed,
  };
}

/** The span without white space at its ends; null where nothing else is in it. */
export function trim(text: string, span: Span): Span | null {
  if (span.end <= span.start) return null;
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  return end > start ? { start, end } : null;
}

export type Step = "next" | "previous";

/** The row that a key leads to, or null where there is none in that direction. */
export function step(
  rows: readonly Row[],
  current: string | null,
  way: Step,
  wanted: (row: Row) => boolean = () => true,
): Row | null {
  const at = rows.findIndex((row) => row.key === current);
  const ahead = way === "next" ? rows.slice(at + 1) : rows.slice(0, Math.max(at, 0)).reverse();
  return ahead.find(wanted) ?? null;
}

export const isWaiting = (row: Row): boolean => row.kind === "suggestion";
export const isNumbered = (row: Row): boolean => row.number !== null;

/** A suggestion that the machine itself is not sure of. */
const isUnsure = (row: Row): boolean => isWaiting(row) && row.suggestion?.isSure === false;

/** Suggestions that wait, that the machine is sure of, and that nobody has a form open on; in page order. */
export function sureRows(
  rows: readonly Row[],
  forms: Readonly<Record<string, unknown>>,
): readonly SuggestionView[] {
  return rows.flatMap((row) =>
    isWaiting(row) && !row.isAside && !(row.key in forms) && row.suggestion?.isSure ? [row.suggestion] : [],
  );
}

/** The next suggestion after the current row; from the top again where none is left below. */
export function nextSuggestion(
  rows: readonly Row[],
  current: string | null,
  wanted: (row: Row) => boolean = isWaiting,
): Row | null {
  const other = (row: Row) => wanted(row) && row.key !== current;
  return step(rows, current, "next", other) ?? rows.find(other) ?? null;
}

/** Where an editor who asks for the next suggestion is led: first to those that the machine is not sure of. */
export function nextToLookAt(rows: readonly Row[], current: string | null): Row | null {
  return nextSuggestion(rows, current, isUnsure) ?? nextSuggestion(rows, current);
}

/** The row of a key; where its row is gone because a part of the page became another one, the row of the same words. */
export function rowOfKey(rows: readonly Row[], desk: Source, key: string | null): Row | null {
  if (key === null) return null;
  const own = rows.find((row) => row.key === key);
  if (own) return own;
  const { statements, suggestions, removed = [], aside } = desk;
  const marked = [...statements, ...suggestions, ...removed, ...(aside?.suggestions ?? [])];
  const start = key.startsWith("t-")
    ? Number(key.slice(2))
    : marked.find(({ id }) => key === `s-${id}` || key === `g-${id}`)?.start;
  return rows.find((row) => start !== undefined && row.start <= start && start < row.end) ?? null;
}
