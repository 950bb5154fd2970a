import type { SearchKind } from "#lib/domain/search";
import type { FacetName } from "#lib/domain/search-filter";
import { dates } from "./dates";
import { listed } from "./lists";
import { plural } from "./plural";

/** What a search is narrowed by, in words. */

const languages = new Intl.DisplayNames("en", { type: "language" });

const names: Readonly<Record<FacetName, string>> = {
  label: "Label",
  sourcing: "Whose word it is",
  verdict: "Verdict",
  publisher: "Publisher",
  speaker: "Who said it",
  topic: "Topic",
  language: "Language of the page",
  date: "Posted",
  due: "Promised for",
};

const kinds: Readonly<Record<SearchKind | "all", string>> = {
  all: "Pages and claims",
  pages: "Pages",
  claims: "Claims",
  statements: "Statements",
};

export const searchFacets = {
  names,
  kinds,
  narrow: "Narrow this search",
  toNarrow: "To the filters",
  chosen: "Filters",
  chip: (name: string, value: string) => `${name}: ${value}`,
  away: (name: string, value: string) => `Take away the filter ${name}: ${value}`,
  all: "Take all filters away",
  months: (year: string) => `Months of ${year}`,
  /** The tag of a language as it is called; itself where nobody calls it anything. */
  language: (tag: string): string => {
    try {
      return languages.of(tag) ?? tag;
    } catch {
      return tag;
    }
  },
  period: (period: string): string => {
    const [year = "", month] = period.split("-");
    return month === undefined ? year : dates.month({ month: Number(month), year: Number(year) });
  },
  noDay: "No day named",
  noVerdict: "No verdict yet",
  n: (n: number, most: number) => (n > most ? `${most}+` : String(n)),
  /** What the numbers beside the choices count. */
  counted: (most: number, isMore: boolean) =>
    isMore
      ? `More than ${most} are found. The numbers count the latest ${most}.`
      : "The numbers count all that is found.",
  onOneStatement:
    "A page is listed where one of its statements has all that is chosen of label, source, speaker and promised day.",
  people: "People and publishers of that name",
  kindOfName: { publisher: "Publisher", speaker: "Speaker" },
  inResults: (n: number) => `in ${n} of what is found`,
  narrowed: "Everything published, narrowed",
  title: (q: string, values: readonly string[]) => [...(q === "" ? [] : [q]), ...values].join(", "),
  byName: "Narrow by a name",
  byNameHint: "Names are compared whole, without capitals and accents.",
  apply: "Show",
  none: "Nothing is found under these filters.",
  takeAway: "Take a filter away:",
  broken: (fields: readonly string[]) =>
    `${plural(fields.length, "filter", "filters")} can’t be read and narrows nothing: ${listed(fields)}. Choose one below.`,
  beyond: "The list ends here.",
};
