import { firstUnits } from "#lib/english/endings";
import { AppError } from "#lib/errors";
import { attribute, type ChildNode, type Element, isElement, type ParentNode, treeOf } from "./html-tree";

/** Microdata as pages carry it: items in the attributes of their elements. */

/** More of a page isn't read. */
const MOST_ITEMS = 12_000;
const MOST_PROPERTIES = 100_000;
/** Of one value, in UTF-16 units, and in the nodes that are looked at for it. */
const MAX_VALUE = 5_000;
const MOST_NODES = 1_000;

export interface MicrodataItem {
  readonly [name: string]: unknown;
}

/** Where an element stands whose value is no text. Source: WHATWG HTML, 5.2.4 "Values". */
const VALUE_ATTRIBUTES: Readonly<Record<string, string>> = {
  meta: "content",
  audio: "src",
  embed: "src",
  iframe: "src",
  img: "src",
  source: "src",
  track: "src",
  video: "src",
  a: "href",
  area: "href",
  link: "href",
  object: "data",
  data: "value",
  meter: "value",
  time: "datetime",
};

/**
 * The outermost items of a page, in their order, as JSON-LD would have them: `@type` a list, `@id` where one is given, and of each property a list of texts and items.
 * What `itemref` points to isn't read. `isCut`: there was more than is read, or more of the page than is parsed.
 */
export function microdataIn(html: string): {
  readonly items: readonly MicrodataItem[];
  readonly isCut: boolean;
} {
  // Nearly no page has any.
  if (!/\sitemscope/i.test(html)) return { items: [], isCut: false };
  try {
    return itemsUnder(treeOf(html));
  } catch (error) {
    if (error instanceof AppError && error.code === "too_large") return { items: [], isCut: true };
    throw error;
  }
}

interface Open {
  readonly node: ChildNode;
  /** The item that its properties belong to. */
  readonly item: Record<string, unknown> | null;
}

function itemsUnder(root: ParentNode) {
  const items: MicrodataItem[] = [];
  const left = { items: MOST_ITEMS, properties: MOST_PROPERTIES };
  const waiting: Open[] = [];
  const wait = (under: ParentNode, item: Open["item"]) => {
    for (const node of under.childNodes.toReversed()) waiting.push({ node, item });
  };
  wait(root, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (left.items === 0 || left.properties === 0) return { items, isCut: true };
    const { node, item: outer } = next;
    if (!isElement(node)) continue;
    const own = attribute(node, "itemscope") === null ? null : itemOf(node);
    const names = outer === null ? [] : wordsIn(attribute(node, "itemprop"));
    if (own !== null) left.items -= 1;
    left.properties = Math.max(0, left.properties - names.length);
    if (outer === null || names.length === 0) {
      if (own !== null) items.push(own);
    } else add(outer, names, own ?? propertyOf(node));
    wait(node, own ?? outer);
  }
  return { items, isCut: false };
}

const MOST_NAMES = 10;

const wordsIn = (value: string | null): string[] =>
  firstUnits(value ?? "", MAX_VALUE)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_NAMES);

/** Without a prototype: a page may call a property whatever it likes. */
function itemOf(element: Element): Record<string, unknown> {
  const item: Record<string, unknown> = Object.create(null);
  item["@type"] = wordsIn(attribute(element, "itemtype"));
  const id = attribute(element, "itemid")?.trim();
  if (id) item["@id"] = firstUnits(id, MAX_VALUE);
  return item;
}

function add(item: Record<string, unknown>, names: readonly string[], value: unknown): void {
  for (const name of names) {
    // What an item is doesn't come from its properties.
    if (name.startsWith("@")) continue;
    const there = item[name];
    if (Array.isArray(there)) there.push(value);
    else item[name] = [value];
  }
}

function propertyOf(element: Element): string {
  const name = VALUE_ATTRIBUTES[element.tagName];
  const value = name === undefined ? null : attribute(element, name);
  return firstUnits(value ?? textUnder(element), MAX_VALUE);
}

function textUnder(element: Element): string {
  const waiting: ChildNode[] = [element];
  let text = "";
  for (let i = 0; i < MOST_NODES && text.length < MAX_VALUE; i += 1) {
    const node = waiting.pop();
    if (node === undefined) break;
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if (isElement(node) && node.tagName !== "script" && node.tagName !== "style")
      for (const child of node.childNodes.slice(0, MOST_NODES).toReversed()) waiting.push(child);
  }
  return text;
}
