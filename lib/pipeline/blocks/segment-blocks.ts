import { type PageMetadata, metadataOf, type SeenLines } from "#lib/pipeline/metadata/page-metadata";
import { writtenDates } from "#lib/pipeline/metadata/written-dates";
import { BLOCK_TYPES } from "./block-types";
import { classifyBlocks, type TypedBlocks } from "./classify-blocks";
import { factsOf, type PageFacts } from "./features";
import { readHtml } from "./html-reader";
import { type BlockModel, type PackedModel, unpack } from "./model";
import type { PageDocument } from "./page-document";
import { type BlockPost, type BlockSegment, segmentsOf } from "./segments";
import { readText } from "./text-reader";
import htmlWeights from "./weights-html.json";
import textWeights from "./weights-text.json";

export interface SegmentedPage {
  readonly text: string;
  readonly segments: readonly BlockSegment[];
  readonly posts: readonly BlockPost[];
  readonly metadata: PageMetadata;
  readonly engine: { readonly name: string; readonly version: string };
  readonly notes: readonly string[];
}

// What `resolveJsonModule` infers of the transition tables is what PackedModel says; `unpack` checks the features' hash.
const models: Record<PageDocument["format"], { packed: PackedModel; model: BlockModel | null }> = {
  html: { packed: htmlWeights, model: null },
  text: { packed: textWeights, model: null },
};

function modelFor(format: PageDocument["format"]): BlockModel {
  const entry = models[format];
  entry.model ??= unpack(entry.packed);
  return entry.model;
}

/**
 * Cut a page into typed segments.
 *
 * Shapes   `text` is what all spans point into: for text input the input in NFC with `\n`, for HTML its blocks' texts with
 *          `\n` between them. Segments are in order, don't overlap, and have no white space at their ends.
 * Nulls    dates, names and titles that the page doesn't give. A page without any text gives no segments and a note.
 */
export function segmentBlocks(page: { format: "html" | "text"; content: string; url: string | null }): SegmentedPage {
  const read = page.format === "html" ? readHtml(page.content) : readText(page.content);
  const facts = factsOf(read);
  const model = modelFor(page.format);
  const typed = classifyBlocks(facts, model);
  const { segments, posts } = segmentsOf(facts, typed);
  const metadata = metadataOf(read, seenLines(facts, typed), page.url);
  const notes = [...read.notes];
  if (read.blocks.length === 0) notes.push("The page has no text.");
  else if (typed.isForced) notes.push("No part looked like an article; the likeliest part was taken.");
  const engine = { name: "blocks", version: model.version };
  return { text: read.text, segments, posts: withDate(posts, metadata.published?.day ?? null), metadata, engine, notes };
}

/** The page's own date is its first post's. */
function withDate(posts: readonly BlockPost[], day: string | null): BlockPost[] {
  const first = posts.findIndex((post) => !post.isTeaser);
  return posts.map((post, i) => (i === first ? { ...post, date: day ?? post.date } : post));
}

const HEADLINE = BLOCK_TYPES.indexOf("HEADLINE");
const NEAR = 10;

/** The lines that metadata is read from: possible titles, lines about the date and author nearest first, the lead. */
function seenLines(facts: PageFacts, { types, chances }: TypedBlocks): SeenLines {
  const { blocks } = facts.page;
  const from = Math.max(0, types.indexOf("BODY"));
  const to = Math.max(from, types.lastIndexOf("BODY"));
  const headline = Math.max(0, types.indexOf("HEADLINE"));
  const titles = blocks.flatMap((block, i) => {
    const [inTitle, ofTitle] = facts.titleLikeness[i] ?? [0, 0];
    const chance = chances[i]?.[HEADLINE] ?? 0;
    const level = facts.headings[i] ?? 0;
    const isCandidate = chance > 0.1 || level === 1 || (level === 2 && i <= from) || inTitle * ofTitle > 0.25;
    return isCandidate ? [{ text: block.text, level, chance, isBeforeBody: i <= from }] : [];
  });
  const isNearTop = (i: number) => i >= Math.min(headline, from) - NEAR && i < from + 3;
  const datelines = blocks
    .map((block, i) => ({ text: block.text, i, isDateline: types[i] === "DATELINE" }))
    .filter(({ text, i, isDateline }) => isDateline || (isNearTop(i) && text.length < 200 && writtenDates(text).length > 0))
    .sort((a, b) => Number(b.isDateline) - Number(a.isDateline) || Math.abs(a.i - headline) - Math.abs(b.i - headline))
    .map(({ text }) => text)
    .slice(0, 40);
  return { titles, datelines, lead: blocks[from]?.text ?? null, from, to };
}
