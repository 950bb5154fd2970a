import { AppError } from "#lib/errors";
import type { SeenLines } from "#lib/pipeline/segment/metadata/page-metadata";
import type { Block, TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { isDateline, splitDateline } from "#lib/pipeline/segment/parts/dateline";
import { isProse, isTitleLike, shapeOf } from "#lib/pipeline/segment/parts/shape";
import type { TypedPage } from "#lib/pipeline/segment/posts/typed-page";
import { normalise } from "#lib/text/normalise";
import { words } from "#lib/words";
import { blocksOf, MAX_BLOCKS } from "./block";
import { furnitureOf } from "./furniture";
import { typed } from "./zones";

const { pages } = words;

/**
 * A page of plain text, typed by rules: its text is the input, normalised.
 *
 * Throws   AppError `too_large` beyond MAX_BLOCKS.
 */
export function typedText(content: string): TypedPage {
  const text = normalise(content);
  const blocks = blocksOf(text).flatMap((block) => splitDateline(text, block) ?? [block]);
  if (blocks.length > MAX_BLOCKS) throw new AppError("too_large", pages.tooManyLines);
  const starts = postStarts(blocks);
  const groups = starts.map((start, i) => typed(blocks.slice(start, starts[i + 1] ?? blocks.length)));
  return { text, groups, days: [], head: null, seen: seenIn(groups[0] ?? []), modelVersion: null, notes: [] };
}

/**
 * Cuts a page into its posts: a date line, a title and running text begin another one after a comment form, or where the page's
 * own first post begins so. The first element begins at block 0.
 */
function postStarts(blocks: readonly Block[]): number[] {
  const starts = [0];
  const first = blocks.findIndex((_, i) => beginsPost(blocks, i, LEAST_OF_ALIKE));
  const isPattern = first >= 0 && !blocks.slice(0, first).some(({ text }) => isProse(text));
  let isAfterEnd = false;
  blocks.forEach((block, i) => {
    if (furnitureOf(block.text) === "END" || furnitureOf(block.text) === "COMMENTS") isAfterEnd = true;
    const isLikeFirst =
      isPattern && i > first && block.isApart && !shapeOf(blocks[i + 1]?.text ?? "").isSentenceEnd;
    const least = isLikeFirst ? LEAST_OF_ALIKE : LEAST_AFTER_END;
    if (!(isAfterEnd || isLikeFirst) || !beginsPost(blocks, i, least)) return;
    starts.push(i);
    isAfterEnd = false;
  });
  return starts;
}

/** Words of running text that a post begins with: after a comment form stand teasers too. */
const LEAST_AFTER_END = 20;
const LEAST_OF_ALIKE = 12;

/** A date line, a title, and running text soon after. */
function beginsPost(blocks: readonly Block[], i: number, leastWords: number): boolean {
  if (!isDateline(blocks[i]?.text ?? "") || !isTitleLike(blocks[i + 1]?.text ?? "")) return false;
  return blocks.slice(i + 2, i + 5).some(({ text }) => isProse(text) && shapeOf(text).words >= leastWords);
}

function seenIn(blocks: readonly TypedBlock[]): SeenLines {
  const textsOf = (type: TypedBlock["type"]) =>
    blocks.filter((block) => block.type === type).map(({ text }) => text);
  const from = blocks.findIndex(({ type }) => type === "BODY");
  const titles = textsOf("HEADLINE").map((text) => ({ text, level: 0, chance: 1, isBeforeBody: true }));
  return {
    titles,
    datelines: textsOf("DATELINE"),
    elsewhere: [],
    lead: textsOf("BODY")[0] ?? null,
    from,
    to: from,
  };
}
