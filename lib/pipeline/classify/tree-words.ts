import { lemmaOf } from "#lib/english/treebank/lemma";
import { RELATIONS } from "#lib/english/treebank/parser";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";

/** What is asked of the tokens of a parsed page, by their index. */

export const tagOf = (page: ParsedPage, i: number): string => TAGS[page.tags[i] ?? 0] ?? "";
export const relationOf = (page: ParsedPage, i: number): string => RELATIONS[page.relations[i] ?? 0] ?? "";
export const wordOf = (page: ParsedPage, i: number): string => page.lexemes[i]?.text ?? "";
export const lemmaAt = (page: ParsedPage, i: number): string => lemmaOf(wordOf(page, i), page.tags[i] ?? 0);

/** The words that depend on a token: near it, in its sentence. */
export function childrenOf(page: ParsedPage, at: number): number[] {
  const found: number[] = [];
  const sentence = page.sentenceOf[at];
  for (let i = Math.max(0, at - 40); i < Math.min(page.tokens.count, at + 40); i += 1)
    if (page.heads[i] === at && page.sentenceOf[i] === sentence) found.push(i);
  return found;
}

/** Trees hang "not" on its verb as an adverb, too. */
export const isNegation = (page: ParsedPage, i: number): boolean =>
  relationOf(page, i) === "neg" || /^(?:not|n['’]t|never)$/.test(wordOf(page, i));
