import type { PageHead } from "#lib/pipeline/blocks/page-document";
import { isArticle, isRecord, type LinkedNode, strings } from "./json-ld";

/** Names in a linked value: a string, an object's `name`, or lists and `@id` references of these. */
function namesIn(value: unknown, nodes: readonly LinkedNode[]): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((item): string[] => {
    if (typeof item === "string") return /^https?:/.test(item) ? [] : [item];
    if (!isRecord(item)) return [];
    const own = strings(item.name);
    if (own.length > 0) return own;
    const target = nodes.find((node) => node.values["@id"] === item["@id"] && strings(node.values.name).length > 0);
    return target === undefined ? [] : strings(target.values.name);
  });
}

const clean = (name: string): string => name.replace(/\s+/g, " ").trim();

/** Who wrote it: linked data, then meta, then a visible "By …" line. Null where nobody is named. */
export function authorOf(head: PageHead, nodes: readonly LinkedNode[], datelines: readonly string[]): string | null {
  const linked = nodes.filter(isArticle).flatMap((node) => namesIn(node.values.author, nodes)).map(clean).filter(isName);
  if (linked.length > 0) return [...new Set(linked)].join(", ");
  const meta = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"].flatMap((key) => head.meta.get(key) ?? []);
  const named = meta.map((name) => clean(name.replace(/^by\s+/i, ""))).find(isName);
  if (named !== undefined) return named;
  for (const line of datelines) {
    const match = BYLINE.exec(line);
    const name = match?.[1]?.trim();
    if (name !== undefined && isName(name)) return name;
  }
  return null;
}

const BYLINE = /(?:^|[|•·]\s*|\b)(?:[Ww]ritten by|[Pp]osted by|[Bb]y|BY|بقلم|كتب|نووسینی)\s*:?\s+((?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)(?:\s+(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*|de|van|von|al|bin|el|and)){0,5})/u;

function isName(name: string): boolean {
  return name.length > 1 && name.length < 120 && /\p{L}/u.test(name) && !/^https?:|^(?:admin|editor|staff|null|undefined)$/i.test(name);
}

/** Who published it: `og:site_name`, linked publisher, application name. Null where the page doesn't say. */
export function publisherOf(head: PageHead, nodes: readonly LinkedNode[]): string | null {
  const site = head.meta.get("og:site_name")?.[0];
  if (site !== undefined) return clean(site);
  const linked = nodes.filter(isArticle).flatMap((node) => namesIn(node.values.publisher, nodes))[0];
  if (linked !== undefined) return clean(linked);
  const website = nodes.find((node) => node.types.includes("WebSite"));
  return strings(website?.values.name)[0] ?? head.meta.get("application-name")?.[0] ?? null;
}

export interface Credit {
  readonly place: string | null;
  readonly agency: string;
}

const PLACE = "(\\p{Lu}[\\p{L}.'’-]*(?:[ ,]+\\p{L}[\\p{L}.'’-]*){0,3}|[\\p{Lo}]{2,}(?: [\\p{Lo}]+){0,2})";
const SLASHES = new RegExp(`^${PLACE}\\s*/\\s*([\\p{L}][\\p{L} .-]{1,30}?)\\s*/`, "u");
const BRACKETS = new RegExp(`^${PLACE}\\s*[,،]?\\s*(?:[\\p{L}\\d. ]{1,12}\\s*)?\\(([\\p{L}][\\p{L} .-]{1,24})\\)\\s*[-–—:ـ]`, "u");
const ALONE = /^([\p{L}][\p{L} .-]{2,30}?)\s?\/\s+(?=[\p{Lu}\p{Lo}])/u;

/** The agency and the place at the head of a wire's story: "Baghdad / NINA /", "BAGHDAD (Reuters) -", "Tigris Desk / …". */
export function creditOf(lead: string): Credit | null {
  const start = lead.slice(0, 140).trimStart();
  const full = SLASHES.exec(start) ?? BRACKETS.exec(start);
  if (full?.[1] !== undefined && full[2] !== undefined) return { place: full[1].trim(), agency: full[2].trim() };
  const alone = ALONE.exec(start);
  return alone?.[1] === undefined ? null : { place: null, agency: alone[1].trim() };
}

/** A page's own canonical address: a proposal. Null across hosts, for the root where the page isn't the root, and for junk. */
export function canonicalOf(href: string | null, url: string | null): string | null {
  if (href === null || href.trim() === "" || url === null) return null;
  try {
    const page = new URL(url);
    const canonical = new URL(href.trim(), page);
    const isRoot = canonical.pathname === "/" && canonical.search === "" && page.pathname !== "/";
    const sameHost = canonical.hostname.replace(/^www\./, "") === page.hostname.replace(/^www\./, "");
    if (!/^https?:$/.test(canonical.protocol) || isRoot || !sameHost) return null;
    canonical.hash = "";
    return canonical.href;
  } catch {
    return null;
  }
}
