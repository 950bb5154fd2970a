import type { QuoteMode } from "#lib/domain/labels";

/**
 * How words are quoted, by how many of them stand inside quotation marks and how many outside: INDIRECT where none stands
 * inside, DIRECT where no more than `spared` stand outside, else MIXED.
 */
export function quoteModeOf(inside: number, outside: number, spared = 0): QuoteMode {
  if (inside === 0) return "INDIRECT";
  return outside <= spared ? "DIRECT" : "MIXED";
}
