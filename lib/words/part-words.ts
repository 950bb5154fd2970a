import { type PageParts, partAt } from "#lib/domain/page-parts";
import type { PartChange } from "#lib/domain/page-parts-shapes";
import type { PartCorrection } from "#lib/domain/part-changes";
import * as words from "#lib/words";
import { firstWords } from "./lists";

/** What is said of a page's parts, and of what people put right of them. */

const FIRST_WORDS = 80;

/** The first words of a text from `start` on, up to `end`, as a quotation. */
export function quoteAt(text: string, start: number, end: number): string {
  return `“${firstWords(text.slice(start, end), FIRST_WORDS)}”`;
}

/** What a change makes of the parts as they are before it: from what to what. */
export function partChangeWords(before: PageParts, change: PartChange, text: string): string {
  const { changes } = words.desk.correctParts;
  const { segments } = words.desk.annotator;
  const part = partAt(before, change);
  const end = part?.end ?? text.length;
  const quote = quoteAt(text, change.start, end);
  switch (change.act) {
    case "TYPE":
      return changes.TYPE(part === null ? "" : segments[part.type], segments[change.type], quote);
    case "SPLIT":
      return changes.SPLIT(quoteAt(text, change.place, end));
    case "DATE":
      return changes.DATE(before.posts[part?.post ?? -1]?.date ?? null, change.date);
    default:
      return changes[change.act](quote);
  }
}

/** What was done, without what was there before. */
export function correctionWords({ change }: PartCorrection, text: string): string {
  const { changes, acts } = words.desk.correctParts;
  if (change === null) return changes.TAKE_BACK;
  const at = change.act === "SPLIT" ? change.place : change.start;
  const to =
    change.act === "TYPE"
      ? words.desk.annotator.segments[change.type]
      : change.act === "DATE"
        ? (change.date ?? words.desk.correctFact.none)
        : acts[change.act];
  return `${to}: ${quoteAt(text, at, at + 4 * FIRST_WORDS)}`;
}
