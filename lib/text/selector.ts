import { type Span, sliceOf } from "./span";

/** What finds a span again, in words and in numbers, as the W3C's selectors hold it. The words themselves stand beside it. */
export interface Anchor {
  /** Unicode code points from the beginning of the text. */
  readonly start: number;
  readonly end: number;
  /** What stands before and behind it. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Of each side, in code points: as much as the standard's examples show, and at most so much where the same words stand elsewhere. */
const CONTEXT = 32;
const MOST_CONTEXT = 512;
/** Places that hold the same words, at most so many are told apart by their context: beyond that the position alone does. */
const MOST_PLACES = 100;

/**
 * Describe spans of a version's text so that they can be found again.
 *
 * Shapes   `text` is the version's text; each span lies inside it and isn't empty, and none begins before the one in front of it. One anchor
 *          for each, in their order.
 * Units    `Span` counts UTF-16 code units; an anchor counts Unicode code points, as the standard asks, so one emoji before the
 *          words shifts them by one. Prefix and suffix hold 32 code points, or twice as many as often as it takes until none of the
 *          other places of these words reads the same, at most 512.
 * Cost     One walk through the text for all spans, and a search of it for the words of each.
 * Throws   RangeError when a span is empty, outside `text` or out of order: a caller's bug, never a page's fault.
 * Source   W3C Web Annotation Data Model (2017), 4.2.4 and 4.2.5.
 */
export function anchorsOf(text: string, spans: readonly Span[]): Anchor[] {
  let at = 0;
  let points = 0;
  return spans.map((span) => {
    const exact = sliceOf(text, span);
    if (span.start < at) throw new RangeError("a span begins before the one in front of it");
    points += codePoints(text.slice(at, span.start));
    at = span.start;
    return { start: points, end: points + codePoints(exact), ...contextOf(text, span, exact) };
  });
}

function contextOf(text: string, { start, end }: Span, exact: string): Pick<Anchor, "prefix" | "suffix"> {
  const others = placesOf(text, exact).filter((place) => place !== start);
  for (let size = CONTEXT; ; size *= 2) {
    const prefix = before(text, start, size);
    const suffix = after(text, end, size);
    const whole = prefix + exact + suffix;
    const readsTheSame = (place: number) => text.startsWith(whole, place - prefix.length);
    if (size >= MOST_CONTEXT || !others.some(readsTheSame)) return { prefix, suffix };
  }
}

/** Where these words stand, the first `MOST_PLACES` of them; UTF-16 units. */
function placesOf(text: string, exact: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at !== -1 && places.length < MOST_PLACES; ) {
    places.push(at);
    at = text.indexOf(exact, at + 1);
  }
  return places;
}

/** Code points in a string: what exports count. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function before(text: string, at: number, size: number): string {
  return [...text.slice(Math.max(0, at - size * 2), at)].slice(-size).join("");
}

function after(text: string, at: number, size: number): string {
  return [...text.slice(at, at + size * 2)].slice(0, size).join("");
}
