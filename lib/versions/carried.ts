import { gapsOf, mayStand, piecesOf } from "#lib/domain/content-pieces";
import type { StatementFacts } from "#lib/domain/statement-views";
import type { ComparedText } from "#lib/domain/version-diff";
import type { Span } from "#lib/text/span";
import { compareVersions } from "./compare";

/** Spans of a statement in another version, found word for word. */
export interface CarriedSpans extends Span {
  /** Its pieces, each found by itself; left out where it is one. */
  readonly content?: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
}

/**
 * Where statements of one version stand in another: a function that answers for one of them. Null unless its words, those of each of its
 * pieces, and those of its source and cue, stand there letter for letter. A sentence of
 * its own that lies between two pieces may have changed; words within the sentence of a piece may not, as for any statement.
 */
export function carriedInto(
  older: ComparedText,
  newer: ComparedText,
): (statement: Pick<StatementFacts, "start" | "end" | "source" | "cue" | "content">) => CarriedSpans | null {
  const comparison = compareVersions(older, newer);
  const placeOf = (span: Span): Span | null => {
    const fate = comparison.fateOf(span);
    if (fate.kind !== "STANDS") return null;
    const isExact =
      newer.text.slice(fate.newer.start, fate.newer.end) === older.text.slice(span.start, span.end);
    return isExact ? fate.newer : null;
  };
  const allOf = (spans: readonly Span[]): readonly Span[] | null => {
    const found = spans.map(placeOf).filter((span) => span !== null);
    return found.length === spans.length ? found : null;
  };
  return (statement) => {
    const content = allOf(piecesOf(statement));
    const [source, cue] = [allOf(statement.source), allOf(statement.cue)];
    const [first, last] = [content?.[0], content?.at(-1)];
    if (!content || !first || !last || source === null || cue === null) return null;
    const own = { start: first.start, end: last.end, content };
    if (content.length === 1) return { start: own.start, end: own.end, source, cue };
    const isBroken = (gap: Span, was: Span) => linesIn(newer.text, gap) > linesIn(older.text, was);
    const gaps = gapsOf(statement);
    const staysTogether = !gapsOf(own).some((gap, index) => isBroken(gap, gaps[index] ?? gap));
    return staysTogether && mayStand(newer.text, own) ? { ...own, source, cue } : null;
  };
}

/** Pieces that came apart by a paragraph's end are no statement any more. */
const linesIn = (text: string, { start, end }: Span): number => text.slice(start, end).split("\n").length;
