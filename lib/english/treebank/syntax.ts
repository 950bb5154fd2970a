import type { WordClusters } from "#lib/models/model-file";
import type { Page } from "./document";
import type { NameFinder, NameMemory } from "./names";
import type { Parser } from "./parser";
import type { Tagger } from "./tagger";

/** A page with its parts of speech, dependency trees and names. All lists have one entry per token. */
export interface ParsedPage extends Page {
  /** Indexes into TAGS. */
  readonly tags: Uint8Array;
  /** The token that each token depends on; -1 for the root of a sentence. */
  readonly heads: Int32Array;
  /** Indexes into RELATIONS. */
  readonly relations: Uint8Array;
  /** Indexes into NAME_LABELS. */
  readonly names: Uint8Array;
  /** The hashes of the words in lower case. */
  readonly words: Int32Array;
  /** The cluster of each word, from 1, and the group of that cluster; 0 where the word is in none. */
  readonly clusters: Uint16Array;
  readonly groups: Uint8Array;
}

export interface LanguageModels {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly nameFinder: NameFinder;
  readonly clusters: WordClusters;
}

/** The clusters and groups of a page's words. */
export function clustersOf(
  words: Int32Array,
  { fine, groups }: WordClusters,
): Pick<ParsedPage, "clusters" | "groups"> {
  const clusters = Uint16Array.from(words, (word) => fine.get(word) ?? 0);
  return { clusters, groups: Uint8Array.from(clusters, (cluster) => groups[cluster] ?? 0) };
}

/** Tag, parse and find names in a page. */
export function parsePage(page: Page, models: LanguageModels): ParsedPage {
  const n = page.tokens.count;
  const tags = new Uint8Array(n);
  const heads = new Int32Array(n).fill(-1);
  const relations = new Uint8Array(n);
  const names = new Uint8Array(n);
  const words = Int32Array.from(page.lexemes, (lexeme) => lexeme.lower);
  const memory: NameMemory = new Map();
  const { sentences } = page.layout;
  for (let k = 0; k + 1 < sentences.length; k++) {
    const from = sentences[k] ?? 0;
    const to = sentences[k + 1] ?? 0;
    models.tagger.tag(page, from, to, tags);
    models.parser.parse(words, tags, from, to, heads, relations);
    models.nameFinder.label(page, tags, from, to, memory, names);
  }
  return { ...page, tags, heads, relations, names, words, ...clustersOf(words, models.clusters) };
}
