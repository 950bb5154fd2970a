import { DIGIT, kindAt, SPACE, SYMBOL } from "./characters";
import type { Layout } from "./layout";
import type { Tokens } from "./tokens";

export const INSIDE = 1;
export const OPENS = 2;
export const CLOSES = 3;

/** One quotation: tokens `[start, end)`, its marks included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** 1 for a quotation in running text, 2 for one inside another … */
  readonly depth: number;
  /** Index of the quotation in the paragraph before that this one goes on from, or -1. */
  readonly continues: number;
  /** False where the closing mark is missing and the end of the paragraph stands in for it. */
  readonly isClosed: boolean;
}

/**
 * Shapes   `state` says for each token whether it is outside, inside, or a mark of the outermost quotation around it;
 *          `of` gives the index of that quotation, or -1; `quotations` are in order of their start.
 */
export interface Quotations {
  readonly state: Uint8Array;
  readonly of: Int32Array;
  readonly quotations: readonly Quotation[];
}

const PAIRS = new Map([
  ["“", '”"'],
  ["„", '“”"'],
  ["‟", "”"],
  ["«", "»"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["‘", "’"],
  ["‚", "‘’"],
  ["``", "''\""],
]);
const CLOSING = new Set(["”", "»", "›", "」", "』", "’", "''"]);
/** Straight marks, with the marks that careless keyboards close them by. */
const STRAIGHT = new Map([
  ['"', "\"”''"],
  ["''", "''\"”"],
  ["'", "'"],
]);
const DEEPEST = 4;

interface Open {
  readonly index: number;
  readonly closers: string;
}

interface Draft {
  start: number;
  end: number;
  depth: number;
  continues: number;
  isClosed: boolean;
}

/** One walk over the tokens with a stack of open marks, emptied at the end of each paragraph. */
class QuotationReader {
  readonly drafts: Draft[] = [];
  private stack: Open[] = [];
  /** The quotation that the last paragraph left open: a mark at the start of the next one goes on with it. */
  private leftOpen = -1;
  private lastSingle = -1;
  private first = 0;

  constructor(private readonly tokens: Tokens) {}

  paragraph(start: number, end: number): void {
    this.first = start;
    this.lastSingle = this.findLastSingle(start, end);
    for (let i = start; i < end; i++) this.token(i, i === start);
    const outermost = this.stack[0];
    for (const open of this.stack) this.finish(open, end, false);
    this.leftOpen = outermost ? outermost.index : -1;
    this.stack = [];
  }

  private token(i: number, isFirst: boolean): void {
    const mark = this.mark(i);
    if (mark === "") return;
    const top = this.stack[this.stack.length - 1];
    if (STRAIGHT.has(mark)) this.straight(i, mark, top, isFirst);
    else if (top?.closers.includes(mark)) this.close(i);
    else if (PAIRS.has(mark)) this.open(i, PAIRS.get(mark) ?? "", isFirst);
    else if (CLOSING.has(mark)) this.strayCloser(i, mark);
  }

  private straight(i: number, mark: string, top: Open | undefined, isFirst: boolean): void {
    if (mark === "'") {
      if (top?.closers === "'" && this.closesSingle(i)) this.close(i);
      else if (this.opensSingle(i)) this.open(i, "'", isFirst);
      return;
    }
    const isOpen = this.stack.some((open) => open.closers.includes(mark));
    if (isOpen) this.strayCloser(i, mark);
    else if (this.opensStraight(i)) this.open(i, STRAIGHT.get(mark) ?? mark, isFirst);
  }

  /** A mark that closes a quotation further down the stack closes those above it too; else it means nothing. */
  private strayCloser(i: number, mark: string): void {
    if (!this.stack.some((open) => open.closers.includes(mark))) return;
    while (!this.stack[this.stack.length - 1]?.closers.includes(mark)) {
      const open = this.stack.pop();
      if (open) this.finish(open, i, false);
    }
    this.close(i);
  }

  private open(i: number, closers: string, isFirst: boolean): void {
    if (this.stack.length >= DEEPEST) return;
    const continues = isFirst ? this.leftOpen : -1;
    this.stack.push({ index: this.drafts.length, closers });
    this.drafts.push({ start: i, end: i + 1, depth: this.stack.length, continues, isClosed: false });
  }

  private close(i: number): void {
    const open = this.stack.pop();
    if (open) this.finish(open, i + 1, true);
  }

  private finish(open: Open, end: number, isClosed: boolean): void {
    const draft = this.drafts[open.index];
    if (!draft) return;
    draft.end = end;
    draft.isClosed = isClosed;
  }

  /** The quotation mark that token `i` is, or the empty string. */
  private mark(i: number): string {
    const start = this.tokens.start[i] ?? 0;
    const length = (this.tokens.end[i] ?? 0) - start;
    if (length > 2 || kindAt(this.tokens.text, start) !== SYMBOL) return "";
    const token = this.tokens.text.slice(start, start + length);
    if (token === "‘" && this.followsWord(i)) return "";
    if (token === "“" && this.closesSingle(i) && kindAt(this.tokens.text, start + 1) === SPACE) return "”";
    if (token === "”" && this.stack.length === 0 && this.beginsParagraph(i)) return "“";
    if (token === "’")
      return this.closesSingle(i) && this.stack.some((o) => o.closers.includes("’")) ? token : "";
    return PAIRS.has(token) || CLOSING.has(token) || STRAIGHT.has(token) ? token : "";
  }

  /** A closing curly mark before a paragraph's first word is a common slip for an opening one. */
  private beginsParagraph(i: number): boolean {
    return i === this.first && kindAt(this.tokens.text, this.tokens.end[i] ?? 0) !== SPACE;
  }

  /** A straight double mark behind a digit and before a space or the end stands for inches. */
  private opensStraight(i: number): boolean {
    const [start, end] = [this.tokens.start[i] ?? 0, this.tokens.end[i] ?? 0];
    return kindAt(this.tokens.text, start - 1) !== DIGIT || kindAt(this.tokens.text, end) !== SPACE;
  }

  private followsWord(i: number): boolean {
    const before = kindAt(this.tokens.text, (this.tokens.start[i] ?? 0) - 1);
    return before !== SPACE && before !== SYMBOL;
  }

  private closesSingle(i: number): boolean {
    return kindAt(this.tokens.text, (this.tokens.start[i] ?? 0) - 1) !== SPACE;
  }

  /** A straight single mark opens only before a word, after a space, with a possible end further on. */
  private opensSingle(i: number): boolean {
    const start = this.tokens.start[i] ?? 0;
    const before = kindAt(this.tokens.text, start - 1);
    const isLeading = before === SPACE || before === SYMBOL;
    return isLeading && kindAt(this.tokens.text, start + 1) !== SPACE && this.lastSingle > i;
  }

  private findLastSingle(start: number, end: number): number {
    for (let i = end - 1; i > start; i--) {
      const at = this.tokens.start[i] ?? 0;
      if (this.tokens.text.charAt(at) !== "'" || (this.tokens.end[i] ?? 0) - at > 1) continue;
      if (kindAt(this.tokens.text, at - 1) !== SPACE && kindAt(this.tokens.text, at + 1) !== 2) return i;
    }
    return -1;
  }
}

/** Follow the quotation marks of a text: nested, over several paragraphs, of several languages, or half forgotten. */
export function followQuotations(tokens: Tokens, layout: Layout): Quotations {
  const reader = new QuotationReader(tokens);
  for (let p = 0; p + 1 < layout.paragraphs.length; p++) {
    reader.paragraph(layout.paragraphs[p] ?? 0, layout.paragraphs[p + 1] ?? 0);
  }
  const state = new Uint8Array(tokens.count);
  const of = new Int32Array(tokens.count).fill(-1);
  reader.drafts.forEach((quotation, index) => {
    if (quotation.depth > 1) return;
    for (let i = quotation.start; i < quotation.end; i++) {
      state[i] = INSIDE;
      of[i] = index;
    }
    state[quotation.start] = OPENS;
    if (quotation.isClosed) state[quotation.end - 1] = CLOSES;
  });
  return { state, of, quotations: reader.drafts };
}
