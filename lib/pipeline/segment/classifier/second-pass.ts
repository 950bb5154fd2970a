import { BLOCK_TYPES, BODY, TYPE_COUNT } from "./block-types";
import { ROW_NAMES } from "./context-rows";
import type { PageFacts } from "./page-facts";

const AROUND = [-3, -2, -1, 1, 2, 3];

/** Names of the numbers that the second trees see: all that the first ones saw, and what those thought of the page. */
export const SECOND_NAMES: readonly string[] = [
  ...ROW_NAMES,
  ...BLOCK_TYPES.map((type) => `first:${type}`),
  ...AROUND.flatMap((at) => ["BODY", "TEASER", "COMMENT"].map((type) => `first${at}:${type}`)),
  ..."box above section sectionSize window before after sinceBody untilBody"
    .split(" ")
    .map((name) => `first:${name}`),
];

const SHOWN = [BODY, BLOCK_TYPES.indexOf("TEASER"), BLOCK_TYPES.indexOf("COMMENT")];
const FAR = 60;

/** Write the first trees' opinion of a block, its neighbours, its boxes and its section (heading to heading) into its row. */
export function addSecondLook(
  facts: PageFacts,
  rows: readonly Float32Array[],
  chances: readonly (readonly number[])[],
): void {
  const body = chances.map((list) => list[BODY] ?? 0);
  const sizes = facts.page.blocks.map((block) => block.text.length);
  const total = sizes.reduce((sum, size, i) => sum + size * (body[i] ?? 0), 1);
  const sections = sectionsOf(facts);
  const bySection = meansOf(sections, body, sizes);
  const boxes = facts.page.blocks.map((block) => block.element);
  const aboves = boxes.map((box) => facts.page.elements[box]?.parent ?? -1);
  const [byBox, byAbove] = [meansOf(boxes, body, sizes), meansOf(aboves, body, sizes)];
  const [since, until] = [distances(body), distances([...body].reverse()).reverse()];
  let seen = 0;
  rows.forEach((row, i) => {
    let at = ROW_NAMES.length;
    for (let t = 0; t < TYPE_COUNT; t += 1) row[at++] = chances[i]?.[t] ?? 0;
    for (const offset of AROUND) for (const t of SHOWN) row[at++] = chances[i + offset]?.[t] ?? -1;
    const section = bySection.get(sections[i] ?? 0);
    const near = body.slice(Math.max(0, i - 4), i + 5);
    const here = (sizes[i] ?? 0) * (body[i] ?? 0);
    row.set(
      [
        byBox.get(boxes[i] ?? -1)?.mean ?? 0,
        byAbove.get(aboves[i] ?? -1)?.mean ?? 0,
        section?.mean ?? 0,
        Math.log2(1 + (section?.size ?? 0)),
      ],
      at,
    );
    row.set(
      [
        near.reduce((a, b) => a + b, 0) / near.length,
        seen / total,
        (total - seen - here) / total,
        since[i] ?? FAR,
        until[i] ?? FAR,
      ],
      at + 4,
    );
    seen += here;
  });
}

/** The number of the heading that each block stands under. */
function sectionsOf(facts: PageFacts): number[] {
  let section = 0;
  return facts.headings.map((level, i) => {
    if (level > 0 && (facts.headings[i - 1] ?? 0) === 0) section += 1;
    return section;
  });
}

function meansOf(
  keys: readonly number[],
  body: readonly number[],
  sizes: readonly number[],
): Map<number, { mean: number; size: number }> {
  const sums = new Map<number, { sum: number; size: number }>();
  keys.forEach((key, i) => {
    const entry = sums.get(key) ?? { sum: 0, size: 0 };
    entry.sum += (body[i] ?? 0) * (sizes[i] ?? 0);
    entry.size += sizes[i] ?? 0;
    sums.set(key, entry);
  });
  return new Map([...sums].map(([key, { sum, size }]) => [key, { mean: sum / Math.max(1, size), size }]));
}

/** Blocks since the last one that is clearly body. */
function distances(body: readonly number[]): number[] {
  let distance = FAR;
  return body.map((chance) => {
    const before = distance;
    distance = chance > 0.8 ? 0 : Math.min(FAR, distance + 1);
    return Math.min(FAR, before + 1);
  });
}
