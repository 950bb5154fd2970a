import type { PageFacts } from "./page-facts";

const PARTS = ["count", "proseShare", "chars", "linkShare", "pageShare"];

/** Names of the numbers that `signaturesOf` gives. */
export const SIGNATURE_NAMES: readonly string[] = ["path", "named"].flatMap((kind) =>
  PARTS.map((part) => `${kind}:${part}`),
);

interface Group {
  blocks: number;
  prose: number;
  chars: number;
  linked: number;
}

/**
 * How the blocks with the same way down from the root look: cards, menu entries and comments repeat, and so do an article's
 * paragraphs. Once by tags alone, once by the names of the two nearest boxes.
 */
export function signaturesOf({ page, prose, headings }: PageFacts): number[][] {
  const paths = new Int32Array(page.elements.length);
  page.elements.forEach((element, i) => {
    paths[i] = hash(element.tag, paths[element.parent] ?? 7);
  });
  const keys = page.blocks.map((block, i) => {
    const element = page.elements[block.element];
    const parent = page.elements[element?.parent ?? -1];
    const own = `${element?.tag} ${element?.words} ${parent?.tag} ${parent?.words} ${headings[i]}`;
    return [
      String(paths[block.element] ?? 0),
      own.replace(/\s(?:odd|even|first|last|active)\b/g, ""),
    ] as const;
  });
  const groups = [new Map<string, Group>(), new Map<string, Group>()] as const;
  let total = 1;
  page.blocks.forEach((block, i) => {
    if (prose[i]) total += block.text.length;
    for (const kind of [0, 1] as const) {
      const key = keys[i]?.[kind] ?? "";
      const group = groups[kind].get(key) ?? { blocks: 0, prose: 0, chars: 0, linked: 0 };
      group.blocks += 1;
      group.chars += block.text.length;
      group.linked += block.linked;
      if (prose[i]) group.prose += block.text.length;
      groups[kind].set(key, group);
    }
  });
  return page.blocks.map((_, i) =>
    [0, 1].flatMap((kind) => partsOf(groups[kind]?.get(keys[i]?.[kind] ?? ""), total)),
  );
}

function partsOf(group: Group | undefined, total: number): number[] {
  if (group === undefined) return [0, 0, 0, 0, 0];
  const { blocks, prose, chars, linked } = group;
  return [Math.log2(1 + blocks), prose / chars, Math.log2(1 + chars / blocks), linked / chars, prose / total];
}

/** FNV-1a over a string's units, 32 bits, from a start value. */
export function hash(text: string, start = 0x811c9dc5): number {
  let value = start | 0;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
