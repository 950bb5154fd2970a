import type { Block } from "#lib/pipeline/segment/parts/page-document";
import { PLACE_NAMES, placesOf } from "./block-places";
import { NEVER } from "./containers";
import { ELEMENT_CUES } from "./cue-words";
import { LINE_NAMES, lineRows } from "./line-features";
import type { PageFacts } from "./page-facts";
import { bodyLikeness, tokensOf } from "./page-hints";
import { SIGNATURE_NAMES, signaturesOf } from "./signatures";
import { SHAPE_NAMES } from "./text-shape";

const TAGS = [
  "p",
  "li",
  "td",
  "div",
  "figcaption",
  "blockquote",
  "pre",
  "dd",
  "button",
  "section",
  "article",
  "label",
];

const BLOCK_NAMES = [
  ..."linkShare linkCount linkHome linksPerWord emphasis hasTime afterBreak afterRule images hidden heading depth".split(
    " ",
  ),
  ...TAGS.map((tag) => `tag:${tag}`),
  ..."titleInBlock blockInTitle bodyLikeness descriptionLikeness namesAuthor".split(" "),
];
const BOX_NAMES = [0, 1, 2, 3].flatMap((level) =>
  ["chars", "linkShare", "proseShare", "proseBlocks", "blocks"].map((name) => `box${level}:${name}`),
);
const MAIN_NAMES = ["widest", "densest"].flatMap((name) =>
  ["hops", "above", "inside", "proseShare", "linkShare"].map((part) => `${name}:${part}`),
);
const NEAR = [-3, -2, -1, 1, 2, 3];
const NEAR_NAMES = NEAR.flatMap((at) =>
  ["chars", "linkShare", "ends", "heading", "prose", "sameBox", "dates"].map((name) => `near${at}:${name}`),
);

/** Names of the numbers in a row, in order. The model file keeps their hash, not the names. */
export const FEATURE_NAMES: readonly string[] = [
  ...SHAPE_NAMES,
  ...BLOCK_NAMES,
  ...ELEMENT_CUES.map(([name]) => `box:${name}`),
  ...BOX_NAMES,
  ...MAIN_NAMES,
  ...SIGNATURE_NAMES,
  ...PLACE_NAMES,
  ...NEAR_NAMES,
  ...LINE_NAMES,
];

/** One row of numbers a block, with room for what is learned of it later: `width` numbers, `FEATURE_NAMES.length` of them set. */
export function featureRows(facts: PageFacts, width: number): Float32Array[] {
  const places = placesOf(facts);
  const signatures = signaturesOf(facts);
  const lines = lineRows(facts);
  return facts.page.blocks.map((block, i) => {
    const row = new Float32Array(width);
    let at = 0;
    for (const part of [
      facts.shapes[i] ?? [],
      blockFeatures(facts, block, i),
      ELEMENT_CUES.map((_, cue) => facts.containers.cueSteps[cue]?.[block.element] ?? NEVER),
      boxFeatures(facts, block),
      mainFeatures(facts, block),
      signatures[i] ?? [],
      places[i] ?? [],
      nearFeatures(facts, block, i),
      lines[i] ?? [],
    ]) {
      row.set(part, at);
      at += part.length;
    }
    return row;
  });
}

function blockFeatures(facts: PageFacts, block: Block, i: number): number[] {
  const { page, hints } = facts;
  const element = page.elements[block.element];
  const tokens = tokensOf(block.text.slice(0, 3000));
  const [inTitle, ofTitle] = facts.titleLikeness[i] ?? [0, 0];
  const described = tokens.filter((token) => hints.description.has(token)).length / (tokens.length || 1);
  return [
    facts.linkShares[i] ?? 0,
    Math.min(20, block.linkCount),
    block.isLinkHome ? 1 : 0,
    block.linkCount / (tokens.length || 1),
    block.emphasised / block.text.length,
    block.hasTime ? 1 : 0,
    block.isAfterBreak ? 1 : 0,
    block.isAfterRule ? 1 : 0,
    Math.min(5, block.imagesBefore),
    element?.isHidden ? 1 : 0,
    facts.headings[i] ?? 0,
    element?.depth ?? 0,
    ...TAGS.map((tag) => (element?.tag === tag ? 1 : 0)),
    inTitle,
    ofTitle,
    bodyLikeness(tokens, hints),
    hints.description.size === 0 ? -1 : described,
    hints.authors.some((name) => block.text.includes(name)) ? 1 : 0,
  ];
}

const log = (value: number): number => Math.log2(1 + value);

function boxFeatures(facts: PageFacts, block: Block): number[] {
  const { elements } = facts.page;
  const { chars, linked, prose, proseBlocks, blocks } = facts.containers;
  const total = Math.max(1, prose[0] ?? 1);
  const row: number[] = [];
  let at = block.element;
  for (let level = 0; level < 4; level += 1) {
    if (at < 0) {
      row.push(0, 0, 0, 0, 0);
      continue;
    }
    row.push(log(chars[at] ?? 0), (linked[at] ?? 0) / Math.max(1, chars[at] ?? 1));
    row.push((prose[at] ?? 0) / total, log(proseBlocks[at] ?? 0), log(blocks[at] ?? 0));
    const size = blocks[at] ?? 0;
    at = elements[at]?.parent ?? -1;
    // Boxes around one and the same content are one box.
    while (at > 0 && (blocks[at] ?? 0) === size) at = elements[at]?.parent ?? -1;
  }
  return row;
}

function mainFeatures(facts: PageFacts, block: Block): number[] {
  const { main, hops, above, prose, chars, linked } = facts.containers;
  return [0, 1].flatMap((which) => {
    const box = main[which] ?? -1;
    if (box < 0 || block.element < 0) return [0, 0, 0, 0, 0];
    const up = above[which]?.[block.element] ?? 0;
    return [
      hops[which]?.[block.element] ?? 0,
      up,
      up === 0 ? 1 : 0,
      (prose[box] ?? 0) / Math.max(1, prose[0] ?? 1),
      (linked[box] ?? 0) / Math.max(1, chars[box] ?? 1),
    ];
  });
}

const ENDS = SHAPE_NAMES.indexOf("endsSentence");
const DATES = SHAPE_NAMES.indexOf("dates");

function nearFeatures(facts: PageFacts, block: Block, i: number): number[] {
  const row: number[] = [];
  for (const offset of NEAR) {
    const other = facts.page.blocks[i + offset];
    const shape = facts.shapes[i + offset];
    if (other === undefined || shape === undefined) {
      row.push(-1, -1, -1, -1, -1, -1, -1);
      continue;
    }
    row.push(
      shape[0] ?? 0,
      facts.linkShares[i + offset] ?? 0,
      shape[ENDS] ?? 0,
      facts.headings[i + offset] ?? 0,
    );
    row.push(facts.prose[i + offset] ? 1 : 0, other.element === block.element ? 1 : 0, shape[DATES] ?? 0);
  }
  return row;
}
