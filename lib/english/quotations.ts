import type { Span } from "#lib/text/span";

/** Words between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** False where the page ends the paragraph, or cuts off, before the mark that closes it. */
  readonly isClosed: boolean;
}

const OPENS_AFTER = /[\s([{—–\u2066-\u2069\u202A-\u202E:/-]/;

/**
 * The double-quoted stretches of one paragraph. Single quotes are apostrophes too often to be trusted.
 *
 * A straight mark opens where white space or a bracket stands before it and none after; a closing curly mark at the start
 * of a paragraph is a common slip for an opening one. The models' quotations, nested and single ones too, are those of
 * `treebank/quotations.ts`.
 */
export function quotations(text: string, span: Span): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (let i = span.start; i < span.end; i += 1) {
    const mark = text.charAt(i);
    if (mark !== '"' && mark !== "“" && mark !== "”" && mark !== "«" && mark !== "»") continue;
    if (open < 0) {
      if (canOpen(text, span, i, mark)) open = i;
    } else if (mark !== "“" && mark !== "«") {
      found.push({ start: open, end: i + 1, isClosed: true });
      open = -1;
    }
  }
  if (open >= 0 && span.end > open + 1) found.push({ start: open, end: span.end, isClosed: false });
  return found;
}

function canOpen(text: string, span: Span, at: number, mark: string): boolean {
  if (mark === "“" || mark === "«") return true;
  if (mark === "»") return false;
  const isFirst = at === span.start || OPENS_AFTER.test(text.charAt(at - 1));
  return isFirst && at + 1 < span.end && !/\s/.test(text.charAt(at + 1));
}
