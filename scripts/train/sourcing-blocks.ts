import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { diffArrays } from "diff";
import { BLOCK_TYPES } from "#lib/pipeline/segment/classifier/block-types";
import { factsOf, type PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import { pageOfHtml } from "#lib/pipeline/segment/html/html-page";
import type { Labelled } from "./block-labels";
import { type Example, exampleOf } from "./block-training";
import { EVAL } from "./page-corpus";
import { type SourcingPage, typedSpansOf } from "./sourcing-pages";

/** The HTML behind a labelled page: `f:us/CNBC_2023_04_28` is `us+CNBC_2023_04_28.html.gz`. */
function htmlBehind({ id }: SourcingPage): string {
  const name = `${id.replace(/^\w+:/, "").replace("/", "+")}.html.gz`;
  return gunzipSync(readFileSync(join(EVAL, "sourcing/html", name))).toString("utf8");
}

const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Types of the blocks of a labelled page: its lines and its blocks, lined up by their words. A block that is in no line counts nothing. */
export function blockTypesOf(page: SourcingPage, facts: PageFacts): Labelled {
  const spans = typedSpansOf(page);
  const lines: { key: string; type: number }[] = [];
  let at = 0;
  for (const line of page.text.split("\n")) {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    const span = spans.find((one) => one.start < end && one.end > start);
    const key = fold(line);
    if (span !== undefined && key !== "") lines.push({ key, type: BLOCK_TYPES.indexOf(span.type) });
  }
  const { blocks } = facts.page;
  const types = new Uint8Array(blocks.length).fill(BLOCK_TYPES.indexOf("CHROME"));
  const weights = new Float64Array(blocks.length);
  const total = lines.reduce((sum, { key, type }) => sum + (type === BODY ? key.length : 0), 1);
  const changes = diffArrays(
    lines.map(({ key }) => key),
    blocks.map(({ text }) => fold(text)),
  );
  let [line, block] = [0, 0];
  for (const { added, removed, value } of changes) {
    if (removed) line += value.length;
    else if (added) block += value.length;
    else
      for (const _ of value) {
        types[block] = lines[line]?.type ?? 0;
        weights[block] = 0.3 + Math.min(3, (40 * (blocks[block]?.text.length ?? 0)) / total);
        line += 1;
        block += 1;
      }
  }
  return { types, weights };
}
const BODY = BLOCK_TYPES.indexOf("BODY");

/** The pages whose HTML is there, as the trainer sees them. */
export function sourcingBlocks(labelled: readonly SourcingPage[]): Example[] {
  return labelled.flatMap((page) => {
    if (page.set !== "fundus") return [];
    const facts = factsOf(pageOfHtml(htmlBehind(page)));
    return [exampleOf(page.id, facts, blockTypesOf(page, facts))];
  });
}
