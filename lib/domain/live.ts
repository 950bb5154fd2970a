import { z } from "zod";
import { Id } from "./reviews";

/** What people of the desk hear of each other while they work: what changed, and who else is here. Never a word of what was written. */

/** A page, a claim, or the queue. */
export const LivePlace = z.union([
  z.literal("queue"),
  z.templateLiteral(["article:", z.uuid()]),
  z.templateLiteral(["claim:", z.uuid()]),
]);
export type LivePlace = z.infer<typeof LivePlace>;

/** How far the history goes: the number of an act. */
const Sequence = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Asked of the newsroom: what changed at a place after an act. */
export const LiveQuestion = z.object({ on: LivePlace, since: Sequence });
export type LiveQuestion = z.infer<typeof LiveQuestion>;

/** A row of the text that somebody is at, as the annotator names it: a statement, a suggestion, or words by their place. */
const At = z.string().regex(/^[gst]-[0-9a-f-]{1,36}$/);

/** What a tab says of itself: which place it shows, and at which row. `on` is null where it is left, or nobody looks at it. */
export const LiveTab = z.object({
  tab: z.string().regex(/^[0-9a-f]{32}$/),
  on: LivePlace.nullable(),
  at: At.nullable(),
});
export type LiveTab = z.infer<typeof LiveTab>;

/** So many subjects are named; beyond them it is said that there are more. */
export const MOST_CHANGED = 50;
/** So many people are named at one place. */
export const MOST_HERE = 20;

export const LiveNews = z.object({
  /** The last act that this takes in. Where nothing changed it is what was asked with. */
  sequence: Sequence,
  /** The pages and claims that changed, without what kind they are. */
  changed: z.array(z.string()).readonly(),
  /** The numbers of the acts that changed them. Who did one of them oneself knows it by that. */
  acts: z.array(Sequence).readonly(),
  /** There are more, or it can't be told what all changed. */
  isCut: z.boolean(),
  /** Everybody else who is at this place, in the order of their names. */
  here: z.array(z.object({ id: Id, name: z.string(), at: At.nullable() })),
});
export type LiveNews = z.infer<typeof LiveNews>;
export type PersonHere = LiveNews["here"][number];

/** How often a tab says that it is still there, in milliseconds, and after how long without a word it is taken to be gone. */
export const TAB_SPEAKS_EVERY = 20_000;
export const TAB_LASTS = 50_000;

/** Somebody rests when they did nothing for so long, in milliseconds. */
const REST = 5_000;
/** A screen that shows what its person did before any page has it is drawn anew after so long, rest or none; in milliseconds. */
export const LONGEST_BEHIND = 30_000;

/** How long such a screen waits from the last thing that they did, where it has been behind for `behindFor`; in milliseconds, 0 for no longer. */
export const waitOf = (behindFor: number): number => Math.max(0, Math.min(REST, LONGEST_BEHIND - behindFor));
