import type { Span } from "#lib/text/span";
import { sentences } from "./sentences";

/** The sentences of a stretch of text, line by line: none runs over a line's end. */
export function lineSentences(text: string, span: Span): Span[] {
  return [...text.slice(span.start, span.end).matchAll(/[^\n]+/g)].flatMap((line) => {
    const start = span.start + line.index;
    return sentences(text, { start, end: start + line[0].length });
  });
}
