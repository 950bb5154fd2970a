import type { Span } from "#lib/text/span";
import type { CalendarDate } from "./analysis";
import { counts, dayAt, ownPostOf, type PageParts, partAt } from "./page-parts";
import { freshText, type LookedText } from "./part-readings";

/** Words that somebody marked, or that the machine proposes; `resolvedFrom` is the day that a promise's window was counted from. */
export interface MarkedWords extends Span {
  readonly prediction: { readonly resolvedFrom: CalendarDate | null } | null;
}

/** What a change does to what is marked, in numbers. Nothing of it is lost: what leaves comes back with the part. */
export interface PartFollows {
  /** Statements that don't count as the page's any more, and that do again. */
  readonly leaving: number;
  readonly coming: number;
  /** Suggestions that needn't be decided any more, and that must be again. */
  readonly suggestionsLeaving: number;
  readonly suggestionsComing: number;
  /** Statements of the page's own post that become another post's, and of another post that become the page's own. */
  readonly toAnother: number;
  readonly toOwn: number;
  /** Due dates that were counted from a day that isn't their post's any more. */
  readonly counted: number;
  /** Text can hold statements now that couldn't before, the machine looked for none in it, and nothing is marked there. */
  readonly isUnread: boolean;
}

/** `looked` is where the machine looked for statements in this text. */
export function whatFollows(
  before: PageParts,
  after: PageParts,
  { text, looked }: { readonly text: string; readonly looked: LookedText },
  { statements, suggestions }: Readonly<Record<"statements" | "suggestions", readonly MarkedWords[]>>,
): PartFollows {
  const becomes = (marked: readonly MarkedWords[], was: boolean) =>
    marked.filter((one) => counts(before, one) === was && counts(after, one) !== was).length;
  const isOwn = (page: PageParts, one: Span) => partAt(page, one)?.post === ownPostOf(page);
  const stay = statements.filter((one) => counts(before, one) && counts(after, one));
  return {
    leaving: becomes(statements, true),
    coming: becomes(statements, false),
    suggestionsLeaving: becomes(suggestions, true),
    suggestionsComing: becomes(suggestions, false),
    toAnother: stay.filter((one) => isOwn(before, one) && !isOwn(after, one)).length,
    toOwn: stay.filter((one) => !isOwn(before, one) && isOwn(after, one)).length,
    counted: stay.filter((one) => isCountedAnew(one, dayAt(before, one), dayAt(after, one))).length,
    isUnread:
      freshText(after, looked, text, [...freshText(before, looked, text), ...statements, ...suggestions])
        .length > 0,
  };
}

function isCountedAnew({ prediction }: MarkedWords, was: string | null, is: string | null): boolean {
  return (
    prediction !== null && was !== is && prediction.resolvedFrom !== null && prediction.resolvedFrom !== is
  );
}
