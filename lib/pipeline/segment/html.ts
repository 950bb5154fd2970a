import type { Note } from "#lib/domain/analysis";
import type { SegmentType } from "#lib/domain/labels";
import { normalise } from "#lib/text/normalise";
import type { Block } from "./block-type";
import { knownOf } from "./head";
import { mainPart, type Weights, weightsOf } from "./main-part";
import { hintOf, isBlockElement, isSidebar, isSilent } from "./markup";
import type { Known } from "./metadata";
import { isProse, shapeOf } from "./shape";
import { type ChildNode, type Element, isElement, type ParentNode, treeOf } from "./tree";

export interface HtmlBlocks {
  readonly text: string;
  readonly blocks: Block[];
  readonly known: Known;
  readonly notes: Note[];
}

/** A run of inline text between two block boundaries, before it has a place in the text. */
interface Line {
  text: string;
  linked: number;
  /** Blank line before it: it begins a block element of its own rather than going on after a `br`. */
  isApart: boolean;
  readonly hint: SegmentType | null;
  readonly isInMain: boolean;
}

/** What an element hands down to the words in it. */
interface Around {
  readonly hint: SegmentType | null;
  readonly isInMain: boolean;
  readonly isLink: boolean;
  readonly isPre: boolean;
}

/**
 * The lines of an HTML page in reading order, each with what its markup says it is. The version's text is made here: one
 * line per block, white space folded as a browser shows it, no-break spaces kept.
 */
export function blocksOfHtml(html: string): HtmlBlocks {
  const tree = treeOf(html);
  const weights = weightsOf(tree);
  const main = mainPart(tree, weights);
  const lines = linesOf(tree, main, weights);
  const known = knownOf(tree);
  const notes =
    main === null ? [{ stage: "segment", remark: "No running text was found in the page’s markup." }] : [];
  return { ...joined(lines, known.title ?? null), known, notes };
}

function linesOf(root: ParentNode, main: Element | null, weights: Weights): Line[] {
  const total = Math.max(1, weights.get(root) ?? 0);
  const lines: Line[] = [];
  let open: Line | null = null;
  let isApart = true;
  const close = (apart: boolean) => {
    open = null;
    isApart ||= apart;
  };
  const say = (value: string, around: Around) => {
    const shown = around.isPre ? value : value.replace(/[ \t\n\r\f]+/g, " ");
    if (open === null) {
      if (shown.trim() === "") return;
      open = { text: "", linked: 0, isApart, hint: around.hint, isInMain: around.isInMain };
      lines.push(open);
      isApart = false;
    }
    open.text += shown;
    if (around.isLink) open.linked += shown.trim().length;
  };
  const start: Around = { hint: null, isInMain: main === null, isLink: false, isPre: false };
  const waiting: ({ node: ChildNode; around: Around } | "END")[] = root.childNodes
    .map((node) => ({ node, around: start }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === "END") close(true);
    else if ("value" in next.node) say(next.node.value, next.around);
    else if (isElement(next.node) && !isSilent(next.node)) {
      const { node } = next;
      if (node.tagName === "br") close(open === null);
      const around = within(node, next.around, main, (weights.get(node) ?? 0) / total);
      const isBlock = isBlockElement(node) || around.hint !== next.around.hint;
      if (isBlock) {
        close(true);
        waiting.push("END");
      }
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
        const child = node.childNodes[i];
        if (child !== undefined) waiting.push({ node: child, around });
      }
    }
  }
  return lines.flatMap(split);
}

function within(element: Element, around: Around, main: Element | null, share: number): Around {
  const own = isSidebar(element) && !around.isInMain ? null : hintOf(element);
  const isSettled = around.hint === "CHROME" || around.hint === "TEASER" || around.hint === "COMMENT";
  // Layout names lie: what holds a good part of the running text is no side part, whatever it is called.
  const isIgnored = own === null || element === main || (share > MOST_ASIDE && own !== "COMMENT");
  return {
    hint: isSettled || isIgnored ? around.hint : own,
    isInMain: around.isInMain || element === main,
    isLink: around.isLink || element.tagName === "a",
    isPre: around.isPre || element.tagName === "pre",
  };
}

const MOST_ASIDE = 0.25;

/** Preformatted text keeps its own lines. */
function split(line: Line): Line[] {
  if (!line.text.includes("\n")) return [line];
  return line.text.split("\n").map((text, i) => ({ ...line, text, isApart: i === 0 && line.isApart }));
}

function joined(lines: readonly Line[], title: string | null): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = "";
  for (const line of lines) {
    const words = normalise(line.text).trim();
    if (words === "") continue;
    if (text !== "") text += line.isApart ? "\n\n" : "\n";
    const start = text.length;
    text += words;
    blocks.push({
      start,
      end: text.length,
      text: words,
      isApart: line.isApart,
      hint: lineHint(line, words, title),
    });
  }
  return { text, blocks };
}

const LONG_LINE = 60;

/** What the line's own look adds to what its markup says. */
function lineHint(line: Line, words: string, title: string | null): SegmentType | null {
  const { hint } = line;
  const isLinked = line.linked * 10 >= words.length * 7;
  if (hint === "HEADLINE")
    return words.length <= 300 && (!isLinked || title?.startsWith(words.slice(0, 30)) === true)
      ? "HEADLINE"
      : fallback(line, words, isLinked);
  if (hint === "DATELINE") return words.length <= 170 ? "DATELINE" : fallback(line, words, isLinked);
  if (hint !== null) return hint === "TEASER" && shapeOf(words).words < 3 ? "CHROME" : hint;
  if (title !== null && words.length >= 15 && title.startsWith(words)) return "HEADLINE";
  return fallback(line, words, isLinked);
}

function fallback(line: Line, words: string, isLinked: boolean): SegmentType | null {
  if (isLinked)
    return shapeOf(words).words >= 5 && !/[.]$/.test(words) ? "TEASER" : line.isInMain ? null : "CHROME";
  if (!line.isInMain && shapeOf(words).isCutOff) return "TEASER";
  if (!line.isInMain) return words.length > LONG_LINE || isProse(words) ? "CHROME" : null;
  return words.length > LONG_LINE && isProse(words) ? "BODY" : null;
}
