import { authorIn } from "#lib/pipeline/segment/parts/dateline";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";
import { isArticle, isRecord, type LinkedNode, strings } from "./json-ld";

/** Names in a linked value: a string, an object's `name`, or lists and `@id` references of these. */
function namesIn(value: unknown, nodes: readonly LinkedNode[]): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((item): string[] => {
    if (typeof item === "string") return [item];
    if (!isRecord(item)) return [];
    const own = strings(item.name);
    if (own.length > 0) return own;
    const target = nodes.find(
      ({ values }) => values["@id"] === item["@id"] && strings(values.name).length > 0,
    );
    return target === undefined ? [] : strings(target.values.name);
  });
}

const tidy = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();
const AUTHOR_META = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"];

/** Who the page's own data say wrote it: linked data, else meta. */
export function statedAuthors(head: PageHead, nodes: readonly LinkedNode[]): string[] {
  const linked = nodes.filter(isArticle).flatMap((node) => namesIn(node.values.author, nodes));
  const meta = AUTHOR_META.flatMap((key) => head.meta.get(key) ?? []).slice(0, 1);
  const stated = linked.length > 0 ? linked : meta.map((name) => name.replace(/^by\s+/i, ""));
  return [...new Set(stated.map(tidy).filter(isName))];
}

/** Who wrote it: the page's own data, then a visible line that names somebody. Null where nobody is named. */
export function authorOf(
  head: PageHead,
  nodes: readonly LinkedNode[],
  datelines: readonly string[],
): string | null {
  const stated = statedAuthors(head, nodes);
  if (stated.length > 0) return stated.join(", ");
  return datelines.map(authorIn).find((name) => name !== null && isName(name)) ?? null;
}

/** A name; the address of a profile, a handle and a role are none. */
function isName(name: string): boolean {
  if (/^https?:|^@|^(?:admin|editor|staff|null|undefined)$/i.test(name)) return false;
  return name.length > 1 && name.length < 120 && /\p{L}/u.test(name);
}

/** What the site calls itself: `og:site_name`, linked publisher, application name. Null where the page doesn't say. */
export function siteNameOf(head: PageHead, nodes: readonly LinkedNode[]): string | null {
  const linked = () => nodes.filter(isArticle).flatMap((node) => namesIn(node.values.publisher, nodes))[0];
  const website = () => strings(nodes.find((node) => node.types.includes("WebSite"))?.values.name)[0];
  const name =
    head.meta.get("og:site_name")?.[0] ?? linked() ?? website() ?? head.meta.get("application-name")?.[0];
  return name === undefined || tidy(name) === "" ? null : tidy(name);
}

/** A page's own canonical address: a proposal. Null across hosts, for the root where the page isn't the root, and for junk. */
export function canonicalOf(href: string | null, url: string | null): string | null {
  if (href === null || href.trim() === "" || url === null || !URL.canParse(href.trim(), url)) return null;
  const page = new URL(url);
  const canonical = new URL(href.trim(), page);
  const isRoot = canonical.pathname === "/" && canonical.search === "" && page.pathname !== "/";
  if (!/^https?:$/.test(canonical.protocol) || isRoot || bareHost(canonical) !== bareHost(page)) return null;
  canonical.hash = "";
  return canonical.href;
}

/** The host without "www.". */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./, "");
}
