import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from "parse5";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

const pages = words.pages;

export type Element = DefaultTreeAdapterTypes.Element;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Beyond these a page is a bomb, no article: the parser's work grows with depth times tags, so depth must be bounded. */
export const MAX_DEPTH = 1_000;
export const MAX_NODES = 300_000;

/**
 * An HTML page as the standard's tree.
 *
 * Throws   AppError `too_large` beyond MAX_DEPTH or MAX_NODES, as soon as the limit is passed.
 */
export function treeOf(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, { treeAdapter: boundedAdapter() });
}

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  const depths = new WeakMap<ParentNode, number>();
  let nodes = 0;
  const count = () => {
    nodes += 1;
    if (nodes > MAX_NODES) throw new AppError("too_large", pages.tooManyElements);
  };
  const place = (parent: ParentNode, node: ChildNode) => {
    if (!("childNodes" in node)) return;
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new AppError("too_large", pages.tooDeep);
    depths.set(node, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      count();
      return defaultTreeAdapter.createElement(...given);
    },
    insertText: (parent, text) => {
      // The parser hands over word by word; neighbours become one node.
      if (parent.childNodes.at(-1)?.nodeName !== "#text") count();
      defaultTreeAdapter.insertText(parent, text);
    },
    appendChild: (parent, node) => {
      place(parent, node);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore: (parent, node, reference) => {
      place(parent, node);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
  };
}

export function isElement(node: ChildNode): node is Element {
  return "tagName" in node;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** The text under an element or in a fragment, without recursion. */
export function textOf(element: Element | DefaultTreeAdapterTypes.DocumentFragment): string {
  const waiting: (ChildNode | ParentNode)[] = [element];
  let text = "";
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if (!("childNodes" in node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child !== undefined) waiting.push(child);
    }
  }
  return text;
}
