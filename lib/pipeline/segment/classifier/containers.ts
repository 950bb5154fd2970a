import type { PageDocument } from "#lib/pipeline/segment/parts/page-document";
import { ELEMENT_CUES } from "./cue-words";

/** A distance that means "not at all". */
export const NEVER = 30;

/** Sums over the elements of a page, each computed in one pass: an element's index is always above its parent's. */
export interface Containers {
  /** Characters, characters in links, characters of prose, blocks and blocks of prose under each element. */
  readonly chars: Float64Array;
  readonly linked: Float64Array;
  readonly prose: Float64Array;
  readonly blocks: Float64Array;
  readonly proseBlocks: Float64Array;
  /** For each cue in `ELEMENT_CUES`, the steps up to the nearest element with it, `NEVER` where there is none. */
  readonly cueSteps: readonly Uint8Array[];
  /** The two guesses at the article's box; -1 where there is no prose. */
  readonly main: readonly [widest: number, densest: number];
  /** For each guess: steps from an element up to the guess's own chain of ancestors, and how far above the guess that is. */
  readonly hops: readonly [Uint16Array, Uint16Array];
  readonly above: readonly [Uint16Array, Uint16Array];
}

export function containersOf(page: PageDocument, prose: readonly boolean[]): Containers {
  const { elements, blocks } = page;
  const n = elements.length;
  const sums = {
    chars: new Float64Array(n),
    linked: new Float64Array(n),
    prose: new Float64Array(n),
    blocks: new Float64Array(n),
    proseBlocks: new Float64Array(n),
  };
  blocks.forEach((block, i) => {
    if (block.element < 0) return;
    add(sums.chars, block.element, block.text.length);
    add(sums.linked, block.element, block.linked);
    add(sums.blocks, block.element, 1);
    if (!prose[i]) return;
    add(sums.prose, block.element, block.text.length);
    add(sums.proseBlocks, block.element, 1);
  });
  for (let i = n - 1; i > 0; i -= 1) {
    const parent = elements[i]?.parent ?? -1;
    if (parent < 0) continue;
    for (const sum of Object.values(sums)) add(sum, parent, sum[i] ?? 0);
  }
  const cueSteps = cuesOf(page, sums.chars);
  const main = mainOf(page, sums.prose, prose, cueSteps);
  const [a, b] = [chainOf(page, main[0]), chainOf(page, main[1])];
  return { ...sums, cueSteps, main, hops: [a.hops, b.hops], above: [a.above, b.above] };
}

function add(array: Float64Array, at: number, value: number): void {
  array[at] = (array[at] ?? 0) + value;
}

/** A box that holds most of the page is named after the page ("has-sidebar"), not after what it is. */
const WHOLE_PAGE = 0.75;

function cuesOf(page: PageDocument, chars: Float64Array): Uint8Array[] {
  const { elements } = page;
  const total = Math.max(1, chars[0] ?? 1);
  const steps = ELEMENT_CUES.map(() => new Uint8Array(elements.length).fill(NEVER));
  const known = new Map<string, readonly number[]>();
  elements.forEach((element, i) => {
    for (const step of steps) step[i] = Math.min(NEVER, (step[element.parent] ?? NEVER) + 1);
    if ((chars[i] ?? 0) === 0 || (chars[i] ?? 0) / total > WHOLE_PAGE) return;
    const name = `${element.tag} ${element.words}`;
    let hits = known.get(name);
    if (hits === undefined) {
      hits = ELEMENT_CUES.flatMap(([, pattern], at) => (pattern.test(name) ? [at] : []));
      known.set(name, hits);
    }
    for (const at of hits) {
      const step = steps[at];
      if (step !== undefined) step[i] = 0;
    }
  });
  return steps;
}

const AWAY = ["comment", "footer", "aside", "modal", "nav"].map((name) =>
  ELEMENT_CUES.findIndex(([cue]) => cue === name),
);

/** The deepest box with half of the prose, and the box that scores best when prose votes for its parents. */
function mainOf(
  page: PageDocument,
  prose: Float64Array,
  isProse: readonly boolean[],
  cueSteps: readonly Uint8Array[],
): [number, number] {
  const { elements, blocks } = page;
  const isAway = (element: number) => AWAY.some((at) => (cueSteps[at]?.[element] ?? NEVER) < NEVER);
  let widest = -1;
  const total = prose[0] ?? 0;
  elements.forEach((element, i) => {
    if (total > 0 && element.isBlock && (prose[i] ?? 0) >= total / 2) widest = i;
  });
  const votes = new Float64Array(elements.length);
  blocks.forEach((block, i) => {
    if (!isProse[i] || block.element < 0 || isAway(block.element)) return;
    const weight = 1 + Math.min(3, block.text.length / 100) + (block.text.split(/[,،]/).length - 1);
    let at = elements[block.element]?.parent ?? -1;
    for (let level = 0; level < 4 && at >= 0; level += 1) {
      add(votes, at, weight / (level === 0 ? 1 : level * 2));
      at = elements[at]?.parent ?? -1;
    }
  });
  let densest = -1;
  for (let i = 0; i < votes.length; i += 1)
    if ((votes[i] ?? 0) > 0 && (densest < 0 || (votes[i] ?? 0) > (votes[densest] ?? 0))) densest = i;
  return [widest, densest < 0 ? widest : densest];
}

function chainOf(page: PageDocument, main: number): { hops: Uint16Array; above: Uint16Array } {
  const { elements } = page;
  const onChain = new Set<number>();
  for (let at = main; at >= 0; at = elements[at]?.parent ?? -1) onChain.add(at);
  const hops = new Uint16Array(elements.length);
  const above = new Uint16Array(elements.length);
  const depth = elements[main]?.depth ?? 0;
  elements.forEach((element, i) => {
    if (onChain.has(i)) {
      above[i] = Math.max(0, depth - element.depth);
      return;
    }
    hops[i] = (hops[element.parent] ?? 0) + 1;
    above[i] = above[element.parent] ?? 0;
  });
  return { hops, above };
}
