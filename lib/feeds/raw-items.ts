import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith";
import { plain, plainOfHtml } from "./plain";

/** An item of any kind of feed, with its parts as they were written. */
export interface RawItem {
  readonly id: string | undefined;
  /** The id is the item's address, too, where it has no other. */
  readonly isIdAddress: boolean;
  readonly link: string | undefined;
  /** xml:base of the item. */
  readonly base: string | undefined;
  readonly title: string | null;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly says: readonly (string | undefined)[];
}

export interface RawFeed {
  readonly title: string | null;
  readonly link: string | undefined;
  /** xml:base of the feed. */
  readonly base: string | undefined;
  /** Minutes. */
  readonly ttl: number | undefined;
  readonly period: string | undefined;
  readonly frequency: number | undefined;
  readonly items: readonly RawItem[];
}

export const TITLE_LENGTH = 500;

const NOTHING_SAID = { ttl: undefined, period: undefined, frequency: undefined };

/** Of four vocabularies one. Titles of RSS may hold markup, whatever the standard says of them. */
export function rawFeed(parsed: AnyFeed): RawFeed {
  switch (parsed.format) {
    case "rss":
      return ofRss(parsed.feed);
    case "rdf":
      return ofRdf(parsed.feed);
    case "atom":
      return ofAtom(parsed.feed);
    case "json":
      return ofJson(parsed.feed);
  }
}

function ofRss(feed: RssFeed.Feed<string>): RawFeed {
  return {
    title: plainOfHtml(feed.title, TITLE_LENGTH),
    link: feed.link ?? leadingTo(feed.atom?.links),
    base: feed.xml?.base,
    ttl: feed.ttl,
    period: feed.sy?.updatePeriod,
    frequency: feed.sy?.updateFrequency,
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value ?? item.atom?.id,
      isIdAddress: item.guid !== undefined && item.guid.isPermaLink !== false,
      link: item.link ?? leadingTo(item.atom?.links),
      base: item.xml?.base,
      title: plainOfHtml(item.title ?? item.dc?.titles?.[0], TITLE_LENGTH),
      published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
      updated: item.atom?.updated,
      says: [item.title, item.description, item.content?.encoded],
    })),
  };
}

function ofRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    title: plainOfHtml(feed.title, TITLE_LENGTH),
    link: feed.link,
    base: feed.xml?.base,
    ttl: undefined,
    period: feed.sy?.updatePeriod,
    frequency: feed.sy?.updateFrequency,
    items: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      isIdAddress: true,
      link: item.link,
      base: item.xml?.base,
      title: plainOfHtml(item.title, TITLE_LENGTH),
      published: item.dc?.dates?.[0],
      updated: item.atom?.updated,
      says: [item.title, item.description, item.content?.encoded],
    })),
  };
}

function ofAtom(feed: AtomFeed.Feed<string>): RawFeed {
  return {
    ...NOTHING_SAID,
    title: titleOfAtom(feed.title),
    link: leadingTo(feed.links),
    base: feed.xml?.base,
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      isIdAddress: false,
      link: leadingTo(entry.links) ?? entry.content?.src,
      base: entry.xml?.base,
      title: titleOfAtom(entry.title),
      published: entry.published ?? entry.updated,
      updated: entry.updated,
      says: [entry.title?.value, entry.summary?.value, entry.content?.value],
    })),
  };
}

function titleOfAtom(title: AtomFeed.Text | undefined): string | null {
  const isMarkup = /^x?html$/i.test(title?.type ?? "");
  return isMarkup ? plainOfHtml(title?.value, TITLE_LENGTH) : plain(title?.value, TITLE_LENGTH);
}

function ofJson(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    ...NOTHING_SAID,
    title: plain(feed.title, TITLE_LENGTH),
    link: feed.home_page_url,
    base: undefined,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      isIdAddress: true,
      link: item.url ?? item.external_url,
      base: undefined,
      title: plain(item.title, TITLE_LENGTH),
      published: item.date_published,
      updated: item.date_modified,
      says: [item.title, item.summary, item.content_html, item.content_text],
    })),
  };
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

/** The page that stands for the thing: of its alternates the one in HTML. */
function leadingTo(links: readonly Link[] | undefined): string | undefined {
  const alternates = (links ?? []).filter(({ rel = "alternate" }) => rel.toLowerCase() === "alternate");
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type));
  return (page ?? alternates[0])?.href;
}
