import { visibleDates } from "#lib/english/dates";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";
import { isArticle, type LinkedNode, strings } from "./json-ld";

/** A visible line that may be the title. `level` is 1 to 6 for h1 to h6, else 0; `chance` is the classifier's for HEADLINE. */
export interface TitleLine {
  readonly text: string;
  readonly level: number;
  readonly chance: number;
  readonly isBeforeBody: boolean;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * What the page calls itself elsewhere, without the site's name: OpenGraph, linked data, `title`. `site` are the site's names: what
 * it calls itself, and its host.
 */
export function declaredTitles(
  head: PageHead,
  nodes: readonly LinkedNode[],
  site: readonly string[],
): string[] {
  const found = [
    ...(head.meta.get("og:title") ?? []).slice(0, 1),
    ...nodes
      .filter(isArticle)
      .flatMap((node) => strings(node.values.headline))
      .slice(0, 1),
    ...(head.meta.get("twitter:title") ?? []).slice(0, 1),
    ...(head.title === null ? [] : [head.title]),
  ];
  return found.map((title) => withoutSite(unescaped(title), site)).filter((title) => title !== "");
}

/** Linked data and titles are sometimes escaped twice. */
function unescaped(text: string): string {
  const code = (whole: string, digits: string, base: number) => {
    const point = Number.parseInt(digits, base);
    return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : whole;
  };
  return text
    .replace(/&#x([0-9a-f]{2,6});/gi, (whole, hex: string) => code(whole, hex, 16))
    .replace(/&#(\d{2,7});/g, (whole, digits: string) => code(whole, digits, 10))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

const SEPARATOR = / [|–—·•»:-]{1,5} | ?[|»] ?/gu;

function withoutSite(whole: string, site: readonly string[]): string {
  const title = withoutNameInFront(whole, site);
  const last = [...title.matchAll(SEPARATOR)].at(-1);
  if (last === undefined) return title;
  const head = title.slice(0, last.index);
  const tail = title.slice(last.index + last[0].length);
  const isSite = site.some(
    (name) =>
      fold(tail) !== "" &&
      fold(name) !== "" &&
      (fold(name).includes(fold(tail)) || fold(tail).includes(fold(name))),
  );
  const isShort = tail.split(/\s+/).length <= 4 && head.split(/\s+/).length >= 3;
  return isSite || isShort ? head.trim() : title;
}

const AFTER_NAME = /^\s{0,2}[|–—·•»:-]{1,3}\s/;

/** "The Desk: A title", "desk.example A title": a host is no word of a title, even where nothing stands between. */
function withoutNameInFront(title: string, site: readonly string[]): string {
  for (const name of site) {
    const rest = title.slice(name.length);
    const isNamed = name !== "" && title.toLowerCase().startsWith(name.toLowerCase()) && rest.trim() !== "";
    const isFront = AFTER_NAME.test(rest) || (name.includes(".") && rest.startsWith(" "));
    if (isNamed && isFront) return rest.replace(AFTER_NAME, "").trim();
  }
  return title;
}

/**
 * The page's title: the visible line that best bears out what the page calls itself; without such a line the best headline,
 * without that the declared title. A line that is only the site's name is none, and one that the classifier doesn't hold for
 * a headline only where the page calls itself just that. Null where there is nothing at all.
 */
export function titleOf(
  lines: readonly TitleLine[],
  declared: readonly string[],
  site: readonly string[],
): string | null {
  const names = site.map(fold);
  const wanted = declared.map(fold);
  let best: TitleLine | null = null;
  let bestScore = 0.55;
  for (const line of lines) {
    if (names.includes(fold(line.text))) continue;
    const score = scoreOf(line, wanted);
    if (score > bestScore) {
      best = line;
      bestScore = score;
    }
  }
  if (best === null) return declared[0] ?? null;
  const isOther = !wanted.includes(fold(best.text));
  const isDoubtful = isOther && (best.chance < 0.5 || (best.level !== 1 && agree(wanted)));
  return declaredInside(best.text, declared, names) ?? (isDoubtful ? declared[0] : null) ?? best.text;
}

/** What sites count or note behind a title: "(example.org) 87". */
const NOTE = /^(?:\s{0,3}\([^()]{1,40}\)|\s{1,3}\d{1,5}){1,3}\s*$/;

/** Whether all that the page calls itself elsewhere is one and the same, said twice or more. */
function agree(wanted: readonly string[]): boolean {
  return wanted.length > 1 && wanted.every((title) => title === wanted[0]);
}

/** The declared title stands in the line, with a date ("Dec 18 2025 Preparing a transition") or the site's name beside it. */
function declaredInside(line: string, declared: readonly string[], names: readonly string[]): string | null {
  const inside = (title: string) => {
    const [before = "", after = ""] = line.split(title);
    const rest = `${before} ${after}`.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const isNote = before === "" && NOTE.test(after);
    const isBeside =
      rest === "" || isDate(rest) || names.includes(fold(rest)) || isNote || isGlued(before, after, title);
    return title.length < line.length && line.includes(title) && isBeside;
  };
  return declared.find(inside) ?? null;
}

const MOST_BESIDE = 3;
const LEAST_OF_TITLE = 4;

/**
 * A word or three that a tag put beside a whole title: glued to it ("CoastHarbour plan moves ahead", "…in Vessel BayVessel Post"), or
 * before it with a space and no mark ("Fish trade Harbour plan moves ahead": a line above the title, of its own).
 */
function isGlued(before: string, after: string, title: string): boolean {
  if (title.split(" ").length < LEAST_OF_TITLE) return false;
  const rest = (before === "" ? after : before).trim();
  const isShort = rest.split(/\s+/).length <= MOST_BESIDE;
  const isAbove = /^\p{L}[\p{L} ]*\p{Ll} $/u.test(before);
  const isInFront = after === "" && (isAbove || /[\p{Ll}\p{N}]$/u.test(before)) && /^\p{Lu}/u.test(title);
  const isBehind = before === "" && /^\p{Lu}/u.test(after) && /[\p{Ll}\p{N}?!]$/u.test(title);
  return (isShort && (isInFront || isBehind)) || isBetween(before, after);
}

/** "FisheriesHerring fleet sails with half its nets2 min": a line above the title and how long it takes to read, glued to it. */
const READING_TIME = /^ ?\d{1,2} ?min(?:utes?)?(?: read)?$/i;

const isBetween = (before: string, after: string): boolean =>
  READING_TIME.test(after) && (before === "" || /^\p{Lu}[\p{L} &]{1,30}[\p{Ll} ]$/u.test(before));

function isDate(text: string): boolean {
  const date = visibleDates(text)[0];
  return (date?.start === 0 && date.end === text.length) || /^\p{Lu}\p{L}+ (?:19|20)\d\d$/u.test(text);
}

function scoreOf(line: TitleLine, wanted: readonly string[]): number {
  const text = fold(line.text);
  if (text === "" || line.text.length > 300) return 0;
  let likeness = 0;
  const own = new Set(text.split(" "));
  for (const title of wanted) {
    const other = new Set(title.split(" "));
    const shared = [...own].filter((word) => other.has(word)).length;
    likeness = Math.max(likeness, (2 * shared) / (own.size + other.size), title === text ? 1.1 : 0);
  }
  const level = line.level === 1 ? 0.6 : line.level === 2 ? 0.25 : line.level > 0 ? 0.05 : 0;
  return likeness + level + line.chance * 0.7 + (line.isBeforeBody ? 0.25 : 0);
}
