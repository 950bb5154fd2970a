import { z } from "zod";
import { StatementCursor, TimeCursor } from "./cursors";
import { ReaderLabel, Sourcing } from "./labels-shapes";
import { FILTERS } from "./promise-ledger";
import { CODE_LENGTH, CODE_SHAPE } from "./scale";
import { type Question, questionOf, SearchKind } from "./search";

/** What a search is narrowed by, as an address says it. */

/** A year or a month of the calendar: `2026`, `2026-11`. */
const Period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);

/**
 * Each facet as an address has it. `date` is when a page or a statement was posted, `due` the last day of a promise; `none` where it names no day. A verdict may be
 * any code: which ones were ever published is data. A claim without a verdict of its own has the verdict NO_VERDICT. Names are compared without capitals and marks.
 */
export const FACETS = {
  label: ReaderLabel,
  sourcing: Sourcing,
  verdict: z.string().max(CODE_LENGTH).regex(CODE_SHAPE),
  publisher: FILTERS.publisher,
  speaker: FILTERS.speaker,
  topic: FILTERS.publisher,
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .max(35)
    .toLowerCase(),
  date: Period,
  due: z.union([Period, z.literal("none")]),
};
export type FacetName = keyof typeof FACETS;
/** Facets whose values are names: they are kept folded, and shown as they were published. */
export const NAMED_FACETS = ["publisher", "speaker", "topic"] as const satisfies readonly FacetName[];
export const FACET_NAMES = Object.keys(FACETS) as readonly FacetName[];

/** What a statement has by itself, so that all of them have to be of one statement. */
export const SAID_FACETS = ["label", "sourcing", "speaker", "due"] as const satisfies readonly FacetName[];

/** Null where nothing narrows. */
export type Facets = { readonly [Name in FacetName]: z.infer<(typeof FACETS)[Name]> | null };

export const NO_FACETS: Facets = {
  label: null,
  sourcing: null,
  verdict: null,
  publisher: null,
  speaker: null,
  topic: null,
  language: null,
  date: null,
  due: null,
};

/** Those that are given; nothing else narrows. */
export function facetsGiven(given: { readonly [Name in FacetName]?: Facets[Name] | undefined }): Facets {
  const { label, sourcing, verdict, publisher, speaker, topic, language, date, due } = given;
  return {
    label: label ?? null,
    sourcing: sourcing ?? null,
    verdict: verdict ?? null,
    publisher: publisher ?? null,
    speaker: speaker ?? null,
    topic: topic ?? null,
    language: language ?? null,
    date: date ?? null,
    due: due ?? null,
  };
}

export interface SearchFilter extends Facets {
  /** As it was typed; empty where no word is looked for. */
  readonly q: string;
  readonly kind: SearchKind | null;
}

export const EVERYTHING: SearchFilter = { ...NO_FACETS, q: "", kind: null };

/** How the index has a facet. */
export const facetKey = (name: FacetName, value: string): string => `${name}:${value}`;

/** A day under its year and its month; nothing where there is none. */
export const facetPeriods = (name: "date" | "due", day: string | null): string[] =>
  day === null ? [] : [facetKey(name, day.slice(0, 4)), facetKey(name, day.slice(0, 7))];

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The filter that an address says: `q` are the words, `in` the kind, and each facet has its own name. One that is empty narrows nothing; what can't be read is named in `wrong` and
 * narrows nothing. What is said twice counts as its first.
 */
export function searchFilter(asked: Asked): {
  readonly filter: SearchFilter;
  readonly wrong: readonly (FacetName | "in")[];
} {
  const wrong: (FacetName | "in")[] = [];
  const first = (name: string): string | null => {
    const [given = ""] = [asked[name]].flat();
    return given.trim() === "" ? null : given;
  };
  const read = <Value>(name: FacetName | "in", schema: z.ZodType<Value>): Value | null => {
    const given = first(name);
    if (given === null) return null;
    const { success, data } = schema.safeParse(given);
    if (!success) wrong.push(name);
    return success ? data : null;
  };
  const filter = {
    q: first("q") ?? "",
    kind: read("in", SearchKind),
    label: read("label", FACETS.label),
    sourcing: read("sourcing", FACETS.sourcing),
    verdict: read("verdict", FACETS.verdict),
    publisher: read("publisher", FACETS.publisher),
    speaker: read("speaker", FACETS.speaker),
    topic: read("topic", FACETS.topic),
    language: read("language", FACETS.language),
    date: read("date", FACETS.date),
    due: read("due", FACETS.due),
  };
  return { filter, wrong };
}

export const chosenFacets = (facets: Facets): { readonly name: FacetName; readonly value: string }[] =>
  FACET_NAMES.flatMap((name) => {
    const value = facets[name];
    return value === null ? [] : [{ name, value }];
  });

export interface SearchAsked {
  /** Null where no word is looked for. */
  readonly question: Question | null;
  readonly kind: SearchKind | null;
  readonly facets: Facets;
}

/** What is asked of the index; null where nothing is: no word, or none with a letter, and nothing that narrows. */
export function askedOf(filter: SearchFilter): SearchAsked | null {
  const question = questionOf(filter.q);
  if (question === null && (filter.q.trim() !== "" || chosenFacets(filter).length === 0)) return null;
  const { q: _, kind, ...facets } = filter;
  return { question, kind, facets };
}

/** Where a list of results goes on. A list of statements names the statement, too. */
export interface SearchPlace {
  readonly way: "after" | "before";
  readonly cursor: TimeCursor & { readonly number?: number };
}

/** The cursor of a list of this kind; null where it is none. */
export function searchCursor(text: unknown, kind: SearchKind | null): SearchPlace["cursor"] | null {
  const schema = kind === "statements" ? StatementCursor : TimeCursor;
  return schema.safeParse(text).data ?? null;
}

/** The place that an address names; null for the beginning of the list, `undefined` where it names none that could be. */
export function searchPlace(asked: Asked, kind: SearchKind | null): SearchPlace | null | undefined {
  if (asked.before === undefined && asked.after === undefined) return null;
  if (asked.before !== undefined && asked.after !== undefined) return undefined;
  const way = asked.before === undefined ? "after" : "before";
  const cursor = searchCursor(asked[way], kind);
  return cursor === null ? undefined : { way, cursor };
}

export interface FacetCount {
  /** As an address has it; a name as it is published. */
  readonly value: string;
  readonly n: number;
}

/** Somebody whose name has what was looked for, or who published or said what has it. */
export interface FoundName {
  readonly kind: "publisher" | "speaker";
  readonly name: string;
  /** Of their record; null where they have none. */
  readonly recordId: string | null;
  readonly n: number;
}

/** How much there is under the same words and filters. No more than `most` and one are counted, the latest ones. */
export interface SearchCounts {
  readonly most: number;
  readonly kinds: Readonly<Record<SearchKind | "all", number>>;
  /** Of each facet that nothing narrows yet the values with most of what is counted. Of days the years, and the months of the year that was chosen. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** Whose name has all words that were looked for. */
  readonly names: readonly FoundName[];
  readonly isProven: boolean;
}
