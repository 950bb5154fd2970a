import { z } from "zod";
import { finderIn, type Quotation } from "#lib/text/anchored";
import type { Span } from "#lib/text/span";
import { APART } from "./content-pieces";
import type { RawMark } from "./marks";

/**
 * W3C Web Annotations as JSON-LD, and what Hypothesis answers to a search: the same selectors, with tags and a text beside them. A quotation
 * and a position are read; ranges of elements aren't, since our text has none.
 */

const Text = z.string().catch("");
const Point = z.number().int().nonnegative().optional().catch(undefined);
type Loose = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Loose | null =>
  // An object of JSON has whatever fields it has: each is looked at as it is read.
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : null;
const textOf = (value: unknown): string => Text.parse(value);
/** One or several, as JSON-LD writes either. */
const several = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Does it look like Hypothesis: a target's words, and who said so by an account there? */
export function isHypothesis(json: unknown): boolean {
  const [first] = rowsOf(json) ?? [];
  const row = objectOf(first);
  return row !== null && typeof row.user === "string" && !("body" in row);
}

/** Null for what is neither. */
export function webAnnotationMarks(json: unknown): RawMark[] | null {
  const rows = rowsOf(json);
  if (rows === null) return null;
  const objects = rows.map(objectOf);
  if (!objects.every((row): row is Loose => row !== null && "target" in row)) return null;
  return objects.flatMap(marksOf);
}

/** The annotations of a search, a page, a collection, a list, or the one. */
function rowsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  const object = objectOf(json);
  if (object === null) return null;
  if (Array.isArray(object.rows)) return object.rows;
  if (Array.isArray(object.items)) return object.items;
  const first = objectOf(object.first);
  if (first !== null && Array.isArray(first.items)) return first.items;
  return "target" in object ? [object] : null;
}

function marksOf(row: Loose): RawMark[] {
  const said = { ...bodiesOf(row), by: writerOf(row), made: textOf(row.created) };
  return placesOf(several(row.target)).map((place) => ({ ...place, ...said }));
}

type Words = Pick<RawMark, "exact" | "prefix" | "suffix" | "at">;

/**
 * Each target is a mark of its own, but for two ways to say that one mark is on several pieces: targets that are parts of the same words, as those
 * that leave us, and a set of targets that belong together.
 *
 * Source   W3C Web Annotation Data Model (2017), 3.2 and 4.2.9; `Composite` and `List` of Open Annotation (2013).
 */
function placesOf(targets: readonly unknown[]): Pick<RawMark, keyof Words | "pieces">[] {
  const marks = new Map<string, Words[]>();
  targets.forEach((target, index) => {
    const together = itemsOf(target);
    if (together !== null)
      marks.set(
        `${index}`,
        together.map((item) => wordsOf(item).words),
      );
    else {
      const { words, partOf } = wordsOf(target);
      const key = partOf ?? `${index}`;
      const others = marks.get(key);
      if (others) others.push(words);
      else marks.set(key, [words]);
    }
  });
  return [...marks.values()].map((pieces) => {
    const [only = NO_WORDS, ...others] = pieces;
    if (others.length === 0) return only;
    return { exact: pieces.map(({ exact }) => exact).join(APART), pieces };
  });
}

const NO_WORDS: Words = { exact: "" };
const SET = /^(?:oa:)?(?:Composite|List)$/;

/** The targets that are one mark together; null for a single one. */
function itemsOf(target: unknown): readonly unknown[] | null {
  const object = objectOf(target);
  if (object === null || !several(object.type ?? object["@type"]).some((type) => SET.test(textOf(type))))
    return null;
  return several(object.items ?? object.item);
}

/** What a target selects; where that is a part of other words, `partOf` is the same for all parts of these. */
function wordsOf(target: unknown): { readonly words: Words; readonly partOf: string | null } {
  const selectors = several(objectOf(target)?.selector)
    .map(objectOf)
    .filter((one) => one !== null);
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  const position = selectors.find(({ type }) => type === "TextPositionSelector");
  const start = position?.start;
  const whole: Words = {
    ...quoteOf(quote ?? {}),
    at: typeof start === "number" ? { start, unit: "POINTS" } : null,
  };
  const by = selectors.map(({ refinedBy }) => objectOf(refinedBy)).find((one) => one !== null);
  if (by === undefined) return { words: whole, partOf: null };
  return { words: refined(whole, by), partOf: JSON.stringify([objectOf(target)?.source, whole]) };
}

const quoteOf = ({ exact, prefix, suffix }: Loose): Omit<Quotation, "at"> => ({
  exact: textOf(exact),
  prefix: textOf(prefix),
  suffix: textOf(suffix),
});

/** A part of a part is read, and no part of that. */
const DEEPEST = 2;

/** The part of these words that is meant. No words where that isn't plain: the whole would be more than was marked. */
function refined(whole: Words, by: Loose, depth = 1): Words {
  const part = partIn(whole.exact, by);
  const words = part === null ? { ...quoteOf(by), at: null } : partOf(whole, part);
  const more = objectOf(by.refinedBy);
  if (more === null) return words;
  return depth < DEEPEST ? refined(words, more, depth + 1) : NO_WORDS;
}

/** With all of the words around it as what stands around it. */
function partOf({ exact, prefix = "", suffix = "", at }: Words, { start, end }: Span): Words {
  const before = exact.slice(0, start);
  return {
    exact: exact.slice(start, end),
    prefix: `${prefix}${before}`,
    suffix: `${exact.slice(end)}${suffix}`,
    at: at ? { ...at, start: at.start + [...before].length } : null,
  };
}

/** Where a part stands in the words that it is of, in UTF-16 units; null where it isn't in them. A position counts code points. */
function partIn(exact: string, by: Loose): Span | null {
  if (by.type === "TextQuoteSelector") {
    const found = finderIn(exact)({ ...quoteOf(by), at: null });
    return "span" in found ? found.span : null;
  }
  if (by.type !== "TextPositionSelector") return null;
  const points = [...exact];
  const [start, end] = [by.start, by.end].map((at) => Point.parse(at));
  if (start === undefined || end === undefined || start >= end || end > points.length) return null;
  const unitsBefore = (point: number) => points.slice(0, point).join("").length;
  return { start: unitsBefore(start), end: unitsBefore(end) };
}

/** Tags classify; all else is a note. */
function bodiesOf(row: Loose): Pick<RawMark, "tags" | "note"> {
  const tags = several(row.tags).map(textOf);
  const notes = [textOf(row.text), textOf(row.bodyValue)];
  for (const body of several(row.body)) {
    const object = objectOf(body);
    const value = object === null ? "" : textOf(object.value);
    const isTag = several(object?.purpose).some(
      (purpose) => purpose === "tagging" || purpose === "classifying",
    );
    if (isTag) tags.push(value);
    else notes.push(value);
  }
  return { tags, note: notes.filter(Boolean).join("\n") };
}

/** "acct:maria@hypothes.is" is maria; of a W3C creator its name, else its nickname or address. */
function writerOf(row: Loose): string | null {
  const account = /^acct:([^@]{1,100})/.exec(textOf(row.user))?.[1];
  if (account !== undefined) return textOf(objectOf(row.user_info)?.display_name) || account;
  const names = several(row.creator).map((creator) => {
    const object = objectOf(creator);
    if (object === null) return textOf(creator);
    return textOf(object.name) || textOf(object.nickname) || textOf(object.id);
  });
  return names.filter(Boolean).join(", ") || null;
}
