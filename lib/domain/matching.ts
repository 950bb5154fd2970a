import { z } from "zod";

/** What two statements are to each other, each read at the date of its own post. */
export const RELATIONS = ["SAME", "TEMPLATE", "CONTRADICTION", "SIMILAR", "DIFFERENT"] as const;
/**
 * SAME: one is true exactly if the other is. TEMPLATE: the same promise or report for another date. CONTRADICTION: both can't be
 * true. SIMILAR: the same story, both can be true. DIFFERENT: another actor, place or thing, or nothing in common.
 */
export type Relation = (typeof RELATIONS)[number];

/** What a statement is to a claim that is known. */
export interface ClaimMatch {
  readonly claimId: string;
  /** SIMILAR: it may be the same, and is less likely so than not. */
  readonly relation: Exclude<Relation, "DIFFERENT">;
  /** How likely it is that both are the same claim, 0 to 1. */
  readonly score: number;
  /** At most one in a hundred of these is wrong: it is joined together with its suggestion, unless a person says otherwise. */
  readonly isSure: boolean;
  /** Compared with the claim's own wording, not with a statement that was joined to it. */
  readonly isOwn: boolean;
  readonly reasons: readonly MatchReason[];
}

const Listed = z.array(z.string()).readonly();

/** Why two statements are held to be what they are. Parameters of two sides are in order of the alphabet: they belong to no side. */
export const MatchReason = z.discriminatedUnion("code", [
  z.object({
    code: z.enum(["same-words", "little-in-common", "same-time", "no-day", "one-denies", "other-order"]),
  }),
  z.object({ code: z.enum(["shared-names", "other-names"]), names: Listed }),
  z.object({ code: z.enum(["shared-numbers", "other-numbers"]), numbers: Listed }),
  z.object({ code: z.literal("other-units"), units: Listed }),
  z.object({ code: z.literal("other-time"), days: Listed }),
  z.object({
    code: z.enum(["opposites", "other-act-time"]),
    words: z.tuple([z.string(), z.string()]).readonly(),
  }),
  z.object({ code: z.literal("other-source"), words: Listed }),
  z.object({ code: z.literal("posted-apart"), days: z.number() }),
]);
export type MatchReason = z.infer<typeof MatchReason>;

/** What became of a match in a review. JOINED: they are the same. AFFIRMED: they are to each other what the machine said. REFUSED: neither. */
export const MatchDecisionKind = z.enum(["JOINED", "REFUSED", "AFFIRMED"]);
export type MatchDecisionKind = z.infer<typeof MatchDecisionKind>;

/**
 * What a repost did to a sentence. VERBATIM: the same, typography apart. NUMBER: also another date or unit. NAME, ATTRIBUTION: another
 * name, another source or none. POLARITY: a denial or an opposite. ADDED: not upstream. DROPPED: upstream alone.
 */
export const RepostChange = z.enum([
  "VERBATIM",
  "REWORDED",
  "NUMBER",
  "NAME",
  "ATTRIBUTION",
  "POLARITY",
  "ADDED",
  "DROPPED",
]);
export type RepostChange = z.infer<typeof RepostChange>;
