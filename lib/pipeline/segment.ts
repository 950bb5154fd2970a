import type { AnalysedSegment, Analysis, Note, Page } from "#lib/domain/analysis";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { pageLinks } from "./segment/html/page-links";
import { typedHtml } from "./segment/html/typed-html";
import { metadataOf } from "./segment/metadata/page-metadata";
import { directionOf, languageOf, primaryTag } from "./segment/parts/language";
import { segmentsOf, standingPosts } from "./segment/posts/posts";
import { typedText } from "./segment/text/typed-text";

const pages = words.pages;

/** What the first stage fixes: the version's text, its typed segments, its posts, and what the page says of itself. */
export type Segmented = Omit<
  Analysis,
  "statements" | "attributions" | "engine" | "normalizerVersion" | "body" | "notes"
> & { readonly notes: readonly Note[] };

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
  };
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
