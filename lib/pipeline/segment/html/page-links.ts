import { MOST_LINKS, PageLink } from "#lib/domain/analysis";
import { articleAddress } from "#lib/domain/articles";
import type { TypedLink } from "#lib/pipeline/segment/posts/typed-page";

/**
 * The web addresses behind a page's links, each once and as articles are named by them; the first of them where there are too many. What leads to the page
 * itself is none.
 *
 * url   where the page was found; null or no address where nobody knows: then only whole addresses lead anywhere
 */
export function pageLinks(links: readonly TypedLink[], url: string | null): PageLink[] {
  const base = url !== null && URL.canParse(url) ? url : null;
  const own = base === null ? null : articleAddress(base);
  const found = new Map<string, PageLink>();
  for (const { at, href } of links) {
    if (found.size === MOST_LINKS) break;
    const address = webAddress(href.trim(), base);
    if (address === null || address === own || found.has(address)) continue;
    const link = PageLink.safeParse({ at, address });
    if (link.success) found.set(address, link.data);
  }
  return [...found.values()];
}

function webAddress(href: string, base: string | null): string | null {
  if (!URL.canParse(href, base ?? undefined)) return null;
  const leads = new URL(href, base ?? undefined);
  if (!["http:", "https:"].includes(leads.protocol)) return null;
  leads.username = "";
  leads.password = "";
  return articleAddress(leads.href);
}
