/**
 * A half-open range `[start, end)` of a version's text, in UTF-16 code units. Never empty, never outside the text.
 * (Exports count Unicode code points; that conversion happens at the export boundary only.)
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The units that two spans share; 0 where they do not touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The units between two sentences of one quotation, at most: marks, and a line's end. */
const SEAM = 3;

/**
 * Ascending spans in no more than `most` pieces. Where there are more, neighbours with no more than a seam between them become one; of
 * what is still too many the first stay.
 */
export function atMost(most: number, spans: readonly Span[]): readonly Span[] {
  if (spans.length <= most) return spans;
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && start - last.end <= SEAM) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.slice(0, most);
}

/**
 * The text under a span.
 *
 * Throws   RangeError when `span` is empty or outside `text`: a caller's bug, never a page's fault.
 */
export function sliceOf(text: string, span: Span): string {
  if (!(span.start >= 0 && span.end > span.start && span.end <= text.length)) {
    throw new RangeError(
      `span [${span.start}, ${span.end}) is empty or outside a text of ${text.length} units`,
    );
  }
  return text.slice(span.start, span.end);
}
