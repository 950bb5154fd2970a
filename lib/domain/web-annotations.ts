import { z } from "zod";
import type { RawMark } from "./marks";

/**
 * W3C Web Annotations as JSON-LD, and what Hypothesis answers to a search: the same selectors, with tags and a text beside them. A quotation
 * and a position are read; ranges of elements aren't, since our text has none.
 */

const Text = z.string().catch("");
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
  const places = several(row.target).map((target) => ({
    words: wordsOf(target),
    isRefined: isRefined(target),
  }));
  // Pieces of the same words, each by a part of their place, are one mark of them.
  const first = (words: string) =>
    places.findIndex((one) => one.isRefined && JSON.stringify(one.words) === words);
  return places.flatMap(({ words, isRefined }, index) =>
    isRefined && first(JSON.stringify(words)) !== index ? [] : [{ ...words, ...said }],
  );
}

const isRefined = (target: unknown): boolean =>
  several(objectOf(target)?.selector).some((one) => objectOf(objectOf(one)?.refinedBy) !== null);

function wordsOf(target: unknown): Pick<RawMark, "exact" | "prefix" | "suffix" | "at"> {
  const selectors = several(objectOf(target)?.selector)
    .map(objectOf)
    .filter((one) => one !== null);
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  const position = selectors.find(({ type }) => type === "TextPositionSelector");
  const start = position?.start;
  return {
    exact: textOf(quote?.exact),
    prefix: textOf(quote?.prefix),
    suffix: textOf(quote?.suffix),
    at: typeof start === "number" ? { start, unit: "POINTS" } : null,
  };
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
