import { senseBook } from "#lib/models/word-senses";
import type { Facts } from "./facts";

/**
 * What a statement is found by: short keys, each with how much it says by itself. Two statements that share none are never compared. Keys
 * are plain strings, so that an index of any kind can hold them: a table of (key, statement), or an array column with an inverted index.
 */
export type Signature = ReadonlyMap<string, number>;

const NAME = 1.5;
const WORD = 1;
const FAMILY = 0.7;
const SENSE = 0.5;
const SOUND = 0.6;
const NUMBER = 1;
const DAY = 0.6;

export function signatureOf(facts: Facts): Signature {
  const found = new Map<string, number>();
  const put = (key: string, weight: number) => found.set(key, Math.max(found.get(key) ?? 0, weight));
  const book = senseBook();
  for (const { key, isName, sound } of facts.words) {
    put(`w:${key}`, isName ? NAME : WORD);
    if (isName && sound.length >= 3) put(`s:${sound.slice(0, 4)}`, SOUND);
    const known = book.words.get(key);
    if (known === undefined) continue;
    put(`f:${[key, ...known.relatives].sort()[0] ?? key}`, FAMILY);
    for (const sense of known.senses.slice(0, 4)) put(`m:${sense.toString(36)}`, SENSE);
  }
  for (const { value } of facts.quantities) put(`n:${value}`, NUMBER);
  for (const { readings } of facts.moments) for (const { to } of readings) put(`d:${to}`, DAY);
  return found;
}
