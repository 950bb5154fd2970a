import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { writableInXml } from "#lib/text/xml";
import * as words from "#lib/words";
import type { FeedList } from "./feed-list";

/** How a list can be followed, each with its media type. */
export const FEED_FORMATS = {
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
} as const;
export type FeedFormat = keyof typeof FEED_FORMATS;

/** Before anything is published a list was changed at no moment that means anything: the beginning of the calendar stands for that. */
const NEVER = new Date(0).toISOString();

/**
 * The list as a document of one format. `self` is its own address, absolute.
 *
 * Sources  Atom: RFC 4287. RSS: RSS 2.0 with `atom:link`. JSON: JSON Feed 1.1.
 */
export function feedDocument(list: FeedList, format: FeedFormat, self: string): string {
  const clean = {
    ...list,
    title: writableInXml(list.title),
    entries: list.entries.map((entry) => ({
      ...entry,
      title: writableInXml(entry.title),
      text: writableInXml(entry.text),
    })),
  };
  const written = { atom, rss, json }[format](clean, self);
  return format === "json" ? written : withoutIndent(written);
}

/** The library indents what holds `&` within its element, and an address with white space around it is none (RFC 4287, 4.2.6). */
const withoutIndent = (xml: string): string =>
  xml.replace(/>\n *<!\[CDATA\[/g, "><![CDATA[").replace(/\]\]>\n *<\//g, "]]></");

function atom({ title, description, page, entries }: FeedList, self: string): string {
  return generateAtomFeed({
    id: self,
    title: { value: title },
    subtitle: { value: description },
    updated: new Date(entries[0]?.updatedAt ?? NEVER),
    authors: [{ name: words.common.name }],
    links: [
      { rel: "self", href: self },
      { rel: "alternate", href: page, type: "text/html" },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      updated: new Date(entry.updatedAt),
      links: [{ rel: "alternate", href: entry.href, type: "text/html" }],
      summary: { value: entry.text },
    })),
  });
}

function rss({ title, description, page, entries }: FeedList, self: string): string {
  return generateRssFeed({
    title,
    description,
    link: page,
    language: words.language,
    lastBuildDate: new Date(entries[0]?.updatedAt ?? NEVER),
    atom: { links: [{ rel: "self", href: self, type: "application/rss+xml" }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.href,
      description: escaped(entry.text),
      guid: { value: entry.id, isPermaLink: entry.id === entry.href },
      pubDate: new Date(entry.updatedAt),
    })),
  });
}

/** Readers of RSS take a description for HTML, so that plain text has to be written as HTML first. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function json({ title, description, page, entries }: FeedList, self: string): string {
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: page,
    feed_url: self,
    language: words.language,
    authors: [{ name: words.common.name }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.href,
      title: entry.title,
      content_text: entry.text,
      date_modified: new Date(entry.updatedAt),
    })),
  });
  return JSON.stringify(Object.assign({ items: [] }, feed)); // the library leaves out a list without entries
}
