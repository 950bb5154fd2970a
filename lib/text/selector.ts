import { type Span, sliceOf } from "./span";

/** W3C Web Annotation selectors of one span, ready to be exported. */
export interface Selectors {
  readonly quote: {
    readonly type: "TextQuoteSelector";
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  };
  readonly position: { readonly type: "TextPositionSelector"; readonly start: number; readonly end: number };
}

const CONTEXT = 32;

/**
 * Describe a span of a version's text so that it can be found again.
 *
 * Shapes   `text` is the version's text; `span` lies inside it and is not empty.
 * Units    `Span` counts UTF-16 code units; the position selector counts Unicode code points, as the standard asks, so one
 *          emoji before the quotation shifts it by one. Prefix and suffix hold 32 code points, or twice as many as often as it
 *          takes until no other place in the text reads the same.
 * Throws   RangeError when `span` is empty or outside `text`: a caller's bug, never a page's fault.
 * Source   W3C Web Annotation Data Model (2017), 4.2.4 and 4.2.5.
 */
export function selectorsOf(text: string, span: Span): Selectors {
  const exact = sliceOf(text, span);
  let size = CONTEXT;
  let prefix = before(text, span.start, size);
  let suffix = after(text, span.end, size);
  // ends at the latest where the context is the whole text
  while (!isUnique(text, prefix + exact + suffix)) {
    size *= 2;
    prefix = before(text, span.start, size);
    suffix = after(text, span.end, size);
  }
  const start = codePoints(text.slice(0, span.start));
  return {
    quote: { type: "TextQuoteSelector", exact, prefix, suffix },
    position: { type: "TextPositionSelector", start, end: start + codePoints(exact) },
  };
}

/** Code points in a string: what exports count. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function isUnique(text: string, needle: string): boolean {
  return text.indexOf(needle) === text.lastIndexOf(needle);
}

function before(text: string, at: number, size: number): string {
  return [...text.slice(Math.max(0, at - size * 2), at)].slice(-size).join("");
}

function after(text: string, at: number, size: number): string {
  return [...text.slice(at, at + size * 2)].slice(0, size).join("");
}
