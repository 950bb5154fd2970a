import { HEAD_TAGS, INLINE, SKIPPED } from "#lib/pipeline/segment/parts/markup";
import type { PageDocument, PageElement } from "#lib/pipeline/segment/parts/page-document";
import { BlockWriter } from "./block-writer";
import { isHiddenBy, wordsOf } from "./element-words";
import { attribute, type ChildNode, type Element, isElement, textOf, treeOf } from "./html-tree";
import { PageHeadWriter } from "./page-head";
import { filledIn } from "./streamed";

/** Scripts uncover whole articles, folded chapters and footnotes; what is hidden and shorter is for nobody. UTF-16 units. */
const SHORTEST_HIDDEN = 500;

/** Where the walk goes on once an element's children are done. */
interface Leaving {
  readonly leaves: Element;
  readonly isBlock: boolean;
  readonly box: number;
}

interface Entering {
  readonly node: ChildNode;
  /** Indexes into the page's elements: of the element around it, and of the innermost block element around it. */
  readonly parent: number;
  readonly box: number;
}

/**
 * An HTML page as blocks in document order, their boxes, and what its head says: one walk over the standard's tree, without
 * recursion. The page's text is its blocks' texts with `\n` between them.
 *
 * White space is folded as HTML does it, `pre` keeps its lines, text is NFC; scripts, styles, form fields and short
 * hidden boxes give none.
 * Throws   AppError `too_large` beyond the tree's limits.
 */
export function pageOfHtml(html: string): PageDocument {
  const elements: PageElement[] = [ROOT];
  const writer = new BlockWriter();
  const head = new PageHeadWriter();
  const enter = ({ node, parent, box }: Entering) => {
    if (!isElement(node)) {
      if ("value" in node) writer.add(node.value);
      return;
    }
    const tag = node.tagName;
    if (HEAD_TAGS.has(tag)) head.read(node, writer.count);
    if (tag === "br") return writer.breakLine(box);
    if (tag === "hr") return writer.rule(box);
    if (tag === "img") return writer.image();
    if (SKIPPED.has(tag)) return;
    const isBlock = !INLINE.has(tag);
    const above = elements[parent];
    const isHidden = isHiddenBy(node);
    if (isHidden && !above?.isHidden && textOf(node).length < SHORTEST_HIDDEN && !holdsParagraphs(node))
      return;
    const own = {
      parent,
      tag,
      words: wordsOf(node),
      depth: (above?.depth ?? 0) + 1,
      isBlock,
      isHidden: isHidden || (above?.isHidden ?? false),
    };
    const index = elements.push(own) - 1;
    if (isBlock) writer.flush(box);
    else writer.openInline(tag, own.words, attribute(node, "href"));
    if (tag === "pre") writer.keepLines(1);
    waiting.push({ leaves: node, isBlock, box: isBlock ? index : box });
    push(node, index, isBlock ? index : box);
  };
  const leave = ({ leaves, isBlock, box }: Leaving) => {
    if (isBlock) writer.flush(box);
    else writer.closeInline(leaves.tagName);
    if (leaves.tagName === "pre") writer.keepLines(-1);
  };
  const waiting: (Entering | Leaving)[] = [];
  const push = ({ childNodes }: { childNodes: ChildNode[] }, parent: number, box: number) => {
    for (let i = childNodes.length - 1; i >= 0; i -= 1) {
      const node = childNodes[i];
      if (node !== undefined) waiting.push({ node, parent, box });
    }
  };
  push(filledIn(treeOf(html)), 0, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ("leaves" in next) leave(next);
    else enter(next);
  }
  writer.flush(0);
  return { ...writer.finish(), elements, head: head.finish() };
}

/** A paragraph that a sign-in uncovers one by one, or a short article that a script swaps in. UTF-16 units. */
const SHORTEST_PARAGRAPH = 60;
/** Elements below a hidden box that are looked at. */
const MOST_LOOKED_AT = 200;

/** Whether a hidden element is a paragraph of whole sentences, or a box with two of them. */
function holdsParagraphs(element: Element): boolean {
  if (element.tagName === "p") return isParagraph(element);
  const waiting: ChildNode[] = [...element.childNodes];
  let paragraphs = 0;
  for (let looked = 0; looked < MOST_LOOKED_AT && paragraphs < LEAST_PARAGRAPHS; looked += 1) {
    const node = waiting.pop();
    if (node === undefined) break;
    if (!isElement(node)) continue;
    if (node.tagName === "p" && isParagraph(node)) paragraphs += 1;
    waiting.push(...node.childNodes);
  }
  return paragraphs >= LEAST_PARAGRAPHS;
}
const LEAST_PARAGRAPHS = 2;

function isParagraph(element: Element): boolean {
  const text = textOf(element).trim();
  return text.length >= SHORTEST_PARAGRAPH && /[.!?…]["”’')]*$/.test(text);
}

const ROOT: PageElement = {
  parent: -1,
  tag: "#document",
  words: "",
  depth: 0,
  isBlock: true,
  isHidden: false,
};
