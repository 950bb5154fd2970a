import type { SegmentType } from "#lib/domain/labels";
import { BLOCK_TYPES } from "#lib/pipeline/segment/classifier/block-types";
import { factsOf } from "#lib/pipeline/segment/classifier/page-facts";
import { pageOfHtml } from "#lib/pipeline/segment/html/html-page";
import { type Example, exampleOf } from "./block-training";
import { ARABIC, ENGLISH, SORANI, STORIES, type Words } from "./made-words";

type Random = () => number;

/** Units of the private use area, one a type: they stand before each text of a made page and are taken out again. */
const MARKS = 0xe000;
const MARK = /[\ue000-\ue00f]/g;

function marked(type: SegmentType, text: string): string {
  const mark = String.fromCharCode(MARKS + BLOCK_TYPES.indexOf(type));
  return mark + text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Names that sites give to the same box; a page uses one of each. */
const BOXES = {
  post: "post hentry|article|entry|single-post|story|node node-article|td-post|blog-post".split("|"),
  body: "post-body entry-content|entry-content|article-body|story-text|post-content|field-body|content__text".split(
    "|",
  ),
  title: "post-title entry-title|entry-title|headline|article__title|title|page-title".split("|"),
  meta: "post-meta|byline|entry-meta|dateline|article-info|post-info".split("|"),
  caption: "wp-caption-text|caption|image-caption|credit".split("|"),
  share: "share-buttons|social|post-share|post-footer|sharedaddy".split("|"),
  related: "related-posts|popular-posts|more-stories|widget PopularPosts|recommended|read-next".split("|"),
  item: "item|card|post-item|widget-item|teaser".split("|"),
  snippet: "item-snippet|excerpt|summary|card__text".split("|"),
  comments: "comments|comment-list|comments-area|responses".split("|"),
  comment: "comment|comment-body|comment-item|comment-block".split("|"),
  who: "comment-author|user|fn|comment__name".split("|"),
  side: "sidebar|widget-area|rail|aside".split("|"),
  bio: "author-bio|about-author|post-author-box".split("|"),
} as const;

/** One made page after another, from one stream of random numbers. */
class PageMaker {
  private words: Words = ENGLISH;
  private boxes: Record<string, string> = {};

  constructor(
    /** Paragraphs of news articles, an article each. */
    private readonly stories: readonly (readonly string[])[],
    private readonly random: Random,
  ) {}

  make(): string {
    const kind = this.random();
    this.words = kind < 0.14 ? ARABIC : kind < 0.26 ? SORANI : ENGLISH;
    this.boxes = Object.fromEntries(Object.entries(BOXES).map(([name, list]) => [name, this.pick(list)]));
    const isBlog = this.chance(0.4);
    const isArchive = this.chance(0.3);
    const { lang, dir } = this.words;
    const site = this.pick(this.words.sites);
    const posts = Array.from({ length: isArchive ? 2 + this.upTo(3) : 1 }, () =>
      this.post(isBlog, !isArchive),
    );
    const first = this.last.replace(MARK, "");
    const title = isArchive ? site : this.chance(0.5) ? `${first} | ${site}` : `${site}: ${first}`;
    const home = `<a href="/">${marked("CHROME", site)}</a>`;
    const heading = isBlog && this.chance(0.5) ? `<h1 class="title">${home}</h1>` : home;
    const side = this.chance(0.7) ? `<div class="${this.boxes.side}">${this.teasers()}</div>` : "";
    const menu = this.few(3, 8, () => `<li>${this.link("CHROME", this.pick(this.words.menu))}</li>`).join("");
    const legal = this.few(1, 3, () => `<p>${marked("CHROME", this.pick(this.words.legal))}</p>`).join("\n");
    return `<html lang="${lang}" dir="${dir}"><head><title>${title}</title>${this.chance(0.5) ? `<meta property="og:site_name" content="${site}">` : ""}</head>
<body><header>${heading}<nav><ul>${menu}</ul></nav></header><div id="main" class="main">${posts.join("\n")}</div>${side}<footer>${legal}</footer></body></html>`;
  }

  private last = "";

  private post(isBlog: boolean, isWhole: boolean): string {
    const title = this.title();
    this.last = title;
    const level = isBlog ? "h3" : isWhole ? "h1" : "h2";
    const head = `<${level} class="${this.boxes.title}">${isWhole ? marked("HEADLINE", title) : this.link("HEADLINE", title)}</${level}>`;
    const date = `<h2 class="date-header">${marked("DATELINE", this.pick(this.words.dates))}</h2>`;
    const meta = `<div class="${this.boxes.meta}">${this.few(1, 2, () => `<span>${marked("DATELINE", this.filled(this.words.bylines))}</span>`).join("<br>")}</div>`;
    const figure = this.chance(0.3)
      ? `<figure><img src=a.jpg><figcaption class="${this.boxes.caption}">${marked("CAPTION", this.filled(this.words.credits))}</figcaption></figure>`
      : "";
    const bio = this.chance(0.15)
      ? `<div class="${this.boxes.bio}">${marked("CHROME", this.filled(this.words.bios))}</div>`
      : "";
    const share = `<div class="${this.boxes.share}">${this.few(1, 4, () => this.link("CHROME", this.pick(this.words.share))).join("<br>")}</div>`;
    const top = isBlog && this.chance(0.7) ? date + head : head + meta;
    return `<div class="${this.boxes.post}">${top}${figure}<div class="${this.boxes.body}">${this.body(isBlog)}</div>${bio}${share}
${isWhole ? `${this.chance(0.5) ? this.teasers() : ""}${this.comments()}` : ""}</div>`;
  }

  private body(isBlog: boolean): string {
    const lines = this.story().map((text) => marked("BODY", text));
    if (isBlog && this.chance(0.4)) lines.unshift(marked("DATELINE", this.filled(this.words.bylines)));
    return isBlog && this.chance(0.5)
      ? lines.join("<br><br>\n")
      : lines.map((line) => `<p>${line}</p>`).join("\n");
  }

  private story(): readonly string[] {
    const made = STORIES[this.words.lang];
    if (made !== undefined) return this.few(3, 6, () => this.few(1, 3, () => this.pick(made)).join(" "));
    const all = this.pick(this.stories);
    const from = this.chance(0.5) ? 0 : this.upTo(all.length);
    return all.slice(from, from + 4 + this.upTo(12));
  }

  /** The first words of an article, up to a comma or a full stop, stand for its title. */
  private title(): string {
    const text = this.story()[0] ?? "";
    return (
      text
        .split(/[.,،:؟?]/)[0]
        ?.split(" ")
        .slice(0, 13)
        .join(" ") ?? text
    );
  }

  private teasers(): string {
    const heading = `<h3>${marked("CHROME", this.pick(this.words.related))}</h3>`;
    const hasSnippet = this.chance(0.4);
    const one = () => {
      const link = this.link("TEASER", this.title());
      const words = `${(this.story()[0] ?? "").slice(0, 60 + this.upTo(90))}...`;
      return `<li class="${this.boxes.item}">${link}${hasSnippet ? `<div class="${this.boxes.snippet}">${marked("TEASER", words)}</div>` : ""}</li>`;
    };
    return `<div class="${this.boxes.related}">${heading}<ul>${this.few(2, 6, one).join("\n")}</ul></div>`;
  }

  private comments(): string {
    if (this.chance(0.4)) {
      const none = this.few(1, 2, () => `<p>${marked("CHROME", this.pick(this.words.noComments))}</p>`);
      return `<div class="${this.boxes.comments}">${none.join("")}</div>`;
    }
    const one = () => {
      const date = this.chance(0.6) ? `<div>${marked("COMMENT", this.pick(this.words.dates))}</div>` : "";
      const remark = this.chance(0.7) ? this.pick(this.words.remarks) : (this.story()[0] ?? "").slice(0, 200);
      return `<li class="${this.boxes.comment}"><div class="${this.boxes.who}">${marked("COMMENT", this.pick(this.words.names))}</div>${date}<p>${marked("COMMENT", remark)}</p></li>`;
    };
    return `<div class="${this.boxes.comments}"><h4>${marked("CHROME", this.pick(this.words.comments))}</h4><ol>${this.few(1, 5, one).join("\n")}</ol></div>`;
  }

  private link(type: SegmentType, text: string): string {
    return `<a href="/${this.upTo(999)}">${marked(type, text)}</a>`;
  }

  private filled(list: readonly string[]): string {
    return this.pick(list)
      .replace("{NAME}", this.pick(this.words.names))
      .replace("{DATE}", this.pick(this.words.dates));
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private upTo(n: number): number {
    return Math.floor(this.random() * n);
  }

  private pick<T>(list: readonly T[]): T {
    const item = list[this.upTo(list.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  private few<T>(low: number, high: number, make: () => T): T[] {
    return Array.from({ length: low + this.upTo(high - low + 1) }, make);
  }
}

/** A made page counts for less than a real one. */
const WEIGHT = 0.35;

/** Pages of HTML put together from boxes as sites name them, words of our own and paragraphs of news: every type is known. */
export function madeExamples(
  stories: readonly (readonly string[])[],
  count: number,
  random: Random,
): Example[] {
  const maker = new PageMaker(stories, random);
  return Array.from({ length: count }, (_, i) => {
    const html = maker.make();
    const known = pageOfHtml(html).blocks.map(({ text }) => text.charCodeAt(0) - MARKS);
    const facts = factsOf(pageOfHtml(html.replace(MARK, "")));
    if (known.length !== facts.page.blocks.length) throw new RangeError("a made page changed with its marks");
    const total = facts.page.blocks.reduce((sum, { text }) => sum + text.length, 1);
    const weights = facts.page.blocks.map(
      ({ text }) => WEIGHT * (0.5 + Math.min(2, (20 * text.length) / total)),
    );
    return exampleOf(`made:${i}`, facts, {
      types: Uint8Array.from(known),
      weights: Float64Array.from(weights),
    });
  });
}
