import type { FeedProposal } from "#lib/domain/feeds";
import { attribute, type ChildNode, isElement, treeOf } from "#lib/pipeline/segment/html/html-tree";
import { addressOf } from "./address";
import { plain } from "./plain";

const TYPES: readonly string[] = [
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/rdf+xml",
];
/** Some sites name a feed for every tag they know. */
const MOST = 20;

/**
 * The feeds that a web page names, in its own order, each once.
 *
 * Throws   AppError `too_large` beyond the tree's limits.
 * Source   RSS Advisory Board, RSS Autodiscovery; HTML standard, 4.6.7.1.
 */
export function proposalsOf(html: string, url: string): FeedProposal[] {
  const proposals = new Map<string, FeedProposal>();
  let base: string | undefined;
  const waiting: ChildNode[] = [...treeOf(html).childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined && proposals.size < MOST; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === "base") base ??= attribute(node, "href") ?? undefined;
    const address = node.tagName === "link" ? feedOf(node, [url, base]) : null;
    if (address !== null && !proposals.has(address)) {
      proposals.set(address, { address, title: plain(attribute(node, "title") ?? undefined, 200) });
    }
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child !== undefined) waiting.push(child);
    }
  }
  return [...proposals.values()];
}

function feedOf(
  link: Parameters<typeof attribute>[0],
  bases: readonly (string | undefined)[],
): string | null {
  const relations = (attribute(link, "rel") ?? "").toLowerCase().split(/\s+/);
  const type = (attribute(link, "type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!relations.includes("alternate") || !TYPES.includes(type)) return null;
  return addressOf(attribute(link, "href") ?? undefined, bases);
}
