import { Readable } from "node:stream";
import Ajv from "ajv/dist/2020";
import FeedParser from "feedparser";
import type { FeedFormat } from "#lib/publish/syndication/feed-formats";

/** Feeds as programs that aren't ours read them. */

export interface Item {
  readonly guid: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly date: Date | null;
  readonly description: string | null;
}

/** Atom and RSS as another program reads them; it fails on XML that isn't well formed. */
async function readXml(document: string): Promise<Item[]> {
  const parser = new FeedParser({ addmeta: false, resume_saxerror: false });
  const items: Item[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on("error", reject);
    parser.on("end", resolve);
    parser.on("data", (item: Item) => items.push(item));
    Readable.from([document]).pipe(parser);
  });
  return items;
}

/** Its entries. Throws where a document of XML isn't well formed or is no feed, or one of JSON isn't what JSON Feed asks for. */
export async function readFeed(document: string, format: FeedFormat): Promise<readonly Item[]> {
  if (format !== "json") return readXml(document);
  const feed = JSON.parse(document);
  const ajv = new Ajv();
  if (!ajv.validate(JSON_FEED, feed)) throw new Error(ajv.errorsText());
  return feed.items.map((item: Record<string, string>) => ({
    guid: item.id,
    title: item.title,
    link: item.url,
    date: new Date(item.date_modified ?? ""),
    description: item.content_text,
  }));
}

/** What JSON Feed 1.1 asks of a feed and of its items. */
const JSON_FEED = {
  type: "object",
  required: ["version", "title", "items"],
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    home_page_url: { type: "string" },
    feed_url: { type: "string" },
    items: {
      type: "array",
      items: {
        type: "object",
        required: ["id"],
        anyOf: [{ required: ["content_text"] }, { required: ["content_html"] }],
        properties: { id: { type: "string" }, url: { type: "string" }, date_modified: { type: "string" } },
      },
    },
  },
};
