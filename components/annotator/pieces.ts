import { overlap, type Span } from "#lib/text/span";

export type Mark = "source" | "cue";

/** A run of a row's words under one mark. `inside` is where the statement lies; what is `said` in it has its line. */
export interface Piece extends Span {
  readonly text: string;
  readonly mark: Mark | null;
  readonly inside: boolean;
  readonly said: boolean;
}

/** What is drawn in a row. */
export interface Marks {
  readonly statement: Span;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** What lies between the pieces of the statement, white space with it. */
  readonly leftOut: readonly Span[];
}

/**
 * Cut the words of `row` at the ends of every span that touches it. Where source and cue overlap, the source is shown.
 * `statement` is what the line is drawn under, but for what is `leftOut` of it; words outside it are left plain.
 */
export function piecesOf(text: string, row: Span, marks: Marks): Piece[] {
  const spans = [...marks.source, ...marks.cue, ...marks.leftOut, marks.statement];
  const cuts = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > row.start && at < row.end);
  const edges = [...new Set([row.start, ...cuts, row.end])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? row.end;
    const here = { start, end };
    const mark = touches(marks.source, here) ? "source" : touches(marks.cue, here) ? "cue" : null;
    const inside = overlap(marks.statement, here) > 0;
    const said = inside && !touches(marks.leftOut, here);
    return { start, end, text: text.slice(start, end), mark, inside, said };
  });
}

function touches(spans: readonly Span[], piece: Span): boolean {
  return spans.some((span) => overlap(span, piece) > 0);
}
