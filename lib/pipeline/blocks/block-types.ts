/** The seven types, in the order that models count them. */
export const BLOCK_TYPES = ["HEADLINE", "DATELINE", "BODY", "CAPTION", "CHROME", "TEASER", "COMMENT"] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export const TYPE_COUNT = BLOCK_TYPES.length;
export const BODY = BLOCK_TYPES.indexOf("BODY");
