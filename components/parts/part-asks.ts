import type { ArticleDesk } from "#lib/domain/article-desk";
import { isAnalysed } from "#lib/domain/assessment";
import { SEGMENT_TYPES, type SegmentType } from "#lib/domain/labels";
import { factsIn } from "#lib/domain/page-facts";
import { ownPostOf, type PagePart, type PageParts } from "#lib/domain/page-parts";
import type { PartAct, PartChange } from "#lib/domain/page-parts-shapes";
import { putRight, refuseCutThrough } from "#lib/domain/part-changes";
import { type PartFollows, whatFollows } from "#lib/domain/part-follows";
import { RefusedError } from "#lib/domain/refusals";
import { lineSentences } from "#lib/english/line-sentences";
import type { Span } from "#lib/text/span";
import { refusalWords } from "#lib/words/refusal-words";

/** What can be asked of a part of the page on the desk, and what would follow. Pure. */

export type PartDesk = Pick<
  ArticleDesk,
  | "posts"
  | "segments"
  | "statements"
  | "suggestions"
  | "aside"
  | "partCorrections"
  | "looked"
  | "partReading"
  | "facts"
> & { readonly version: Pick<ArticleDesk["version"], "id" | "text"> };

export type Foreseen =
  | { readonly after: PageParts; readonly follows: PartFollows }
  /** Why it can't be, in words. */
  | { readonly refused: string };

/** What the record would answer, asked of its own rules. */
export function foreseenParts(desk: PartDesk, change: PartChange): Foreseen {
  const statements = [...desk.statements, ...(desk.aside?.statements ?? [])];
  const suggestions = [...desk.suggestions, ...(desk.aside?.suggestions ?? [])].filter(
    ({ decision }) => decision === null,
  );
  try {
    const after = putRight(desk, change, desk.version.text);
    refuseCutThrough(desk, after, [...statements, ...suggestions]);
    const page = { text: desk.version.text, looked: desk.looked };
    return { after, follows: whatFollows(desk, after, page, { statements, suggestions }) };
  } catch (error) {
    if (error instanceof RefusedError) return { refused: refusalWords(error) };
    throw error;
  }
}

/** Would the machine look for statements in text that becomes the article's? Not on a page that says it is in another language. */
export function willLook({ facts }: Pick<PartDesk, "facts">): boolean {
  const { LANGUAGE } = factsIn(facts);
  return LANGUAGE === null || isAnalysed(LANGUAGE);
}

const isPossible = (desk: PartDesk, change: PartChange) => "after" in foreseenParts(desk, change);

/** Where a part can be parted: beginnings of its lines and sentences, but for the first one and those inside something that is marked. */
export function placesToSplit(desk: PartDesk, { start, end }: Span): number[] {
  return lineSentences(desk.version.text, { start, end })
    .map((sentence) => sentence.start)
    .filter((place) => isPossible(desk, { act: "SPLIT", start, place }));
}

export const typesFor = ({ type }: Pick<PagePart, "type">): SegmentType[] =>
  SEGMENT_TYPES.filter((one) => one !== type);

/** What it most often is where it isn't what the machine took it for. */
export const likelyType = ({ type }: Pick<PagePart, "type">): SegmentType =>
  type === "BODY" ? "COMMENT" : "BODY";

/** What can be wrong with a part, the most frequent first. */
export function actsFor(desk: PartDesk, part: PagePart, places: readonly number[]): PartAct[] {
  const { start } = part;
  const acts: readonly (readonly [PartAct, boolean])[] = [
    ["TYPE", true],
    ["SPLIT", places.length > 0],
    ["MERGE", isPossible(desk, { act: "MERGE", start })],
    ["BEGIN", isPossible(desk, { act: "BEGIN", start })],
    ["JOIN", isPossible(desk, { act: "JOIN", start })],
    ["DATE", part.post !== ownPostOf(desk)],
  ];
  return acts.flatMap(([act, isIt]) => (isIt ? [act] : []));
}
