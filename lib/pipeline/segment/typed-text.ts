import { pages } from "#lib/domain/words/pages";
import { AppError } from "#lib/errors";
import type { SeenLines } from "#lib/pipeline/metadata/page-metadata";
import { normalise } from "#lib/text/normalise";
import { blocksOf, MAX_BLOCKS } from "./block";
import type { Block, TypedBlock } from "./block-type";
import { isDateline, splitDateline } from "./dateline";
import { furnitureOf } from "./furniture";
import { isProse, isTitleLike, shapeOf } from "./shape";
import type { TypedPage } from "./typed-page";
import { typed } from "./zones";

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
  return { text, groups, head: null, seen: seenIn(groups[0] ?? []), modelVersion: null, notes: [] };
}

/**
 * Cuts a page into its posts: after a comment form, a date line, a title and running text begin another one. The first
 * element begins at block 0.
 */
function postStarts(blocks: readonly Block[]): number[] {
  const starts = [0];
  let isAfterEnd = false;
  blocks.forEach((block, i) => {
    if (furnitureOf(block.text) === "END" || furnitureOf(block.text) === "COMMENTS") isAfterEnd = true;
    if (!isAfterEnd || !isDateline(block.text) || !isTitleLike(blocks[i + 1]?.text ?? "")) return;
    const isStory = blocks.slice(i + 2, i + 5).some((b) => isProse(b.text) && shapeOf(b.text).words >= 20);
    if (!isStory) return;
    starts.push(i);
    isAfterEnd = false;
  });
  return starts;
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
