import type { ArticlePublication } from "#lib/domain/publications";
import type { DownstreamPage, TextNeighbours } from "#lib/domain/published";
import type { PictureBox, SourcesPicture } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { firstWords, isolated } from "#lib/words/lists";

/** The pages around a text as boxes, from the earliest down to the latest: those that it is from, itself, those that have it from here. */

const w = words.textSources.picture;

/** In user units. */
export const PICTURE = { width: 360, box: 44, gap: 14, gutter: 34 } as const;
/** So many pages are drawn beside the one that is read. */
const MOST_UP = 8;
const MOST_DOWN = 12;
const LONGEST_NAME = 36;

type Page = Pick<DownstreamPage, "publisher" | "postedAt">;

export function sourcesPicture(
  { article, provenance = [] }: ArticlePublication,
  { downstream, downstreamCount }: TextNeighbours,
): SourcesPicture {
  const up = provenance.map(({ page }) => page);
  const drawnUp = byDay(up.slice(0, MOST_UP));
  const drawnDown = byDay(downstream.slice(0, MOST_DOWN));
  const pages = [
    ...drawnUp.map((page) => ({ page, place: "UP" as const, isNobodys: page.publisher === null })),
    { page: article, place: "HERE" as const, isNobodys: article.publisher === null },
    ...drawnDown.map((page) => ({ page, place: "DOWN" as const, isNobodys: article.publisher === null })),
  ];
  const left = up.length + downstreamCount - drawnUp.length - drawnDown.length;
  const step = PICTURE.box + PICTURE.gap;
  return {
    height: pages.length * step - PICTURE.gap,
    boxes: pages.map(({ page, place, isNobodys }, i): PictureBox => {
      const name = page.publisher === null ? w.nobody : isolated(firstWords(page.publisher, LONGEST_NAME));
      const day = page.postedAt === null ? w.noDay : longDay(page.postedAt);
      return {
        y: i * step,
        name,
        day: place === "HERE" ? [w.here, day].join(words.lists.comma) : day,
        place,
        isNobodys,
      };
    }),
    words: w.words(drawnUp.length, drawnDown.length),
    caption: [w.caption, ...(left > 0 ? [w.notDrawn(left)] : [])].join(" "),
  };
}

/** A page without a day comes last: nothing tells when it was. */
const byDay = <P extends Page>(pages: readonly P[]): P[] =>
  [...pages].sort((a, b) => ((a.postedAt ?? "9999") < (b.postedAt ?? "9999") ? -1 : 1));
