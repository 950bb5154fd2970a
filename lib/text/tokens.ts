import type { Span } from "./span";

/** A word, a number or a single other character. `lower` is folded for comparison: lower case, straight apostrophes. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "WORD" | "NUMBER" | "MARK";
}

// No two branches can match the same characters in two ways, so the time is linear whatever comes in.
const TOKEN =
  /(?:\p{L}\.){2,}|\p{Nd}+(?:[.,:/-]\p{Nd}+)*\p{L}*|[\p{L}\p{M}\p{N}_]+(?:['’&-][\p{L}\p{M}\p{N}_]+)*|\S/gu;

const NUMBER = /^\p{Nd}/u;
const WORD = /^[\p{L}\p{M}\p{N}_]/u;

/** The tokens of `text`, or of the part under `span`; offsets are UTF-16 units of the whole `text`. Dotted initials are one token. */
export function tokens(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const found: Token[] = [];
  const part = text.slice(span.start, span.end);
  for (const match of part.matchAll(TOKEN)) {
    const start = span.start + match.index;
    const word = match[0];
    const kind = NUMBER.test(word) ? "NUMBER" : WORD.test(word) ? "WORD" : "MARK";
    found.push({
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase().replaceAll("’", "'"),
      kind,
    });
  }
  return found;
}

const CAPITAL = /^\p{Lu}/u;

export function isCapitalised(token: Token): boolean {
  return CAPITAL.test(token.text);
}
