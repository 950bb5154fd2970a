/** Addresses that are made for other sites: cards that they frame, and what tells their programs of these. `url` is a path, with or without a query. */

const CARD = /^\/embed\/[^?]/;
const OEMBED = /^\/oembed(?:\?|$)/;

/** A card: the one kind of page that other sites may frame. */
export function isCard(url: string): boolean {
  return CARD.test(url);
}

/** The same for everybody: no cookie counts there. */
export function isForOtherSites(url: string): boolean {
  return isCard(url) || OEMBED.test(url);
}

export function isReadElsewhere(method: string, url: string): boolean {
  return (method === "GET" || method === "HEAD") && isForOtherSites(url);
}
