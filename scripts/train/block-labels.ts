import type { SegmentType } from "#lib/domain/labels";
import { BLOCK_TYPES } from "#lib/pipeline/segment/classifier/block-types";
import { NEVER } from "#lib/pipeline/segment/classifier/containers";
import { ELEMENT_CUES } from "#lib/pipeline/segment/classifier/cue-words";
import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import { SHAPE_NAMES } from "#lib/pipeline/segment/classifier/text-shape";
import { bodyShares } from "./block-alignment";
import type { TruePage } from "./page-corpus";

export interface Labelled {
  readonly types: Uint8Array;
  readonly weights: Float64Array;
}

const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const cueAt = (name: string): number => ELEMENT_CUES.findIndex(([cue]) => cue === name);
const shapeAt = (name: string): number => SHAPE_NAMES.indexOf(name);

/**
 * Types of a page's blocks. Body or not is the truth's (its words, aligned); what the rest is, the truth doesn't say: rules
 * guess from names of boxes, the page's title and author, and the strings that the truth calls comments.
 */
export function labelsOf(page: TruePage, facts: PageFacts): Labelled {
  const { blocks } = facts.page;
  const shares = bodyShares(blocks, page.body);
  const isBody = shares.map((share) => share >= 0.5);
  const firstBody = Math.max(0, isBody.indexOf(true));
  const lastBody = isBody.lastIndexOf(true);
  const title = fold(page.title);
  const comments = page.mustNotContain.filter((s) => s.kind === "comment").map((s) => fold(s.text));
  const titleAt = headlineAt(facts, title, firstBody);
  const types = blocks.map((block, i): SegmentType => {
    const text = fold(block.text);
    if (i === titleAt) return "HEADLINE";
    if (isBody[i]) return "BODY";
    if (text.length > 3 && comments.some((comment) => text.includes(comment))) return "COMMENT";
    const near = { isNearTop: i > titleAt - 6 && i < firstBody + 3 && i < lastBody, isAfter: i > lastBody };
    return otherType(page, facts, i, text, title, near);
  });
  const total = blocks.reduce((sum, block, i) => sum + (isBody[i] ? block.text.length : 0), 1);
  const weights = blocks.map((block, i) => {
    const certain = Math.abs((shares[i] ?? 0) - 0.5) * 2;
    return (0.3 + Math.min(3, (40 * block.text.length) / total)) * (0.4 + 0.6 * certain);
  });
  forgetGaps(facts, isBody, total, weights);
  const numbers = Uint8Array.from(types, (type) => BLOCK_TYPES.indexOf(type));
  return { types: numbers, weights: Float64Array.from(weights) };
}

/**
 * Truth that stops in the middle of an article, or leaves out a chapter: a long run of prose in the body's own box that isn't in
 * the truth. What it is can't be said, so nothing is learned from it.
 */
function forgetGaps(facts: PageFacts, isBody: readonly boolean[], total: number, weights: number[]): void {
  const { blocks, elements } = facts.page;
  const parentOf = (i: number) => elements[blocks[i]?.element ?? -1]?.parent ?? -1;
  const homes = new Set(blocks.flatMap((_, i) => (isBody[i] && facts.prose[i] ? [parentOf(i)] : [])));
  const settle = (from: number, to: number) => {
    const inside = Array.from({ length: to - from }, (_, k) => from + k).filter((i) =>
      homes.has(parentOf(i)),
    );
    const prose = inside.reduce((sum, i) => sum + (facts.prose[i] ? (blocks[i]?.text.length ?? 0) : 0), 0);
    if (prose > Math.max(1500, 0.15 * total))
      for (let i = from; i < to; i += 1) weights[i] = 0.03 * (weights[i] ?? 0);
  };
  let from = 0;
  for (let i = 0; i <= blocks.length; i += 1) {
    if (i < blocks.length && !isBody[i]) continue;
    if (i > from) settle(from, i);
    from = i + 1;
  }
}

function headlineAt(facts: PageFacts, title: string, firstBody: number): number {
  let best = -1;
  let bestScore = 0;
  facts.page.blocks.forEach((block, i) => {
    if (i > firstBody + 1 || block.text.length > 400) return;
    const text = fold(block.text);
    const same =
      text === title ? 2 : text.length > 12 && (title.includes(text) || text.includes(title)) ? 1 : 0;
    if (same === 0) return;
    const level = facts.headings[i] ?? 0;
    const score = same + (level === 1 ? 1.5 : level > 0 ? 0.7 : 0) - (facts.linkShares[i] ?? 0) + i / 10000;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;
}

function otherType(
  page: TruePage,
  facts: PageFacts,
  i: number,
  text: string,
  title: string,
  near: { isNearTop: boolean; isAfter: boolean },
): SegmentType {
  const block = facts.page.blocks[i];
  const shape = facts.shapes[i] ?? [];
  const has = (name: string) => (shape[shapeAt(name)] ?? 0) > 0;
  const steps = (name: string) => facts.containers.cueSteps[cueAt(name)]?.[block?.element ?? -1] ?? NEVER;
  const isLink = (facts.linkShares[i] ?? 0) > 0.8;
  const words = text.split(" ").length;
  const isFurniture =
    steps("nav") < NEVER || steps("footer") < NEVER || steps("modal") < NEVER || steps("newsletter") < 4;
  if (steps("comment") < NEVER && !isFurniture) {
    const isReader = has("dates") || has("ago") || facts.prose[i] || (words <= 4 && steps("author") <= 2);
    const isForm = !facts.prose[i] && (has("cue:newsletter") || steps("newsletter") < 4);
    return isReader && !isForm ? "COMMENT" : "CHROME";
  }
  if (near.isNearTop && !isFurniture) {
    const author = fold(page.author ?? "");
    const isAuthor = author.length > 3 && text.includes(author) && words < 20;
    if (block !== undefined && block.text.length < 160 && !has("cue:share")) {
      if (isAuthor || has("dates") || has("cue:byline") || has("cue:dated") || has("ago")) return "DATELINE";
      if (
        block.hasTime ||
        (steps("meta") <= 2 && words < 8 && !isLink) ||
        (steps("author") <= 2 && words < 8)
      )
        return "DATELINE";
    }
    if (steps("summary") <= 2 && facts.prose[i]) return "HEADLINE";
    if ((facts.headings[i] ?? 0) > 0 && title.includes(text) && text.length > 12) return "HEADLINE";
  }
  if (steps("caption") <= 2 && !isLink && !isFurniture && (has("cue:photo") || captionTag(facts, i)))
    return "CAPTION";
  if (isFurniture && steps("related") >= 4) return "CHROME";
  const isCard = steps("related") < NEVER || steps("card") < 5 || steps("aside") < NEVER || near.isAfter;
  const isStory =
    words >= 4 && !has("cue:legal") && !has("cue:newsletter") && !has("cue:share") && !has("cue:bio");
  const isBoxed = steps("card") < 5 || steps("related") < NEVER;
  const isNamed = isLink || (isBoxed && ((facts.headings[i] ?? 0) > 0 || facts.prose[i]));
  return isCard && isStory && isNamed && steps("author") >= 3 ? "TEASER" : "CHROME";
}

function captionTag(facts: PageFacts, i: number): boolean {
  let at = facts.page.blocks[i]?.element ?? -1;
  for (let step = 0; at >= 0 && step < 3; step += 1) {
    const element = facts.page.elements[at];
    if (element === undefined) return false;
    if (element.tag === "figcaption" || /caption|credit/.test(element.words)) return true;
    at = element.parent;
  }
  return false;
}
