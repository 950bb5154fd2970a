import { visibleDates } from "#lib/english/dates";
import type { Block, Verdict } from "#lib/pipeline/segment/parts/block-type";
import { authorIn, isDateline } from "#lib/pipeline/segment/parts/dateline";
import { isProse, isTitleLike, shapeOf } from "#lib/pipeline/segment/parts/shape";

const DATED_LIST: Verdict = { type: "TEASER", rule: "dated-list", score: 0.8 };
const ABOUT_AUTHOR: Verdict = { type: "CHROME", rule: "about-author", score: 0.7 };

/** Fewer dated titles in a row may be this page's own and another's. */
const SHORTEST_LIST = 3;

/** What stands between or below an article's paragraphs and is told by more than one line; null where nothing is told. */
export function asidesIn(blocks: readonly Block[], verdicts: readonly Verdict[]): (Verdict | null)[] {
  const first = verdicts.findIndex(({ type }) => type === "BODY");
  const names = authorsIn(blocks.slice(0, Math.max(0, first)), verdicts);
  const asides: (Verdict | null)[] = blocks.map((block, i) => {
    const isBelow = first >= 0 && i > first && verdicts[i]?.type === "BODY";
    return isBelow && isAboutAuthor(names, block.text, blocks[i + 1]?.text ?? "") ? ABOUT_AUTHOR : null;
  });
  for (const at of labelledCaptions(blocks, verdicts)) asides[at] = CAPTION;
  for (let from = 0; from < blocks.length; ) {
    const { to, titles } = datedListAt(blocks, from);
    if (titles >= SHORTEST_LIST) asides.fill(DATED_LIST, from, to);
    from = Math.max(to, from + 1);
  }
  return asides;
}

/** A row of titles, each with a byline or a date of its own below it, and a date in each: where it ends, how many they are. */
function datedListAt(blocks: readonly Block[], from: number): { to: number; titles: number } {
  let to = from;
  let titles = 0;
  for (;;) {
    const title = blocks[to]?.text ?? "";
    if (!isTitleLike(title) || isProse(title) || isDateline(title)) return { to, titles };
    let end = to + 1;
    while (end <= to + 2 && isDateline(blocks[end]?.text ?? "")) end += 1;
    const lines = blocks.slice(to + 1, end);
    if (!lines.some(({ text }) => visibleDates(text).length > 0)) return { to, titles };
    to = end;
    titles += 1;
  }
}

/** "Riches: The island was one of their homes": tabloids label what a picture shows by a word or a few, and leave the full stop out. */
const LABELLED = /^(\p{Lu}[\p{Ll}’'-]+(?: [\p{Ll}\d’'-]+){0,4}): \p{Lu}/u;
/** Fewer may be anything; and of those that are captions no two have the same label. */
const LEAST_LABELLED = 3;

/** Captions between an article's paragraphs, by their labels. */
function labelledCaptions(blocks: readonly Block[], verdicts: readonly Verdict[]): ReadonlySet<number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  blocks.forEach(({ text }, i) => {
    const label = verdicts[i]?.type === "BODY" ? LABELLED.exec(text)?.[1] : undefined;
    const { isSentenceEnd, words } = shapeOf(text);
    if (label === undefined || isSentenceEnd || words < SHORTEST_CAPTION) return;
    if (found.has(label)) twice.add(label);
    found.set(label, i);
  });
  return new Set(found.size >= LEAST_LABELLED && twice.size === 0 ? found.values() : []);
}
const SHORTEST_CAPTION = 6;
const CAPTION: Verdict = { type: "CAPTION", rule: "caption-or-credit", score: 0.7 };

const LONGEST_NOTE = 60;

const MOST_AUTHORS = 10;

/** Whole names in the date lines above an article. */
function authorsIn(head: readonly Block[], verdicts: readonly Verdict[]): string[] {
  const lines = head.filter((_, i) => verdicts[i]?.type === "DATELINE");
  return lines
    .flatMap(({ text }) => authorIn(text) ?? [])
    .filter((name) => name.includes(" "))
    .slice(0, MOST_AUTHORS);
}

/** A line that begins with the author's own name, and the bare name above it, tell of the author. */
function isAboutAuthor(names: readonly string[], line: string, next: string): boolean {
  return names.some((name) => isNote(name, line) || (line === name && isNote(name, next)));
}

function isNote(name: string, line: string): boolean {
  if (!line.startsWith(name)) return false;
  const rest = line.slice(name.length);
  const tells = /^,? (?:is|was|has|covers|writes|reports|joined|works)\b/.test(rest);
  return tells && shapeOf(rest).words <= LONGEST_NOTE;
}
