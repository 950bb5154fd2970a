import { NO_VERDICT, type Scale } from "#lib/domain/scale";
import type { SearchKind } from "#lib/domain/search";
import {
  chosenFacets,
  FACET_NAMES,
  FACETS,
  type FacetName,
  NO_FACETS,
  type SearchCounts,
  type SearchFilter,
} from "#lib/domain/search-filter";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { codeName } from "#lib/words/verdicts";
import { searchHref } from "./search-view";

/** What narrows a search, as readers see it: filters that were chosen, and those that can be. Each is an address. */

const w = words.searchFacets;

/** A value in words. A verdict's code is called what it is called now, or was called last. */
function facetWords(scale: Scale, name: FacetName, value: string): string {
  switch (name) {
    case "label": {
      const label = FACETS.label.safeParse(value).data;
      return label === undefined ? value : words.labels[label].badge;
    }
    case "sourcing": {
      const sourcing = FACETS.sourcing.safeParse(value).data;
      return sourcing === undefined ? value : words.terms.sourcing[sourcing].reader;
    }
    case "verdict":
      return value === NO_VERDICT ? w.noVerdict : codeName(scale, value);
    case "language":
      return w.language(value);
    case "date":
    case "due":
      return value === "none" ? w.noDay : w.period(value);
    default:
      return value;
  }
}

interface Chip {
  readonly name: FacetName;
  readonly words: string;
  readonly away: string;
  readonly href: string;
}

/** The filters that are chosen, each with the way to the same search without it. */
export function searchChips(filter: SearchFilter, scale: Scale): Chip[] {
  return chosenFacets(filter).map(({ name, value }) => {
    const said = isolated(facetWords(scale, name, value));
    return {
      name,
      words: w.chip(w.names[name], said),
      away: w.away(w.names[name], said),
      href: searchHref({ ...filter, [name]: null }),
    };
  });
}

export const isNarrowed = (filter: SearchFilter): boolean => chosenFacets(filter).length > 0;
export const widened = (filter: SearchFilter): string => searchHref({ ...filter, ...NO_FACETS });

interface FacetGroup {
  readonly name: FacetName;
  readonly title: string;
  readonly options: readonly {
    readonly value: string;
    readonly words: string;
    readonly n: number;
    readonly href: string;
  }[];
}

/** What can be chosen, facet by facet. */
export function facetGroups(filter: SearchFilter, counts: SearchCounts, scale: Scale): FacetGroup[] {
  return FACET_NAMES.flatMap((name) => {
    const options = counts.facets[name].map(({ value, n }) => ({
      value,
      n,
      words: facetWords(scale, name, value),
      href: searchHref({ ...filter, [name]: value }),
    }));
    if (options.length === 0) return [];
    const year = name === "date" || name === "due" ? filter[name] : null;
    const title = year === null ? w.names[name] : `${w.names[name]}: ${w.months(year)}`;
    return [{ name, title, options }];
  });
}

/** The lists that can be searched, each with how much there is. */
export function searchKinds(filter: SearchFilter, counts: SearchCounts) {
  const all: (SearchKind | null)[] = [null, "pages", "claims", "statements"];
  return all.map((kind) => ({
    href: searchHref({ ...filter, kind }),
    words: w.kinds[kind ?? "all"],
    n: counts.kinds[kind ?? "all"],
    isHere: kind === filter.kind,
  }));
}

/** A search in a few words: what is looked for, and what narrows it. */
export function searchTitle(filter: SearchFilter, scale: Scale): string {
  return w.title(
    filter.q === "" ? "" : isolated(filter.q),
    chosenFacets(filter).map(({ name, value }) => isolated(facetWords(scale, name, value))),
  );
}
