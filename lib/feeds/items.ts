import { createHash } from "node:crypto";
import { MOST_ITEMS, type ParsedItem } from "#lib/domain/feeds";
import { addressOf } from "./address";
import { momentOf } from "./moment";
import { plain } from "./plain";
import type { RawFeed, RawItem } from "./raw-items";

const GUID_LENGTH = 500;

interface Where {
  /** The address that the feed was found at. */
  readonly url: string;
  readonly now: Date;
}

interface Placed {
  readonly raw: RawItem;
  readonly id: string | null;
  readonly address: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
}

/**
 * The items of a feed, the newest first, each guid once: of two the one that stands first. Those without a date keep their
 * place among the undated, which come first. Beyond MOST_ITEMS the oldest are left out.
 */
export function itemsOf(feed: RawFeed, where: Where): ParsedItem[] {
  const placed = feed.items.map((raw) => place(raw, feed, where));
  const shared = sharedIds(placed);
  const items = new Map<string, Placed>();
  for (const item of placed) {
    const guid = guidOf(item, shared);
    if (!items.has(guid)) items.set(guid, item);
  }
  return [...items]
    .sort(([, a], [, b]) => momentOfItem(b) - momentOfItem(a))
    .slice(0, MOST_ITEMS)
    .map(([guid, { raw, address, publishedAt, updatedAt }]) => ({
      guid,
      address,
      publishedAt,
      updatedAt,
      title: raw.title,
      hash: hashOf([address ?? "", ...raw.says.map(folded)]),
    }));
}

function place(raw: RawItem, feed: RawFeed, { url, now }: Where): Placed {
  const bases = [url, feed.base, raw.base];
  const fromId = raw.isIdAddress && /^https?:/i.test(raw.id ?? "") ? raw.id : undefined;
  return {
    raw,
    id: plain(raw.id, 4 * GUID_LENGTH),
    address: addressOf(raw.link, bases) ?? addressOf(fromId, bases),
    publishedAt: momentOf(raw.published, now),
    updatedAt: momentOf(raw.updated, now),
  };
}

/** Ids that several items with addresses of their own carry: they name none of them. */
function sharedIds(placed: readonly Placed[]): ReadonlySet<string> {
  const addresses = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { id, address } of placed) {
    if (id === null || address === null) continue;
    const other = addresses.get(id);
    if (other !== undefined && other !== address) shared.add(id);
    addresses.set(id, address);
  }
  return shared;
}

/** Its id; else its address; else what it says. */
function guidOf({ id, address, raw }: Placed, shared: ReadonlySet<string>): string {
  const own = id !== null && !shared.has(id) ? id : address;
  if (own === null) return `sha256:${hashOf([raw.published ?? "", ...raw.says.map(folded)])}`;
  return own.length <= GUID_LENGTH ? own : `sha256:${hashOf([own])}`;
}

function momentOfItem({ publishedAt, updatedAt }: Placed): number {
  return (publishedAt ?? updatedAt)?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

const folded = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
