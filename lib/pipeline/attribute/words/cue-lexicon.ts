import { lemmaOf } from "#lib/english/treebank/lemma";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { hashText } from "#lib/models/hash";

/** Hash of base form -> class, as learned; a word that isn't there has class 0. */
export type CueLexicon = ReadonlyMap<number, number>;

/** Base forms of a page's words, as hashes. */
export function lemmaHashes(page: ParsedPage): Int32Array {
  return Int32Array.from(page.lexemes, (lexeme, i) => hashText(lemmaOf(lexeme.text, page.tags[i] ?? 0)));
}

export function cueClass(asCue: number, inAll: number): number {
  if (inAll < 2 || asCue === 0) return 0;
  const share = asCue / (inAll + 1);
  if (share < 0.02) return 1;
  if (share < 0.08) return 2;
  if (share < 0.2) return 3;
  if (share < 0.4) return 4;
  return share < 0.65 ? 5 : 6;
}
