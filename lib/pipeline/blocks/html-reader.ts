import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { BlockWriter } from "./block-writer";
import {
  BREAKS_OUT,
  CLOSES_PARAGRAPH,
  HEADING,
  INLINE,
  ITEM_BOUNDARY,
  SCOPE,
  SKIPPED,
  VOID,
} from "./markup";
import { PageHeadWriter } from "./page-head-writer";
import { attributeOf, isHiddenBy, wordsOf } from "./attributes";
import type { PageDocument, PageElement } from "./page-document";

/** Browsers build trees no deeper than this; deeper elements keep their text and lose their own box. */
const MAX_DEPTH = 512;

interface OpenElement {
  readonly tag: string;
  readonly index: number;
  readonly isSkipped: boolean;
  readonly isBlock: boolean;
}

/**
 * Read HTML into blocks in document order, in one pass over parse5's tokens: no tree, no recursion, time and memory in
 * proportion to the page. The text is made of the blocks' texts with `\n` between them.
 *
 * White space is collapsed as HTML does it, `pre` keeps its lines, text is NFC; scripts, styles and form fields give none.
 * Source   HTML Standard, 13.2.6 for what a start tag closes and how far an end tag reaches.
 */
export function readHtml(html: string): PageDocument {
  return new HtmlReader().read(html);
}

class HtmlReader {
  private readonly elements: PageElement[] = [];
  private readonly open: OpenElement[] = [];
  private readonly openCount = new Map<string, number>();
  private readonly beyondDepth = new Map<string, number>();
  private readonly blocks = new BlockWriter();
  private readonly head = new PageHeadWriter();
  private skipped = 0;
  private raw: { tag: string; chunks: string[]; keep: boolean } | null = null;
  private readonly tokenizer: Tokenizer;

  constructor() {
    this.tokenizer = new Tokenizer(
      {},
      {
        onComment: () => {},
        onDoctype: () => {},
        onStartTag: (token) => this.startTag(token),
        onEndTag: (token) => this.endTag(token.tagName),
        onEof: () => this.blocks.flush(this.container()),
        onCharacter: (token) => this.characters(token.chars),
        onNullCharacter: () => {},
        onWhitespaceCharacter: (token) => this.characters(token.chars),
      },
    );
  }

  /** The root stands whether the page writes it or not. */
  private readonly root = this.elements.push(ROOT);

  read(html: string): PageDocument {
    this.open.push({ tag: "html", index: this.root - 1, isSkipped: false, isBlock: true });
    this.openCount.set("html", 1);
    this.tokenizer.write(html, true);
    this.blocks.flush(this.container());
    const { text, blocks } = this.blocks.finish();
    const head = this.head.finish();
    return { format: "html", text, blocks, elements: this.elements, head, notes: [] };
  }

  private characters(chars: string): void {
    if (this.raw !== null) {
      if (this.raw.keep) this.raw.chunks.push(chars);
      return;
    }
    if (this.skipped === 0) this.blocks.add(chars);
  }

  private startTag(token: Token.TagToken): void {
    const tag = token.tagName;
    if (this.skipped > 0 && BREAKS_OUT.has(tag)) this.leaveForeign();
    if (tag === "html" || tag === "body") this.head.root(tag, token);
    if ((tag === "html" || tag === "body") && this.isOpen(tag)) return;
    if (VOID.has(tag)) return this.voidTag(tag, token);
    this.closeImplied(tag);
    const isBlock = !INLINE.has(tag);
    if (isBlock) this.blocks.flush(this.container());
    this.push(tag, token, isBlock);
    this.startRaw(tag, token);
  }

  /** Tell the tokenizer where markup stops being markup. */
  private startRaw(tag: string, token: Token.TagToken): void {
    const inForeign = this.isOpen("svg") || this.isOpen("math");
    if (inForeign || token.selfClosing) return;
    const state = RAW_STATES.get(tag);
    if (state === undefined) return;
    this.tokenizer.state = state;
    const isData = tag === "script" && /ld\+json/i.test(attributeOf(token, "type") ?? "");
    if (tag !== "xmp" && tag !== "plaintext")
      this.raw = { tag, chunks: [], keep: isData || (tag === "title" && !this.head.hasTitle) };
  }

  private voidTag(tag: string, token: Token.TagToken): void {
    if (tag === "meta") this.head.meta(token);
    else if (tag === "link") this.head.link(token);
    if (this.skipped > 0) return;
    if (tag === "br") this.blocks.breakLine(this.container());
    else if (tag === "hr") {
      this.closeImplied(tag);
      this.blocks.rule(this.container());
    } else if (tag === "img") this.blocks.image();
    else if (tag === "input") this.blocks.flush(this.container());
  }

  private push(tag: string, token: Token.TagToken, isBlock: boolean): void {
    if (token.selfClosing && (tag === "svg" || this.isOpen("svg"))) return;
    if (this.open.length >= MAX_DEPTH) {
      this.beyondDepth.set(tag, (this.beyondDepth.get(tag) ?? 0) + 1);
      return;
    }
    const parent = this.open.at(-1)?.index ?? -1;
    const above = this.elements[parent];
    const words = wordsOf(token);
    const isHidden = (above?.isHidden ?? false) || isHiddenBy(token);
    const depth = (above?.depth ?? -1) + 1;
    const index = this.elements.push({ parent, tag, words, depth, isBlock, isHidden }) - 1;
    const isSkipped = SKIPPED.has(tag);
    if (isSkipped) this.skipped += 1;
    this.open.push({ tag, index, isSkipped, isBlock });
    this.openCount.set(tag, (this.openCount.get(tag) ?? 0) + 1);
    if (this.skipped > 0) return;
    if (!isBlock) this.blocks.openInline(tag, words);
    if (tag === "pre") this.blocks.keepLines(1);
    if (tag === "time") this.head.time(attributeOf(token, "datetime"), this.blocks.count, words);
  }

