import { isCount, isListOf, isOneOf, isOrNull, isRecordOf, isText, isYesOrNo } from "#lib/text/plain-data";
import type { CalendarDate } from "./analysis";
import type { ClaimMatch } from "./matching";

/** What other pages say of the same thing, as far as the machine can tell. Plain data. */

export interface ElsewherePage {
  readonly versionId: string;
  /** Null where the page has none. */
  readonly title: string | null;
}

export interface ElsewhereWording {
  readonly text: string;
  /** The first and the last day of the posts that say it; null where nobody knows one. */
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly relation: ClaimMatch["relation"];
  /** Why, a sentence each; empty where the words are the same. */
  readonly why: readonly string[];
  /** The latest, a few of them. */
  readonly pages: readonly ElsewherePage[];
  /** On how many pages it stands. */
  readonly count: number;
  /** There are more pages than were counted. */
  readonly isCut: boolean;
  /** The claim that one of these pages joined it to, as its latest review has it; null where none did. */
  readonly claim: { readonly id: string; readonly wording: string } | null;
}

export interface Elsewhere {
  /** What says the same first, and of that what came in last. */
  readonly wordings: readonly ElsewhereWording[];
  /** On how many pages something stands that is this to it, each page once; `isCut` where there are more than were counted. */
  readonly counts: readonly {
    readonly relation: ElsewhereWording["relation"];
    readonly pages: number;
    readonly isCut: boolean;
  }[];
  /** There is more than is shown. */
  readonly isCut: boolean;
  /** These words came in a moment ago and weren't compared with the others yet. */
  readonly isWaiting: boolean;
}

const isRelation = isOneOf<ElsewhereWording["relation"]>(["SAME", "CONTRADICTION", "TEMPLATE", "SIMILAR"]);

/** Is this an answer of the desk's? */
export const isElsewhere = isRecordOf<Elsewhere>({
  wordings: isListOf(
    isRecordOf<ElsewhereWording>({
      text: isText,
      firstDay: isOrNull(isText),
      lastDay: isOrNull(isText),
      relation: isRelation,
      why: isListOf(isText),
      pages: isListOf(isRecordOf<ElsewherePage>({ versionId: isText, title: isOrNull(isText) })),
      count: isCount,
      isCut: isYesOrNo,
      claim: isOrNull(isRecordOf<NonNullable<ElsewhereWording["claim"]>>({ id: isText, wording: isText })),
    }),
  ),
  counts: isListOf(
    isRecordOf<Elsewhere["counts"][number]>({ relation: isRelation, pages: isCount, isCut: isYesOrNo }),
  ),
  isCut: isYesOrNo,
  isWaiting: isYesOrNo,
});
