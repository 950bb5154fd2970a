import { firstUnits } from "#lib/english/endings";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";
import { wordsOf } from "./element-words";
import { attribute, type Element, textOf } from "./html-tree";

/** Enough for every page seen; a page with more is making noise. */
const MAX_ENTRIES = 500;
const MAX_VALUE = 2000;
const MAX_JSON_LD = 2_000_000;

const shortened = (element: Element, name: string) =>
  firstUnits(attribute(element, name) ?? "", MAX_VALUE) || null;

/** Collects what a page says about itself outside its text. */
export class PageHeadWriter {
  private title: string | null = null;
  private readonly metaValues = new Map<string, string[]>();
  private canonical: string | null = null;
  private readonly jsonLd: string[] = [];
  private readonly times: { datetime: string; block: number; words: string }[] = [];
  private language: string | null = null;

  /** `block` is the index of the block that follows or holds the element. */
  read(element: Element, block: number): void {
    const tag = element.tagName;
    if (tag === "meta") this.meta(element);
    else if (tag === "link") this.link(element);
    else if (tag === "title") this.title ??= textOf(element).replace(/\s+/g, " ").trim() || null;
    else if (tag === "script") this.script(element);
    else if (tag === "time") this.time(element, block);
    else this.root(element);
  }

  private root(element: Element): void {
    this.language ??= shortened(element, "lang") || null;
  }

  private meta(element: Element): void {
    const name =
      shortened(element, "property") ?? shortened(element, "name") ?? shortened(element, "itemprop");
    const value = shortened(element, "content")?.trim() ?? "";
    if (name === null || value === "") return;
    const key = name.trim().toLowerCase();
    const values = this.metaValues.get(key);
    if (values === undefined && this.metaValues.size < MAX_ENTRIES) this.metaValues.set(key, [value]);
    else if (values !== undefined && values.length < 20) values.push(value);
  }

  private link(element: Element): void {
    const isCanonical = /(^|\s)canonical(\s|$)/i.test(shortened(element, "rel") ?? "");
    if (isCanonical) this.canonical ??= shortened(element, "href");
  }

  private script(element: Element): void {
    if (!/ld\+json/i.test(shortened(element, "type") ?? "") || this.jsonLd.length >= 50) return;
    const content = textOf(element);
    if (content.length <= MAX_JSON_LD) this.jsonLd.push(content);
  }

  private time(element: Element, block: number): void {
    const datetime = shortened(element, "datetime");
    if (datetime !== null && this.times.length < MAX_ENTRIES)
      this.times.push({ datetime, block, words: wordsOf(element) });
  }

  finish(): PageHead {
    const { title, metaValues: meta, canonical, jsonLd, times, language } = this;
    return { title, meta, canonical, jsonLd, times, language };
  }
}
