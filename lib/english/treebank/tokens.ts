import { abbreviationOf } from "#lib/english/abbreviations";
import { DIGIT, isUpperAt, kindAt, LETTER, SPACE, widthAt } from "./characters";

/**
 * A text cut into tokens, in the manner of the Penn Treebank: "don't" is "do" + "n't", "Iraq's" is "Iraq" + "'s",
 * "U.S." and "Mr." keep their full stop.
 *
 * Units    token i is `text.slice(start[i], end[i])`: UTF-16 code units, half-open, in order, never overlapping.
 *          Everything between two tokens is invisible: spaces, line breaks, zero-width and direction marks.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** The index of the first token that ends after `offset`; the number of tokens where none does. */
export function tokenAt(tokens: Pick<Tokens, "count" | "end">, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const HYPHENS = "-\u2010\u2011";
const APOSTROPHES = "'\u2019\u02bc";
const CLITICS = new Set(["s", "re", "ve", "ll", "d", "m"]);
const FUSED = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["gimme", 3],
]);
const LONGEST_CLITIC = 2;

function isWordAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === DIGIT;
}

function isOneOf(characters: string, text: string, at: number): boolean {
  return at < text.length && characters.includes(text.charAt(at));
}

/** The end of the clitic after an apostrophe at `at` ("'s", "'re" …), or -1 where none stands. */
function cliticEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= LONGEST_CLITIC + 1 && isWordAt(text, end)) end++;
  return CLITICS.has(text.slice(at + 1, end).toLowerCase()) ? end : -1;
}

function isLetterAt(text: string, at: number): boolean {
  return kindAt(text, at) === LETTER;
}

function isDigitAt(text: string, at: number): boolean {
  return kindAt(text, at) === DIGIT;
}

/** Whether the full stop at `at` stays inside the word that began at `start`: U.S, 3.5, example.com. */
function isInnerStop(text: string, start: number, at: number): boolean {
  if (isDigitAt(text, at - 1) && isDigitAt(text, at + 1)) return true;
  if (!isLetterAt(text, at - 1) || !isLetterAt(text, at + 1)) return false;
  const before = text.charAt(at - 2);
  const isInitial = at - 1 === start || before === "." || HYPHENS.includes(before);
  return isInitial || text.charAt(at + 2) === "." || !isUpperAt(text, at + 1);
}

/** Whether the symbol at `at` joins the word characters on both of its sides into one token. */
function joins(text: string, start: number, at: number): boolean {
  if (!isWordAt(text, at + 1)) return false;
  const character = text.charAt(at);
  if (HYPHENS.includes(character) || character === "_" || character === "@") return true;
  if (character === ".") return isInnerStop(text, start, at);
  if (character === "," || character === ":") return isDigitAt(text, at - 1) && isDigitAt(text, at + 1);
  if (character === "/") return true;
  if (character === "&") return isUpperAt(text, at - 1) && isUpperAt(text, at + 1);
  if (!APOSTROPHES.includes(character)) return false;
  if (cliticEnd(text, at) >= 0) return false;
  return !isNegation(text, at - 1);
}

/** Whether the full stop at `at` stands inside a compound like "U.S.-led", or the hyphen after it does. */
function joinsAfterStop(text: string, start: number, at: number): boolean {
  const stop = text.charAt(at) === "." ? at : at - 1;
  return (
    text.charAt(stop) === "." &&
    text.charAt(stop + 1) === "-" &&
    isLetterAt(text, stop + 2) &&
    text.charAt(stop - 2) === "." &&
    stop - 2 > start
  );
}

/** Whether "n't" stands at `at` and nothing follows it. */
function isNegation(text: string, at: number): boolean {
  return (
    (text.charCodeAt(at) | 32) === 110 &&
    isOneOf(APOSTROPHES, text, at + 1) &&
    (text.charCodeAt(at + 2) | 32) === 116 &&
    !isWordAt(text, at + 3)
  );
}

/** The place of a hyphen in the last few characters before `end`, or -1. */
function hyphenBefore(text: string, end: number): number {
  for (let at = end - 1; at > end - 12 && at >= 0; at--) if (text.charAt(at) === "-") return at;
  return -1;
}

function keepsStop(text: string, from: number, end: number): boolean {
  const start = Math.max(from, hyphenBefore(text, end) + 1);
  if (end - start === 1) return isUpperAt(text, start);
  const word = text.slice(start, end);
  if (word.length > 12) return false;
  const known = abbreviationOf(word);
  if (known !== undefined) return known.before !== "NUMBER" || isUpperAt(text, start);
  const stop = word.indexOf(".");
  return stop > 0 && word.charAt(word.length - 2) === "." && !isDigitAt(word, word.length - 1);
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    if (isWordAt(text, at)) at += widthAt(text, at);
    else if (at > start && (joins(text, start, at) || joinsAfterStop(text, start, at))) at++;
    else break;
  }
  if (text.charAt(at) === ":" && text.startsWith("://", at)) return addressEnd(text, at);
  if (isOneOf(APOSTROPHES, text, at) && at - 1 > start && isNegation(text, at - 1)) return at - 1;
  return text.charAt(at) === "." && keepsStop(text, start, at) ? at + 1 : at;
}

/** The end of a web address: everything up to white space, less punctuation that closes the sentence. */
function addressEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && kindAt(text, end) !== SPACE) end++;
  while (end > from && ".,;:!?)]}'\"”’".includes(text.charAt(end - 1))) end--;
  return end;
}

/** The end of the run of one repeated character. */
function runEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) === text.charCodeAt(start)) end++;
  return end;
}

function symbolEnd(text: string, start: number): number {
  const character = text.charAt(start);
  if (character === ".") {
    if (text.startsWith(" . .", start + 1)) return start + 5;
    return runEnd(text, start);
  }
  if ("-_*!?=".includes(character)) return runEnd(text, start);
  if (character === "'" && text.charAt(start + 1) === "'") return start + 2;
  if (character === "`" && text.charAt(start + 1) === "`") return start + 2;
  if ((character === "@" || character === "#") && isLetterAt(text, start + 1))
    return wordEnd(text, start + 1);
  if (APOSTROPHES.includes(character)) return apostropheEnd(text, start);
  return start + widthAt(text, start);
}

function apostropheEnd(text: string, start: number): number {
  const followsWord = isWordAt(text, start - 1) || text.charAt(start - 1) === ".";
  if (followsWord) {
    const end = cliticEnd(text, start);
    return end >= 0 ? end : start + 1;
  }
  if (!isDigitAt(text, start + 1) || !isDigitAt(text, start + 2)) return start + 1;
  const end = text.charAt(start + 3) === "s" ? start + 4 : start + 3;
  return isWordAt(text, end) ? start + 1 : end;
}

/** Cut a text into tokens: one pass, time linear in its length. */
export function tokenise(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (start: number, end: number) => {
    starts.push(start);
    ends.push(end);
  };
  let at = 0;
  while (at < text.length) {
    if (kindAt(text, at) === SPACE) {
      at += widthAt(text, at);
    } else if (isNegation(text, at) && isWordAt(text, at - 1)) {
      add(at, at + 3);
      at += 3;
    } else {
      const end = isWordAt(text, at) ? wordEnd(text, at) : symbolEnd(text, at);
      const cut = end - at <= 6 ? FUSED.get(text.slice(at, end).toLowerCase()) : undefined;
      if (cut === undefined) add(at, end);
      else {
        add(at, at + cut);
        add(at + cut, end);
      }
      at = end;
    }
  }
  return { text, count: starts.length, start: Int32Array.from(starts), end: Int32Array.from(ends) };
}
