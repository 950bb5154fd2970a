import { lineSentences } from "#lib/english/line-sentences";
import type { Span } from "#lib/text/span";

/**
 * Words of a text as spans, by the language's own rules (Arabic and Sorani too). A punctuation mark is a word of its own, so
 * that an edge can be put on either side of it; white space is none.
 */
export function wordSpans(text: string, within: Span, language: string | null): Span[] {
  return cut(text, within, language, "word");
}

function cut(text: string, within: Span, language: string | null, granularity: "word" | "grapheme"): Span[] {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity });
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(within.start, within.end))) {
    if (segment.trim() === "") continue;
    spans.push({ start: within.start + index, end: within.start + index + segment.length });
  }
  return spans;
}

/** What the ends of a span are moved by. A character is what readers see as one, however many code points it is made of. */
export const UNITS = ["word", "character", "sentence"] as const;
export type Unit = (typeof UNITS)[number];

/** The words, characters or sentences of a text, in order; none is white space, and none begins or ends inside a character. */
export function unitSpans(text: string, within: Span, language: string | null, unit: Unit): Span[] {
  if (unit === "sentence") return lineSentences(text, within);
  return cut(text, within, language, unit === "word" ? "word" : "grapheme");
}

export type Edge = "start" | "end";
export type Way = "earlier" | "later";

/**
 * Move one edge of `span` to the next or the last edge of one of `units`. Null where it can't move that way: there is none
 * left, or nothing would be left of the span.
 */
export function moveEdge(units: readonly Span[], span: Span, edge: Edge, way: Way): Span | null {
  if (edge === "start") {
    const starts = units.map((unit) => unit.start);
    const start =
      way === "later"
        ? starts.find((at) => at > span.start && at < span.end)
        : starts.findLast((at) => at < span.start);
    return start === undefined ? null : { start, end: span.end };
  }
  const ends = units.map((unit) => unit.end);
  const end =
    way === "later"
      ? ends.find((at) => at > span.end)
      : ends.findLast((at) => at < span.end && at > span.start);
  return end === undefined ? null : { start: span.start, end };
}

/** One edge of `span` at the nearest edge of one of `units` that leaves something of it; the span as it is where there is none. */
export function edgeAt(units: readonly Span[], span: Span, edge: Edge, at: number): Span {
  let nearest: number | null = null;
  for (const unit of units) {
    const here = unit[edge];
    const leaves = edge === "start" ? here < span.end : here > span.start;
    if (leaves && (nearest === null || Math.abs(here - at) < Math.abs(nearest - at))) nearest = here;
  }
  return nearest === null ? span : { start: span.start, end: span.end, [edge]: nearest };
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
