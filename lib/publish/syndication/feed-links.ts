import * as words from "#lib/words";
import { FEED_FORMATS, type FeedFormat } from "./feed-formats";

/** The lists that have feeds. */
export const FEED_NAMES = [
  "latest",
  "pages",
  "claims",
  "corrections",
  "search",
  "promises",
  "template",
  "record",
  "statements",
  "again",
  "topic",
] as const;
export type FeedName = (typeof FEED_NAMES)[number];

/** By media type: the links in a list's head by which feed readers find its feeds. `query` narrows the list; it begins with `?`, or is empty. */
export function feedLinks(list: FeedName, origin: string, query = "") {
  const { title } = words.syndication[list];
  const types = Object.entries(FEED_FORMATS).map(([format, type]) => {
    const url = `${origin}/feeds/${list}.${format}${query}`;
    return [
      type.replace(/;.*/, ""),
      [{ url, title: `${title} (${words.syndication.formats[format as FeedFormat]})` }],
    ];
  });
  if (list === "promises") {
    const url = `${origin}/feeds/promises.ics${query}`;
    types.push(["text/calendar", [{ url, title: `${title} (${words.syndication.formats.ics})` }]]);
  }
  return { types: Object.fromEntries(types) };
}