  private endTag(tag: string): void {
    if (this.raw !== null && this.raw.tag === tag) {
      if (this.raw.keep) this.head.raw(tag, this.raw.chunks.join(""));
      this.raw = null;
    }
    const beyond = this.beyondDepth.get(tag) ?? 0;
    if (beyond > 0) {
      this.beyondDepth.set(tag, beyond - 1);
      if (!INLINE.has(tag)) this.blocks.flush(this.container());
      return;
    }
    if (tag === "br") return this.blocks.breakLine(this.container());
    if (tag === "body" || tag === "html" || !this.isOpen(tag)) {
      if (tag === "p") this.blocks.flush(this.container());
      return;
    }
    if (INLINE.has(tag)) this.closeInline(tag);
    else this.closeBlock(tag);
  }

  /** `<b><i>x</b>y</i>`: the one that is named goes, those inside it stay. */
  private closeInline(tag: string): void {
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const element = this.open[i];
      if (element === undefined || SCOPE.has(element.tag)) return;
      if (element.tag !== tag) continue;
      this.open.splice(i, 1);
      this.closed(element);
      return;
    }
  }

  private closeBlock(tag: string): void {
    const isTable = TABLE_PART.has(tag);
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const element = this.open[i];
      if (element === undefined) return;
      const isHeading = HEADING.has(tag) && HEADING.has(element.tag);
      if (element.tag === tag || isHeading) return this.popTo(i);
      if (SCOPE.has(element.tag) && !(isTable && element.tag !== "table")) return;
    }
  }

  /** Pop everything above `depth`, and the element at it. */
  private popTo(depth: number): void {
    while (this.open.length > depth) {
      if (this.open.at(-1)?.isBlock) this.blocks.flush(this.container());
      const element = this.open.pop();
      if (element === undefined) return;
      this.closed(element);
    }
  }

  private closed(element: OpenElement): void {
    this.openCount.set(element.tag, (this.openCount.get(element.tag) ?? 1) - 1);
    if (element.isSkipped) this.skipped -= 1;
    if (this.skipped > 0 || element.isSkipped) return;
    if (!element.isBlock) this.blocks.closeInline(element.tag);
    if (element.tag === "pre") this.blocks.keepLines(-1);
  }

  private closeImplied(tag: string): void {
    if (CLOSES_PARAGRAPH.has(tag)) this.closeNearest("p", PARAGRAPH_SCOPE);
    if (tag === "li") this.closeNearest("li", ITEM_BOUNDARY);
    else if (tag === "dd" || tag === "dt") {
      this.closeNearest("dd", ITEM_BOUNDARY);
      this.closeNearest("dt", ITEM_BOUNDARY);
    } else if (HEADING.has(tag) && HEADING.has(this.open.at(-1)?.tag ?? "")) this.popTo(this.open.length - 1);
    else if (tag === "a" && this.isOpen("a")) this.closeInline("a");
    else if (tag === "button") this.closeNearest("button", SCOPE);
    else if (tag === "td" || tag === "th") this.closeCells(CELLS);
    else if (tag === "tr") this.closeCells(ROWS);
    else if (tag === "tbody" || tag === "thead" || tag === "tfoot") this.closeCells(ROW_GROUPS);
  }

  private closeNearest(tag: string, boundary: ReadonlySet<string>): void {
    if (!this.isOpen(tag)) return;
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const name = this.open[i]?.tag ?? "";
      if (name === tag) return this.popTo(i);
      if (boundary.has(name)) return;
    }
  }

  private closeCells(parts: ReadonlySet<string>): void {
    if (!this.isOpen("table")) return;
    let outermost = -1;
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const name = this.open[i]?.tag ?? "";
      if (name === "table" || name === "template") break;
      if (parts.has(name)) outermost = i;
    }
    if (outermost >= 0) this.popTo(outermost);
  }

  private leaveForeign(): void {
    let outermost = -1;
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const name = this.open[i]?.tag ?? "";
      if (name === "foreignobject" || name === "template") break;
      if (name === "svg" || name === "select") outermost = i;
    }
    if (outermost >= 0) this.popTo(outermost);
  }

  private isOpen(tag: string): boolean {
    return (this.openCount.get(tag) ?? 0) > 0;
  }

  private container(): number {
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const element = this.open[i];
      if (element?.isBlock) return element.index;
    }
    return -1;
  }
}

const ROOT: PageElement = { parent: -1, tag: "html", words: "", depth: 0, isBlock: true, isHidden: false };
const PARAGRAPH_SCOPE: ReadonlySet<string> = new Set([...SCOPE, "button"]);
const CELLS: ReadonlySet<string> = new Set(["td", "th", "caption"]);
const ROWS: ReadonlySet<string> = new Set([...CELLS, "tr"]);
const ROW_GROUPS: ReadonlySet<string> = new Set([...ROWS, "tbody", "thead", "tfoot"]);
const TABLE_PART: ReadonlySet<string> = new Set([...ROW_GROUPS, "table"]);

const RAW_STATES: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ["script", TokenizerMode.SCRIPT_DATA],
  ["title", TokenizerMode.RCDATA],
  ["textarea", TokenizerMode.RCDATA],
  ["plaintext", TokenizerMode.PLAINTEXT],
  ...["style", "xmp", "iframe", "noembed", "noframes", "noscript"].map(
    (tag) => [tag, TokenizerMode.RAWTEXT] as const,
  ),
]);
