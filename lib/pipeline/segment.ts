import type { Analysis, Note, Page } from "#lib/domain/analysis";
import { pages } from "#lib/domain/words/pages";
import { AppError } from "#lib/errors";
import { normalise } from "#lib/text/normalise";
import { blocksOf, MAX_BLOCKS } from "./segment/block";
import type { Block } from "./segment/block-type";
import { splitDateline } from "./segment/dateline";
import { blocksOfHtml } from "./segment/html";
import { directionOf, languageOf } from "./segment/language";
import { type Known, metadataOf } from "./segment/metadata";
import { postStarts, segmentsOf } from "./segment/posts";
import { typed } from "./segment/zones";

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
export function segment(page: Page): Segmented {
  const { text, blocks, known, notes } =
    page.format === "html" ? blocksOfHtml(page.content) : plain(page.content);
  if (blocks.length === 0) {
    throw new AppError("invalid_input", pages.noText);
  }
  if (blocks.length > MAX_BLOCKS) {
    throw new AppError("too_large", pages.tooManyLines);
  }
  const split = blocks.flatMap((block) => splitDateline(text, block) ?? [block]);
  const starts = postStarts(split);
  const groups = starts.map((start, i) => typed(split.slice(start, starts[i + 1] ?? split.length)));
  const { segments, posts } = segmentsOf(text, groups, known.publishedAt ?? null);
  const metadata = metadataOf(page, known, groups[0] ?? [], posts);
  return {
    text,
    ...metadata,
    posts: posts.map((post, i) =>
      i === 0 ? { ...post, date: metadata.publishedAt, headline: metadata.title } : post,
    ),
    segments,
    language: languageOf(text),
    direction: directionOf(text),
    notes,
  };
}

function plain(content: string): { text: string; blocks: Block[]; known: Known; notes: Note[] } {
  const text = normalise(content);
  return { text, blocks: blocksOf(text), known: {}, notes: [] };
}
