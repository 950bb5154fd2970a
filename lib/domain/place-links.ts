/** Where somebody looks for evidence: an address, with what is looked for in it. */

/** Stands in an address for what is looked for. */
export const QUERY = "{query}";

export const filled = (address: string, query: string): string => address.replaceAll(QUERY, () => query);

/** Half of a character that takes two units, without its other half: no address can say it. */
const HALF = /\p{Surrogate}/gu;

/** The address of a search for these words, which are encoded; null where nothing is looked for. */
export function placeHref(address: string, lookedFor: string): string | null {
  const query = lookedFor.replace(HALF, "").trim();
  return query === "" ? null : filled(address, encodeURIComponent(query));
}

export interface SearchPlaceView {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
}

/** What is at hand where a search is recorded. */
export interface PlacesAtHand {
  readonly kept: readonly SearchPlaceView[];
  /** Names that people typed often lately, and nobody keeps. */
  readonly often: readonly string[];
  /** May this person keep places? */
  readonly mayKeep: boolean;
}
