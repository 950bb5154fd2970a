import type { PageFacts } from "./page-facts";
import { tokensOf } from "./page-hints";
import { hash } from "./signatures";

/** The table that words are hashed into: 2^15 places. The words themselves are nowhere in the model. */
export const WORD_TABLE = 1 << 15;

const SHORT = 14;
/** In plain text, where no box helps, the words of longer lines count too: captions are told by them. */
const MIDDLE = 60;
const LEVELS = 6;

/** Places in the word table, one list a block: names of its boxes, its tags, the words of short texts and of its ends. */
export function wordRows(facts: PageFacts): Int32Array[] {
  const { blocks } = facts.page;
  const texts = blocks.map((block) =>
    tokensOf(block.text.length > 400 ? `${block.text.slice(0, 200)} ${block.text.slice(-100)}` : block.text),
  );
  const boxes = boxWords(facts);
  return blocks.map((block, i) => {
    const own = texts[i] ?? [];
    const found = [...(boxes.get(block.element) ?? [])];
    const add = (kind: string, word: string) => found.push(hash(word, hash(kind)) & (WORD_TABLE - 1));
    for (const word of block.inlineWords.split(" ")) if (word !== "") add("inline", word);
    if (own.length <= SHORT) for (const word of own) add("text", shaped(word));
    else if (facts.lines !== null && own.length <= MIDDLE)
      for (const word of own) add("middle", shaped(word));
    if (facts.lines !== null)
      for (const [k, word] of own.slice(-4).entries()) {
        add("end", shaped(word));
        add(`end${k}`, shaped(word));
      }
    if (own.length <= 4) add("all", own.map(shaped).join(" "));
    add("first", own.slice(0, 2).map(shaped).join(" "));
    add("last", shaped(own.at(-1) ?? ""));
    add("heading", String(facts.headings[i] ?? 0));
    for (const [offset, kind] of [
      [-1, "before"],
      [1, "after"],
    ] as const) {
      const near = texts[i + offset];
      if (near !== undefined && near.length <= 8) for (const word of near) add(kind, shaped(word));
      else add(kind, near === undefined ? "none" : "long");
    }
    return Int32Array.from(new Set(found));
  });
}

/** Numbers by their length alone. */
function shaped(word: string): string {
  return /^\p{N}+$/u.test(word) ? `#${Math.min(5, word.length)}` : word;
}

function boxWords(facts: PageFacts): Map<number, number[]> {
  const { elements, blocks } = facts.page;
  const known = new Map<number, number[]>();
  for (const { element } of blocks) {
    if (known.has(element)) continue;
    const found: number[] = [];
    let path = "";
    for (let at = element, level = 0; at >= 0 && level < LEVELS; level += 1) {
      const box = elements[at];
      if (box === undefined) break;
      path = `${box.tag}>${path}`;
      if (level < 3) found.push(hash(path, hash("path")) & (WORD_TABLE - 1));
      for (const word of box.words.split(" ").slice(0, 12)) {
        if (word.length < 2) continue;
        found.push(hash(word, hash(level < 2 ? `box${level}` : "above")) & (WORD_TABLE - 1));
        if (level < 4) found.push(hash(word, hash("any")) & (WORD_TABLE - 1));
      }
      at = box.parent;
    }
    known.set(element, found);
  }
  return known;
}
