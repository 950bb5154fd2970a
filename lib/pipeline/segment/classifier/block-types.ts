import type { SegmentType } from "#lib/domain/labels";

/** The seven types, in the order that the model counts them. */
export const BLOCK_TYPES: readonly SegmentType[] = [
  "HEADLINE",
  "DATELINE",
  "BODY",
  "CAPTION",
  "CHROME",
  "TEASER",
  "COMMENT",
];

export const TYPE_COUNT = BLOCK_TYPES.length;
export const BODY = BLOCK_TYPES.indexOf("BODY");
