import type { StatementFacts } from "#lib/domain/statement-views";
import { contains, type Span } from "#lib/text/span";
import type { Mark } from "./pieces";
import { type Edge, edgeAt, moveEdge, type Unit, unitSpans, type Way } from "./word-spans";

/** Whose ends are moved: the statement's own, or those of one of the places where its source or its cue stands. */
export type Chosen = { readonly of: "statement" } | { readonly of: Mark; readonly index: number };

/** A statement's words, and where its source and its cue stand. Spans are UTF-16 units of the version's text. */
export type Marked = Pick<StatementFacts, "start" | "end" | "source" | "cue">;

export const STATEMENT: Chosen = { of: "statement" };

/** All whose ends can be moved, in the order in which one is led through them. */
export function choicesOf(marked: Marked): Chosen[] {
  const places = (of: Mark) => marked[of].map((_, index): Chosen => ({ of, index }));
  return [STATEMENT, ...places("source"), ...places("cue")];
}

export function sameChosen(a: Chosen, b: Chosen): boolean {
  return a.of === b.of && (a.of === "statement" || ("index" in b && a.index === b.index));
}

/** What was chosen, where it still stands; the statement otherwise. */
export function standing(marked: Marked, chosen: Chosen): Chosen {
  return choicesOf(marked).find((one) => sameChosen(one, chosen)) ?? STATEMENT;
}

export function spanOf(marked: Marked, chosen: Chosen): Span {
  const place = chosen.of === "statement" ? undefined : marked[chosen.of][chosen.index];
  return place ?? { start: marked.start, end: marked.end };
}

/** The same with the chosen span at another place. Nothing else moves with it. */
export function withSpan(marked: Marked, chosen: Chosen, span: Span): MovedMarks {
  const { start, end } = chosen.of === "statement" ? span : marked;
  const moved = (of: Mark) =>
    marked[of].map((place, index) => {
      const at = chosen.of === of && chosen.index === index ? span : place;
      return { start: at.start, end: at.end };
    });
  return { start, end, source: moved("source"), cue: moved("cue") };
}

/** As a form holds them. */
export interface MovedMarks extends Marked {
  readonly source: { start: number; end: number }[];
  readonly cue: { start: number; end: number }[];
}

/**
 * How far the ends of what was chosen may go: to the ends of its part of the page, and, for a source or a cue, to the next place of the
 * same kind.
 */
export function boundsOf(parts: readonly Span[], marked: Marked, chosen: Chosen): Span {
  const span = spanOf(marked, chosen);
  const part = parts.find((one) => contains(one, { start: span.start, end: span.start + 1 })) ?? span;
  if (chosen.of === "statement") return { start: part.start, end: part.end };
  const others = marked[chosen.of].filter((_, index) => index !== chosen.index);
  return {
    start: Math.max(part.start, ...others.map(({ end }) => end).filter((end) => end <= span.start)),
    end: Math.min(part.end, ...others.map(({ start }) => start).filter((start) => start >= span.end)),
  };
}

/** The page that ends are moved on. */
export interface Page {
  readonly text: string;
  readonly language: string | null;
  readonly parts: readonly Span[];
}

/** One end of what was chosen, a unit further. Null where it can't go that way: its part of the page ends, or nothing would be left. */
export function moved(
  page: Page,
  marked: Marked,
  { chosen, edge, way, unit }: { chosen: Chosen; edge: Edge; way: Way; unit: Unit },
): MovedMarks | null {
  const units = unitSpans(page.text, boundsOf(page.parts, marked, chosen), page.language, unit);
  const span = moveEdge(units, spanOf(marked, chosen), edge, way);
  return span && withSpan(marked, chosen, span);
}

/** Where an end is dragged to: the nearest place that it may stand at, and whether it was held back. */
export interface Dragged {
  readonly span: Span;
  readonly isHeld: boolean;
}

/**
 * What a drag of one end of `marked` asks for as the pointer goes along, at an offset in the text. The text is cut into units once for
 * each kind of unit, so that following the pointer is cheap.
 */
export function dragOf(page: Page, marked: Marked, chosen: Chosen, edge: Edge) {
  const bounds = boundsOf(page.parts, marked, chosen);
  const span = spanOf(marked, chosen);
  const cuts = new Map<Unit, Span[]>();
  return (at: number, unit: Unit): Dragged => {
    const units = cuts.get(unit) ?? unitSpans(page.text, bounds, page.language, unit);
    cuts.set(unit, units);
    return { span: edgeAt(units, span, edge, at), isHeld: at < bounds.start || at > bounds.end };
  };
}
