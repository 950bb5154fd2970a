/** What lists of the queue are narrowed by, each as one text that an index holds: `label:OPINION`. */

export type Facet =
  | "kind"
  | "state"
  | "label"
  | "sourcing"
  | "unsure"
  | "prediction"
  | "publisher"
  | "language"
  | "feed"
  | "speaker"
  | "claim"
  | "person";

/** In UTF-16 units. No publisher that a person types is longer. */
const LONGEST = 200;

/** Names are compared without capitals and without space around and between their words. */
export function facet(name: Facet, value: string): string {
  const typed = name === "publisher" ? value.trim().replace(/\s+/gu, " ").toLowerCase() : value;
  return `${name}:${typed.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}`;
}
