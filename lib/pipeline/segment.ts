import type { AnalysedPost, AnalysedSegment, Analysis, Note, Page } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { hintsOf, titleLikeness, tokensOf } from "./segment/classifier/page-hints";
import { pageLinks } from "./segment/html/page-links";
import { typedHtml } from "./segment/html/typed-html";
import { metadataOf } from "./segment/metadata/page-metadata";
import { directionOf, languageOf, primaryTag } from "./segment/parts/language";
import type { PageHead } from "./segment/parts/page-document";
import { segmentsOf, standingPosts } from "./segment/posts/posts";
import { typedText } from "./segment/text/typed-text";

const pages = words.pages;

/** What the first stage fixes: the version's text, its typed segments, its posts, and what the page says of itself. */
export type Segmented = Omit<
  Analysis,
  "statements" | "attributions" | "engine" | "normalizerVersion" | "body" | "notes"
> & {
  readonly notes: readonly Note[];
  /** Of the page's posts the one that the page is called after, where others stand below it in full; null where it is of all of them. */
  readonly named?: number | null;
};

/**
 * Cut a page into typed segments.
 *
 * Shapes   every span of the result points into the returned `text`, which is `normalise`d; segments are in order, don't
 *          overlap and hold no white space at their ends; each belongs to a post.
 * Throws   AppError `invalid_input` where there is no text at all, `too_large` beyond the limits in `block` and `tree`.
 */
export function segment(page: Page, readHtml = (content: string) => typedHtml(content)): Segmented {
  const typed = page.format === "html" ? readHtml(page.content) : typedText(page.content);
  const { text, groups, notes } = typed;
  if (groups.every((group) => group.length === 0)) throw new AppError("invalid_input", pages.noText);
  const { segments, posts } = segmentsOf(typed);
  const metadata = metadataOf(page, typed.head, typed.seen);
  // What a page of several posts says of itself is said of none of them.
  const isOne = standingPosts({ posts, segments }).length < 2;
  return {
    text,
    ...metadata,
    posts: posts.map((post, i) =>
      isOne && i === 0 ? { ...post, date: metadata.publishedAt, headline: metadata.title } : post,
    ),
    segments,
    language: languageIn(text, segments, primaryTag(typed.head?.language ?? null)),
    direction: directionOf(text),
    links: pageLinks(typed.links, page.url),
    notes,
    named: isOne || typed.head === null ? null : namedPost(typed.head, posts),
  };
}

/** From this share of its words on, a headline is what the page is called; titles add the site's name. */
const CALLED = 0.9;
/** A headline of fewer words may be the blog's name. */
const LEAST_IN_TITLE = 4;

/**
 * The first post, where the page is called after it and after no later one: sites load the next article, whole, below the one that was
 * asked for. A blog's home page is called after the blog: null, as it is of all its posts.
 */
function namedPost(head: PageHead, posts: readonly AnalysedPost[]): number | null {
  const hints = hintsOf(head);
  const isCalled = ({ headline }: AnalysedPost) => {
    const words = tokensOf(headline ?? "");
    return words.length >= LEAST_IN_TITLE && titleLikeness(words, hints)[0] >= CALLED;
  };
  const [first, ...others] = posts;
  return first !== undefined && isCalled(first) && !others.some(isCalled) ? 0 : null;
}

/** Less running text than this tells no language apart from its menu's. UTF-16 units. */
const SHORTEST_TOLD = 80;

/**
 * The language of the running text, of the whole page where there is hardly any. What the page says of itself counts where
 * its text doesn't tell; but a template says "en" on pages of any language, so that only the text makes a page English.
 */
export function languageIn(
  text: string,
  segments: readonly AnalysedSegment[],
  stated: string | null,
): string | null {
  const body = segments.filter(({ type }) => type === "BODY" || type === "HEADLINE");
  const running = body.map(({ start, end }) => text.slice(start, end)).join("\n");
  const told = languageOf(running.length < SHORTEST_TOLD ? text : running);
  return told ?? (stated === "en" ? null : stated);
}
