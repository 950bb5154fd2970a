/** What two statements are to each other, each read at the date of its own post. */
export const RELATIONS = ["SAME", "TEMPLATE", "CONTRADICTION", "SIMILAR", "DIFFERENT"] as const;
/**
 * SAME: one is true exactly if the other is. TEMPLATE: the same promise or report for another date. CONTRADICTION: both can't be
 * true. SIMILAR: the same story, both can be true. DIFFERENT: another actor, place or thing, or nothing in common.
 */
export type Relation = (typeof RELATIONS)[number];

/** Why two statements are held to be what they are. Parameters of two sides are in order of the alphabet: they belong to no side. */
export type MatchReason =
  | { readonly code: "same-words" }
  | { readonly code: "little-in-common" }
  | { readonly code: "shared-names"; readonly names: readonly string[] }
  | { readonly code: "other-names"; readonly names: readonly string[] }
  | { readonly code: "shared-numbers"; readonly numbers: readonly string[] }
  | { readonly code: "other-numbers"; readonly numbers: readonly string[] }
  | { readonly code: "other-units"; readonly units: readonly string[] }
  | { readonly code: "same-time" }
  | { readonly code: "other-time"; readonly days: readonly string[] }
  | { readonly code: "no-day" }
  | { readonly code: "one-denies" }
  | { readonly code: "opposites"; readonly words: readonly [string, string] }
  | { readonly code: "other-order" }
  | { readonly code: "other-source"; readonly words: readonly string[] }
  | { readonly code: "posted-apart"; readonly days: number };

/**
 * What a repost did to a sentence. VERBATIM: the same, typography apart. NUMBER: also another date or unit. NAME, ATTRIBUTION: another
 * name, another source or none. POLARITY: a denial or an opposite. ADDED: not upstream. DROPPED: upstream alone.
 */
export type RepostChange =
  | "VERBATIM"
  | "REWORDED"
  | "NUMBER"
  | "NAME"
  | "ATTRIBUTION"
  | "POLARITY"
  | "ADDED"
  | "DROPPED";
