import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Page, readPage } from "#lib/english/treebank/document";
import { NAME_LABELS } from "#lib/english/treebank/names";
import { RELATIONS } from "#lib/english/treebank/parser";
import { TAGS } from "#lib/english/treebank/tagger";

export type Fragments = readonly (readonly [number, number])[];

export interface GoldAttribution {
  readonly id: string;
  readonly source: Fragments;
  readonly cue: Fragments;
  readonly content: Fragments;
}

export interface GoldArticle {
  readonly id: string;
  readonly publisher: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** One sentence as CoreNLP saw it, on the page's own tokens [from, to). */
export interface SilverSentence {
  readonly from: number;
  readonly to: number;
  readonly tags: Uint8Array;
  /** Index inside the sentence; its length for the root. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  readonly names: Uint8Array;
}

export interface Article extends GoldArticle {
  readonly page: Page;
  readonly silver: readonly SilverSentence[];
}

type SilverToken = readonly [number, number, string, string, string, string, number, string];
interface SilverRow {
  readonly id: string;
  readonly sents: readonly (readonly SilverToken[])[];
}

export function dataFolder(): string {
  return join(resolve(process.env.ONRECORD_EVAL ?? "../shared/eval"), "attribution");
}

function lines<T>(text: string): T[] {
  // the files are the project's own measured data; their shape is described in their README
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

export function readGold(part: "train" | "dev"): GoldArticle[] {
  return lines<GoldArticle>(readFileSync(join(dataFolder(), `polnear-${part}.jsonl`), "utf8"));
}

const tagIndex = new Map<string, number>(TAGS.map((tag, i) => [tag, i]));
const relationIndex = new Map<string, number>(RELATIONS.map((relation, i) => [relation, i]));
const nameIndex = new Map<string, number>(NAME_LABELS.map((label, i) => [label, i]));

function nameLabels(sentence: readonly SilverToken[]): Uint8Array {
  const labels = new Uint8Array(sentence.length);
  sentence.forEach((token, i) => {
    const isInner = i > 0 && sentence[i - 1]?.[5] === token[5];
    labels[i] = nameIndex.get(`${isInner ? "I" : "B"}-${token[5]}`) ?? 0;
  });
  return labels;
}

/** The sentence on our tokens, or null where the two tokenisations differ. */
function align(
  page: Page,
  sentence: readonly SilverToken[],
  tokenAt: Map<number, number>,
): SilverSentence | null {
  const from = tokenAt.get(sentence[0]?.[0] ?? -1);
  if (from === undefined || sentence.length > 200) return null;
  for (let i = 0; i < sentence.length; i++) {
    const token = sentence[i];
    if (!token || page.tokens.start[from + i] !== token[0] || page.tokens.end[from + i] !== token[1])
      return null;
  }
  const n = sentence.length;
  return {
    from,
    to: from + n,
    tags: Uint8Array.from(sentence, (token) => tagIndex.get(token[4]) ?? 0),
    heads: Int32Array.from(sentence, (token) => (token[6] < 0 ? n : token[6])),
    relations: Uint8Array.from(
      sentence,
      (token) => relationIndex.get(token[7]) ?? relationIndex.get("dep") ?? 0,
    ),
    names: nameLabels(sentence),
  };
}

export function readArticles(part: "train" | "dev"): Article[] {
  const packed = readFileSync(join(dataFolder(), `polnear-syntax-${part}.jsonl.gz`));
  const syntax = new Map(
    lines<SilverRow>(gunzipSync(packed).toString("utf8")).map((row) => [row.id, row.sents]),
  );
  return readGold(part).map((gold) => {
    const page = readPage(gold.text);
    const tokenAt = new Map<number, number>();
    page.tokens.start.forEach((start, i) => {
      tokenAt.set(start, i);
    });
    const silver = (syntax.get(gold.id) ?? []).flatMap((sentence) => {
      const aligned = align(page, sentence, tokenAt);
      return aligned ? [aligned] : [];
    });
    return { ...gold, page, silver };
  });
}
