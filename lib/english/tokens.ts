import { detached } from "#lib/text/detached";
import type { Span } from "#lib/text/span";

/** A word, a number or a single other character. `lower` is folded for comparison: lower case, straight apostrophes. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "WORD" | "NUMBER" | "MARK";
}

// No two branches can match the same characters in two ways, so the time is linear whatever comes in.
const TOKEN =
  /(?:\p{L}\.){2,}|\p{Nd}+(?:[.,:/-]\p{Nd}+)*\p{L}*|[\p{L}\p{M}\p{N}_]+(?:['’&-][\p{L}\p{M}\p{N}_]+)*|\S/uy;

const NUMBER = /^\p{Nd}/u;
const WORD = /^[\p{L}\p{M}\p{N}_]/u;

/** What an ASCII character is to the plainest tokens; 0 for those, and for all others, that `TOKEN` has to look at. */
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const MARK = 4;
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/\s/.test(character)) return SPACE;
  if (/[A-Za-z_]/.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  return unit > 32 && unit < 127 ? MARK : 0;
});

/** The end of the word of plain letters and digits at `at`; -1 where what follows may belong to it too. */
function plainEnd(text: string, at: number): number {
  let end = at + 1;
  let kind = LETTER;
  while (end < text.length) {
    kind = KINDS[text.charCodeAt(end)] ?? 0;
    if (kind !== LETTER && kind !== DIGIT) break;
    end += 1;
  }
  if (end === text.length) return end;
  if (kind === SPACE) return end;
  if (kind !== MARK) return -1;
  const next = text.charAt(end);
  if (next === "'" || next === "-" || next === "&") return -1;
  return next === "." && end === at + 1 ? -1 : end;
}

/**
 * The tokens of `text`, or of the part under `span`, as the rules read them: words as written ("isn't" is one), dotted initials in one,
 * each mark by itself. Offsets are UTF-16 units of the whole `text`. The models cut by `treebank/tokens.ts`, which can't change without
 * training anew.
 */
export function tokens(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const found: Token[] = [];
  const part = text.slice(span.start, span.end);
  for (let at = 0; at < part.length; ) {
    const kind = KINDS[part.charCodeAt(at)] ?? 0;
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    const end = kind === LETTER ? plainEnd(part, at) : kind === MARK ? at + 1 : -1;
    if (end > 0) {
      found.push(
        kind === MARK
          ? markOf(part.charAt(at), span.start + at)
          : wordOf(part.slice(at, end), span.start + at),
      );
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const word = TOKEN.exec(part)?.[0] ?? "";
    if (word !== "") found.push(tokenOf(word, span.start + at));
    at += word === "" ? 1 : word.length;
  }
  return found;
}

function markOf(text: string, start: number): Token {
  return { start, end: start + 1, text, lower: text, kind: "MARK" };
}

/** Words that were read, and their lower case: a page's tokens share the strings of those that come again and again. */
const MOST_WORDS = 20_000;
const words = new Map<string, { readonly text: string; readonly lower: string }>();

function wordOf(text: string, start: number): Token {
  let word = words.get(text);
  if (word === undefined) {
    const kept = detached(text);
    word = { text: kept, lower: kept.toLowerCase() };
    if (words.size >= MOST_WORDS) words.clear();
    words.set(word.text, word);
  }
  return { start, end: start + text.length, text: word.text, lower: word.lower, kind: "WORD" };
}

function tokenOf(word: string, start: number): Token {
  const kind = NUMBER.test(word) ? "NUMBER" : WORD.test(word) ? "WORD" : "MARK";
  return {
    start,
    end: start + word.length,
    text: word,
    lower: word.toLowerCase().replaceAll("’", "'"),
    kind,
  };
}

const CAPITAL = /^\p{Lu}/u;

export function isCapitalised(token: Token): boolean {
  return CAPITAL.test(token.text);
}
