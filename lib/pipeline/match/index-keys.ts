import { hashText, mix } from "#lib/models/hash";
import { senseBook } from "#lib/models/word-senses";
import type { Facts } from "./facts";
import { signatureOf } from "./signature";

/** What a statement is looked for by in an index of numbers. */
export interface IndexKey {
  /** A hash of a key of its signature: 32 bits with a sign, never 0. */
  readonly key: number;
  /** How much it says by itself. */
  readonly weight: number;
}

/** Eighty content words with the sounds of names, numbers and days. */
const MOST = 400;
const FAMILY = 1;

/**
 * Each key once: families of words (the word itself where it has none), sounds, numbers, days. Senses are left out: they make an index three times as large,
 * and among 3,000 others they crowd out more of the same claims than they find (measured: docs/models/matching.md). Two keys that share a
 * hash find each other's statements too, which the judge tells apart.
 */
export function indexKeysOf(facts: Facts): IndexKey[] {
  const { words } = senseBook();
  const found = new Map<number, IndexKey>();
  for (const [name, weight] of signatureOf(facts)) {
    if (name.startsWith("m:") || (name.startsWith("w:") && words.has(name.slice(2)))) continue;
    const key = mix(hashText(name), name.length) || 1;
    const own = name.startsWith("f:") ? FAMILY : weight;
    if ((found.get(key)?.weight ?? 0) < own) found.set(key, { key, weight: own });
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}
