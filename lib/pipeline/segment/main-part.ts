import { hintOf, isArticleBody, isSilent } from "./markup";
import { attribute, type ChildNode, type Element, elementsOf, isElement, type ParentNode } from "./tree";

/** Text of the paragraphs under each element, links left out: where a page's running text lies. */
export type Weights = ReadonlyMap<ParentNode, number>;

const SHORTEST = 25;

/** Adds every paragraph's length to all elements around it; paragraphs with many commas are running text, not lists. */
export function weightsOf(root: ParentNode): Weights {
  const weights = new Map<ParentNode, number>();
  for (const element of elementsOf(root, isAside)) {
    const own = ownText(element);
    if (own < SHORTEST) continue;
    for (let at: ParentNode | null = element; at !== null; at = "parentNode" in at ? at.parentNode : null) {
      weights.set(at, (weights.get(at) ?? 0) + own);
    }
  }
  return weights;
}

/** Readers' comments and menus outweigh many an article, and are never it. */
function isAside(element: Element): boolean {
  return (
    element.tagName === "nav" ||
    element.tagName === "footer" ||
    isSilent(element) ||
    hintOf(element) === "COMMENT"
  );
}

const INLINE = new Set("a b i em strong span u s q cite small mark sub sup time abbr code font".split(" "));

/** Units of text in this element and the inline elements in it, without what links and blocks hold. */
function ownText(element: Element): number {
  if (INLINE.has(element.tagName) || isSilent(element)) return 0;
  let length = 0;
  const waiting: ChildNode[] = [...element.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("value" in node) length += node.value.trim().length;
    else if (isElement(node) && INLINE.has(node.tagName) && node.tagName !== "a")
      for (const child of node.childNodes) waiting.push(child);
  }
  return length;
}

const MOST = 0.6;

/**
 * The element that holds the article: one that says so and holds most of the running text it could, else the deepest one
 * that still holds most of the page's. Null where the page has no running text.
 */
export function mainPart(root: ParentNode, weights: Weights): Element | null {
  const total = weights.get(root) ?? 0;
  if (total === 0) return null;
  let named: Element | null = null;
  let deepest: Element | null = null;
  for (const element of elementsOf(root)) {
    const weight = weights.get(element) ?? 0;
    if (weight === 0 || isFurniture(element, weight, total)) continue;
    const isNamed =
      isArticleBody(element) || element.tagName === "article" || attribute(element, "role") === "article";
    const isBest =
      named === null ||
      (isArticleBody(element) && !isArticleBody(named)) ||
      weight > (weights.get(named) ?? 0) * 2;
    if (isNamed && isBest && weight * 4 > total) named = element;
    if (weight > total * MOST) deepest = element;
  }
  return named ?? deepest;
}

/** Does markup call this a side part, and does it hold no more than a side part would? */
export function isFurniture(element: Element, weight: number, total: number): boolean {
  const hint = hintOf(element);
  if (hint !== "CHROME" && hint !== "TEASER" && hint !== "COMMENT") return false;
  return hint === "COMMENT" || weight * 2 < total;
}
