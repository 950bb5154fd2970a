import type { Verdict } from "#lib/pipeline/segment/parts/block-type";
import { HEADING } from "#lib/pipeline/segment/parts/markup";
import type { Block, PageDocument } from "#lib/pipeline/segment/parts/page-document";
import { type Containers, containersOf } from "./containers";
import { type Hints, hintsOf, titleLikeness, tokensOf } from "./page-hints";
import { isProse, shapeOf } from "./text-shape";

/** What is computed once a page, before its blocks become rows. */
export interface PageFacts {
  readonly page: PageDocument;
  readonly hints: Hints;
  readonly shapes: readonly (readonly number[])[];
  readonly prose: readonly boolean[];
  readonly linkShares: readonly number[];
  readonly headings: readonly number[];
  readonly titleLikeness: readonly (readonly [number, number])[];
  readonly containers: Containers;
  /** Of a plain text, what the rules say of each line; null where the page has boxes. */
  readonly lines: readonly LineFacts[] | null;
}

export interface LineFacts {
  readonly isApart: boolean;
  readonly verdict: Verdict;
}

export function factsOf(page: PageDocument, lines: readonly LineFacts[] | null = null): PageFacts {
  const hints = hintsOf(page.head);
  const shapes = page.blocks.map((block) => shapeOf(block.text));
  const linkShares = page.blocks.map((block) => Math.min(1, block.linked / block.text.length));
  const prose = shapes.map((shape, i) => isProse(shape, linkShares[i] ?? 0));
  const headings = page.blocks.map((block) => headingLevel(page, block));
  const likeness = page.blocks.map((block) => titleLikeness(tokensOf(block.text.slice(0, 600)), hints));
  const containers = containersOf(page, prose);
  return { page, hints, shapes, prose, linkShares, headings, titleLikeness: likeness, containers, lines };
}

/** 1 to 6 inside h1 to h6, 0 outside. */
function headingLevel(page: PageDocument, block: Block): number {
  for (let at = block.element, step = 0; at >= 0 && step < 3; step += 1) {
    const element = page.elements[at];
    if (element === undefined) return 0;
    if (HEADING.has(element.tag)) return Number(element.tag.slice(1));
    at = element.parent;
  }
  return 0;
}
