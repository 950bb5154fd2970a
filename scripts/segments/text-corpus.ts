import { BLOCK_TYPES, BODY } from "#lib/pipeline/blocks/block-types";
import { factsOf, type PageFacts } from "#lib/pipeline/blocks/features";
import { readText } from "#lib/pipeline/blocks/text-reader";
import type { TrueText } from "./corpus";
import type { Labelled } from "./labels";
import { type Example, exampleOf } from "./training";
import { randomFrom } from "./tree-growing";

const TYPE_OF: Readonly<Record<string, string>> = {
  headline: "HEADLINE",
  dateline_or_byline: "DATELINE",
  body: "BODY",
  caption_or_credit: "CAPTION",
  site_chrome: "CHROME",
  teaser_other_post: "TEASER",
  reader_comment: "COMMENT",
};

/** A page of plain text with typed segments as an example: each block takes the type of most of its characters. */
export function textExample(page: TrueText, weight: number): Example {
  const facts = factsOf(readText(page.text));
  const types = facts.page.blocks.map((block) => {
    const best = page.gold.segments
      .map((s) => ({ type: s.type, shared: Math.min(s.end, block.end) - Math.max(s.start, block.start) }))
      .sort((a, b) => b.shared - a.shared)[0];
    return BLOCK_TYPES.findIndex((type) => type === TYPE_OF[best?.type ?? ""]);
  });
  const known = types.map((type) => (type < 0 ? BLOCK_TYPES.indexOf("CHROME") : type));
  return exampleOf(page.id, facts, { types: Uint8Array.from(known), weights: new Float64Array(known.length).fill(weight) });
}

/** A line of a page as text: what it says and what it is. */
interface Line {
  readonly text: string;
  readonly type: number;
}

/**
 * The same article as somebody would paste it: a few lines of what stands above it, the article, cut short as often as not, a
 * few lines of what stands below. Random, from a seed.
 */
export function pastedExamples(id: string, facts: PageFacts, labels: Labelled, copies: number, seed: number): Example[] {
  const random = randomFrom(seed);
  const lines: Line[] = facts.page.blocks.map((block, i) => ({ text: block.text.replaceAll("\n", " "), type: labels.types[i] ?? 4 }));
  const first = lines.findIndex((line) => line.type === BODY);
  if (first < 0) return [];
  const last = lines.findLastIndex((line) => line.type === BODY);
  const headline = lines.findIndex((line) => line.type === 0);
  const top = headline >= 0 && headline < first && first - headline < 25 ? headline : Math.max(0, first - 3);
  return Array.from({ length: copies }, (_, copy) => {
    const chosen = pasted(lines, { top, first, last }, random);
    const gap = random() < 0.4 ? "\n\n" : "\n";
    const page = readText(chosen.map((line, i) => (i > 0 && random() < 0.1 ? `\n${line.text}` : line.text)).join(gap));
    const pasteFacts = factsOf(page);
    const types = typesBack(page.blocks.map((block) => block.text), chosen);
    const weights = pasteFacts.page.blocks.map((block, i) => (types[i] === BODY || types[i] === 4 ? 0.5 : 1) * Math.min(2, 0.5 + block.text.length / 200));
    return exampleOf(`${id}:${copy}`, pasteFacts, { types: Uint8Array.from(types), weights: Float64Array.from(weights) });
  });
}

function pasted(lines: readonly Line[], at: { top: number; first: number; last: number }, random: () => number): Line[] {
  const above = lines.slice(Math.max(0, at.top - Math.floor(random() * random() * 14)), at.top);
  const upTo = random() < 0.6 ? Math.min(at.last + 1, at.first + 3 + Math.floor(random() * 14)) : at.last + 1;
  const article = lines.slice(at.top, upTo);
  const rest = lines.slice(at.last + 1);
  const comments = rest.filter((line) => line.type === 6);
  const from = Math.floor(random() * Math.max(1, rest.length - 4));
  const below = random() < 0.25 ? [] : rest.slice(random() < 0.6 ? 0 : from).slice(0, Math.floor(random() * 14));
  const start = Math.floor(random() * Math.max(1, comments.length));
  return [...above, ...article, ...below, ...(random() < 0.5 ? comments.slice(start, start + 6) : [])];
}

/** Reading may have cut a line in two; both pieces have its type, but a date line before a story. */
function typesBack(blocks: readonly string[], lines: readonly Line[]): number[] {
  let at = 0;
  return blocks.map((block) => {
    while (at < lines.length && !(lines[at]?.text ?? "").includes(block)) at += 1;
    return lines[at]?.type ?? 4;
  });
}
