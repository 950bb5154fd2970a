import { LABELS, type Line, labelsBy, type ReaderLabel } from "#lib/domain/labels";
import { type ArticlePublication, isWhole, type PublishedStatement } from "#lib/domain/publications";
import type { StripView } from "#lib/domain/reader-view";
import { round } from "#lib/text/strokes";
import * as words from "#lib/words";
import { numberRanges } from "#lib/words/lists";
import { countLabel, postsOf, whichPost } from "./posts";

const w = words.article.strip;

export const STRIP_WIDTH = 624;
const GAP = 5;
/** On each side of the bar before another post. */
const BREAK = 13;
/** Gaps never take more than this share of the strip, however many statements there are. */
const MOST_GAPS = 0.4;

/**
 * The page as strokes, in order and to length, with a bar where another post begins. Null for a page without statements.
 * On a page that runs from right to left, the first stroke stands at the right end.
 */
export function stripView(content: ArticlePublication): StripView | null {
  const { statements } = content;
  if (statements.length === 0) return null;
  const isMirrored = content.article.direction === "rtl";
  const place = (x: number) => round(isMirrored ? STRIP_WIDTH - x : x);

  const spaces = statements.map((statement, i) =>
    i === 0 ? 0 : statement.post === statements[i - 1]?.post ? GAP : 2 * BREAK,
  );
  const wanted = sum(spaces);
  const scale = Math.min(1, (STRIP_WIDTH * MOST_GAPS) / Math.max(wanted, 1));
  const perUnit =
    (STRIP_WIDTH - wanted * scale) / sum(statements.map((statement) => statement.end - statement.start));

  const strokes: StripView["strokes"][number][] = [];
  const breaks: number[] = [];
  let x = 0;
  statements.forEach((statement, i) => {
    const space = (spaces[i] ?? 0) * scale;
    if (i > 0 && statement.post !== statements[i - 1]?.post) breaks.push(place(x + space / 2));
    const from = x + space;
    x = from + (statement.end - statement.start) * perUnit;
    const { line, tone } = LABELS[statement.label];
    strokes.push({ line, tone, from: place(from), to: place(x) });
  });
  return {
    strokes,
    breaks,
    words: inWords(content),
    caption: caption(content),
    legend: isWhole(content) ? legend(statements) : words.assessment.strip(statements.length),
  };
}

function inWords(content: ArticlePublication): string {
  const [first, ...others] = postsOf(content);
  const total = content.statements.length;
  const opening = isWhole(content) ? w.words(total) : words.assessment.stripWords(total);
  const sentences = [opening, ...(first ? byLabel(first.statements) : [])];
  for (const post of others) {
    const name = whichPost(post, content);
    const [only, ...more] = post.statements;
    if (only && more.length === 0)
      sentences.push(w.thenOne(only.number, words.labels[only.label].badge, name));
    else sentences.push(w.thenMany(name), ...byLabel(post.statements));
  }
  return sentences.join(" ");
}

/** "Reported: 1, 2, 4, 7 to 14." for each label, in the order in which they first come. */
function byLabel(statements: readonly PublishedStatement[]): string[] {
  const numbers = new Map<ReaderLabel, number[]>();
  for (const { label, number } of statements) numbers.set(label, [...(numbers.get(label) ?? []), number]);
  return [...numbers].map(([label, list]) => w.byLabel(words.labels[label].badge, numberRanges(list)));
}

/** "Blue and straight: reported." for each line that is drawn, with the names of all labels that are drawn so. */
function caption(content: ArticlePublication): string {
  const { statements, article } = content;
  const names = new Map<Line, string[]>();
  for (const label of labelsBy("placeInStrip")) {
    const { line } = LABELS[label];
    if (countLabel(statements, label) > 0)
      names.set(line, [...(names.get(line) ?? []), words.labels[label].name]);
  }
  const strokes = [...names].map(([line, list]) => w.stroke(line, list));
  const total = statements.length;
  const opening =
    article.direction !== words.direction && total > 1 ? w.captionMirrored(total) : w.caption(total);
  return [isWhole(content) ? opening : words.assessment.strip(total), ...strokes].join(" ");
}

/** The same with counts: "Blue and straight: 11 reported. Wavy: 1 unsourced." */
function legend(statements: readonly PublishedStatement[]): string {
  return labelsBy("placeInStrip")
    .map((label) => [label, countLabel(statements, label)] as const)
    .filter(([, n]) => n > 0)
    .map(([label, n]) => w.counted(LABELS[label].line, n, words.labels[label].name))
    .join(" ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
