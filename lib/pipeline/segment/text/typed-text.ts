import { AppError } from "#lib/errors";
import { lineWeights } from "#lib/models/line-weights";
import { classifyBlocks } from "#lib/pipeline/segment/classifier/block-classifier";
import { BLOCK_TYPES } from "#lib/pipeline/segment/classifier/block-types";
import { type BlockModel, unpack } from "#lib/pipeline/segment/classifier/classifier-model";
import type { SeenLines } from "#lib/pipeline/segment/metadata/page-metadata";
import type { Block, TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import { datesNextPost, isDateline, splitDateline } from "#lib/pipeline/segment/parts/dateline";
import { BLOCK_MODEL } from "#lib/pipeline/segment/parts/rules";
import { isProse, isTitleLike, shapeOf } from "#lib/pipeline/segment/parts/shape";
import type { TypedPage } from "#lib/pipeline/segment/posts/typed-page";
import { normalise } from "#lib/text/normalise";
import * as words from "#lib/words";
import { blocksOf, MAX_BLOCKS } from "./block";
import { furnitureOf, isPitch, isUnderPicture } from "./furniture";
import { textFacts } from "./text-facts";
import { continues, isSaidTwice, typed } from "./zones";

const pages = words.pages;

/** The lines of a text, where its posts begin, and what the rules say of each line. */
export interface RuledLines {
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  readonly verdicts: readonly TypedBlock[];
}

/**
 * The lines of a normalised text as the rules see them.
 *
 * Throws   AppError `too_large` beyond MAX_BLOCKS.
 */
export function ruledLines(text: string): RuledLines {
  const blocks = blocksOf(text).flatMap((block) => splitDateline(text, block) ?? [block]);
  if (blocks.length > MAX_BLOCKS) throw new AppError("too_large", pages.tooManyLines);
  const starts = postStarts(blocks);
  const verdicts = starts.flatMap((start, i) => typed(blocks.slice(start, starts[i + 1] ?? blocks.length)));
  return { blocks, starts, verdicts };
}

let unpacked: BlockModel | null = null;

function shippedModel(): BlockModel {
  unpacked ??= unpack(lineWeights);
  return unpacked;
}

/**
 * From so many lines on a text is a whole page with its menus, and the classifier types it. Shorter ones, articles and posts with
 * a little around them, go by rules: labelled texts have up to 40 lines or more than 55, and are told as well or better so.
 */
const WHOLE_PAGE = 45;

/** A long article has mostly running text, a whole page mostly short lines. */
const isWholePage = ({ blocks }: RuledLines): boolean =>
  blocks.length >= WHOLE_PAGE && blocks.filter(({ text }) => isProse(text)).length * 2 < blocks.length;

const OWN_WORD: ReadonlySet<string> = new Set(["page-furniture", "date-or-byline", "link-line"]);

/** What a line shows by itself stands: who took a picture, a pitch, another post's title said twice. */
const isPlain = ({ type, rule, text }: TypedBlock): boolean =>
  (rule === "caption-or-credit" && isUnderPicture(text)) ||
  (rule === "page-furniture" && isPitch(text)) ||
  (type === "TEASER" && isSaidTwice(text));

/** By the classifier, which sees what the rules say; where both agree, the rule says why. */
function typedBy(text: string, { blocks, verdicts }: RuledLines, model: BlockModel): TypedBlock[] {
  const { types, chances } = classifyBlocks(textFacts(text, blocks, verdicts), model);
  return verdicts.map((verdict, i): TypedBlock => {
    const type = types[i] ?? verdict.type;
    if (type === verdict.type || isPlain(verdict) || (type === "BODY" && OWN_WORD.has(verdict.rule)))
      return verdict;
    const block = blocks[i];
    const isOpening = block === undefined || !continues(blocks[i - 1], block, type);
    const score = Math.min(1, chances[i]?.[BLOCK_TYPES.indexOf(type)] ?? 0);
    return { ...verdict, type, rule: BLOCK_MODEL, score, isOpening };
  });
}

/**
 * A page of plain text with its lines typed: its text is the input, normalised. On a whole page the types are those of `wholePages`, the
 * shipped classifier where it is left out.
 *
 * Throws   AppError `too_large` beyond MAX_BLOCKS.
 */
export function typedText(content: string, wholePages: BlockModel | null = null): TypedPage {
  const text = normalise(content);
  const ruled = ruledLines(text);
  const { blocks, starts } = ruled;
  const model = isWholePage(ruled) ? (wholePages ?? shippedModel()) : null;
  const lines = model === null ? ruled.verdicts : typedBy(text, ruled, model);
  const groups = starts.map((start, i) => lines.slice(start, starts[i + 1] ?? blocks.length));
  const seen = seenIn(groups[0] ?? []);
  return {
    text,
    groups,
    days: [],
    links: [],
    head: null,
    seen,
    modelVersion: model?.version ?? null,
    notes: [],
  };
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
  const line = blocks[i]?.text ?? "";
  if (!(isDateline(line) || datesNextPost(line)) || !isTitleLike(blocks[i + 1]?.text ?? "")) return false;
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
