import type { Reason } from "#lib/domain/analysis";
import type { SegmentType } from "#lib/domain/labels";
import type { Verdict } from "./block-type";

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
  "dated-list": "One of a row of titles, each with a date of its own: a list of other posts.",
  "about-author": "It begins with the author’s own name and tells of the author.",
  "after-article": "It stands after the article’s comment form, so it belongs to another post.",
  "repeated-title":
    "A title built like that of the post above it, with a date or a link of its own: another post begins.",
  "repeated-post": "Running text under the title of another post of this page.",
  "repeated-start": "Built like the posts above it, but only its start is here.",
  "link-home": "A short line that leads to the site’s front page: its name or its menu.",
  "link-line": "A line that leads to another post.",
  "running-text": "Running text between the headline and the end of the article.",
};

/** The rule's name where the trained classifier gave the type. */
export const BLOCK_MODEL = "block-model";

const LOOKS: Record<SegmentType, string> = {
  HEADLINE: "It looks like the title of an article on this page.",
  DATELINE: "It looks like a line about the author, the date or the agency.",
  BODY: "It reads and stands like the article’s running text.",
  CAPTION: "It looks like a picture’s caption or credit.",
  CHROME: "It looks like the site’s own furniture.",
  TEASER: "It looks like the start of another article.",
  COMMENT: "It looks like a reader’s comment.",
};

const VERSION = "1";

/** `modelVersion` is null where rules alone typed the page. */
export function reasonFor({ type, rule, score }: Verdict, modelVersion: string | null): Reason {
  const isModel = rule === BLOCK_MODEL && modelVersion !== null;
  return {
    axis: "SEGMENT",
    rule: `segment/${rule}`,
    version: isModel ? modelVersion : VERSION,
    score,
    words: isModel ? LOOKS[type] : (WORDS[rule] ?? "The line looks like this kind of page part."),
  };
}
