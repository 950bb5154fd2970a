import { attribute, type ChildNode, type Element, isElement, type ParentNode, textOf } from "./html-tree";

/**
 * What a server sends after the page's first part stands hidden at its end until a script puts it in its place: React streams
 * `<div hidden id="S:3">` and `<script>$RC("B:1","S:3")</script>` for `<!--$?--><template id="B:1"></template>Loading …<!--/$-->`, and `$RS("S:4","P:4")`
 * for a part of such a part. Source: react-dom's server renderer (`completeBoundary`, `completeSegment`).
 */
const ARRIVED = /^S:[\da-f]{1,8}$/;
const PLACE = /^[BP]:[\da-f]{1,8}$/;
const PUTS = /\$R[A-Z]\("([BPS]:[\da-f]{1,8})","([BPS]:[\da-f]{1,8})"/g;
const END = "/$";
/** Pages have a handful of such places; each costs a look through its neighbours, and may lie in the one before. */
const MOST_PLACES = 200;

/** The same tree, with all that arrived in its place instead of what stood there meanwhile. What has no place stays where it is. */
export function filledIn<Tree extends ParentNode>(tree: Tree): Tree {
  const places = new Map<string, Element>();
  const arrived = new Map<string, Element>();
  const puts: (readonly [string, string])[] = [];
  const waiting: ChildNode[] = [...tree.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    const id = attribute(node, "id") ?? "";
    if (node.tagName === "template" && PLACE.test(id)) places.set(id, node);
    if (ARRIVED.test(id)) arrived.set(id, node);
    if (node.tagName === "script")
      for (const [, one = "", other = ""] of textOf(node).matchAll(PUTS))
        puts.push(ARRIVED.test(one) ? [other, one] : [one, other]);
    for (const child of node.childNodes) waiting.push(child);
  }
  for (const [to, from] of puts.slice(0, MOST_PLACES)) {
    const [place, element] = [places.get(to), arrived.get(from)];
    if (place !== undefined && element !== undefined && !isInside(place, element)) fill(place, element);
    places.delete(to);
    arrived.delete(from);
  }
  return tree;
}

/** A place within what is to stand there would make a circle. */
function isInside(place: Element, element: Element): boolean {
  for (let at: ParentNode | null = place; at !== null; at = "parentNode" in at ? at.parentNode : null)
    if (at === element) return true;
  return false;
}

function fill(place: Element, element: Element): void {
  const [around, from] = [place.parentNode, element.parentNode];
  if (around === null || from === null) return;
  from.childNodes.splice(from.childNodes.indexOf(element), 1);
  const at = around.childNodes.indexOf(place);
  const end = around.childNodes.findIndex((node, i) => i > at && "data" in node && node.data === END);
  const after = at + Math.max(1, end - at);
  const before = around.childNodes.slice(0, at);
  around.childNodes = [...before, ...element.childNodes, ...around.childNodes.slice(after)];
  for (const child of element.childNodes) child.parentNode = around;
}
