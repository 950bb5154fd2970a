import type { StatementFacts } from "#lib/domain/statement-views";
import type { ComparedText } from "#lib/domain/version-diff";
import type { Span } from "#lib/text/span";
import { compareVersions } from "./compare";

/** Spans of a statement in another version, found word for word. */
export interface CarriedSpans extends Span {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
}

/**
 * Where statements of one version stand in another: a function that answers for one of them. Null unless its words, and
 * those of its source and cue, stand there letter for letter.
 */
export function carriedInto(
  older: ComparedText,
  newer: ComparedText,
): (statement: Pick<StatementFacts, "start" | "end" | "source" | "cue">) => CarriedSpans | null {
  const comparison = compareVersions(older, newer);
  const placeOf = (span: Span): Span | null => {
    const fate = comparison.fateOf(span);
    if (fate.kind !== "STANDS") return null;
    const isExact =
      newer.text.slice(fate.newer.start, fate.newer.end) === older.text.slice(span.start, span.end);
    return isExact ? fate.newer : null;
  };
  return ({ start, end, source, cue }) => {
    const own = placeOf({ start, end });
    const [sources, cues] = [source.map(placeOf), cue.map(placeOf)];
    if (own === null || sources.includes(null) || cues.includes(null)) return null;
    const found = (spans: readonly (Span | null)[]) => spans.filter((span) => span !== null);
    return { start: own.start, end: own.end, source: found(sources), cue: found(cues) };
  };
}
