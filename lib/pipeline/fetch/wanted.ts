import * as words from "#lib/words";

const evidenceFetching = words.evidenceFetching;
const factCheckFetching = words.factCheckFetching;
const feedFetching = words.feedFetching;
const fetching = words.fetching;

/** What is asked for at an address, and how its absence is said. Everything else about a fetch is the same for all. */
export interface Wanted {
  /** The Accept header. */
  readonly accept: string;
  /** Media types that can be read, in lower case. */
  readonly types: readonly string[];
  readonly words: typeof fetching;
}

export const PAGE: Wanted = {
  accept: "text/html, application/xhtml+xml, text/plain;q=0.9",
  types: ["text/html", "application/xhtml+xml", "text/plain"],
  words: fetching,
};

/** What evidence quotes: a page, or a document that is kept though nothing reads it. */
export const DOCUMENT: Wanted = {
  accept: `${PAGE.accept}, application/pdf;q=0.9`,
  types: [...PAGE.types, "application/pdf", "application/x-pdf"],
  words: evidenceFetching,
};

/** The page of a fact-check, or a data feed of many. */
export const FACT_CHECK: Wanted = {
  accept: `${PAGE.accept}, application/ld+json;q=0.9, application/json;q=0.9`,
  types: [...PAGE.types, "application/ld+json", "application/json", "text/json"],
  words: factCheckFetching,
};

/** Many feeds go by the type of plain XML, text or JSON, and a page may name the feed that was meant. */
export const FEED: Wanted = {
  accept:
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5",
  types: [
    "application/atom+xml",
    "application/rss+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
    "text/rss+xml",
    ...PAGE.types,
  ],
  words: feedFetching,
};
