import { visibleDates } from "#lib/text/dates";
import type { Block, Verdict } from "./block-type";
import { authorIn, isDateline } from "./dateline";
import { isProse, isTitleLike, shapeOf } from "./shape";

const DATED_LIST: Verdict = { type: "TEASER", rule: "dated-list", score: 0.8 };
const ABOUT_AUTHOR: Verdict = { type: "CHROME", rule: "about-author", score: 0.7 };

/** Fewer dated titles in a row may be this page's own and another's. */
const SHORTEST_LIST = 3;

/** What stands between or below an article's paragraphs and is told by more than one line; null where nothing is told. */
export function asidesIn(blocks: readonly Block[], verdicts: readonly Verdict[]): (Verdict | null)[] {
  const asides: (Verdict | null)[] = blocks.map((_, i) => aboutAuthor(blocks, verdicts, i));
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

const LONGEST_NOTE = 60;

/** A line below the article that begins with the author's own name, and the bare name above it, tell of the author. */
function aboutAuthor(blocks: readonly Block[], verdicts: readonly Verdict[], i: number): Verdict | null {
  const first = verdicts.findIndex(({ type }) => type === "BODY");
  if (verdicts[i]?.type !== "BODY" || i <= first) return null;
  const names = blocks
    .slice(0, first)
    .flatMap(({ text }, at) => (verdicts[at]?.type === "DATELINE" ? (authorIn(text) ?? []) : []));
  const name = names.find((author) => author.includes(" ") && blocks[i]?.text.startsWith(author));
  if (name === undefined) return null;
  const rest = blocks[i]?.text.slice(name.length) ?? "";
  if (rest === "") return aboutAuthor(blocks, verdicts, i + 1);
  const isNote = /^,? (?:is|was|has|covers|writes|reports|joined|works)\b/.test(rest);
  return isNote && shapeOf(rest).words <= LONGEST_NOTE ? ABOUT_AUTHOR : null;
}
