import type { Span } from "#lib/text/span";
import { layOut } from "./treebank/layout";
import { followQuotations } from "./treebank/quotations";
import { tokenise } from "./treebank/tokens";

/** Words between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** False where the page ends the paragraph, or cuts off, before the mark that closes it. */
  readonly isClosed: boolean;
}

const MARKS = /["“”„‟«»‹›「」『』‘’‚'`]/;

/** The outermost quotations that begin in one paragraph, in order, in UTF-16 units of `text`. Which marks pair is `treebank/quotations.ts`'s. */
export function quotations(text: string, { start, end }: Span): Quotation[] {
  const paragraph = text.slice(start, end);
  if (!MARKS.test(paragraph)) return [];
  const tokens = tokenise(paragraph);
  const { quotations: found } = followQuotations(tokens, layOut(tokens));
  return found.flatMap((quotation) => {
    const [first, last] = [quotation.start, quotation.end - 1];
    if (quotation.depth > 1 || last < first) return [];
    return [
      {
        start: start + (tokens.start[first] ?? 0),
        end: start + (tokens.end[last] ?? 0),
        isClosed: quotation.isClosed,
      },
    ];
  });
}
