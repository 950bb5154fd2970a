/** One element of a page, as far as the classifier looks at it. `parent` is an index into `elements`, -1 at the document, which is the first. */
export interface PageElement {
  readonly parent: number;
  readonly tag: string;
  /** `class`, `id`, `role` and `itemprop`, lower case, camelCase taken apart, words separated by one space. */
  readonly words: string;
  readonly depth: number;
  readonly isBlock: boolean;
  /** By `hidden`, `aria-hidden` or an inline style: its own or an ancestor's. */
  readonly isHidden: boolean;
}

/** A run of text with no block boundary in it; `text.slice(start, end)` of the page is its text. UTF-16. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The innermost block element around it: an index into `elements`. */
  readonly element: number;
  /** Characters inside links, in bold or italics, and how many links begin in it. */
  readonly linked: number;
  readonly linkCount: number;
  /** One of its links leads to the site's front page, as its name and its logo do. */
  readonly isLinkHome: boolean;
  /** Where its links lead, as written. */
  readonly hrefs: readonly string[];
  readonly emphasised: number;
  /** Words of the inline elements that it holds (`time`, `byline`, …). */
  readonly inlineWords: string;
  readonly hasTime: boolean;
  /** What stands before it: nothing (a block boundary), a line break, a rule; and how many images. */
  readonly isAfterBreak: boolean;
  readonly isAfterRule: boolean;
  readonly imagesBefore: number;
}

/** What the head of a page says: kept as written, trusted by nobody. */
export interface PageHead {
  readonly title: string | null;
  /** `name`, `property` or `itemprop`, lower case, to the values in document order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | null;
  readonly jsonLd: readonly string[];
  /** `datetime` attributes, with the index of the block that follows or holds each. */
  readonly times: readonly { readonly datetime: string; readonly block: number; readonly words: string }[];
  readonly language: string | null;
}

export interface PageDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly elements: readonly PageElement[];
  readonly head: PageHead;
}
