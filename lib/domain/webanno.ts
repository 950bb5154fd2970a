import type { RawMark } from "./marks";

/**
 * WebAnno TSV 3, which INCEpTION exports: a line a token, with its offsets in UTF-16 units, and for each layer of spans a column a feature.
 * Several tokens that bear the same number in brackets are one annotation. Layers of relations and chains are passed over.
 *
 * Source   INCEpTION's user guide, appendix "WebAnno TSV 3.3 file format".
 */

const FORMAT = /^\uFEFF?#FORMAT=WebAnno TSV 3(?:\.\d+)?[ \t]*(?:\r?\n|$)/;

export const isWebAnno = (content: string): boolean => FORMAT.test(content);

/** Which columns each layer of spans has, behind the token. */
type Layers = readonly { readonly from: number; readonly to: number }[];

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cells: readonly string[];
}

/** Part of a token that bears marks of its own is no token of the text: its words are the token's. */
const TOKEN = /^\d+-\d+(\.\d+)?$/;
const OFFSETS = /^(\d{1,9})-(\d{1,9})$/;
/** Tokens on each side of a mark that are told with it. */
const AROUND = 12;

export function webAnnoMarks(content: string): RawMark[] {
  const lines = content.split(/\r?\n/);
  const layers = layersOf(lines);
  const rows = lines.flatMap((line) => tokenOf(line) ?? []);
  const tokens = rows.filter(({ isPart }) => !isPart);
  return layers.flatMap((layer) => spansOf(rows, layer).map((span) => markOf(span, tokens)));
}

/** Headers come in the order of their columns: `#T_SP=type|feature|feature`, one column at least. */
function layersOf(lines: readonly string[]): Layers {
  const layers: { from: number; to: number }[] = [];
  let at = 0;
  for (const line of lines) {
    const [, kind, names] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? [];
    if (kind === undefined || names === undefined) continue;
    const features = names.split("|").length - 1;
    // Relations and chains name where they lead to in a column that counts among their features.
    const width = kind === "CH" ? 2 : Math.max(1, features);
    if (kind === "SP") layers.push({ from: at, to: at + width });
    at += width;
  }
  return layers;
}

function tokenOf(line: string): (Token & { readonly isPart: boolean }) | null {
  const [id = "", offsets = "", text, ...cells] = line.split("\t");
  const [, part] = TOKEN.exec(id) ?? [];
  const [, start, end] = OFFSETS.exec(offsets) ?? [];
  if (!TOKEN.test(id) || start === undefined || end === undefined || text === undefined) return null;
  return { start: Number(start), end: Number(end), text, cells, isPart: part !== undefined };
}

interface MarkedSpan {
  start: number;
  end: number;
  readonly tags: Set<string>;
  /** Of a part of a token: its own words. */
  readonly words: string | null;
}

/** The annotations of one layer: each of its values by its number, or of one token alone where it has none. */
function spansOf(
  rows: readonly (Token & { readonly isPart: boolean })[],
  layer: Layers[number],
): MarkedSpan[] {
  const numbered = new Map<string, MarkedSpan>();
  const spans: MarkedSpan[] = [];
  for (const { start, end, text, cells, isPart } of rows) {
    const own: MarkedSpan = { start, end, tags: new Set(), words: isPart ? text : null };
    let isMarked = false;
    for (const cell of cells.slice(layer.from, layer.to))
      for (const value of valuesIn(cell)) {
        const span =
          value.number === null ? own : (numbered.get(value.number) ?? { ...own, tags: new Set() });
        if (value.number === null) isMarked = true;
        else if (!numbered.has(value.number)) {
          numbered.set(value.number, span);
          spans.push(span);
        }
        span.end = Math.max(span.end, end);
        if (value.tag !== "") span.tags.add(value.tag);
      }
    if (isMarked) spans.push(own);
  }
  return spans;
}

/** "_" is nothing, "*" an annotation that says nothing; "A[3]|B[4]" are two. A backslash stands before what is meant as it is. */
function valuesIn(cell: string): { readonly tag: string; readonly number: string | null }[] {
  if (cell === "_" || cell === "") return [];
  return pieces(cell).map((piece) => {
    const [, value = piece, number = null] = /^(.*?)(?<!\\)\[(\d{1,9})\]$/s.exec(piece) ?? [];
    return { tag: value === "*" || value === "_" ? "" : plain(value), number };
  });
}

function pieces(cell: string): string[] {
  const found = [""];
  for (let at = 0; at < cell.length; at += 1) {
    const letter = cell.charAt(at);
    if (letter === "|") found.push("");
    else {
      const piece = letter === "\\" ? cell.slice(at, at + 2) : letter;
      found[found.length - 1] += piece;
      at += piece.length - 1;
    }
  }
  return found;
}

const plain = (value: string): string => value.replace(/\\(.)/gs, "$1");

function markOf({ start, end, tags, words }: MarkedSpan, tokens: readonly Token[]): RawMark {
  const first = tokens.findIndex((token) => token.end > start);
  const behind = tokens.findIndex((token) => token.start >= end);
  const last = behind === -1 ? tokens.length : behind;
  const whole = words ?? textOf(tokens.slice(first === -1 ? last : first, last));
  const at = { start, unit: "UNITS" } as const;
  const said = { exact: whole, at, tags: [...tags] };
  if (words !== null || first === -1) return said;
  return {
    ...said,
    prefix: textOf(tokens.slice(Math.max(0, first - AROUND), first)),
    suffix: textOf(tokens.slice(last, last + AROUND)),
  };
}

/** Tokens as they stood: what lies between two of them is white space. */
function textOf(tokens: readonly Token[]): string {
  let text = "";
  let at = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    text += `${token.start > at ? " " : ""}${plain(token.text)}`;
    at = token.end;
  }
  return text;
}
