import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import FeedParser from "feedparser";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import type { FeedFormat } from "#lib/publish/syndication/feed-formats";

/** Feeds as programs that aren't ours check and read them. */

export interface Item {
  readonly guid: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly date: Date | null;
  readonly description: string | null;
}

const grammars = { atom: grammarOf("atom"), rss: grammarOf("rss") };

function grammarOf(name: string): RelaxNGValidator {
  return RelaxNGValidator.fromDoc(
    XmlDocument.fromBuffer(readFileSync(new URL(`${name}.rng`, import.meta.url))),
  );
}

/** Throws where libxml2 finds that it isn't well formed, or isn't what the format's grammar asks for, or where two entries have one name. */
function checkXml(document: string, format: "atom" | "rss"): void {
  const xml = XmlDocument.fromString(document);
  try {
    grammars[format].validate(xml);
    const names = xml.find("//*[local-name() = 'id' or local-name() = 'guid']").map((one) => one.content);
    if (new Set(names).size < names.length) throw new Error("two entries have one name");
  } finally {
    xml.dispose();
  }
}

/** Atom and RSS as another program reads them. */
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

/** Its entries. Throws Error where it isn't what its format asks for. */
export async function readFeed(document: string, format: FeedFormat): Promise<readonly Item[]> {
  if (format !== "json") {
    checkXml(document, format);
    return readXml(document);
  }
  const feed = JSON.parse(document);
  if (!isJsonFeed(feed)) throw new Error(ajv.errorsText(isJsonFeed.errors));
  const items = feed.items as readonly Record<string, string>[]; // as the schema has just found
  if (new Set(items.map(({ id }) => id)).size < items.length) throw new Error("two entries have one name");
  return items.map((item) => ({
    guid: item.id ?? "",
    title: item.title ?? null,
    link: item.url ?? null,
    date: new Date(item.date_modified ?? ""),
    description: item.content_text ?? null,
  }));
}

const address = { type: "string", format: "uri" };
const words = { type: "string", minLength: 1 };
const moment = { type: "string", format: "date-time" };
const authors = {
  type: "array",
  items: {
    type: "object",
    anyOf: [{ required: ["name"] }, { required: ["url"] }, { required: ["avatar"] }],
    properties: { name: words, url: address, avatar: address },
    additionalProperties: false,
  },
};
const common = { authors, language: { type: "string", pattern: "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" } };
/** Extensions begin with an underscore. */
const closed = { patternProperties: { "^_": { type: "object" } }, additionalProperties: false };

/** JSON Feed 1.1: the fields that it knows, and those that it asks for. */
const JSON_FEED = {
  type: "object",
  required: ["version", "title", "items"],
  ...closed,
  properties: {
    ...common,
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: words,
    home_page_url: address,
    feed_url: address,
    next_url: address,
    icon: address,
    favicon: address,
    description: { type: "string" },
    user_comment: { type: "string" },
    expired: { type: "boolean" },
    items: {
      type: "array",
      items: {
        type: "object",
        required: ["id"],
        anyOf: [{ required: ["content_text"] }, { required: ["content_html"] }],
        ...closed,
        properties: {
          ...common,
          id: words,
          url: address,
          external_url: address,
          title: words,
          content_text: { type: "string" },
          content_html: { type: "string" },
          summary: { type: "string" },
          image: address,
          date_published: moment,
          date_modified: moment,
          tags: { type: "array", items: words },
        },
      },
    },
  },
};
const ajv = new Ajv();
addFormats.default(ajv);
const isJsonFeed = ajv.compile<{ readonly items: unknown }>(JSON_FEED);
