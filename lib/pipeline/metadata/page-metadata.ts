import type { PageDocument } from "#lib/pipeline/blocks/page-document";
import { linkedNodes } from "./json-ld";
import { type FoundDate, publicationDate, updateDate } from "./page-dates";
import { authorOf, canonicalOf, creditOf, publisherOf } from "./page-names";
import { declaredTitles, type TitleLine, titleOf } from "./page-title";

/** What a page says about itself. Null where it doesn't say; nothing here is taken from today's date. */
export interface PageMetadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly place: string | null;
  readonly published: FoundDate | null;
  readonly updated: FoundDate | null;
  /** BCP 47 primary tag from the page's own `lang`, or null. */
  readonly language: string | null;
  readonly direction: "ltr" | "rtl";
  /** A proposal on the same host, never the root of another page. */
  readonly canonical: string | null;
}

export interface SeenLines {
  readonly titles: readonly TitleLine[];
  readonly datelines: readonly string[];
  readonly lead: string | null;
  readonly from: number;
  readonly to: number;
}

export function metadataOf(page: PageDocument, seen: SeenLines, url: string | null): PageMetadata {
  const { head } = page;
  const nodes = linkedNodes(head.jsonLd);
  const publisher = publisherOf(head, nodes);
  const dates = { head, nodes, url, datelines: seen.datelines, from: seen.from, to: seen.to };
  const credit = seen.lead === null ? null : creditOf(seen.lead);
  return {
    title: titleOf(seen.titles, declaredTitles(head, nodes, publisher), [publisher ?? "", hostOf(url)].filter((name) => name !== "")),
    author: authorOf(head, nodes, seen.datelines),
    publisher,
    agency: credit?.agency ?? null,
    place: credit?.place ?? null,
    published: publicationDate(dates),
    updated: updateDate(dates),
    language: languageOf(head.language),
    direction: head.direction ?? directionOf(page.text),
    canonical: canonicalOf(head.canonical, url),
  };
}

function hostOf(url: string | null): string {
  return URL.canParse(url ?? "") ? new URL(url ?? "").hostname.replace(/^www\./, "") : "";
}

/** The primary tag; "ku" and "ku-arab" in Arabic script are Sorani only where the page says so itself. */
function languageOf(tag: string | null): string | null {
  const primary = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
  return primary ?? null;
}

function directionOf(text: string): "ltr" | "rtl" {
  const sample = text.slice(0, 20_000);
  const arabic = sample.match(/[\u0590-\u08ff]/g)?.length ?? 0;
  const latin = sample.match(/[A-Za-z\u00c0-\u024f\u0370-\u04ff]/g)?.length ?? 0;
  return arabic > latin ? "rtl" : "ltr";
}
