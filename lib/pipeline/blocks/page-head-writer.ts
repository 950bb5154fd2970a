import type { Token } from "parse5";
import { attributeOf } from "./attributes";
import type { PageHead } from "./page-document";

/** Enough for every page seen; a page with more is making noise. */
const MAX_ENTRIES = 500;
const MAX_JSON_LD = 2_000_000;

/** Collects what a page says about itself outside its text. */
export class PageHeadWriter {
  private title: string | null = null;
  private readonly metaValues = new Map<string, string[]>();
  private canonical: string | null = null;
  private readonly jsonLd: string[] = [];
  private readonly times: { datetime: string; block: number; words: string }[] = [];
  private language: string | null = null;
  private direction: "ltr" | "rtl" | null = null;

  get hasTitle(): boolean {
    return this.title !== null;
  }

  root(_tag: "html" | "body", token: Token.TagToken): void {
    this.language ??= attributeOf(token, "lang") || attributeOf(token, "xml:lang") || null;
    const direction = attributeOf(token, "dir")?.toLowerCase();
    if (direction === "ltr" || direction === "rtl") this.direction ??= direction;
  }

  meta(token: Token.TagToken): void {
    const name = attributeOf(token, "property") ?? attributeOf(token, "name") ?? attributeOf(token, "itemprop");
    const value = attributeOf(token, "content");
    if (name === null || value === null || value.trim() === "") return;
    const key = name.trim().toLowerCase();
    const values = this.metaValues.get(key);
    if (values !== undefined) {
      if (values.length < 20) values.push(value.trim());
    } else if (this.metaValues.size < MAX_ENTRIES) this.metaValues.set(key, [value.trim()]);
  }

  link(token: Token.TagToken): void {
    if (this.canonical !== null || !/(^|\s)canonical(\s|$)/i.test(attributeOf(token, "rel") ?? "")) return;
    this.canonical = attributeOf(token, "href");
  }

  time(datetime: string | null, block: number, words: string): void {
    if (datetime !== null && this.times.length < MAX_ENTRIES) this.times.push({ datetime, block, words });
  }

  /** The text of `title` or of a JSON-LD script. */
  raw(tag: string, content: string): void {
    if (tag === "title") this.title ??= content.replace(/\s+/g, " ").trim() || null;
    else if (content.length <= MAX_JSON_LD && this.jsonLd.length < 50) this.jsonLd.push(content);
  }

  finish(): PageHead {
    const { title, metaValues: meta, canonical, jsonLd, times, language, direction } = this;
    return { title, meta, canonical, jsonLd, times, language, direction };
  }
}
