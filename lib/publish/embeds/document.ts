import { LABELS } from "#lib/domain/labels";
import type { StripView } from "#lib/domain/reader-view";
import { breakPath, strokeShape } from "#lib/publish/stroke";
import * as words from "#lib/words";
import { firstWords, langOf, quoted } from "#lib/words/lists";
import { type EmbedCard, withoutFragment } from "./card";
import { type Child, type Element, element, written } from "./markup";

/** A card as a whole document, and as HTML that stands in somebody else's text. */

const w = words.embeds;
/** In UTF-16 units. */
const LONGEST_TITLE = 160;

/** The document that an iframe shows. `style` is the one sheet that its policy lets in. Links open beside the page that it stands in. */
export function cardDocument(card: EmbedCard, style: string): string {
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("meta", { name: "robots", content: "noindex" }),
    element("link", { rel: "canonical", href: withoutFragment(card.href) }),
    element("title", {}, titleOf(card)),
    element("style", {}, style),
  );
  const body = element("body", {}, element("main", {}, ...bodyOf(card)));
  return `<!doctype html>${written(element("html", { lang: words.language, dir: words.direction }, head, body))}\n`;
}

/** What a card and its frame are called. Of long words the first are enough. */
export function titleOf({ kicker, text }: EmbedCard): string {
  return `${kicker}: ${firstWords(text, LONGEST_TITLE)}`;
}

function bodyOf(card: EmbedCard): Child[] {
  return [
    card.proof === "BROKEN"
      ? element("p", { class: "alarm", role: "alert" }, words.record.history.proof.BROKEN)
      : null,
    element("p", { class: "kicker", dir: "auto" }, card.kicker),
    element(
      "h1",
      { dir: "auto", lang: langOf(card.text, card.language) ?? null, class: card.isQuoted ? "quoted" : null },
      lined(card),
    ),
    labelOf(card),
    card.strip === null ? null : strip(card.strip),
    card.verdict === null
      ? null
      : element("p", {}, `${card.verdict.heading}: `, element("b", {}, card.verdict.word)),
    card.corrected === null ? null : element("p", { class: "corrected", dir: "auto" }, card.corrected),
    card.due === null ? null : element("p", {}, card.due),
    ...card.sentences.map((sentence) => element("p", { dir: "auto" }, sentence)),
    card.published === null ? null : element("p", { class: "foot" }, card.published),
    element(
      "p",
      { class: "more" },
      element("a", { href: card.href, target: "_blank", rel: "noopener" }, card.more),
    ),
  ];
}

/** The words over the line of their label. */
function lined({ text, label }: EmbedCard): Child {
  if (label === null || LABELS[label].line === "plain") return text;
  return element(
    "span",
    { class: "line", "data-line": LABELS[label].line, "data-tone": LABELS[label].tone },
    text,
  );
}

function labelOf({ label }: EmbedCard): Element | null {
  if (label === null) return null;
  const { line, tone } = LABELS[label];
  const drawn = { class: line === "plain" ? null : "line", "data-line": line, "data-tone": tone };
  return element("p", { class: "label" }, element("b", drawn, words.labels[label].badge));
}

function strip(view: StripView): Element {
  const strokes = view.strokes.map((stroke) => {
    const { path, width, dashes, isRound } = strokeShape(stroke);
    return element("path", {
      d: path,
      "data-tone": stroke.tone,
      "stroke-width": width,
      "stroke-dasharray": dashes,
      "stroke-linecap": isRound ? "round" : null,
    });
  });
  const breaks = view.breaks.map((x) => element("path", { d: breakPath(x), "stroke-width": "1.5" }));
  return element(
    "svg",
    { viewBox: "0 0 624 20", role: "img", "aria-label": view.words },
    ...strokes,
    ...breaks,
  );
}

/**
 * The card as HTML for somebody else's own text: elements that any editor of pages lets through, no style, no script, nothing that is loaded.
 * What a line looks like is said in words. What changes by the day alone is left out, as this text stays as it is.
 */
export function cardAsText(card: EmbedCard): string {
  return written(
    element(
      "blockquote",
      { cite: card.href, lang: words.language, dir: words.direction },
      element("p", {}, element("strong", {}, card.kicker)),
      element(
        "p",
        { dir: "auto", lang: langOf(card.text, card.language) ?? null },
        card.isQuoted ? quoted(card.text) : card.text,
      ),
      card.label === null
        ? null
        : element(
            "p",
            {},
            element("strong", {}, words.labels[card.label].badge),
            ` (${w.line[LABELS[card.label].line]})`,
          ),
      card.verdict === null
        ? null
        : element("p", {}, `${card.verdict.heading}: `, element("strong", {}, card.verdict.word)),
      card.corrected === null ? null : element("p", { dir: "auto" }, card.corrected),
      ...card.sentences.map((sentence) => element("p", { dir: "auto" }, sentence)),
      element(
        "p",
        {},
        element("a", { href: card.href }, card.more),
        card.published === null ? null : `. ${card.published}`,
      ),
    ),
  );
}

export interface Size {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What shows the card at `src`: nothing in it may run, ask for anything, or lead its own page away. */
export function cardFrame(src: string, title: string, { width, height }: Size): string {
  return written(
    element("iframe", {
      src,
      title,
      width,
      height,
      sandbox: "allow-popups allow-popups-to-escape-sandbox",
      loading: "lazy",
      style: "border:0;max-width:100%",
    }),
  );
}

const ENDLESS: Size = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
const WIDEST = 600;
const [LOWEST, HIGHEST] = [120, 900];
/** Pixels: what surrounds the words, and a paragraph's distance from the next. */
const [AROUND, BETWEEN] = [26, 8];
/** Of letters in a line's mean width, and the line's height, for each size of words. The fonts are the reader's: these leave room. */
const SMALL = { letter: 7.4, line: 21 };
const LARGE = { letter: 9.6, line: 28 };

/** How large a frame shows the whole card, within what the asker has room for. What is longer than its frame can be scrolled. */
export function sizeOf(card: EmbedCard, room: Size = ENDLESS): Size {
  const width = Math.min(room.width, WIDEST);
  const inside = Math.max(width - 2 * AROUND, 60);
  const takes = (text: string, { letter, line }: typeof SMALL) =>
    Math.ceil((text.length * letter) / inside) * line + BETWEEN;
  const small = [
    card.kicker,
    card.label === null ? null : words.labels[card.label].badge,
    card.verdict === null ? null : `${card.verdict.heading}: ${card.verdict.word}`,
    card.due,
    card.corrected,
    card.proof === "BROKEN" ? words.record.history.proof.BROKEN : null,
    ...card.sentences,
    card.more,
    card.published,
  ].flatMap((text) => (text === null ? [] : [takes(text, SMALL)]));
  const all = small.reduce((sum, one) => sum + one, takes(card.text, LARGE) + 2 * AROUND);
  const drawn = card.strip === null ? 0 : 20 + 2 * BETWEEN;
  const height = Math.min(Math.max(all + drawn, LOWEST), HIGHEST);
  return { width, height: Math.min(height, room.height) };
}
