import type { ComparedText } from "#lib/domain/version-diff";
import { foldedWords } from "#lib/text/folded-words";

/** What changes on a page that nobody edits: menus, lists of other posts, readers' comments. */
const FURNITURE: ReadonlySet<string> = new Set(["CHROME", "TEASER", "COMMENT"]);
/** What a date line counts, and how long ago it says it was. */
const TICKING =
  /(?:readings|reads|views|visits|hits|read by|seen)\b ?:? ?[\d.,]+|(?<![\d.,])[\d.,]+ (?:(?:readings|reads|views|visits|times)\b|(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?) ago\b)/gi;

/**
 * Do two states of a page differ in nothing that an editor must look at? White space, invisible characters, the make of
 * quotation marks, dashes and ellipses, and whatever is furniture, make no difference.
 */
export function isSameSubstance(older: ComparedText, newer: ComparedText): boolean {
  const [a, b] = [substanceOf(older), substanceOf(newer)];
  // A page that is furniture from end to end was not understood: then all of it counts.
  const [x, y] = a.length === 0 && b.length === 0 ? [wholeOf(older), wholeOf(newer)] : [a, b];
  return x.length === y.length && x.every((key, i) => key === y[i]);
}

function substanceOf({ text, segments }: ComparedText): string[] {
  return [...segments]
    .sort((a, b) => a.start - b.start)
    .filter(({ type }) => !FURNITURE.has(type))
    .flatMap(({ start, end, type }) => {
      const part = text.slice(start, end);
      return keysOf(type === "DATELINE" ? part.replace(TICKING, " ") : part);
    });
}

const wholeOf = ({ text }: ComparedText) => keysOf(text);
const keysOf = (text: string) => foldedWords(text).map(({ key }) => key);
