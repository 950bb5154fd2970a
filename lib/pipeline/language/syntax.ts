import { type Page, readPage } from "./document";
import { type NameFinder, type NameMemory } from "./names";
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
}

export interface LanguageModels {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly nameFinder: NameFinder;
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
  return { ...page, tags, heads, relations, names, words };
}

export function parseText(text: string, models: LanguageModels): ParsedPage {
  return parsePage(readPage(text), models);
}
