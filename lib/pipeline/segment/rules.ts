import type { Reason } from "#lib/domain/analysis";
import type { SegmentType } from "#lib/domain/labels";

/** Why a block got its type, in words; ids as they stand in the reasons that an editor reads. */
const WORDS: Record<string, string> = {
  "page-furniture": "These are the page’s own buttons, headings or notices.",
  "date-or-byline": "The line gives a date, an author, an agency or a reading count and nothing else.",
  "caption-or-credit": "The line says what a picture shows or who took it.",
  "headline-by-place": "It reads like a title and stands above the first running text.",
  "name-under-headline": "A bare name directly under the headline.",
  "title-above-headline": "A title of another post, above this page’s own headline.",
  "loose-line-in-head": "A short line above the article that is neither title nor date.",
  "loose-line-after-article": "A short line after the end of the article.",
  "signed-comment": "A reader’s words, with the reader’s name before them.",
  "under-comment-heading": "It stands under the heading of the readers’ comments.",
  "under-related-heading": "It stands under a heading for other posts.",
  "dated-title": "A title with a byline or a date of its own, below the article’s last sentence.",
  "after-article": "It stands after the article’s comment form, so it belongs to another post.",
  "link-line": "A line that leads to another post.",
  "running-text": "Running text between the headline and the end of the article.",
  markup: "The page’s markup says what it is.",
};

const VERSION = "1";

export function reasonFor(typed: { type: SegmentType; rule: string; score: number }): Reason {
  return {
    axis: "SEGMENT",
    rule: `segment/${typed.rule}`,
    version: VERSION,
    score: typed.score,
    words: WORDS[typed.rule] ?? "The line looks like this kind of page part.",
  };
}
