import { EMPHASIS } from "#lib/pipeline/segment/parts/markup";
import type { Block } from "#lib/pipeline/segment/parts/page-document";
import { normalise } from "#lib/text/normalise";

const HOME = /^(?:https?:\/\/[^/?#\s]+)?\/?$/i;

/** How much of one block's inline names is kept. */
const MAX_INLINE_WORDS = 200;
/** How many addresses of one block are kept. */
const MAX_HREFS = 20;

/** Collects characters into blocks, and blocks into the page's text. */
export class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly texts: string[] = [];
  private length = 0;
  private chunks: string[] = [];
  private lines = 0;
  private links = 0;
  private emphasis = 0;
  private linked = 0;
  private linkCount = 0;
  private isLinkHome = false;
  private hrefs: string[] = [];
  private emphasised = 0;
  private inlineWords = "";
  private hasTime = false;
  private isAfterBreak = false;
  private isAfterRule = false;
  private images = 0;

  /** Blocks written so far. */
  get count(): number {
    return this.blocks.length;
  }

  /** Inside `pre` a line end is a line end. */
  keepLines(step: 1 | -1): void {
    this.lines += step;
  }

  add(chars: string): void {
    if (this.lines > 0 && chars.includes("\n")) {
      const parts = chars.split("\n");
      for (const [i, part] of parts.entries()) {
        if (part !== "") this.addRun(part);
        if (i < parts.length - 1) this.addRun("\n");
      }
      return;
    }
    this.addRun(chars);
  }

  private addRun(chars: string): void {
    this.chunks.push(this.lines > 0 && chars === "\n" ? LINE : chars);
    const words = chars.trim().length;
    const size = words > 0 ? words : 1;
    if (words === 0 && this.linked === 0 && this.emphasised === 0) return;
    if (this.links > 0) this.linked += size;
    if (this.emphasis > 0) this.emphasised += size;
  }

  /** `href` is where a link leads. */
  openInline(tag: string, words: string, href: string | null): void {
    if (tag === "a") {
      this.links += 1;
      this.linkCount += 1;
      this.isLinkHome ||= href !== null && HOME.test(href.trim());
      if (href !== null && this.hrefs.length < MAX_HREFS) this.hrefs.push(href);
    }
    if (EMPHASIS.has(tag)) this.emphasis += 1;
    if (tag === "time") this.hasTime = true;
    if (words !== "" && this.inlineWords.length < MAX_INLINE_WORDS) this.inlineWords += ` ${words}`;
  }

  closeInline(tag: string): void {
    if (tag === "a") this.links -= 1;
    if (EMPHASIS.has(tag)) this.emphasis -= 1;
  }

  image(): void {
    this.images += 1;
  }

  breakLine(element: number): void {
    this.flush(element);
    this.isAfterBreak = true;
  }

  rule(element: number): void {
    this.flush(element);
    this.isAfterRule = true;
  }

  flush(element: number): void {
    if (this.chunks.length === 0) {
      this.resetLinks();
      return;
    }
    const joined = this.chunks.join("");
    this.chunks = [];
    if (joined.includes(LINE)) {
      for (const part of joined.split(EMPTY_LINE)) this.write(part, element);
    } else this.write(joined, element);
    this.linked = 0;
    this.emphasised = 0;
    this.resetLinks();
    this.inlineWords = "";
    this.hasTime = false;
  }

  /** A link around several blocks counts for each. */
  private resetLinks(): void {
    this.linkCount = this.links > 0 ? 1 : 0;
    this.isLinkHome &&= this.links > 0;
    this.hrefs = this.links > 0 ? this.hrefs.slice(-1) : [];
  }

  private write(raw: string, element: number): void {
    const text = clean(raw);
    if (text === "") return;
    if (this.blocks.length > 0) this.length += 1;
    const start = this.length;
    this.length += text.length;
    this.texts.push(text);
    this.blocks.push({
      start,
      end: this.length,
      text,
      element,
      linked: Math.min(this.linked, text.length),
      linkCount: this.linkCount,
      isLinkHome: this.isLinkHome,
      hrefs: this.hrefs,
      emphasised: Math.min(this.emphasised, text.length),
      inlineWords: this.inlineWords.trim(),
      hasTime: this.hasTime,
      isAfterBreak: this.isAfterBreak,
      isAfterRule: this.isAfterRule,
      imagesBefore: this.images,
    });
    this.isAfterBreak = false;
    this.isAfterRule = false;
    this.images = 0;
  }

  finish(): { text: string; blocks: readonly Block[] } {
    return { text: this.texts.join("\n"), blocks: this.blocks };
  }
}

/** Stands for a kept line end, so that it isn't collapsed: NUL, which the reader never passes on. */
const LINE = "\u0000";
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is the mark of a kept line end
const EMPTY_LINE = /\u0000[\s\u0000]*\u0000/;

/** NFC, HTML's white space collapsed, none of any kind at the ends, nothing that a database can't hold. */
function clean(raw: string): string {
  const spaced = raw.replace(/[\t\n\f\r ]+/g, " ");
  const collapsed = (spaced.includes(LINE) ? spaced.replaceAll(LINE, "\n") : spaced).trim();
  if (collapsed === "" || !/[^\s\u200b-\u200f\u2060\ufeff\u00ad]/.test(collapsed)) return "";
  return normalise(collapsed).trim();
}
