import type { Span } from "#lib/text/span";

/**
 * Words of a text as spans, by the language's own rules (Arabic and Sorani too). A punctuation mark is a word of its own, so
 * that an edge can be put on either side of it; white space is none.
 */
export function wordSpans(text: string, within: Span, language: string | null): Span[] {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: "word" });
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(within.start, within.end))) {
    if (segment.trim() === "") continue;
    spans.push({ start: within.start + index, end: within.start + index + segment.length });
  }
  return spans;
}

export type Edge = "start" | "end";
export type Way = "earlier" | "later";

/**
 * Move one edge of `span` by one word inside `bounds`. Null where it can't move that way: the bounds are reached, or
 * nothing would be left.
 */
export function moveEdge(
  text: string,
  span: Span,
  edge: Edge,
  way: Way,
  bounds: Span,
  language: string | null,
): Span | null {
  const words = wordSpans(text, bounds, language);
  if (edge === "start") {
    const starts = words.map((word) => word.start);
    const start =
      way === "later"
        ? starts.find((at) => at > span.start && at < span.end)
        : starts.findLast((at) => at < span.start);
    return start === undefined ? null : { start, end: span.end };
  }
  const ends = words.map((word) => word.end);
  const end =
    way === "later"
      ? ends.find((at) => at > span.end)
      : ends.findLast((at) => at < span.end && at > span.start);
  return end === undefined ? null : { start: span.start, end };
}

/** The smallest run of whole words that holds what was selected; null where only white space was. */
export function snapToWords(
  text: string,
  selected: Span,
  bounds: Span,
  language: string | null,
): Span | null {
  const touched = wordSpans(text, bounds, language).filter(
    (word) => word.end > selected.start && word.start < selected.end,
  );
  const first = touched[0];
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Runs of neighbouring chosen words as spans: a source can stand in several places. */
export function joinWords(words: readonly Span[], chosen: ReadonlySet<number>): Span[] {
  const spans: { start: number; end: number }[] = [];
  let before = -2;
  for (const index of [...chosen].sort((a, b) => a - b)) {
    const word = words[index];
    if (!word) continue;
    const last = spans.at(-1);
    if (last && before === index - 1) last.end = word.end;
    else spans.push({ start: word.start, end: word.end });
    before = index;
  }
  return spans;
}

/** Which words lie under any of the spans. */
export function chosenWords(words: readonly Span[], spans: readonly Span[]): Set<number> {
  const chosen = new Set<number>();
  words.forEach((word, index) => {
    if (spans.some((span) => word.start < span.end && word.end > span.start)) chosen.add(index);
  });
  return chosen;
}
