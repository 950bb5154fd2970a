import type { SegmentType } from "#lib/domain/labels";
import { hash } from "#lib/pipeline/segment/classifier/signatures";
import type { Span } from "#lib/text/span";
import { linesOf } from "./page-corpus";

/** A page of `sourcing/labelled.jsonl`: every line with its type. */
export interface SourcingPage {
  readonly id: string;
  /** `fundus` are whole pages, `fnc` and `horne` articles with hardly any furniture. */
  readonly set: string;
  readonly domain: string;
  readonly text: string;
  readonly gold: { readonly segments: readonly (Span & { readonly type: string })[] };
}

const TYPES: Readonly<Record<string, SegmentType>> = {
  headline: "HEADLINE",
  dateline_or_byline: "DATELINE",
  body: "BODY",
  caption_or_credit: "CAPTION",
  site_chrome: "CHROME",
  teaser_other_post: "TEASER",
  reader_comment: "COMMENT",
};

export interface TypedSpan extends Span {
  readonly type: SegmentType;
}

export function sourcingPages(): SourcingPage[] {
  return linesOf("sourcing/labelled.jsonl").map((line) => JSON.parse(line));
}

export function typedSpansOf({ gold }: SourcingPage): TypedSpan[] {
  return gold.segments.map(({ start, end, type }) => ({ start, end, type: TYPES[type] ?? "CHROME" }));
}

/** Which of `folds` parts a page falls in, by its outlet. */
export function domainFold({ domain }: SourcingPage, folds: number): number {
  return (hash(domain, 11) >>> 6) % folds;
}
