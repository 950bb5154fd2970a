import { gapsOf, type InPieces, leaveOut } from "#lib/domain/content-pieces";
import type { StatementFacts } from "#lib/domain/statement-views";
import { contains, type Span } from "#lib/text/span";
import type { Mark } from "./pieces";
import { trim } from "./rows";
import type { StatementForm } from "./statement-form";
import { type Edge, edgeAt, moveEdge, type Unit, unitSpans, type Way } from "./word-spans";

/** What has places of its own in a statement: its source, its cue, and words that are left out between its pieces. */
type Placed = Mark | "leftOut";

/** Whose ends are moved: the statement's own, or those of one of its places. */
export type Chosen = { readonly of: "statement" } | { readonly of: Placed; readonly index: number };

/** A statement's ends, and where its source, its cue and what is left out stand: words alone. Spans are UTF-16 units of the version's text. */
export interface Marked extends Pick<StatementFacts, "start" | "end" | "source" | "cue"> {
  readonly leftOut: readonly Span[];
}

/** Of a form or of what stands. */
export function markedOf(text: string, said: InPieces & Pick<Marked, "source" | "cue">): Marked {
  const { start, end, source, cue } = said;
  const leftOut = gapsOf(said).map((gap) => trim(text, gap) ?? gap);
  return { start, end, source, cue, leftOut };
}

/** The pieces that are left of it. What is left out at one of its ends moves that end. */
export function withPieces(text: string, { start, end, leftOut }: Marked): Pieces {
  const left = leftOut.reduce<InPieces>((said, gap) => leaveOut(text, said, gap) ?? said, { start, end });
  const content = (left.content ?? []).map((piece) => ({ start: piece.start, end: piece.end }));
  return { start: left.start, end: left.end, content };
}

/** Ends and pieces, as a form holds them. */
type Pieces = Pick<StatementForm, "start" | "end" | "content">;

export const STATEMENT: Chosen = { of: "statement" };
const PLACED = ["source", "cue", "leftOut"] as const satisfies readonly Placed[];

/** All whose ends can be moved, in the order in which one is led through them. */
export function choicesOf(marked: Marked): Chosen[] {
  const places = (of: Placed) => marked[of].map((_, index): Chosen => ({ of, index }));
  return [STATEMENT, ...PLACED.flatMap(places)];
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
  const moved = (of: Placed) =>
    marked[of].map((place, index) => {
      const at = chosen.of === of && chosen.index === index ? span : place;
      return { start: at.start, end: at.end };
    });
  return { start, end, source: moved("source"), cue: moved("cue"), leftOut: moved("leftOut") };
}

/** As a form holds them. */
export interface MovedMarks extends Marked {
  readonly source: { start: number; end: number }[];
  readonly cue: { start: number; end: number }[];
  readonly leftOut: { start: number; end: number }[];
}

/**
 * How far the ends of what was chosen may go: to the ends of its part of the page, and, for a source or a cue, to the next place of the
 * same kind. What is left out lies inside of its statement.
 */
export function boundsOf(parts: readonly Span[], marked: Marked, chosen: Chosen): Span {
  const span = spanOf(marked, chosen);
  const part = parts.find((one) => contains(one, { start: span.start, end: span.start + 1 })) ?? span;
  if (chosen.of === "statement") return { start: part.start, end: part.end };
  const around = chosen.of === "leftOut" ? marked : part;
  const others = marked[chosen.of].filter((_, index) => index !== chosen.index);
  return {
    start: Math.max(around.start, ...others.map(({ end }) => end).filter((end) => end <= span.start)),
    end: Math.min(around.end, ...others.map(({ start }) => start).filter((start) => start >= span.end)),
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
  if (span === null) return null;
  const after = withSpan(marked, chosen, span);
  // What is left out stays between two pieces.
  const stays = (one: Marked) => gapsOf(withPieces(page.text, one)).length;
  return chosen.of === "leftOut" && stays(after) < stays(marked) ? null : after;
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
