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

/** Languages that a list is narrowed to by name: those that pages are told apart in, and Sorani. Any other code can stand in an address. */
export const LANGUAGES_OFFERED: readonly string[] = (
  "am ar az be bg bn ca ckb cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl " +
  "sq sr sv ta te th tl tr uk ur vi yo zh"
).split(" ");
